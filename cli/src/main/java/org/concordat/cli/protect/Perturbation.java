package org.concordat.cli.protect;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.cellkeys.CellKeyMethod;
import org.concordat.disclosure.cellkeys.PerturbationTable;
import org.concordat.disclosure.tables.Table;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/**
 * A table whose counts were changed by cell keys.
 *
 * @param name of the file
 * @param table the counts as they are
 * @param keySums the sum of the record keys, cell by cell
 * @param changes which change each count and key get
 * @param least results below it are hidden; 0 where none is
 * @param withTotals whether totals are published too
 * @param account what is said of the budget
 */
record Perturbation(
        String name,
        Table table,
        Table keySums,
        PerturbationTable changes,
        long least,
        boolean withTotals,
        String account) {

    private boolean shown(int cell) {
        return withTotals || table.isBase(cell);
    }

    private IntStream cells() {
        return IntStream.range(0, table.cellCount()).filter(this::shown);
    }

    private OptionalLong published(int cell) {
        CellKeyMethod method = new CellKeyMethod(changes, least);
        return method.published(table.value(cell), method.cellKeyOfSum(keySums.value(cell)));
    }

    private String figure(int cell) {
        OptionalLong published = published(cell);
        return published.isPresent() ? Long.toString(published.getAsLong()) : TableFile.HIDDEN;
    }

    private long changed() {
        return cells().filter(cell -> published(cell).orElse(-1) != table.value(cell))
                .count();
    }

    private long hidden() {
        return cells().filter(cell -> published(cell).isEmpty()).count();
    }

    void write(NewFolder folder, LocalDate today) {
        List<String> notes = new ArrayList<>();
        notes.add("Every count was changed by chance by at most " + changes.largestChange()
                + ", the same cell always alike. A small figure does not tell that few are there, nor that anyone is.");
        notes.add(
                "Cells do not add up: each was changed by itself. Take a figure that is published rather than the sum of"
                        + " others.");
        if (least > 0) {
            notes.add("Results below " + least + " are hidden.");
        }
        notes.add(account);
        new TableFile(table)
                .write(
                        folder,
                        FigureFile.titled(
                                name + ", perturbed",
                                "Counts changed a little by chance, to protect people (cell keys)."),
                        "The count, changed by at most " + changes.largestChange() + ".",
                        this::shown,
                        this::figure,
                        notes);
        byte[] html = page(today).html().getBytes(StandardCharsets.UTF_8);
        folder.write("keep/report.html", stream -> {
            stream.write(html);
            return 1;
        });
    }

    private ReportPage page(LocalDate today) {
        return ReportPage.titled("How " + name + " was perturbed")
                .lead(count(cells().count()) + " counts were changed by chance, each by at most "
                        + changes.largestChange() + ". They do not add up, and no difference of a few is one.")
                .madeOn(today)
                .section("What was changed", this::whatWasChanged)
                .section("What the noise is", this::noise)
                .section("What was asked so far", section -> section.paragraph(account))
                .section(
                        "The table as it can be published",
                        section -> new TableFile(table)
                                .show(section, name + ", as it can be published", this::shown, this::figure))
                .section("When not to publish it", this::limits)
                .section("How it was done", this::method)
                .footer(
                        "Not for publication: how often counts stay as they are is nobody else's business. This page holds"
                                + " no count as it was.");
    }

    private void whatWasChanged(Section s) {
        s.keyFigures(
                new KeyFigure(count(cells().count()), "counts are published"),
                new KeyFigure(count(hidden()), "of them are hidden (c)"),
                new KeyFigure(count(changes.largestChange()), "is the most that any count changes"));
        s.warning("Cells do not add up: each is changed by itself, so a total differs from the sum of its parts. Tell"
                + " readers so, and that the same cell is the same figure in every table from these keys.");
        if (!withTotals) {
            s.paragraph("Totals are left out (--with-totals publishes them): each would be one more look at the same"
                    + " people, and with a few of them readers could average the changes out.");
        }
    }

    private void noise(Section s) {
        int[] counts = {1, 2, 3, 5, 10, 100, 1_000};
        NumberTable by = NumberTable.of("What becomes of a count", "Count")
                .numbers("stays, of 100 times", "at the least", "at the most", "on average");
        for (int count : counts) {
            long[] sorted = IntStream.range(0, changes.keys())
                    .mapToLong(key -> count + changes.change(count, key))
                    .sorted()
                    .toArray();
            long stays = Arrays.stream(sorted).filter(result -> result == count).count();
            by = by.row(
                    count(count),
                    decimals(100.0 * stays / sorted.length),
                    count(sorted[0]),
                    count(sorted[sorted.length - 1]),
                    decimals(Arrays.stream(sorted).average().orElseThrow()));
        }
        s.table(by);
        s.picture(largeCounts());
        s.paragraph("A count of nobody stays 0, so an empty cell is seen to be empty or to have lost its few.");
    }

    private BarChart largeCounts() {
        int large = 1_000;
        BarChart chart = BarChart.of("How often a count of " + count(large) + " changes by how much")
                .rowsAre("Change")
                .amounts("of 100 times", Numbers.decimals(1));
        for (int change = -changes.largestChange(); change <= changes.largestChange(); change++) {
            int wanted = change;
            long keys = IntStream.range(0, changes.keys())
                    .filter(key -> changes.change(large, key) == wanted)
                    .count();
            if (keys > 0) {
                chart.bar(change > 0 ? "+" + change : Integer.toString(change), 100.0 * keys / changes.keys());
            }
        }
        return chart;
    }

    private void limits(Section s) {
        s.bullets(
                "Where readers must add up, or figures go into accounts and shares that come to 100: hide or round instead.",
                "Where it must not show that a group is empty: a true 0 is always published as 0.",
                "Where the same people are in a table made another way, under another secret, or with other changes: held"
                        + " against each other they can give the true counts away.",
                "For amounts of money, or weighted counts: the method is for counts of people, each once.",
                "To rank places or to tell change over time where counts are small: the changes are then as large as what"
                        + " is looked for.");
    }

    private void method(Section s) {
        s.paragraph(
                "Each row has a key by chance; a cell's key is the sum of its rows' keys, and count and key together look"
                        + " the change up: B. Fraser and J. Wooton (2005), as the Australian Bureau of Statistics and the UK's Office"
                        + " for National Statistics do it. Changes that were designed here have the largest entropy under their bound"
                        + " and variance and are right on average: J. Marley and V. Leaver (2011); S. Giessing (2016). How much"
                        + " averaging tells: H. J. Asghar and D. Kaafar (2020).");
    }

    /** What was done, for machines. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", "protected");
        fields.put("method", "cell-key");
        fields.put("cells", cells().count());
        fields.put("changed", changed());
        fields.put("hidden", hidden());
        fields.put("largest_change", changes.largestChange());
        fields.put("adds_up", false);
        fields.put("budget", account);
        return fields;
    }

    /** What was done, for people. */
    List<String> lines() {
        return List.of(
                cells().count() + " counts, each changed by at most " + changes.largestChange()
                        + (hidden() > 0 ? "; " + hidden() + " results below " + least + " are hidden." : "."),
                "Cells do not add up, since each is changed by itself: tell readers so.",
                account);
    }

    private static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }
}
