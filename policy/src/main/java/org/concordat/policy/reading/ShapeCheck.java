package org.concordat.policy.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.concordat.policy.reading.Shape.Field;

/** Whether a value has its shape; if not, one problem for each way in which it has not. */
final class ShapeCheck {

    /** A word so near to a known one that it may be meant. */
    private static final int NEAR_EDITS = 2;

    private final Problems problems;

    ShapeCheck(Problems problems) {
        this.problems = problems;
    }

    void check(String name, Node node, Shape shape) {
        switch (shape) {
            case Shape.Group group -> group(name, node, group);
            case Shape.ListOf list -> list(name, node, list);
            case Shape.Prose prose -> prose(name, node, prose);
            case Shape.Id ignored -> id(name, node);
            case Shape.Reference ignored -> id(name, node);
            case Shape.OneOf words -> word(name, node, words);
            case Shape.Day ignored -> day(name, node);
            case Shape.Whole whole -> whole(name, node, whole);
            case Shape.YesNo ignored -> word(name, node, new Shape.OneOf(List.of("yes", "no")));
            case Shape.Bytes bytes -> bytes(name, node, bytes);
        }
    }

    private void group(String name, Node node, Shape.Group group) {
        if (!(node instanceof Node.Fields fields)) {
            wrongKind(name, node, "named fields: " + names(group));
            return;
        }
        for (Field field : group.fields()) {
            Node value = fields.nodes().get(field.name());
            if (value != null) {
                check(field.name(), value, field.shape());
            } else if (field.required()) {
                problems.add(
                        "FIELD-MISSING",
                        node.place(),
                        "'" + name + "' has no '" + field.name() + "'.",
                        "Add it. " + field.meaning());
            }
        }
        fields.nodes().keySet().stream()
                .filter(given -> group.field(given).isEmpty())
                .forEach(given -> problems.add(
                        "FIELD-UNKNOWN",
                        fields.places().getOrDefault(given, node.place()),
                        "'" + YamlFile.shortened(given) + "' is no field of '" + name + "'.",
                        suggestion(
                                given, group.fields().stream().map(Field::name).toList())));
    }

    private void list(String name, Node node, Shape.ListOf list) {
        if (!(node instanceof Node.Items items)) {
            wrongKind(name, node, "a list: one item a line, each after '- '");
            return;
        }
        if (items.nodes().isEmpty() && !list.mayBeEmpty()) {
            problems.add("LIST-EMPTY", node.place(), "The list '" + name + "' is empty.", "Give at least one item.");
        }
        Set<String> seen = new HashSet<>();
        for (Node item : items.nodes()) {
            check(name, item, list.of());
            if (item instanceof Node.Text text && !seen.add(text.value())) {
                problems.add(
                        "LIST-REPEATS",
                        item.place(),
                        "An item of the list '" + name + "' is there twice.",
                        "Keep one of them.");
            }
        }
    }

    private void prose(String name, Node node, Shape.Prose prose) {
        if (!(node instanceof Node.Text text)) {
            wrongKind(name, node, "text; put it in quotes or after '|'");
        } else if (isBlank(node)) {
            blank(name, node);
        } else if (text.value().length() > prose.longest()) {
            problems.add(
                    "FIELD-TOO-LONG",
                    node.place(),
                    "'" + name + "' has " + text.value().length() + " characters, more than " + prose.longest() + ".",
                    "Say it shorter, or refer to another document.");
        }
    }

    private void id(String name, Node node) {
        String text = text(node);
        if (!Shape.ID.matcher(text).matches()) {
            badValue(name, node, "an id: up to 64 letters, digits, hyphens and dots, beginning with a letter or digit");
        }
    }

    private void word(String name, Node node, Shape.OneOf words) {
        String text = text(node);
        if (isBlank(node)) {
            // No word is near to none: a suggestion would answer what nobody has answered.
            blank(name, node);
        } else if (!words.spellings().contains(text)) {
            problems.add(
                    "WORD-UNKNOWN",
                    node.place(),
                    node instanceof Node.Text
                            ? "'" + YamlFile.shortened(text) + "' is not a word that '" + name + "' may hold."
                            : "'" + name + "' is not one word.",
                    suggestion(text, words.spellings()));
        }
    }

    private void day(String name, Node node) {
        String text = text(node);
        try {
            if (text.length() == 10 && LocalDate.parse(text).getYear() >= 1900) {
                return;
            }
        } catch (DateTimeException notADay) {
            // told below
        }
        badValue(name, node, "a date of the calendar, written as 2026-03-31");
    }

    private void whole(String name, Node node, Shape.Whole whole) {
        String text = text(node);
        boolean good = text.matches("0|-?[1-9][0-9]{0,8}")
                && Integer.parseInt(text) >= whole.least()
                && Integer.parseInt(text) <= whole.most();
        if (!good) {
            badValue(name, node, "a whole number from " + whole.least() + " to " + whole.most());
        }
    }

    private void bytes(String name, Node node, Shape.Bytes bytes) {
        try {
            if (Base64.getDecoder().decode(text(node)).length == bytes.count()) {
                return;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        badValue(name, node, bytes.count() + " bytes in base64");
    }

    private static String text(Node node) {
        return node instanceof Node.Text text ? text.value() : "";
    }

    private void badValue(String name, Node node, String wanted) {
        if (isBlank(node)) {
            blank(name, node);
        } else {
            problems.add(
                    "VALUE-WRONG", node.place(), "What '" + name + "' holds is not " + wanted + ".", "Correct it.");
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof Node.Text text && text.value().isBlank();
    }

    private void blank(String name, Node node) {
        problems.add("FIELD-BLANK", node.place(), "'" + name + "' says nothing.", "Fill it in.");
    }

    private void wrongKind(String name, Node node, String wanted) {
        problems.add("VALUE-KIND", node.place(), "'" + name + "' should be " + wanted + ".", "Write it so.");
    }

    private static String names(Shape.Group group) {
        return String.join(", ", group.fields().stream().map(Field::name).toList());
    }

    /** The nearest known word when one is near, and all of them when they are few. */
    private static String suggestion(String given, List<String> known) {
        String lower = given.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        for (String word : known) {
            boolean alikeInLength = Math.abs(lower.length() - word.length()) <= NEAR_EDITS;
            if (alikeInLength && edits(lower, word) <= NEAR_EDITS) {
                return "Did you mean '" + word + "'?";
            }
        }
        return "Use one of: " + String.join(", ", known) + ".";
    }

    /** Letters to insert, delete or replace to make one text of the other (Levenshtein 1966). */
    private static int edits(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
