package org.concordat.pictures.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Node;

/**
 * A drawing in the making: marks are added from back to front, then {@link #finished} gives the SVG. One canvas makes
 * one picture at one {@link Size}; the height grows with what is drawn. Colours and dashes are presentation attributes,
 * so that pages may forbid inline style.
 */
public final class Canvas {
    /** Metric twins, so that the widths of {@link Words} hold wherever the page is read. */
    private static final String FONTS = "Arial, Helvetica, 'Liberation Sans', sans-serif";

    /** Where a text is tied to its position. */
    public enum Anchor {
        START,
        MIDDLE,
        END;

        private String word() {
            return switch (this) {
                case START -> "start";
                case MIDDLE -> "middle";
                case END -> "end";
            };
        }
    }

    private final String id;
    private final Size size;
    private final List<Node> marks = new ArrayList<>();
    private final Set<Fill> patterns = new TreeSet<>();

    /**
     * @param id unique on its page: letters, digits, hyphens; the canvas names its own parts after it
     */
    public Canvas(String id, Size size) {
        if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("Picture id: a letter, then letters, digits and hyphens.");
        }
        this.id = id;
        this.size = size;
    }

    public Size size() {
        return size;
    }

    public double width() {
        return size.width();
    }

    public boolean isNarrow() {
        return size == Size.NARROW;
    }

    /** Adds any element, for shapes this class has no word for. */
    public void add(Element element) {
        marks.add(element);
    }

    /** Adds any element behind all others. */
    public void addBehind(Element element) {
        marks.addFirst(element);
    }

    /** How to paint with a fill: a colour, or the name of its pattern, which the finished drawing will hold. */
    public String paint(Fill fill) {
        if (fill.pattern() == Fill.Pattern.SOLID) {
            return fill.colour().hex();
        }
        patterns.add(fill);
        return "url(#" + patternId(fill) + ")";
    }

    private String patternId(Fill fill) {
        return id + "-" + fill.name();
    }

    /** A filled box whose width and height are made positive. */
    public void box(double x, double y, double width, double height, Fill fill, String kind) {
        var box = Element.of("rect")
                .with("class", kind)
                .with("x", Math.min(x, x + width))
                .with("y", Math.min(y, y + height))
                .with("width", Math.abs(width))
                .with("height", Math.abs(height))
                .with("fill", paint(fill));
        // A pattern alone may end in white: the outline keeps the 3 to 1 contrast all round.
        add(
                fill.pattern() == Fill.Pattern.SOLID
                        ? box
                        : box.with("stroke", fill.colour().hex()).with("stroke-width", 1));
    }

    public void line(double x1, double y1, double x2, double y2, Colour colour, double thickness, String dashes) {
        add(stroke(x1, y1, x2, y2, colour, thickness, dashes));
    }

    /** A line behind all other marks. */
    public void lineBehind(double x1, double y1, double x2, double y2, Colour colour) {
        addBehind(stroke(x1, y1, x2, y2, colour, 1, ""));
    }

    private static Element stroke(
            double x1, double y1, double x2, double y2, Colour colour, double thickness, String dashes) {
        var line = Element.of("line")
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2)
                .with("stroke", colour.hex())
                .with("stroke-width", thickness);
        return dashes.isEmpty() ? line : line.with("stroke-dasharray", dashes);
    }

    /** One line of text in ink, {@code y} being its baseline. */
    public void text(double x, double y, Anchor anchor, String words) {
        text(x, y, anchor, words, Palette.INK, false);
    }

    /** One line of text; bold is for headings and totals. */
    public void text(double x, double y, Anchor anchor, String words, Colour colour, boolean bold) {
        var text = Element.of("text").with("x", x).with("y", y);
        text = anchor == Anchor.START ? text : text.with("text-anchor", anchor.word());
        text = colour.equals(Palette.INK) ? text : text.with("fill", colour.hex());
        text = bold ? text.with("font-weight", "bold") : text;
        add(text.saying(words));
    }

    /** Text over marks, with a white rim that keeps it readable. */
    public void textOnMarks(double x, double y, Anchor anchor, String words) {
        add(rim(x, y, anchor, words));
        text(x, y, anchor, words);
    }

    /** The same in another colour or bold. */
    public void textOnMarks(double x, double y, Anchor anchor, String words, Colour colour, boolean bold) {
        var rim = rim(x, y, anchor, words);
        add(bold ? rim.with("font-weight", "bold") : rim);
        text(x, y, anchor, words, colour, bold);
    }

    private static Element rim(double x, double y, Anchor anchor, String words) {
        return Element.of("text")
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor.word())
                .with("fill", "#ffffff")
                .with("stroke", "#ffffff")
                .with("stroke-width", 3)
                .with("stroke-linejoin", "round")
                .with("class", "rim")
                .saying(words);
    }

    /** Several lines of text, the first with its baseline at {@code y}. */
    public void lines(double x, double y, Anchor anchor, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text(x, y + i * size.line(), anchor, lines.get(i));
        }
    }

    public double widthOf(String words) {
        return Words.width(words, size.fontSize());
    }

    public List<String> wrapped(String words, double width, int lines) {
        return Words.wrapped(words, size.fontSize(), width, lines);
    }

    /** A drawing made to be shown at another width, in CSS pixels, with its height in proportion. */
    public static Element scaled(Element svg, double width) {
        double height = 0;
        double own = 1;
        for (var attribute : svg.attributes()) {
            height = attribute.name().equals("height") ? Double.parseDouble(attribute.value()) : height;
            own = attribute.name().equals("width") ? Double.parseDouble(attribute.value()) : own;
        }
        return svg.changing("width", width).changing("height", height * width / own);
    }

    /**
     * The drawing as an accessible image.
     *
     * @param height in drawing units
     * @param title its name, read first
     * @param description what it shows, in a sentence or two
     */
    public Element finished(double height, String title, String description) {
        var svg = Element.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + size.width() + " " + (int) Math.ceil(height))
                .with("width", size.width())
                .with("height", Math.ceil(height))
                .with("role", "img")
                .with("aria-labelledby", id + "-title " + id + "-desc")
                .with("font-family", FONTS)
                .with("font-size", size.fontSize())
                .with("fill", Palette.INK.hex())
                .containing(
                        Element.of("title").with("id", id + "-title").saying(title),
                        Element.of("desc").with("id", id + "-desc").saying(description));
        if (!patterns.isEmpty()) {
            svg = svg.containing(Element.of("defs")
                    .containing(patterns.stream()
                            .map(fill -> fill.asPattern(patternId(fill)))
                            .toList()));
        }
        return svg.containing(marks);
    }
}
