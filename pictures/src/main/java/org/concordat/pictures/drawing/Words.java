package org.concordat.pictures.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide words will be, without reading a font: the widths of Arial in thousandths of the font size, by kind of
 * character, with a margin of 5 %. Good enough to leave room and to break lines; wrong by up to a tenth for unusual
 * text.
 */
public final class Words {
    private static final double MARGIN = 1.05;

    private Words() {}

    /** The width in drawing units of one line of text at a font size. */
    public static double width(String words, double fontSize) {
        double thousandths = words.codePoints().mapToDouble(Words::thousandths).sum();
        return thousandths / 1000 * fontSize * MARGIN;
    }

    private static double thousandths(int c) {
        if ("iljI.,:;'|!’ ".indexOf(c) >= 0) {
            return 260;
        }
        if ("ftr()[]-/".indexOf(c) >= 0) {
            return 320;
        }
        if ("mMW@%".indexOf(c) >= 0) {
            return 860;
        }
        if (c == 'w' || Character.isUpperCase(c)) {
            return 700;
        }
        return c < 0x2E80 ? 556 : 1000;
    }

    /**
     * The words in lines no wider than a width, at most so many; the last is cut with an ellipsis when there is more. A
     * word wider than a line is broken.
     */
    public static List<String> wrapped(String words, double fontSize, double width, int lines) {
        var all = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words.strip().split("\\s+")) {
            var rest = word;
            while (!rest.isEmpty()) {
                var joined = line.isEmpty() ? rest : line + " " + rest;
                if (width(joined, fontSize) <= width) {
                    line.setLength(0);
                    line.append(joined);
                    rest = "";
                } else if (line.isEmpty()) {
                    int fits = charactersThatFit(rest, fontSize, width);
                    all.add(rest.substring(0, fits));
                    rest = rest.substring(fits);
                } else {
                    all.add(line.toString());
                    line.setLength(0);
                }
            }
        }
        if (!line.isEmpty()) {
            all.add(line.toString());
        }
        return all.size() <= lines ? all : cut(all, fontSize, width, lines);
    }

    private static List<String> cut(List<String> all, double fontSize, double width, int lines) {
        var kept = new ArrayList<>(all.subList(0, lines));
        var last = kept.removeLast();
        while (last.length() > 1 && width(last + "…", fontSize) > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1)).stripTrailing();
        }
        kept.add(last + "…");
        return kept;
    }

    private static int charactersThatFit(String word, double fontSize, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), fontSize) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
