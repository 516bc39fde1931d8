package org.concordat.files.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Street names, house numbers and units, each in its own column. */
public final class Streets {

    private static final Map<String, String> DIRECTIONS = Map.ofEntries(
            Map.entry("n", "north"),
            Map.entry("s", "south"),
            Map.entry("e", "east"),
            Map.entry("w", "west"),
            Map.entry("ne", "northeast"),
            Map.entry("nw", "northwest"),
            Map.entry("se", "southeast"),
            Map.entry("sw", "southwest"));

    private static final Set<String> FULL_DIRECTIONS = Set.copyOf(DIRECTIONS.values());

    private Streets() {}

    /** A street name with its type and leading or trailing direction written out: {@code W Julia Cir S}. */
    public static Standardised street(@Nullable String raw) {
        Standardised text = FreeText.standardise(raw);
        String words = text.value();
        if (words == null) {
            return text;
        }
        if (isAddressPlaceholder(words)) {
            return Standardised.setAside(Rule.ADDRESS_PLACEHOLDER);
        }
        String expanded = expand(words);
        boolean changed = !expanded.equals(words);
        return new Standardised(expanded, text.ruleBits() | (changed ? Rule.ADDRESS_WORD_EXPANDED.bit() : 0));
    }

    /** A house number or name: {@code 12 A}, {@code No. 12a}, {@code 12-14}, {@code Rose Cottage}. */
    public static Standardised number(@Nullable String raw) {
        Standardised text = FreeText.standardise(raw);
        String words = text.value();
        if (words == null) {
            return text;
        }
        return unlessPlaceholder(numberOf(words), text.ruleBits());
    }

    /** A flat or unit: {@code Apt # 5}, {@code apartment 5} and {@code Flat 5} all give {@code 5}. */
    public static Standardised unit(@Nullable String raw) {
        Standardised text = FreeText.standardise(raw);
        String words = text.value();
        if (words == null) {
            return text;
        }
        return unlessPlaceholder(withoutUnitWords(words), text.ruleBits());
    }

    private static Standardised unlessPlaceholder(String words, long ruleBits) {
        return FreeText.isPlaceholder(words)
                ? Standardised.setAside(Rule.TEXT_PLACEHOLDER)
                : new Standardised(words, ruleBits);
    }

    static String withoutUnitWords(String words) {
        if (words.indexOf(' ') < 0) {
            return words;
        }
        List<String> kept = new ArrayList<>();
        for (String word : words.split(" ")) {
            if (!isUnitWord(word)) {
                kept.add(word);
            }
        }
        return kept.isEmpty() ? words : String.join(" ", kept);
    }

    private static boolean isUnitWord(String word) {
        return switch (word) {
            case "flat",
                    "apartment",
                    "apartamento",
                    "apt",
                    "appt",
                    "ap",
                    "aprt",
                    "unit",
                    "number",
                    "no",
                    "nbr",
                    "num",
                    "room",
                    "rm",
                    "suite",
                    "ste",
                    "the" -> true;
            default -> false;
        };
    }

    static boolean isAddressPlaceholder(String words) {
        return words.length() <= 30 && Words.ADDRESS_UNKNOWN.contains(FreeText.joined(words));
    }

    static String numberOf(String words) {
        String text = words;
        while (text.startsWith("no ") || text.startsWith("number ")) {
            text = text.substring(text.indexOf(' ') + 1);
        }
        int space = text.indexOf(' ');
        boolean numberAndLetter = space > 0
                && space == text.length() - 2
                && Characters.isAllDigits(text.substring(0, space))
                && Characters.isSmallLetter(text.charAt(space + 1));
        return numberAndLetter ? text.substring(0, space) + text.substring(space + 1) : text;
    }

    /** Writes out the type and directions of a street in small plain words; {@code st} at the start is a saint. */
    static String expand(String words) {
        if (words.indexOf(' ') < 0) {
            return words;
        }
        String[] parts = words.split(" ");
        int last = parts.length - 1;
        String direction = DIRECTIONS.get(parts[0]);
        if (direction != null && parts.length > 2) {
            parts[0] = direction;
        }
        direction = DIRECTIONS.get(parts[last]);
        if (direction != null && parts.length > 2) {
            parts[last] = direction;
            last--;
        } else if (FULL_DIRECTIONS.contains(parts[last]) && parts.length > 2) {
            last--;
        }
        String type = Words.STREET.get(parts[last]);
        if (type != null && last > 0) {
            parts[last] = type;
        }
        if (parts[0].equals("saint")) {
            parts[0] = "st";
        }
        return String.join(" ", parts);
    }

    /** Whether the last word (before a direction) is a street type. */
    static boolean endsInStreetType(String words) {
        int space = words.lastIndexOf(' ');
        if (space < 0) {
            return false;
        }
        String last = words.substring(space + 1);
        if (Words.STREET.containsKey(last)) {
            return true;
        }
        if (!isDirection(last)) {
            return false;
        }
        int before = words.lastIndexOf(' ', space - 1);
        return before >= 0 && Words.STREET.containsKey(words.substring(before + 1, space));
    }

    private static boolean isDirection(String word) {
        return DIRECTIONS.containsKey(word) || FULL_DIRECTIONS.contains(word);
    }
}
