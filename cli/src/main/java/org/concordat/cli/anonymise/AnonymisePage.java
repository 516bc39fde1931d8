package org.concordat.cli.anonymise;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.concordat.disclosure.microdata.Risk;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/**
 * What was made coarser, and how easily people can be found before and after, as one page for whoever holds the rows.
 *
 * @param k how many must be alike
 * @param l how many values of each sensitive column they must have
 */
record AnonymisePage(SafeRows safe, int k, int l) {
    private static final int[] CROWDS = {2, 3, 5, 10, 20, 50};
    private static final String[] CROWD_WORDS = {"alone", "2", "3 to 4", "5 to 9", "10 to 19", "20 to 49", "50 and more"
    };

    ReportPage page(LocalDate today) {
        Risk after = safe.done().after();
        return ReportPage.titled("How " + safe.people().file().file() + " was anonymised")
                .lead("Everybody in what leaves is one of at least " + after.smallestClass()
                        + " who are alike in all that an outsider is taken to know. "
                        + count(safe.done().leftOut().size()) + " of "
                        + count(safe.people().extract().size()) + " rows were left out.")
                .madeOn(today)
                .section("How easily people can be found again", this::risk)
                .section("What was made coarser", this::coarser)
                .section("When not to hand it over", this::limits)
                .section("How it was done", this::method)
                .footer("Not for publication: this page tells how many stand out in the source. It names nobody.");
    }

    private void risk(Section s) {
        Risk before = safe.done().before();
        Risk after = safe.done().after();
        s.keyFigures(
                new KeyFigure("1 in " + after.smallestClass(), "the best chance to pick one person right"),
                new KeyFigure(count(before.uniqueRows()), "people stood out alone before"),
                new KeyFigure(count(after.uniqueRows()), "stand out alone now"));
        NumberTable table = NumberTable.of("Before and after", "Measure").numbers("Before", "After");
        table = table.row("people", count(before.rows()), count(after.rows()))
                .row("people like whom there is no other", count(before.uniqueRows()), count(after.uniqueRows()))
                .row("fewest alike (k)", count(before.smallestClass()), count(after.smallestClass()))
                .row("groups of people who are alike", count(before.classes()), count(after.classes()))
                .row("chance of picking one right, at most", share(before.highestRisk()), share(after.highestRisk()))
                .row("the same, on average", share(before.averageRisk()), share(after.averageRisk()));
        for (String column : safe.people().sensitive()) {
            table = table.row(
                            "fewest values of " + column + " in a group (l)",
                            count(before.fewestDifferent().getOrDefault(column, 0)),
                            count(after.fewestDifferent().getOrDefault(column, 0)))
                    .row(
                            "the same by entropy",
                            decimals(before.lowestEntropy().getOrDefault(column, 0.0)),
                            decimals(after.lowestEntropy().getOrDefault(column, 0.0)));
        }
        s.table(table);
        s.picture(crowds());
        s.paragraph(
                "The chance is that of somebody who knows that a certain person is in the file, and all that is listed"
                        + " below of them. Where l by entropy is much below l, one value is that of nearly all in some group:"
                        + " whoever knows that somebody is in it can nearly tell.");
    }

    private BarChart crowds() {
        List<Integer> everyone = safe.people().everyone();
        int[] before = byCrowd(safe.people().crowds(safe.people().asTheyStand(), everyone));
        int[] after = byCrowd(safe.people().crowds(safe.done().levels(), safe.leaving()));
        BarChart chart = BarChart.of("With how many others people are alike")
                .rowsAre("Alike with them, themselves counted")
                .amounts("people", Numbers.COUNT)
                .series("before", "after");
        for (int i = 0; i < CROWD_WORDS.length; i++) {
            chart.group(CROWD_WORDS[i], before[i], after[i]);
        }
        return chart;
    }

    private static int[] byCrowd(List<Integer> sizes) {
        int[] counts = new int[CROWD_WORDS.length];
        for (int size : sizes) {
            counts[(int) IntStream.of(CROWDS).filter(from -> size >= from).count()]++;
        }
        return counts;
    }

    private void coarser(Section s) {
        NumberTable told = NumberTable.of("How each column is told", "Column").words("Told", "Levels it has");
        for (int i = 0; i < safe.people().levels().size(); i++) {
            Levels levels = safe.people().levels().get(i);
            told = told.row(levels.steps().column(), safe.told(i), String.join(", ", levels.names()));
        }
        s.table(told);
        s.summary("Sensitive, as they stand", words(safe.people().sensitive()));
        s.summary("Kept as they are, unprotected", words(safe.people().kept()));
        s.summary("Not named, so left behind", words(safe.people().leftBehind()));
        s.paragraph(
                "Rows that stand out even so were left out; their numbers are in keep/left-out.csv. Rows that leave are"
                        + " sorted, so that their order tells nothing.");
        if (!safe.people().kept().isEmpty()) {
            s.warning("Columns that are kept as they are protect nobody: whoever knows one of them of somebody can find"
                    + " them by it. Name what an outsider may know with --quasi.");
        }
    }

    private void limits(Section s) {
        s.bullets(
                "Where an outsider may know more than was listed: a date of moving, a rare diagnosis, free text.",
                "Where another extract of the same people is out or will be: each is safe by itself, and held side by side"
                        + " they can single people out.",
                "Where many columns must be kept, as in records over time: nearly everybody is unique then, and what it"
                        + " takes to hide them leaves nothing worth having. Share tables, or a safe place to work in.",
                "Where nearly all in a group share one sensitive value, l-diversity is met and still tells much: look at l"
                        + " by entropy above.");
        s.note(
                "Law",
                "Data of which people can be singled out by means reasonably likely to be used are personal data, whatever"
                        + " k is. This page helps to judge that; it does not decide it.");
    }

    private void method(Section s) {
        s.paragraph("At least " + k + " rows must be alike"
                + (l > 1 ? ", with at least " + l + " values of each" + " sensitive column among them" : "")
                + ". Of all combinations of levels the one was taken that loses"
                + " least (mean share of levels climbed), the same for all rows. k-anonymity: P. Samarati (2001);"
                + " l-diversity: A. Machanavajjhala, D. Kifer, J. Gehrke and M. Venkitasubramaniam (2007); the loss:"
                + " L. Sweeney (2002); risks: K. El Emam (2013).");
    }

    private static String words(List<String> columns) {
        return columns.isEmpty() ? "none" : String.join(", ", columns);
    }

    private static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
