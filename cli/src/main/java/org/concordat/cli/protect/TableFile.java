package org.concordat.cli.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.Table;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Section;

/** A table as it may be published: in a file and on a page, a figure for each cell, or the mark of one that is hidden. */
record TableFile(Table table) {
    /** What stands in the place of a hidden figure. */
    static final String HIDDEN = "c";

    private static final int MOST_SHOWN = 600;
    private static final int MOST_COLUMNS = 12;

    /** By what the table is broken down. */
    String[] names() {
        return table.dimensions().stream().map(Dimension::name).toArray(String[]::new);
    }

    /** A file with a column for each of the codes that name a cell. */
    FigureFile described(FigureFile file) {
        for (String name : names()) {
            file.text(name, name, "By " + name + ".");
        }
        return file;
    }

    /** A figure given in units of the last digit; nothing where there is no end. */
    String figure(long value) {
        return value >= Bounds.NO_LIMIT
                ? ""
                : BigDecimal.valueOf(value, table.decimals()).toPlainString();
    }

    /**
     * Writes {@code publish/table.csv}.
     *
     * @param shown which cells stand in it
     * @param figures what is published of a cell, or {@link #HIDDEN}
     */
    void write(
            NewFolder folder,
            FigureFile titled,
            String meaning,
            IntPredicate shown,
            IntFunction<String> figures,
            List<String> notes) {
        FigureFile published = described(titled)
                .hideable("value", "Value", meaning, table.decimals() == 0)
                .text("status", "Status", HIDDEN + " where the figure is hidden, otherwise empty.");
        notes.forEach(published::note);
        published.key(names()).writeInto(folder, "publish/table.csv", rows -> {
            for (int cell = 0; cell < table.cellCount(); cell++) {
                if (shown.test(cell)) {
                    table.codes(cell).forEach(rows::text);
                    String figure = figures.apply(cell);
                    rows.text(figure).text(figure.equals(HIDDEN) ? HIDDEN : "").end();
                }
            }
        });
    }

    /** Shows it on a page, unless it is too large. */
    void show(Section s, String caption, IntPredicate shown, IntFunction<String> figures) {
        List<Dimension> dimensions = table.dimensions();
        Dimension last = dimensions.getLast();
        int columns = last.codes().size();
        List<Integer> places = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int at = column;
            if (IntStream.range(0, table.cellCount() / columns).anyMatch(row -> shown.test(row * columns + at))) {
                places.add(column);
            }
        }
        if (table.cellCount() > MOST_SHOWN || places.size() > MOST_COLUMNS) {
            s.paragraph("The table is too large for this page; it stands in publish/table.csv.");
            return;
        }
        NumberTable all = NumberTable.of(caption, rowsAre(dimensions))
                .numbers(places.stream().map(last.codes()::get).toArray(String[]::new));
        for (int row = 0; row < table.cellCount(); row += columns) {
            int first = row;
            if (places.stream().noneMatch(place -> shown.test(first + place))) {
                continue;
            }
            List<String> codes = table.codes(row);
            List<String> cells = new ArrayList<>();
            cells.add(dimensions.size() == 1 ? "all" : String.join(", ", codes.subList(0, codes.size() - 1)));
            places.forEach(place -> cells.add(shown.test(first + place) ? figures.apply(first + place) : ""));
            all = all.row(cells);
        }
        s.table(all);
    }

    private static String rowsAre(List<Dimension> dimensions) {
        return dimensions.size() == 1
                ? "Part"
                : String.join(
                        ", ",
                        dimensions.subList(0, dimensions.size() - 1).stream()
                                .map(Dimension::name)
                                .toList());
    }
}
