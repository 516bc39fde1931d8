package org.concordat.cli.protect;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.tables.Table;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.Section;

/**
 * What an attacker can infer about some cells of a table, as a file, a chart and a list for whoever holds the figures.
 *
 * @param cells their numbers
 * @param found what can be inferred about each
 * @param unsafe whether a cell is unsafe by itself
 */
record Intervals(Table table, int[] cells, List<Inference> found, IntPredicate unsafe) {
    private static final int MOST_LISTED = 200;

    /** The narrowest that an unsafe cell is left open; empty where nothing is unsafe. */
    OptionalLong narrowest() {
        return IntStream.range(0, cells.length)
                .filter(i -> unsafe.test(cells[i]))
                .mapToLong(i -> found.get(i).width())
                .min();
    }

    void write(NewFolder folder, String about) {
        TableFile file = new TableFile(table);
        TableFile.described(FigureFile.titled("What an attacker can infer", about), file.keptNames())
                .text("kind", "Kind", "unsafe: by itself; beside: hidden to protect others, or because that was asked.")
                .text("least", "Least", "No figure below this fits what is published.")
                .text("most", "Greatest", "No figure above this fits; empty where any does.")
                .text(
                        "width",
                        "Width",
                        "How far apart two possible figures are shown to lie; empty where there is no end.")
                .text("proved", "Proved", "both ends: both are reached by a possible table; width: at least this wide.")
                .key(file.keptNames())
                .note("Not for publication: tells which cells are unsafe.")
                .writeInto(folder, "keep/intervals.csv", rows -> {
                    for (int i = 0; i < cells.length; i++) {
                        Inference one = found.get(i);
                        table.codes(cells[i]).forEach(rows::text);
                        rows.text(kind(i))
                                .text(file.figure(one.least()))
                                .text(file.figure(one.most()))
                                .text(one.most() >= Bounds.NO_LIMIT ? "" : file.figure(one.width()))
                                .text(one.settled() ? "both ends" : "width")
                                .end();
                    }
                });
    }

    private String kind(int index) {
        return unsafe.test(cells[index]) ? "unsafe" : "beside";
    }

    /** How many intervals are how wide. */
    BarChart chart(String title) {
        long[] ends = {1, 2, 5, 10, 20, 50, 100};
        String[] labels = {"0", "1", "2 to 4", "5 to 9", "10 to 19", "20 to 49", "50 to 99", "100 and more"};
        long scale = Math.powExact(10L, table.decimals());
        int[][] counts = new int[labels.length][2];
        for (int i = 0; i < cells.length; i++) {
            long width = found.get(i).width();
            int wide = (int) IntStream.range(0, ends.length)
                    .filter(e -> width >= ends[e] * scale)
                    .count();
            counts[wide][unsafe.test(cells[i]) ? 0 : 1]++;
        }
        boolean allUnsafe = IntStream.of(cells).allMatch(unsafe);
        BarChart chart = BarChart.of(title)
                .rowsAre("Width")
                .amounts("cells", Numbers.COUNT)
                .saying(
                        "The wider, the less an attacker learns. At 0 a figure can be worked out: never one that is counted as unsafe"
                                + " here, though another may.");
        chart = allUnsafe
                ? chart.series("unsafe")
                : chart.series("unsafe", "hidden beside them").stacked();
        for (int i = 0; i < labels.length; i++) {
            if (allUnsafe) {
                chart.group(labels[i], counts[i][0]);
            } else {
                chart.group(labels[i], counts[i][0], counts[i][1]);
            }
        }
        return chart;
    }

    /** The first of them, cell by cell. */
    void list(Section s, String caption) {
        TableFile file = new TableFile(table);
        NumberTable intervals = NumberTable.of(caption, "Cell").words("Kind").numbers("Least", "Greatest");
        for (int i = 0; i < Math.min(cells.length, MOST_LISTED); i++) {
            Inference one = found.get(i);
            intervals = intervals.row(
                    table.name(cells[i]),
                    kind(i),
                    file.figure(one.least()),
                    one.most() >= Bounds.NO_LIMIT ? "no end" : file.figure(one.most()));
        }
        s.table(intervals);
        if (cells.length > MOST_LISTED) {
            s.paragraph("The first " + MOST_LISTED + " of " + Numbers.COUNT.write((double) cells.length)
                    + "; all stand in keep/intervals.csv.");
        }
    }
}
