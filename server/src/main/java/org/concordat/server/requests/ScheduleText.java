package org.concordat.server.requests;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the text of a schedule's file: what people typed always in quotation marks, so that it stays text. */
final class ScheduleText {

    private final StringBuilder yaml = new StringBuilder();
    private int depth;
    private boolean firstOfItem;

    ScheduleText comment(String text) {
        yaml.append("# ").append(text).append('\n');
        return this;
    }

    /** A word, number or day. */
    ScheduleText word(String field, String word) {
        return line(field + ": " + word);
    }

    ScheduleText text(String field, String text) {
        return line(field + ": " + quoted(text));
    }

    ScheduleText list(String field, List<String> words) {
        return line(field + ": [" + String.join(", ", words) + "]");
    }

    /** A group or a list of items, until {@link #close()}. */
    ScheduleText open(String field) {
        line(field + ":");
        depth++;
        return this;
    }

    ScheduleText close() {
        depth--;
        return this;
    }

    /** An item of a list with a first field, until {@link #closeItem()}. */
    ScheduleText openItem(String field, String word) {
        firstOfItem = true;
        line(field + ": " + word);
        depth++;
        return this;
    }

    ScheduleText closeItem() {
        return close();
    }

    /** A small item on one line; its values are written as they are. */
    ScheduleText item(Map<String, String> fields) {
        return line(fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", ", "- {", "}")));
    }

    /** As YAML reads it in double quotation marks. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(point);
            }
        });
        return quoted.append('"').toString();
    }

    private ScheduleText line(String content) {
        yaml.append("  ".repeat(depth))
                .append(firstOfItem ? "- " : "")
                .append(content)
                .append('\n');
        firstOfItem = false;
        return this;
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
