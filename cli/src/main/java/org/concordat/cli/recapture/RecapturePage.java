package org.concordat.cli.recapture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.Interval;
import org.concordat.measures.evaluation.recapture.ThreeLists.Model;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.IntervalChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** How many there are, as one page: the estimate first, then which lists overlap, which model was chosen, and what it supposes. */
final class RecapturePage {
    static final String NAME = "publish/recapture.html";

    private final Findings findings;
    private final Overlaps overlaps;

    RecapturePage(Findings findings) {
        this.findings = findings;
        this.overlaps = findings.overlaps();
    }

    ReportPage page(String title, LocalDate day) {
        ReportPage page = ReportPage.titled(title)
                .lead(findings.lead())
                .madeOn(day)
                .section("How many there are", this::estimate)
                .section("Who is on which lists", this::lists);
        if (!findings.models().isEmpty()) {
            page = page.section("Which model was chosen", this::models);
        }
        return page.section("What it supposes", this::suppositions)
                .section("How it was made", this::made)
                .footer("This page names nobody. The folder \"keep\" beside its folder holds small counts.");
    }

    private void estimate(Section s) {
        s.keyFigures(
                new KeyFigure(Numbers.COUNT.write(findings.value()), "people, about"),
                new KeyFigure(
                        Numbers.COUNT.write(findings.lower()) + " to " + Numbers.COUNT.write(findings.upper()),
                        "anything in this range fits"),
                new KeyFigure(findings.small().words(overlaps.seen()), "on some list"));
        if (findings.unreliable()) {
            s.warning("So few people are on both lists that this figure should not be relied on.");
        }
        if (findings.rounded()) {
            s.paragraph(
                    "In round numbers, since exact ones would give away how many are on a rare combination of lists.");
        }
    }

    private void lists(Section s) {
        NumberTable table =
                NumberTable.of("People by the lists that they are on", "On").numbers("People");
        List<List<String>> rows = new ArrayList<>();
        for (int c = 1; c < overlaps.counts().size(); c++) {
            rows.add(List.of(overlaps.words(c), count(overlaps.counts().get(c))));
        }
        for (int l = 0; l < overlaps.lists().size(); l++) {
            rows.add(List.of(overlaps.lists().get(l) + ", in all", count(overlaps.on(l))));
        }
        s.table(table.rows(rows));
        s.paragraph(findings.small().note());
    }

    private String count(long persons) {
        return findings.rounded() ? SmallCounts.MARK : Numbers.COUNT.write((double) persons);
    }

    private void models(Section s) {
        s.paragraph(
                "Lists depend on each other where one sends people to another, or keeps them from it. Eight models suppose"
                        + " different dependences; the one that explains the counts best for how much it supposes is chosen: "
                        + findings.words(findings.models().getFirst()) + ".");
        if (findings.rounded()) {
            s.paragraph("What the other models say is hidden, since together they would give a small count away.");
            return;
        }
        IntervalChart chart = IntervalChart.of("How many there are by each model, best first")
                .rowsAre("Model")
                .figures("people", Numbers.COUNT)
                .line("on some list", (double) overlaps.seen())
                .saying("Where good models disagree widely, the range of the chosen one is too narrow.");
        NumberTable table = NumberTable.of(
                        "How well each model explains the counts", "Which lists depend on each other")
                .numbers("People", "Deviance", "Akaike's criterion");
        int number = 0;
        for (Model model : findings.models()) {
            number++;
            Interval interval = model.total().interval().orElseThrow();
            double total = model.total().value().orElseThrow();
            chart.row("model " + number, total, interval.lower(), interval.upper());
            table = table.row(
                    number + ": " + findings.words(model),
                    Numbers.COUNT.write(total),
                    Numbers.decimals(2).write(model.deviance()),
                    Numbers.decimals(2).write(model.akaike()));
        }
        s.picture(chart).table(table);
    }

    private void suppositions(Section s) {
        s.bullets(
                "Nobody came or went in the time that the lists cover.",
                "People were linked without error. Each missed link makes a person out of nothing, and the figure too high.",
                "Everybody had some chance to be on each list. Those who avoid all services are in no figure here.",
                overlaps.lists().size() == 2
                        ? "The lists are independent: being on one makes being on the other neither likelier nor rarer. Two lists"
                                + " cannot show that. Where one sends people to the other the figure is too low."
                        : "Not all three lists depend on each other together, which three lists cannot show.",
                "The range tells chance alone. Where these suppositions fail, the truth may lie outside it.");
    }

    private void made(Section s) {
        s.summary("Lists", String.join(", ", overlaps.lists()))
                .summary("Estimate", findings.total().method())
                .summary(
                        "Choice among models",
                        findings.models().isEmpty() ? "none: two lists allow one model" : "Akaike's criterion (1974)");
    }
}
