package org.concordat.server.foundation.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How one version of a text became the next, word by word: a longest common subsequence, of which the removals of one place
 * come before its additions. Texts of more than {@value #MOST_WORDS} words are compared line by line; when there are as many
 * lines, the whole text counts as replaced, so that the work stays small whatever is handed in.
 */
public final class Changes {

    private static final int MOST_WORDS = 2000;
    private static final Pattern WORDS = Pattern.compile("\\s+|[^\\s]+");
    private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private Changes() {}

    /** The pieces of both versions in the order of reading; joined without the added ones they are {@code before}. */
    public static List<Change> between(String before, String after) {
        if (before.equals(after)) {
            return before.isEmpty() ? List.of() : List.of(new Change(Change.Kind.KEPT, before));
        }
        for (Pattern pattern : List.of(WORDS, LINES)) {
            List<String> old = pieces(pattern, before);
            List<String> now = pieces(pattern, after);
            if (Math.max(old.size(), now.size()) <= MOST_WORDS) {
                return compared(old, now);
            }
        }
        return compared(before.isEmpty() ? List.of() : List.of(before), after.isEmpty() ? List.of() : List.of(after));
    }

    private static List<String> pieces(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Change> compared(List<String> old, List<String> now) {
        // common[i][j]: how many pieces old from i on and now from j on have in common, in order.
        var common = new short[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? (short) (common[i + 1][j + 1] + 1)
                        : (short) Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var changes = new ArrayList<Change>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                append(changes, Change.Kind.KEPT, old.get(i++));
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                append(changes, Change.Kind.REMOVED, old.get(i++));
            } else {
                append(changes, Change.Kind.ADDED, now.get(j++));
            }
        }
        return List.copyOf(changes);
    }

    private static void append(List<Change> changes, Change.Kind kind, String piece) {
        if (!changes.isEmpty() && changes.getLast().kind() == kind) {
            Change last = changes.removeLast();
            changes.add(new Change(kind, last.text() + piece));
        } else {
            changes.add(new Change(kind, piece));
        }
    }
}
