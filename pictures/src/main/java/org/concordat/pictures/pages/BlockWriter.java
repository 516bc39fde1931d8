package org.concordat.pictures.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Picture;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Size;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Node;
import org.concordat.pictures.markup.Text;

/** Turns the blocks of a section into elements, and numbers the pictures through the page. */
final class BlockWriter {
    /** Tables of more columns may be wider than a telephone, and get a scrolling frame of their own. */
    private static final int COLUMNS_THAT_ALWAYS_FIT = 3;

    /** 150 mm in CSS pixels, so that two pictures fit on a page. */
    private static final double PAPER_WIDTH = 567;

    private final Medium medium;
    private final UnaryOperator<String> uniqueId;
    private final List<Heading> clauses = new ArrayList<>();
    private final StringBuilder style = new StringBuilder();
    private final List<Element> annex = new ArrayList<>();
    private int figures;

    BlockWriter(Medium medium, UnaryOperator<String> uniqueId) {
        this.medium = medium;
        this.uniqueId = uniqueId;
    }

    /** The blocks as elements; headings inside start at this level. */
    List<Element> write(List<Block> blocks, int level) {
        return write(blocks, level, "");
    }

    /** The same with subsections numbered after the clause they are in; an empty one numbers none. */
    List<Element> write(List<Block> blocks, int level, String clause) {
        var elements = new ArrayList<Element>();
        int subsections = 0;
        for (var block : blocks) {
            boolean numbered = block instanceof Block.Subsection && !clause.isEmpty();
            subsections += numbered ? 1 : 0;
            elements.add(write(block, level, numbered ? clause + "." + subsections : ""));
        }
        return elements;
    }

    private Element write(Block block, int level, String clause) {
        return switch (block) {
            case Block.Paragraph(List<Phrase> phrases) -> Element.of("p").containing(phrases(phrases));
            case Block.Bullets(List<String> items) -> list("ul", items);
            case Block.Steps(List<String> items) -> list("ol", items);
            case Block.KeyFigures(List<KeyFigure> keyFigures) -> keyFigures(keyFigures);
            case Block.Summary(List<Block.Pair> pairs) -> summary(pairs);
            case Block.Inset(String words) ->
                Element.of("p").with("class", "inset").saying(words);
            case Block.Warning(String words) ->
                Element.of("p")
                        .with("class", "warning")
                        .containing(Element.of("strong").saying("Warning: "), new Text(words));
            case Block.Note(String heading, String words) -> note(heading, words, level);
            case Block.Tabled(NumberTable table) -> framed(table);
            case Block.Linked(LinkedTable table) -> linked(table);
            case Block.Chosen(Choices choices) -> chosen(choices, level);
            case Block.Pictured(Picture picture) -> figure(picture);
            case Block.Details(String summary, Section inside) -> folded(summary, "", write(inside.blocks(), level));
            case Block.Subsection(String heading, Section inside) -> subsection(heading, inside, level, clause);
        };
    }

    private Node phrase(Phrase phrase) {
        return switch (phrase) {
            case Phrase.Plain(String words) -> new Text(words);
            case Phrase.Strong(String words) -> Element.of("strong").saying(words);
            case Phrase.Code(String words) -> Element.of("code").saying(words);
            case Phrase.Link(String words, String address) -> medium.link(words, address);
        };
    }

    private static Element list(String kind, List<String> items) {
        return Element.of(kind)
                .containing(items.stream()
                        .map(item -> Element.of("li").saying(item))
                        .toList());
    }

    /** A list on screen; on paper plain blocks, since the renderer cannot tag a list whose items stand side by side. */
    private Element keyFigures(List<KeyFigure> keyFigures) {
        boolean paper = medium == Medium.PAPER;
        return Element.of(paper ? "div" : "ul")
                .with("class", "key-figures")
                .containing(keyFigures.stream()
                        .map(k -> Element.of(paper ? "div" : "li")
                                .with("class", "key-figure")
                                .containing(
                                        Element.of("strong").saying(k.figure()),
                                        new Text(" "),
                                        Element.of("span").saying(k.meaning())))
                        .toList());
    }

    private Element summary(List<Block.Pair> pairs) {
        var list = Element.of("dl").with("class", "summary");
        for (var pair : pairs) {
            list = list.containing(Element.of("div")
                    .containing(
                            Element.of("dt").saying(pair.name()),
                            Element.of("dd").containing(phrases(pair.value()))));
        }
        return list;
    }

    private Element note(String heading, String words, int level) {
        var id = uniqueId.apply(heading);
        return Element.of("div")
                .with("class", "note")
                .containing(
                        Element.of("h" + level).with("id", id).saying(heading),
                        Element.of("p").saying(words));
    }

    private Element subsection(String heading, Section inside, int level, String clause) {
        var id = uniqueId.apply(clause.isEmpty() ? heading : Heading.clauseId(clause));
        var words = clause.isEmpty() ? heading : clause + " " + heading;
        if (!clause.isEmpty()) {
            clauses.add(new Heading(id, words));
        }
        return Element.of("div")
                .with("class", "subsection")
                .containing(Element.of("h" + level).with("id", id).saying(words))
                .containing(write(inside.blocks(), level + 1, clause));
    }

    /** The numbered subsections written since the last call, for bookmarks. */
    List<Heading> takeClauses() {
        var taken = List.copyOf(clauses);
        clauses.clear();
        return taken;
    }

    /** Folded on screen; on paper, where nothing unfolds, in full view under its summary. */
    private Element folded(String summary, String hiddenWords, List<? extends Node> inside) {
        if (medium == Medium.PAPER) {
            return Element.of("div")
                    .with("class", "unfolded")
                    .containing(Element.of("p").with("class", "summary-line").saying(summary))
                    .containing(inside);
        }
        var line = Element.of("summary").saying(summary);
        line = hiddenWords.isEmpty()
                ? line
                : line.containing(Element.of("span").with("class", "unseen").saying(hiddenWords));
        return Element.of("details")
                .containing(line, Element.of("div").with("class", "inside").containing(inside));
    }

    private Element figure(Picture picture) {
        figures++;
        var id = uniqueId.apply("figure-" + figures);
        var name = "Figure " + figures;
        var title = Element.of("p")
                .with("class", "figure-title")
                .containing(Element.of("strong").saying(name + ". " + picture.title()));
        var caption = Element.of("figcaption").containing(title);
        if (!picture.caption().isBlank()) {
            caption = caption.containing(
                    Element.of("p").with("class", "figure-caption").saying(picture.caption()));
        }
        var figure = Element.of("figure").with("id", id).containing(caption).containing(drawings(picture, id));
        if (medium == Medium.SCREEN) {
            return figure.containing(
                    folded("Show the numbers", " of figure " + figures, List.of(framed(picture.table()))));
        }
        var annexId = uniqueId.apply("numbers-of-" + id);
        annex.add(Element.of("div")
                .with("class", "annexed")
                .containing(
                        Element.of("h3").with("id", annexId).saying("Numbers of figure " + figures),
                        framed(picture.table())));
        return figure.containing(Element.of("p")
                .with("class", "see-annex")
                .containing(medium.link("Numbers of figure " + figures, "#" + annexId)));
    }

    /** The tables behind the pictures written so far, for the end of a paper, where long ones disturb nobody. */
    List<Element> annex() {
        return List.copyOf(annex);
    }

    private List<Element> drawings(Picture picture, String id) {
        var wide = Element.of("div").with("class", "wide");
        if (medium == Medium.PAPER) {
            // The renderer reads an image's words from alt, which HTML does not know for SVG.
            var words = picture.title() + ". " + picture.description();
            return List.of(wide.containing(Canvas.scaled(picture.drawn(id + "-wide", Size.WIDE), PAPER_WIDTH)
                    .with("alt", words)));
        }
        return List.of(
                wide.containing(picture.drawn(id + "-wide", Size.WIDE)),
                Element.of("div").with("class", "narrow").containing(picture.drawn(id + "-narrow", Size.NARROW)));
    }

    private Element framed(NumberTable table) {
        var caption = Element.of("caption").saying(table.caption());
        if (medium == Medium.PAPER || table.columns().size() <= COLUMNS_THAT_ALWAYS_FIT) {
            return table(table, caption);
        }
        var id = uniqueId.apply("table");
        return scrolling(table(table, caption.with("id", id)), id);
    }

    private Element linked(LinkedTable table) {
        var rows = new ArrayList<Element>();
        for (var row : table.rows()) {
            var tr = Element.of("tr")
                    .containing(Element.of("th").with("scope", "row").containing(phrases(row.getFirst())));
            for (var cell : row.subList(1, row.size())) {
                tr = tr.containing(Element.of("td").containing(phrases(cell)));
            }
            rows.add(tr);
        }
        var id = uniqueId.apply("table");
        var head = Element.of("tr")
                .containing(table.columns().stream()
                        .map(name -> Element.of("th").with("scope", "col").saying(name))
                        .toList());
        var whole = Element.of("table")
                .with("class", "linked")
                .containing(
                        Element.of("caption").with("id", id).saying(table.caption()),
                        Element.of("thead").containing(head),
                        Element.of("tbody").containing(rows));
        return medium == Medium.PAPER ? whole : scrolling(whole, id);
    }

    private List<Node> phrases(List<Phrase> phrases) {
        return phrases.stream().map(this::phrase).toList();
    }

    private static Element scrolling(Element table, String captionId) {
        return Element.of("div")
                .with("class", "scrolls")
                .with("role", "region")
                .with("aria-labelledby", captionId)
                .with("tabindex", "0")
                .containing(table);
    }

    private Element chosen(Choices choices, int level) {
        var writer = new ChoicesWriter(choices, medium, uniqueId);
        style.append(medium == Medium.SCREEN ? writer.style() : "");
        return writer.write(level, this::write);
    }

    /** Style rules that the blocks written so far need. */
    String style() {
        return style.toString();
    }

    private static Element table(NumberTable table, Element caption) {
        var head = Element.of("tr");
        for (var column : table.columns()) {
            var cell = Element.of("th").with("scope", "col");
            head = head.containing((column.numeric() ? cell.with("class", "number") : cell).saying(column.name()));
        }
        var rows = new ArrayList<Element>();
        for (var row : table.rows()) {
            var tr = Element.of("tr")
                    .containing(Element.of("th").with("scope", "row").saying(row.getFirst()));
            for (int i = 1; i < row.size(); i++) {
                var cell = Element.of("td");
                boolean numeric = table.columns().get(i).numeric();
                tr = tr.containing((numeric ? cell.with("class", "number") : cell).saying(row.get(i)));
            }
            rows.add(tr);
        }
        var whole = Element.of("table");
        whole = table.columns().size() <= COLUMNS_THAT_ALWAYS_FIT ? whole.with("class", "few") : whole;
        return whole.containing(
                caption,
                Element.of("thead").containing(head),
                Element.of("tbody").containing(rows));
    }
}
