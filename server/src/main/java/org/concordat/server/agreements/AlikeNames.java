package org.concordat.server.agreements;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.concordat.server.parties.Organisation;

/**
 * Which organisations are called alike: the same but for case, marks, and endings such as Ltd, or with one
 * letter typed otherwise. Whether they are one is for people to say.
 */
final class AlikeNames {

    private static final int MOST_SHOWN = 3;
    private static final int MOST_LETTERS_APART = 1;
    private static final int SHORTEST_FOR_TYPING_ERRORS = 8;

    private AlikeNames() {}

    /** A name without what people write in one way or another. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^a-z0-9]+", " ")
                .replaceAll("\\b(the|ltd|limited|cic|plc|llp|inc)\\b", " ")
                .replaceAll(" +", " ")
                .strip();
    }

    /** Organisations that are called like it, the most alike first; at most three. */
    static List<Organisation> of(String name, Collection<Organisation> here) {
        String plain = plain(name);
        return here.stream()
                .filter(each -> plain(each.name()).equals(plain) || isMistyped(plain, plain(each.name())))
                .sorted(Comparator.comparing(
                                (Organisation each) -> !plain(each.name()).equals(plain))
                        .thenComparing(Organisation::code))
                .limit(MOST_SHOWN)
                .toList();
    }

    private static boolean isMistyped(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_FOR_TYPING_ERRORS
                && Math.abs(one.length() - other.length()) <= MOST_LETTERS_APART
                && lettersApart(one, other) <= MOST_LETTERS_APART;
    }

    /** The Levenshtein distance: letters put in, left out or changed. */
    private static int lettersApart(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
