package org.concordat.server.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads rows that somebody pasted out of a spreadsheet: cells between tabs, or between commas with quotation marks as in CSV
 * files. A heading and empty rows are left out. What the cells mean is not looked at here, and nothing else is lost.
 */
final class PastedText {

    private static final int CELLS = 6;
    private static final int LONGEST_CELL = 500;

    private PastedText() {}

    /** The rows, numbered from a line on. */
    static List<PastedRow> read(String text, int first) {
        var rows = new ArrayList<PastedRow>();
        for (String line : text.lines().toList()) {
            List<String> cells = cells(line);
            if (cells.stream().allMatch(String::isEmpty) || rows.isEmpty() && isHeading(cells)) {
                continue;
            }
            rows.add(new PastedRow(
                    first + rows.size(),
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return rows;
    }

    /** Six cells: what is wanting is empty, what is too much is joined to the last, so that it is seen. */
    private static List<String> cells(String line) {
        List<String> all = line.contains("\t") ? List.of(line.split("\t", -1)) : betweenCommas(line);
        var cells = new ArrayList<String>();
        for (int i = 0; i < CELLS; i++) {
            cells.add(i < all.size() ? cut(all.get(i)) : "");
        }
        if (all.size() > CELLS) {
            String rest = String.join(" ", all.subList(CELLS - 1, all.size())).strip();
            cells.set(CELLS - 1, cut(rest));
        }
        return cells;
    }

    private static String cut(String cell) {
        String text = cell.strip();
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static List<String> betweenCommas(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static boolean isHeading(List<String> cells) {
        String fourth = cells.get(3).toLowerCase(Locale.ROOT);
        return !fourth.contains("@") && fourth.contains("mail");
    }
}
