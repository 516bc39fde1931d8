package org.concordat.files.tables;

import java.util.ArrayList;
import java.util.List;

/** Splits the start of a file into rows, only to count their fields: a rough reading that decides between dialects. */
final class SampleRows {

    private static final int MOST_ROWS = 300;
    private static final int MOST_LINES_IN_A_FIELD = 100;

    private final String text;
    private final char delimiter;
    private final char quote;
    private final boolean backslash;
    private final boolean complete;
    private final List<SampleRow> rows = new ArrayList<>();
    private int at;
    private int line;
    private int fields;
    private int filled;
    private boolean broken;

    SampleRows(String text, char delimiter, char quote, boolean backslash, boolean complete) {
        this.text = text;
        this.delimiter = delimiter;
        this.quote = quote;
        this.backslash = backslash;
        this.complete = complete;
    }

    List<SampleRow> read() {
        while (at < text.length() && rows.size() < MOST_ROWS) {
            row();
        }
        return rows;
    }

    private void row() {
        int rowStart = at;
        int rowLine = line;
        fields = 0;
        filled = 0;
        broken = false;
        boolean more = true;
        while (more) {
            if (!field()) {
                resumeAfter(rowStart, rowLine);
                return;
            }
            fields++;
            more = at < text.length() && text.charAt(at) == delimiter;
            at += more ? 1 : 0;
        }
        boolean ended = at < text.length();
        stepOverLineBreak();
        boolean blank = fields == 1 && filled == 0;
        boolean cutByTheSample = !ended && !complete && !rows.isEmpty();
        if (!blank && !cutByTheSample) {
            rows.add(new SampleRow(rowLine, fields, filled, broken));
        }
    }

    // A quote that does not close would hide the rest: the row that opened it is broken, the next line is read afresh.
    private void resumeAfter(int rowStart, int rowLine) {
        rows.add(new SampleRow(rowLine, fields + 1, filled + 1, true));
        at = rowStart;
        line = rowLine;
        while (at < text.length() && !atLineBreak()) {
            at++;
        }
        stepOverLineBreak();
    }

    /** Steps over one field; false when its quote does not close. */
    private boolean field() {
        int start = at;
        while (at < text.length() && text.charAt(at) == ' ' && delimiter != ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == quote) {
            return quotedField();
        }
        at = start;
        boolean any = false;
        while (at < text.length() && text.charAt(at) != delimiter && !atLineBreak()) {
            any |= !Trimming.isWhite(text.charAt(at));
            at++;
        }
        filled += any ? 1 : 0;
        return true;
    }

    private boolean quotedField() {
        int linesBefore = line;
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (backslash && c == '\\') {
                at = Math.min(text.length(), at + 2);
            } else if (c == quote && at + 1 < text.length() && text.charAt(at + 1) == quote) {
                at += 2;
            } else if (c == quote) {
                filled += at > start ? 1 : 0;
                at++;
                stepToFieldEnd();
                return true;
            } else if (atLineBreak()) {
                stepOverLineBreak();
                if (line - linesBefore > MOST_LINES_IN_A_FIELD) {
                    return false;
                }
            } else {
                at++;
            }
        }
        return !complete;
    }

    private void stepToFieldEnd() {
        while (at < text.length() && text.charAt(at) != delimiter && !atLineBreak()) {
            broken |= text.charAt(at) != ' ';
            at++;
        }
    }

    private boolean atLineBreak() {
        char c = text.charAt(at);
        return c == '\n' || c == '\r';
    }

    private void stepOverLineBreak() {
        if (at >= text.length()) {
            return;
        }
        boolean pair = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        at += pair ? 2 : 1;
        line++;
    }
}
