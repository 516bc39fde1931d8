package org.concordat.pictures.pages;

import java.util.List;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Picture;

/** One thing on a page, from top to bottom. */
sealed interface Block {
    record Paragraph(List<Phrase> phrases) implements Block {}

    record Bullets(List<String> items) implements Block {}

    record Steps(List<String> items) implements Block {}

    record KeyFigures(List<KeyFigure> figures) implements Block {}

    record Summary(List<Pair> pairs) implements Block {}

    record Inset(String words) implements Block {}

    record Warning(String words) implements Block {}

    record Note(String heading, String words) implements Block {}

    record Tabled(NumberTable table) implements Block {}

    record Linked(LinkedTable table) implements Block {}

    record Chosen(Choices choices) implements Block {}

    record Pictured(Picture picture) implements Block {}

    record Details(String summary, Section inside) implements Block {}

    record Subsection(String heading, Section inside) implements Block {}

    /** A name and what it stands for. */
    record Pair(String name, List<Phrase> value) {}
}
