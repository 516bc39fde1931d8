package org.concordat.cli.beforeafter;

import java.util.Optional;
import org.concordat.cli.beforeafter.Panel.Moment;
import org.concordat.cli.beforeafter.Panel.Side;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.Estimate;
import org.concordat.measures.evaluation.DifferenceInDifferences;

/** Writes groups by periods, and the changes, for publication; with nothing hidden, to be kept. */
final class BeforeAfterFiles {
    private BeforeAfterFiles() {}

    static void write(NewFolder folder, Changes changes) {
        groups(folder, "publish/", changes, changes.request().small());
        changes(folder, "publish/", changes);
        groups(folder, "keep/", changes, SmallCounts.shown("these figures are kept"));
    }

    private static void groups(NewFolder folder, String where, Changes changes, SmallCounts small) {
        FigureFile.titled("Groups by periods", changes.request().words() + ", where the service began and elsewhere.")
                .text("group", "Group", "Where the service began, or others: all without it together")
                .text("period", "Period", "When")
                .hideable("value", "Value", "A proportion from 0 to 1, or a mean", false)
                .hideable("standard_error", "Standard error", "Of the value", false)
                .hideable("happened", "Happened", "To how many; empty for means", true)
                .hideable("persons", "Persons", "How many were measured", true)
                .text("status", "Status", "c: hidden, rests on few")
                .key("group", "period")
                .note(changes.request().small().note())
                .writeInto(folder, where + "groups.csv", rows -> {
                    for (Moment moment : changes.panel().moments()) {
                        side(rows, changes.request().treated(), moment.name(), moment.treated(), small);
                        side(rows, "others", moment.name(), moment.others(), small);
                    }
                });
    }

    private static void side(FigureFile.Rows rows, String group, String period, Side side, SmallCounts small) {
        rows.text(group).text(period);
        if (side.hidden(small)) {
            rows.hidden(4).text(SmallCounts.MARK).end();
            return;
        }
        rows.number(side.group().mean()).number(side.group().standardError());
        side.happened().ifPresentOrElse(rows::count, rows::none);
        rows.count(side.group().persons()).text("").end();
    }

    private static void changes(NewFolder folder, String where, Changes changes) {
        FigureFile.titled(
                        "Changes",
                        "The gap between both groups in each period, and how it changed since the service began.")
                .text("measure", "Measure", "gap, or change of the gap since the last period before the service")
                .text("period", "Period", "When")
                .estimate("Value times persons", "Persons where the service began")
                .text("status", "Status", "c: hidden, rests on few")
                .key("measure", "period")
                .note(DifferenceInDifferences.ASSUMPTION)
                .note(changes.request().small().note())
                .writeInto(folder, where + "changes.csv", rows -> {
                    for (Moment moment : changes.panel().moments()) {
                        estimate(rows, "gap", moment.name(), changes.gap(moment));
                    }
                    for (Moment moment : changes.after()) {
                        estimate(rows, "change of the gap", moment.name(), changes.effect(moment));
                    }
                });
    }

    private static void estimate(FigureFile.Rows rows, String measure, String period, Optional<Estimate> estimate) {
        rows.text(measure).text(period);
        if (estimate.isEmpty()) {
            rows.hidden(6).text("").text(SmallCounts.MARK).end();
        } else {
            rows.estimate(estimate.get()).text(estimate.get().status().symbol()).end();
        }
    }
}
