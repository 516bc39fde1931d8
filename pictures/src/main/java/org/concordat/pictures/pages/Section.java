package org.concordat.pictures.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Pictured;

/**
 * A part of a report, filled from top to bottom with fluent calls. All words are plain text: they are escaped when the
 * page is written, so a name like {@code <script>} is shown, not run.
 */
public final class Section {
    private final List<Block> blocks = new ArrayList<>();
    private final int depth;

    Section(int depth) {
        this.depth = depth;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** A paragraph of plain words. */
    public Section paragraph(String words) {
        return paragraph(Phrase.plain(words));
    }

    /** A paragraph of plain, strong, code and linked words. */
    public Section paragraph(Phrase... phrases) {
        return add(new Block.Paragraph(List.copyOf(Arrays.asList(phrases))));
    }

    /** A bulleted list. */
    public Section bullets(String... items) {
        return bullets(Arrays.asList(items));
    }

    /** A bulleted list. */
    public Section bullets(List<String> items) {
        return add(new Block.Bullets(List.copyOf(items)));
    }

    /** A numbered list of things to do. */
    public Section steps(String... items) {
        return add(new Block.Steps(List.copyOf(Arrays.asList(items))));
    }

    /** Up to six large figures side by side. */
    public Section keyFigures(KeyFigure... figures) {
        return add(new Block.KeyFigures(List.copyOf(Arrays.asList(figures))));
    }

    /** One line of a summary list; lines called one after another stand in one list. */
    public Section summary(String name, String value) {
        return summary(name, Phrase.plain(value));
    }

    /** One line of a summary list whose value has strong, code or linked words. */
    public Section summary(String name, Phrase... value) {
        var pair = new Block.Pair(name, List.copyOf(Arrays.asList(value)));
        if (!blocks.isEmpty() && blocks.getLast() instanceof Block.Summary(List<Block.Pair> before)) {
            var pairs = new ArrayList<>(before);
            pairs.add(pair);
            blocks.removeLast();
            return add(new Block.Summary(List.copyOf(pairs)));
        }
        return add(new Block.Summary(List.of(pair)));
    }

    /** Words set apart, for an explanation or an example. */
    public Section inset(String words) {
        return add(new Block.Inset(words));
    }

    /** What a reader must not miss. */
    public Section warning(String words) {
        return add(new Block.Warning(words));
    }

    /** A boxed remark under a heading of its own. */
    public Section note(String heading, String words) {
        return add(new Block.Note(heading, words));
    }

    /** A table in full view. */
    public Section table(NumberTable table) {
        return add(new Block.Tabled(table));
    }

    /** A table with links in its cells. */
    public Section table(LinkedTable table) {
        return add(new Block.Linked(table));
    }

    /** Entries to choose from, under headings one level lower. */
    public Section choices(Choices choices) {
        return add(new Block.Chosen(choices));
    }

    /** A chart, map, diagram or finished picture, numbered through the page, with its numbers folded below it. */
    public Section picture(Pictured pictured) {
        return add(new Block.Pictured(pictured.picture()));
    }

    /** A part folded away on screen and open on paper. */
    public Section details(String summary, Consumer<Section> inside) {
        return add(new Block.Details(summary, filled(inside, depth)));
    }

    /** A part with a heading one level lower; at most two levels below a section. */
    public Section subsection(String heading, Consumer<Section> inside) {
        if (depth >= 4) {
            throw new IllegalArgumentException("Subsection: headings go three levels deep. Start a new section.");
        }
        return add(new Block.Subsection(heading, filled(inside, depth + 1)));
    }

    private static Section filled(Consumer<Section> inside, int depth) {
        var section = new Section(depth);
        inside.accept(section);
        return section;
    }

    private Section add(Block block) {
        blocks.add(block);
        return this;
    }
}
