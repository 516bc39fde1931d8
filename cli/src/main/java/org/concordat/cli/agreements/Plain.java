package org.concordat.cli.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text of files as it may be shown on a terminal, and lines that fit one. */
public final class Plain {

    /** Where lines are broken: what a terminal of ordinary width and a printed page hold. */
    public static final int WIDTH_CHARACTERS = 100;

    /** Control characters, which can command a terminal, and marks that turn the direction of text around. */
    private static final Pattern MISLEADING = Pattern.compile(
            "[\\p{Cntrl}\\u0080-\\u009f\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private Plain() {}

    /** The text in one line, without what could make a terminal show something else. */
    public static String text(String text) {
        return MISLEADING.matcher(text.replaceAll("\\s+", " ")).replaceAll("?");
    }

    /**
     * The text broken into lines at spaces.
     *
     * @param first what the first line begins with
     * @param next what the others begin with
     */
    public static List<String> lines(String first, String next, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text(text).strip().split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH_CHARACTERS) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return List.copyOf(lines);
    }
}
