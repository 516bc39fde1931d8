package org.concordat.cli.beforeafter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.cli.beforeafter.Panel.Moment;
import org.concordat.cli.beforeafter.Panel.Side;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.Estimate;
import org.concordat.measures.evaluation.DifferenceInDifferences;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.LineChart;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** Whether it changed more where the service began, as one page: both lines first, the changes, and what they rest on. */
final class BeforeAfterPage {
    static final String NAME = "publish/before-after.html";

    private final Changes changes;
    private final BeforeAfterRequest request;

    BeforeAfterPage(Changes changes) {
        this.changes = changes;
        this.request = changes.request();
    }

    ReportPage page(String title, LocalDate day) {
        return ReportPage.titled(title)
                .lead(changes.lead())
                .madeOn(day)
                .section("What happened in both", this::lines)
                .section("How much more it changed", this::effects)
                .section("What this rests on", this::suppositions)
                .section("How it was made", this::made)
                .footer("This page names nobody. The folder \"keep\" beside its folder holds small counts.");
    }

    private void lines(Section s) {
        List<Moment> moments = changes.panel().moments();
        LineChart chart = LineChart.of(request.words())
                .across(
                        "period",
                        place -> place == Math.rint(place) && place >= 0 && place < moments.size()
                                ? moments.get((int) place).name()
                                : "")
                .up(request.words(), changes.panel().shares() ? Numbers.PERCENT : Numbers.SHORT)
                .mark(changes.panel().firstAfter() - .5, "the service began");
        chart.line(request.treated());
        for (int place = 0; place < moments.size(); place++) {
            chart.point(place, shown(moments.get(place).treated()));
        }
        chart.line("others");
        for (int place = 0; place < moments.size(); place++) {
            chart.point(place, shown(moments.get(place).others()));
        }
        s.picture(chart);
        s.paragraph(request.small().note());
    }

    private double shown(Side side) {
        return side.hidden(request.small()) ? Double.NaN : side.group().mean();
    }

    private void effects(Section s) {
        NumberTable table = NumberTable.of(
                        "The gap, and its change since " + changes.before().name(), "Period")
                .numbers(request.treated(), "Others", "Gap", "Change of the gap", "From", "To");
        List<List<String>> rows = new ArrayList<>();
        for (Moment moment : changes.panel().moments()) {
            Optional<Estimate> gap = changes.gap(moment);
            boolean since = changes.after().contains(moment);
            Optional<Estimate> effect = since ? changes.effect(moment) : Optional.empty();
            String without = since ? SmallCounts.MARK : "";
            rows.add(List.of(
                    moment.name(),
                    side(moment.treated()),
                    side(moment.others()),
                    gap.map(one -> changes.signed(one.value().orElseThrow())).orElse(SmallCounts.MARK),
                    effect.map(one -> changes.signed(one.value().orElseThrow())).orElse(without),
                    effect.map(one ->
                                    changes.signed(one.interval().orElseThrow().lower()))
                            .orElse(without),
                    effect.map(one ->
                                    changes.signed(one.interval().orElseThrow().upper()))
                            .orElse(without)));
        }
        s.table(table.rows(rows));
        if (changes.panel().shares()) {
            s.paragraph("Gaps and changes are in percentage points.");
        }
        if (changes.after().size() > 1) {
            s.paragraph(
                    "Of several periods some may differ by chance alone: tell all of them, not the one that suits.");
        }
    }

    private String side(Side side) {
        return side.hidden(request.small())
                ? SmallCounts.MARK
                : changes.style().write(side.group().mean());
    }

    private void suppositions(Section s) {
        s.warning(DifferenceInDifferences.ASSUMPTION);
        OptionalDouble worst = changes.worstBefore();
        s.paragraph(
                worst.isEmpty()
                        ? "Nothing can be said of how the two went before the service: there is one earlier period only, or one"
                                + " of them is hidden."
                        : "Before the service the gap changed from one period to the next by at most "
                                + Numbers.decimals(1).write(worst.getAsDouble())
                                + " times what chance explains. "
                                + (changes.doubtful()
                                        ? "More than " + Numbers.SHORT.write(Changes.WORRYING)
                                                + " speaks against the supposition: the two went different ways already."
                                        : "That does not speak against the supposition, nor does it prove it."));
        s.bullets(
                "Where a service is offered because of a bad spell, things get better without it too.",
                "Whatever else happened to one group alone in that time is part of the change.",
                "People who moved from one group to the other, or were helped by the service from outside, blur it.",
                "Few groups: chance that strikes a whole place at once is in no range here.");
    }

    private void made(Section s) {
        s.summary("Change", "difference in differences (Ashenfelter and Card 1985; Card and Krueger 1994)")
                .summary(
                        "Ranges",
                        Numbers.SHORT.write(request.confidence() * 100)
                                + " of 100 made in this way hold the true change (normal distribution)")
                .summary("Before and after", "the service began in " + request.from())
                .summary("Others", "all groups without it, put together");
    }
}
