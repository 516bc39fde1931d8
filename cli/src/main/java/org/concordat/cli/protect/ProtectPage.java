package org.concordat.cli.protect;

import java.time.LocalDate;
import org.concordat.cli.protect.LinkedChoices.Part;
import org.concordat.disclosure.primary.Rules;
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
            s.paragraph("Of the hidden cells, " + areOrIs(out.against().size())
                    + " hidden for people whom no table names, such as those between two boundaries, who could"
                    + " be counted by subtracting one table from another.");
        }
        if (!out.alreadyOut().isEmpty()) {
            s.note(
                    "Out already",
                    "Unsafe figures that stand openly in earlier tables, or follow from them: "
                            + count(out.alreadyOut().size())
                            + ". They are marked c here too, but nothing protects them any more. Have those tables withdrawn,"
                            + " and think of whom they tell about.");
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
        s.picture(safe.intervals().chart("How wide the interval of each hidden cell is"));
        s.details(
                "The intervals, cell by cell", inside -> safe.intervals().list(inside, "What fits, for hidden cells"));
    }

    private void reasons(Section s) {
        if (hidden.length == 0) {
            s.paragraph("No cell is hidden.");
            return;
        }
        NumberTable reasons = NumberTable.of("Why, for hidden cells", "Cell").words("Kind", "Why");
        for (int i = 0; i < Math.min(hidden.length, MOST_CELLS_LISTED); i++) {
            reasons = reasons.row(table.name(hidden[i]), safe.kind(i), safe.why(i, MOST_NAMED));
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
                if (hidden.length > MOST_CELLS_LISTED) {
                    inside.paragraph("The first " + MOST_CELLS_LISTED + " of " + count(hidden.length)
                            + "; all stand in keep/reasons.csv.");
                }
            });
        }
    }

    private void published(Section s) {
        Publication out = safe.publication();
        if (out.cells().size() < table.cellCount()) {
            s.paragraph("It is one of several tables, or a part of a larger one: see publish/"
                    + String.join(
                            ".csv, publish/",
                            out.parts().stream().map(Part::file).toList())
                    + ".csv.");
            return;
        }
        new TableFile(table).show(s, name + ", as it can be published", table::isReleased, safe::shown);
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
