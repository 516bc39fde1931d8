package org.concordat.cli.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.Table;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Section;

/**
 * A table as it may be published: in a file and on a page, a figure for each cell, or the mark of one that is hidden.
 *
 * @param file what it is called, without ending
 * @param columns by which it is broken down; in the others of the table it has the whole
 */
record TableFile(Table table, String file, Set<String> columns) {
    /** What stands in the place of a hidden figure. */
    static final String HIDDEN = "c";

    /** The columns that each file has besides those of the table. */
    private static final Set<String> PUBLISHED = Set.of("value", "status");

    private static final Set<String> KEPT = Set.of("kind", "why", "working", "least", "most", "width", "proved");
    private static final int MOST_SHOWN = 600;
    private static final int MOST_COLUMNS = 12;

    /** The whole table. */
    TableFile(Table table) {
        this(table, "table", table.dimensions().stream().map(Dimension::name).collect(Collectors.toSet()));
    }

    /** By what the table is broken down, as the columns of the published file are called. */
    String[] names() {
        return names(PUBLISHED);
    }

    /** The same for the files that are kept, which have more columns of their own. */
    String[] keptNames() {
        return names(KEPT);
    }

    private String[] names(Set<String> ours) {
        return places().mapToObj(place -> table.dimensions().get(place).name())
                .map(name -> ours.contains(name.toLowerCase(Locale.ROOT)) ? name + "_code" : name)
                .toArray(String[]::new);
    }

    private IntStream places() {
        return IntStream.range(0, table.dimensions().size())
                .filter(place -> columns.contains(table.dimensions().get(place).name()));
    }

    /** A file with a column for each of the codes that name a cell. */
    static FigureFile described(FigureFile file, String... names) {
        for (String name : names) {
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
     * Writes it into the part that is published.
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
        FigureFile published = described(titled, names())
                .hideable("value", "Value", meaning, table.decimals() == 0)
                .text("status", "Status", HIDDEN + " where the figure is hidden, otherwise empty.");
        notes.forEach(published::note);
        published.key(names()).writeInto(folder, "publish/" + file + ".csv", rows -> {
            for (int cell = 0; cell < table.cellCount(); cell++) {
                if (shown.test(cell)) {
                    List<String> codes = table.codes(cell);
                    places().forEach(place -> rows.text(codes.get(place)));
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
        if (names().length < dimensions.size() || table.cellCount() > MOST_SHOWN || places.size() > MOST_COLUMNS) {
            s.paragraph("The table is too large for this page; it stands in publish/" + file + ".csv.");
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
