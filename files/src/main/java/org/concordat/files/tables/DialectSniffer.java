package org.concordat.files.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how delimited text is written, by trying each way on the start of a file and keeping the one under which
 * most rows have the same number of fields.
 *
 * <p>Commas, semicolons, tabs and pipes are believed first. Rarer characters count only when these fail, for a colon or
 * a blank stands regularly in times and names. Text that no character divides is a table of one column.
 */
final class DialectSniffer {

    private static final char[] COMMON = {',', ';', '\t', '|'};
    private static final char[] RARE = {'^', '~', '\u001f', '\u0001', '¦', '¬', '§', ':', '#', '*', '!', '/', ' '};
    private static final double GOOD_ENOUGH = 0.6;
    private static final int MOST_LINES_ABOVE_HEADER = 20;

    private final String text;
    private final boolean complete;

    /** @param complete whether the text is the whole file */
    DialectSniffer(String text, boolean complete) {
        this.text = text;
        this.complete = complete;
    }

    private record Scored(char delimiter, char quote, boolean backslash, List<SampleRow> rows, double score) {}

    Dialect find(@Nullable Character given) {
        int declaredLines = declaresSeparator() ? 1 : 0;
        if (given == null && declaredLines == 1) {
            given = text.charAt(4);
        }
        String body = declaredLines == 0 ? text : text.substring(lineEnd(0));
        Scored best = given == null ? bestOfAll(body) : best(body, new char[] {given}, 0);
        if (best == null) {
            return new Dialect(given == null ? ',' : given, '"', false, declaredLines);
        }
        return new Dialect(
                best.delimiter(), best.quote(), best.backslash(), declaredLines + linesAboveHeader(best.rows()));
    }

    // Excel writes "sep=;" as a first line for itself.
    private boolean declaresSeparator() {
        return text.length() > 5
                && text.regionMatches(true, 0, "sep=", 0, 4)
                && (text.charAt(5) == '\n' || text.charAt(5) == '\r')
                && !Character.isLetterOrDigit(text.charAt(4));
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        if (end < text.length() - 1 && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
            end++;
        }
        return Math.min(text.length(), end + 1);
    }

    private @Nullable Scored bestOfAll(String body) {
        Scored common = best(body, COMMON, GOOD_ENOUGH);
        return common != null ? common : best(body, RARE, 0.9);
    }

    private @Nullable Scored best(String body, char[] delimiters, double atLeast) {
        Scored best = null;
        for (char delimiter : delimiters) {
            for (char quote : new char[] {'"', '\''}) {
                Scored scored = scored(body, delimiter, quote);
                if (scored != null && scored.score() >= atLeast && (best == null || scored.score() > best.score())) {
                    best = scored;
                }
            }
        }
        return best;
    }

    private @Nullable Scored scored(String body, char delimiter, char quote) {
        if (body.indexOf(delimiter) < 0 || (quote == '\'' && !wrapsFields(body, delimiter))) {
            return null;
        }
        Scored plain = tried(body, delimiter, quote, false);
        if (body.indexOf("\\" + quote) < 0) {
            return plain;
        }
        Scored escaped = tried(body, delimiter, quote, true);
        return escaped.score() > plain.score() ? escaped : plain;
    }

    private Scored tried(String body, char delimiter, char quote, boolean backslash) {
        List<SampleRow> rows = new SampleRows(body, delimiter, quote, backslash, complete).read();
        return new Scored(delimiter, quote, backslash, rows, score(rows));
    }

    /** The share of rows that have the commonest number of fields, lower when the header is not among them. */
    private static double score(List<SampleRow> rows) {
        int usual = usualFields(rows);
        if (usual < 2) {
            return 0;
        }
        long alike = rows.stream()
                .filter(row -> row.fields() == usual && !row.broken())
                .count();
        double share = (double) alike / rows.size();
        List<SampleRow> below = rows.subList(Math.min(rows.size() - 1, rowsAboveHeader(rows)), rows.size());
        boolean headerAgrees = below.getFirst().fields() == usual;
        // More columns decide between two characters that divide equally well, and never outweigh agreement.
        return share * (headerAgrees ? 1 : 0.7) + 0.001 * Math.min(usual, 50);
    }

    private static int usualFields(List<SampleRow> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.fields(), 1, Integer::sum));
        int usual = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            boolean wider = count.getKey() > usual;
            if (count.getValue() > most || (count.getValue() == most && wider)) {
                most = count.getValue();
                usual = count.getKey();
            }
        }
        return usual;
    }

    private static int rowsAboveHeader(List<SampleRow> rows) {
        if (usualFields(rows) < 3) {
            return 0;
        }
        int above = 0;
        while (above < Math.min(rows.size(), MOST_LINES_ABOVE_HEADER)
                && rows.get(above).filled() <= 1) {
            above++;
        }
        return above == Math.min(rows.size(), MOST_LINES_ABOVE_HEADER) ? 0 : above;
    }

    private static int linesAboveHeader(List<SampleRow> rows) {
        int above = rowsAboveHeader(rows);
        return above == 0 ? 0 : rows.get(above).firstLine();
    }

    // Apostrophes begin Dutch and Irish words, so single quotes must both open and close fields, and often.
    private static boolean wrapsFields(String body, char delimiter) {
        int opens = 0;
        int closes = 0;
        int lines = 1;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\n') {
                lines++;
            }
            if (c != '\'') {
                continue;
            }
            char before = i == 0 ? '\n' : body.charAt(i - 1);
            char after = i == body.length() - 1 ? '\n' : body.charAt(i + 1);
            opens += before == delimiter || before == '\n' || before == '\r' ? 1 : 0;
            closes += after == delimiter || after == '\n' || after == '\r' ? 1 : 0;
        }
        return opens >= Math.max(2, lines / 3) && closes * 5 >= opens * 4 && opens * 5 >= closes * 4;
    }
}
