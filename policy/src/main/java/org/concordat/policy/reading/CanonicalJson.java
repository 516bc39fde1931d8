package org.concordat.policy.reading;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one way to write text, lists and named fields as JSON, as RFC 8785 lays it down: names sorted by UTF-16 code unit, no
 * spaces, only what must be escaped is escaped. Files of Concordat hold no numbers, so that part of the RFC is not needed.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * Writes nested {@link Map}s with text names, {@link List}s, {@link String}s, {@link Boolean}s and {@link Integer}s.
     *
     * @throws IllegalArgumentException for anything else, and for text with half a surrogate pair, which has no UTF-8
     */
    public static String write(Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** The canonical form of a file's values. */
    public static String write(Node node) {
        return write(plain(node));
    }

    /** As maps, lists and strings. */
    public static Object plain(Node node) {
        return switch (node) {
            case Node.Text text -> text.value();
            case Node.Items items ->
                items.nodes().stream().map(CanonicalJson::plain).toList();
            case Node.Fields fields -> {
                var map = new TreeMap<String, Object>();
                fields.nodes().forEach((name, value) -> map.put(name, plain(value)));
                yield map;
            }
        };
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case String text -> quote(text, out);
            case Boolean truth -> out.append(truth);
            case Integer number -> out.append(number);
            case List<?> list -> {
                String separator = "[";
                for (Object item : list) {
                    out.append(separator);
                    write(item, out);
                    separator = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((name, item) -> sorted.put((String) name, item));
                String separator = "{";
                for (var entry : sorted.entrySet()) {
                    out.append(separator);
                    quote(entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    separator = ",";
                }
                out.append(sorted.isEmpty() ? "{}" : "}");
            }
            default ->
                throw new IllegalArgumentException(
                        "value is a " + value.getClass().getSimpleName()
                                + "; allowed are maps, lists, strings, booleans and integers");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        refuseHalfAPair(text, i);
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void refuseHalfAPair(String text, int i) {
        char c = text.charAt(i);
        boolean lonelyHigh = Character.isHighSurrogate(c)
                && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)));
        boolean lonelyLow = Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
        if (lonelyHigh || lonelyLow) {
            throw new IllegalArgumentException("text has half a surrogate pair at " + i + "; allowed is Unicode text");
        }
    }
}
