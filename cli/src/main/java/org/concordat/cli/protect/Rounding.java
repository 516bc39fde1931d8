package org.concordat.cli.protect;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.attack.Attacker;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.rounding.Rounded;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/**
 * A table made safe by rounding, held against an attacker before anything is written: a rounding that leaves a small count known
 * is refused.
 *
 * @param name of the file
 * @param way how it was rounded
 * @param intervals what can be inferred about each small count
 * @param threshold below it a count is small
 */
record Rounding(String name, Rounded rounded, RoundChoices.Way way, Intervals intervals, long threshold) {

    /** Attacks a rounded table; refuses it where a small count stays open by less than {@code minInterval}. */
    static Rounding attacked(
            String name,
            Rounded rounded,
            RoundChoices.Way way,
            List<Finding> findings,
            long threshold,
            long minInterval) {
        int[] cells =
                findings.stream().mapToInt(Finding::cell).distinct().sorted().toArray();
        Attacker attacker = rounded.attacker();
        // A rounded figure by itself leaves no more open; only the sum of several small counts is wider.
        long enough = Math.max(minInterval, 2 * rounded.base() - 2);
        List<Inference> found = IntStream.of(cells)
                .mapToObj(cell -> attacker.inference(cell, enough))
                .toList();
        refuseWhatTells(rounded, cells, found, minInterval);
        return new Rounding(name, rounded, way, new Intervals(rounded.table(), cells, found, cell -> true), threshold);
    }

    private static void refuseWhatTells(Rounded rounded, int[] cells, List<Inference> found, long minInterval) {
        int[] told = IntStream.range(0, cells.length)
                .filter(i -> !found.get(i).atLeastWide(minInterval))
                .toArray();
        if (told.length == 0) {
            return;
        }
        long known = IntStream.of(told).filter(i -> found.get(i).exactlyKnown()).count();
        throw new CommandException(
                "PROTECT-ROUNDING-TELLS",
                ExitCode.REFUSED,
                "Although rounded, " + told.length + " small counts of " + cells.length + " can be worked out "
                        + (known == told.length
                                ? "exactly"
                                : "more closely than asked" + (known > 0 ? ", " + known + " of them exactly" : ""))
                        + "; the first is " + rounded.table().name(cells[told[0]])
                        + ". Nothing was written. Take a larger --base, another --rounding or coarser groups, or hide cells"
                        + " instead (--method suppress).");
    }

    void write(NewFolder folder, LocalDate today) {
        TableFile file = new TableFile(rounded.table());
        file.write(
                folder,
                FigureFile.titled(name + ", rounded", way.toReaders()),
                "The figure, rounded: " + way.heading() + ".",
                rounded.table()::isReleased,
                cell -> file.figure(rounded.value(cell)),
                List.of(
                        "No figure here is exact. "
                                + (way.addsUp()
                                        ? "Totals equal the sum of their parts."
                                        : "Totals were rounded by themselves and need not equal the sum of their parts."),
                        "Do not reckon small differences from rounded figures."));
        intervals.write(
                folder,
                "For each small count the least and the greatest figure that fit everything published. The search ends once"
                        + " an interval is as wide as a rounded figure by itself leaves it.");
        byte[] html = page(today).html().getBytes(StandardCharsets.UTF_8);
        folder.write("keep/report.html", stream -> {
            stream.write(html);
            return 1;
        });
    }

    private ReportPage page(LocalDate today) {
        return ReportPage.titled("How " + name + " was rounded")
                .lead(count(rounded.table().cellCount()) + " cells were rounded, " + way.heading() + ". "
                        + (rounded.addsUp()
                                ? "Totals still equal their parts."
                                : "Totals no longer equal their parts."))
                .madeOn(today)
                .section("What was changed", this::changed)
                .section("What an attacker could still learn", this::attack)
                .section("The table as it can be published", section -> {
                    TableFile file = new TableFile(rounded.table());
                    file.show(
                            section,
                            name + ", as it can be published",
                            rounded.table()::isReleased,
                            cell -> file.figure(rounded.value(cell)));
                })
                .section("How it was done", this::method)
                .footer("Not for publication: this page tells which cells are small. It holds no figure as it was.");
    }

    private void changed(Section s) {
        s.keyFigures(
                new KeyFigure(count(rounded.table().cellCount()), "cells, totals included"),
                new KeyFigure(count(rounded.changedCells()), "are not what they were"),
                new KeyFigure(count(rounded.largestChange()), "is the largest change"));
        if (rounded.addsUp()) {
            s.paragraph("Every total equals the sum of its parts.");
        } else {
            s.warning(
                    "Cells do not add up: each was rounded by itself, totals too. Tell readers so, or they will take it"
                            + " for a mistake.");
        }
    }

    private void attack(Section s) {
        if (intervals.cells().length == 0) {
            s.paragraph("No count of the table is small, so nothing had to be hidden.");
            return;
        }
        s.paragraph(
                "The attacker knows every published figure, how it was rounded, which totals are the sums of which cells,"
                        + " and that no count is below 0, and may calculate as much as they like. Rounded totals say more"
                        + " than they seem: several together can tell what each hides. So the attack was made before"
                        + " anything was written, and no small count is the only one that fits.");
        s.summary("Small counts", count(intervals.cells().length) + " above 0 and below " + threshold);
        s.summary("Narrowest interval", "figures " + intervals.narrowest().orElseThrow() + " apart stay possible");
        s.summary("Narrower because of other figures", count(narrowed()) + ", mostly by totals");
        s.picture(intervals.chart("How wide the interval of each small count is"));
        s.details("The intervals, cell by cell", inside -> intervals.list(inside, "What fits, for small counts"));
    }

    /** How many small counts all figures together tell more closely than their own figure does. */
    private long narrowed() {
        return IntStream.range(0, intervals.cells().length)
                .filter(i -> {
                    int cell = intervals.cells()[i];
                    return intervals.found().get(i).width() < rounded.most(cell) - rounded.least(cell);
                })
                .count();
    }

    private void method(Section s) {
        s.paragraph(way.paper());
        s.note(
                "To know before publishing",
                "This was held against the table by itself. The same counts rounded to another base, under another secret"
                        + " or by other groups can undo it: hold all tables together against an attacker with concordat"
                        + " audit first, which takes rounded figures too. Everybody sees that a figure of 0 is 0 or little;"
                        + " where belonging to an empty group must not show either, hide cells instead.");
    }

    /** What was done, for machines. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", "protected");
        fields.put("method", "round");
        fields.put("cells", rounded.table().cellCount());
        fields.put("changed", rounded.changedCells());
        fields.put("largest_change", rounded.largestChange());
        fields.put("adds_up", rounded.addsUp());
        fields.put("small_counts", intervals.cells().length);
        fields.put("narrowed", narrowed());
        intervals.narrowest().ifPresent(width -> fields.put("narrowest_interval", width));
        return fields;
    }

    /** What was done, for people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(rounded.table().cellCount() + " cells rounded, " + way.heading() + ": " + rounded.changedCells()
                + " changed, by " + rounded.largestChange() + " at the most.");
        lines.add(
                rounded.addsUp()
                        ? "Totals still equal their parts."
                        : "Totals no longer equal their parts, since each cell was rounded by itself: tell readers so.");
        lines.add(
                intervals.narrowest().isPresent()
                        ? "Small counts: " + intervals.cells().length + ", each open to figures at least "
                                + intervals.narrowest().getAsLong()
                                + " apart; told more closely by all figures together"
                                + " than by their own: " + narrowed() + "."
                        : "No count is small by the threshold of " + threshold + ".");
        return lines;
    }

    private static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }
}
