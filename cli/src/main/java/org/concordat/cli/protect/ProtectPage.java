package org.concordat.cli.protect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.cli.protect.LinkedChoices.Part;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Reason;
import org.concordat.disclosure.suppression.Suppression;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.Table;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** What was hidden and why, and what an attacker could still learn, as one page for whoever holds the figures. */
final class ProtectPage {
    private static final int MOST_CELLS_LISTED = 200;
    private static final int MOST_SHOWN = 600;
    private static final int MOST_NAMED = 8;

    private final String name;
    private final Suppression suppression;
    private final SafeTable safe;
    private final Table table;
    private final int[] hidden;

    private ProtectPage(String name, Suppression suppression, SafeTable safe) {
        this.name = name;
        this.suppression = suppression;
        this.safe = safe;
        table = suppression.table();
        hidden = safe.hidden();
    }

    static ReportPage of(
            String name,
            Suppression suppression,
            SafeTable safe,
            Rules rules,
            long minInterval,
            boolean insiders,
            LocalDate day) {
        ProtectPage page = new ProtectPage(name, suppression, safe);
        return ReportPage.titled("How " + name + " was made safe")
                .lead(page.lead())
                .madeOn(day)
                .section("What was hidden", page::whatWasHidden)
                .section("What an attacker could still learn", section -> page.attack(section, minInterval, insiders))
                .section("Why each cell is hidden", page::reasons)
                .section("The table as it can be published", page::published)
                .section("How it was done", section -> page.method(section, rules))
                .footer(
                        "Not for publication: this page tells which hidden cells are unsafe. It holds no hidden figure.");
    }

    private String lead() {
        if (hidden.length == 0) {
            return "Nothing in this table is unsafe by the rules it was held against, so nothing is hidden.";
        }
        Publication out = safe.publication();
        return "Of " + count(out.cells().size()) + " cells, " + areOrIs(safe.unsafe())
                + " unsafe; " + areOrIs(safe.beside())
                + " hidden beside, so that nobody can work the unsafe ones out from totals"
                + (out.isLinked() ? " or from the other tables." : ".");
    }

    private void whatWasHidden(Section s) {
        s.keyFigures(
                new KeyFigure(count(safe.publication().cells().size()), "cells, totals included"),
                new KeyFigure(count(safe.unsafe()), "unsafe by themselves"),
                new KeyFigure(count(safe.beside()), "hidden beside them"));
        s.paragraph(
                "Hidden cells are marked c in the published table: never blank, and never zero. Readers are not told"
                        + " which of them are unsafe, since that alone narrows a figure down.");
        linked(s);
        for (Dimension dimension : table.dimensions()) {
            if (dimension.codes().size() <= 40 && hidden.length > 0) {
                s.picture(hiddenBy(dimension));
            }
        }
    }

    /** What else was taken into account. */
    private void linked(Section s) {
        Publication out = safe.publication();
        if (out.parts().size() > 1) {
            s.paragraph(
                    count(out.parts().size())
                            + " tables go out together, and share cells; they are protected as one, so that none gives another away.");
        }
        if (!out.earlier().isEmpty()) {
            s.paragraph("Taken into account as known to everybody: " + String.join(", ", out.earlier()) + ".");
        }
        if (!out.against().isEmpty()) {
            s.paragraph(count(out.against().size())
                    + " cells are hidden for people whom no table names, such as those between two boundaries, who could"
                    + " be counted by subtracting one table from another.");
        }
        if (!out.alreadyOut().isEmpty()) {
            s.note(
                    "Out already",
                    count(out.alreadyOut().size())
                            + " unsafe figures stand openly in an earlier table. They are marked c here too, but nothing"
                            + " protects them any more. Have that table withdrawn, and think of whom it tells about.");
        }
    }

    private BarChart hiddenBy(Dimension dimension) {
        int place = table.dimensions().indexOf(dimension);
        int[][] counts = new int[dimension.codes().size()][2];
        for (int cell : hidden) {
            counts[table.code(cell, place)][suppression.isPrimary(cell) ? 0 : 1]++;
        }
        BarChart chart = BarChart.of("Hidden cells by " + dimension.name())
                .rowsAre(dimension.name())
                .amounts("cells", Numbers.COUNT)
                .series("unsafe", "hidden beside them")
                .stacked();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code][0] + counts[code][1] > 0) {
                chart.group(dimension.codes().get(code), counts[code][0], counts[code][1]);
            }
        }
        return chart;
    }

    private void attack(Section s, long minInterval, boolean insiders) {
        if (hidden.length == 0) {
            s.paragraph("Nothing is hidden, so there is nothing to work out.");
            return;
        }
        s.paragraph(
                "The attacker knows every published figure, every sum, and that no figure is below 0, and may calculate"
                        + " as much as they like. For each hidden cell, the least and the greatest figure that fit were found, and"
                        + " both are shown by a whole table that would have been published just the same. Someone who knows besides that"
                        + " cells of nobody are always shown can work no unsafe figure out either, though a little more narrowly.");
        s.summary(
                "Narrowest for an unsafe cell",
                safe.narrowest().stream().mapToObj(safe::figure).findFirst().orElse("none is unsafe"));
        s.summary("Asked for", "at least " + safe.figure(minInterval));
        s.summary(
                "Insiders",
                insiders
                        ? "whoever is alone in a cell, and knows it, can work nothing out of others exactly"
                        : "not looked at: someone alone in a cell may learn of others there (see --insiders)");
        s.picture(widths());
        s.details("The intervals, cell by cell", inside -> {
            NumberTable intervals = NumberTable.of("What fits, for hidden cells", "Cell")
                    .words("Kind")
                    .numbers("Least", "Greatest");
            for (int i = 0; i < Math.min(hidden.length, MOST_CELLS_LISTED); i++) {
                Inference found = safe.inference(i);
                intervals = intervals.row(
                        table.name(hidden[i]),
                        suppression.isPrimary(hidden[i]) ? "unsafe" : "beside",
                        safe.figure(found.least()),
                        found.most() >= Bounds.NO_LIMIT ? "no end" : safe.figure(found.most()));
            }
            inside.table(intervals);
            more(inside, "intervals.csv");
        });
    }

    private BarChart widths() {
        long[] ends = {2, 5, 10, 20, 50, 100};
        String[] labels = {"below 2", "2 to 4", "5 to 9", "10 to 19", "20 to 49", "50 to 99", "100 and more"};
        int[][] counts = new int[labels.length][2];
        for (int i = 0; i < hidden.length; i++) {
            long width = safe.inference(i).width();
            long scale = Math.powExact(10L, table.decimals());
            int wide = (int) IntStream.range(0, ends.length)
                    .filter(e -> width >= ends[e] * scale)
                    .count();
            counts[wide][suppression.isPrimary(hidden[i]) ? 0 : 1]++;
        }
        BarChart chart = BarChart.of("How wide the interval of each hidden cell is")
                .rowsAre("Width")
                .amounts("cells", Numbers.COUNT)
                .series("unsafe", "hidden beside them")
                .stacked()
                .saying("The wider, the less an attacker learns. Width 0 would be a figure worked out.");
        for (int i = 0; i < labels.length; i++) {
            chart.group(labels[i], counts[i][0], counts[i][1]);
        }
        return chart;
    }

    private void reasons(Section s) {
        if (hidden.length == 0) {
            s.paragraph("No cell is hidden.");
            return;
        }
        NumberTable reasons = NumberTable.of("Why, for hidden cells", "Cell").words("Kind", "Why");
        for (int i = 0; i < Math.min(hidden.length, MOST_CELLS_LISTED); i++) {
            Reason reason = safe.reason(i);
            reasons = reasons.row(table.name(hidden[i]), SafeTable.kind(reason), safe.why(i, MOST_NAMED));
        }
        s.paragraph(
                "A cell hidden beside others says which unsafe figure it protects, and by which sum that figure would"
                        + " follow if it were published.");
        NumberTable all = reasons;
        if (hidden.length <= 30) {
            s.table(all);
        } else {
            s.details("The reasons, cell by cell", inside -> {
                inside.table(all);
                more(inside, "reasons.csv");
            });
        }
    }

    private void more(Section s, String file) {
        if (hidden.length > MOST_CELLS_LISTED) {
            s.paragraph("The first " + MOST_CELLS_LISTED + " of " + count(hidden.length) + "; all stand in keep/" + file
                    + ".");
        }
    }

    private void published(Section s) {
        List<Dimension> dimensions = table.dimensions();
        Dimension last = dimensions.getLast();
        if (table.cellCount() > MOST_SHOWN
                || last.codes().size() > 12
                || safe.publication().cells().size() < table.cellCount()) {
            s.paragraph("Not shown on this page, since it is large or a part of a larger one; it stands in publish/"
                    + String.join(
                            ".csv, publish/",
                            safe.publication().parts().stream().map(Part::file).toList())
                    + ".csv.");
            return;
        }
        NumberTable shown = NumberTable.of(name + ", as it can be published", rowsAre(dimensions))
                .numbers(last.codes().toArray(String[]::new));
        int columns = last.codes().size();
        for (int row = 0; row < table.cellCount(); row += columns) {
            List<String> codes = table.codes(row);
            List<String> cells = new ArrayList<>();
            cells.add(dimensions.size() == 1 ? "all" : String.join(", ", codes.subList(0, codes.size() - 1)));
            for (int cell = row; cell < row + columns; cell++) {
                cells.add(
                        safe.isMarked(cell)
                                ? SafeTable.HIDDEN
                                : table.figure(cell).toPlainString());
            }
            shown = shown.row(cells);
        }
        s.table(shown);
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

    private void method(Section s, Rules rules) {
        s.bullets(rules.rules().stream()
                .map(rule -> "Unsafe: " + rule.words() + ".")
                .toList());
        s.paragraph("Cells were chosen by elimination (Langsrud 2024) and then improved; "
                + (suppression.isOptimal()
                        ? "integer programming (Fischetti and Salazar 2001) proved that no cheaper choice exists."
                        : "the choice is near the cheapest, not proved to be it."));
        s.note(
                "To know before publishing",
                (safe.publication().isLinked()
                                ? "This protects against the tables named above, and against no other."
                                : "This protects the table by itself.")
                        + " Another table of the same people, an earlier release or another set of areas can undo it: name"
                        + " those that are out with --earlier. Small figures are unreliable besides: a ranking or a map that"
                        + " brands an area on a handful of people does harm whether or not it can be undone.");
    }

    private static String areOrIs(int number) {
        return count(number) + (number == 1 ? " is" : " are");
    }

    private static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }
}
