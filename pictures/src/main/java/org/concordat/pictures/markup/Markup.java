package org.concordat.pictures.markup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** Writes a tree of {@link Node}s as text that an XML parser and a browser read alike. */
public final class Markup {
    private static final Set<String> VOID =
            Set.of("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr");
    private static final Set<String> ON_OWN_LINE = Set.of(
            "html",
            "head",
            "body",
            "meta",
            "title",
            "style",
            "header",
            "main",
            "footer",
            "nav",
            "section",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "p",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "figure",
            "figcaption",
            "details",
            "summary",
            "fieldset",
            "legend",
            "label",
            "select",
            "option",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "svg",
            "g",
            "rect",
            "path",
            "line",
            "circle",
            "polyline",
            "polygon",
            "text",
            "defs",
            "pattern",
            "desc",
            "bookmarks",
            "bookmark");

    private Markup() {}

    /** The tree as text, without a document type. */
    public static String write(Node node) {
        var out = new StringBuilder();
        append(node, out);
        return out.toString();
    }

    private static void append(Node node, StringBuilder out) {
        switch (node) {
            case Text text -> escape(text.words(), false, out);
            case Element element -> append(element, out);
        }
    }

    private static void append(Element element, StringBuilder out) {
        if (!out.isEmpty() && ON_OWN_LINE.contains(element.name())) {
            out.append('\n');
        }
        out.append('<').append(element.name());
        for (var attribute : element.attributes()) {
            out.append(' ').append(attribute.name()).append("=\"");
            escape(attribute.value(), true, out);
            out.append('"');
        }
        if (VOID.contains(element.name())) {
            if (!element.children().isEmpty()) {
                throw new IllegalArgumentException("Element " + element.name() + " cannot have children.");
            }
            out.append("/>");
            return;
        }
        out.append('>');
        for (var child : element.children()) {
            if (element.name().equals("style")) {
                appendStyle(child, out);
            } else {
                append(child, out);
            }
        }
        out.append("</").append(element.name()).append('>');
    }

    /** HTML reads a style sheet raw and XML does not; without these characters both read the same. */
    private static void appendStyle(Node child, StringBuilder out) {
        if (!(child instanceof Text(String words)) || words.matches("(?s).*[<&].*") || words.contains("]]>")) {
            throw new IllegalArgumentException("Style sheet: plain text without <, & and ]]> only.");
        }
        out.append(words);
    }

    private static void escape(String words, boolean inAttribute, StringBuilder out) {
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(inAttribute ? ' ' : (char) c);
                default -> out.appendCodePoint(mayStandInXml(c) ? c : 0xFFFD);
            }
        });
    }

    /** The characters of XML 1.0, less the C1 controls that HTML forbids. */
    private static boolean mayStandInXml(int c) {
        return (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE);
    }

    /** A finite number with at most two decimals; throws {@link IllegalArgumentException} for any other. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A drawing's numbers are finite, given " + value + ".");
        }
        var rounded = BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return rounded.equals("-0") ? "0" : rounded;
    }
}
