package org.concordat.cli.inequality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.measures.Interval;
import org.concordat.measures.inequality.SlopeIndex;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.ScatterChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** The indices as one page: each with its groups, the line through them, and what must be known first. */
final class InequalityPage {
    static final String NAME = "report.html";

    private static final int MOST_DRAWN = 20;
    private static final int STEPS = 20;

    private final InequalityReport report;

    private InequalityPage(InequalityReport report) {
        this.report = report;
    }

    static ReportPage of(InequalityReport report, LocalDate day) {
        InequalityPage work = new InequalityPage(report);
        InequalityRequest request = report.request();
        ReportPage page = ReportPage.titled("Inequality: " + request.title())
                .lead("How far apart the most and the least deprived are, by a line through groups of areas.")
                .madeOn(day)
                .section(
                        "Before you use these figures",
                        s -> s.warning(InequalityReport.CAUTION).bullets(report.notes()));
        report.results().stream()
                .limit(MOST_DRAWN)
                .forEach(result -> page.section(
                        result.title().isEmpty() ? "The gap" : result.title(), section -> work.fill(section, result)));
        if (report.results().size() > MOST_DRAWN) {
            page.section(
                    "The others",
                    s -> s.paragraph("Only the first " + MOST_DRAWN + " of "
                            + report.results().size() + " tables are drawn here; inequality.csv holds all."));
        }
        return page.section("How they were made", work::methods)
                .footer("Made by Concordat. The indices are inequality.csv, the groups groups.csv.");
    }

    private void fill(Section section, InequalityResult result) {
        Numbers style = style(result);
        if (result.index().isPresent()) {
            SlopeIndex index = result.index().get();
            section.keyFigures(
                    new KeyFigure(InequalityReport.words(index.slope()), "slope index of inequality, " + report.unit()),
                    new KeyFigure(InequalityReport.words(index.ratio()), "relative index of inequality"));
            section.picture(line(result, index, style));
        } else {
            section.inset("No index: " + result.why() + ".");
        }
        NumberTable table = NumberTable.of(
                        "Groups by deprivation" + (result.title().isEmpty() ? "" : ": " + result.title()), "Group")
                .numbers("Areas", "Population", report.unit(), "From", "To");
        for (DeprivationGroup group : result.groups()) {
            Optional<Interval> interval = group.estimate().interval();
            String c = group.isHidden() ? "c" : "";
            table = table.row(
                    name(group, result),
                    Numbers.COUNT.write((double) group.areas()),
                    group.isHidden() ? c : Numbers.SHORT.write(group.population()),
                    group.estimate().value().isPresent()
                            ? style.write(group.estimate().value().getAsDouble())
                            : c,
                    interval.map(i -> style.write(i.lower())).orElse(c),
                    interval.map(i -> style.write(i.upper())).orElse(c));
        }
        section.table(table);
    }

    private static String name(DeprivationGroup group, InequalityResult result) {
        String end = group.equals(result.groups().getFirst())
                ? ", most deprived"
                : group.equals(result.groups().getLast()) ? ", least deprived" : "";
        return group.number() + end;
    }

    private static Numbers style(InequalityResult result) {
        double most = result.groups().stream()
                .flatMapToDouble(group -> group.estimate().value().stream())
                .map(Math::abs)
                .max()
                .orElse(1);
        return Numbers.decimals(most < 1 ? 3 : most < 10 ? 2 : 1);
    }

    private ScatterChart line(InequalityResult result, SlopeIndex index, Numbers style) {
        ScatterChart chart = ScatterChart.of(
                        "From the most to the least deprived" + (result.title().isEmpty() ? "" : ": " + result.title()))
                .pointsAre("Group")
                .across("share of the population, the most deprived first", Numbers.PERCENT)
                .acrossBetween(0, 1)
                .up(report.unit(), style)
                .saying(
                        "Each point is a group in the middle of its share of the population, with its 95 % interval. The slope"
                                + " index is how far the line falls or rises from one end to the other. Where the points do not follow"
                                + " it, the indices say little.");
        double all = result.groups().stream()
                .mapToDouble(DeprivationGroup::population)
                .sum();
        double before = 0;
        List<String> names = new ArrayList<>();
        for (DeprivationGroup group : result.groups()) {
            Interval interval = group.estimate().interval().orElseThrow();
            String name = name(group, result);
            names.add(name);
            chart.point(
                    name,
                    (before + group.population() / 2) / all,
                    group.estimate().value().orElseThrow(),
                    interval.lower(),
                    interval.upper());
            before += group.population();
        }
        chart.named(names.getFirst());
        double[] shares = new double[STEPS + 1];
        double[] figures = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            shares[i] = (double) i / STEPS;
            figures[i] = index.at(shares[i]) * report.request().multiplier();
        }
        return chart.curve("the line", shares, figures);
    }

    private void methods(Section section) {
        InequalityRequest request = report.request();
        section.paragraph(
                "A line is drawn through the groups' figures, each at the middle of its share of the population and"
                        + " weighing as much (Low and Low, Journal of Public Health 26, 2004), and read at both ends. Its interval comes"
                        + " of drawing the groups' figures anew within theirs, many times.");
        section.summary(
                "Groups",
                switch (request.order()) {
                    case SCORES ->
                        request.groups() + " of about equal numbers of areas, by " + request.deprivation()
                                + ", high first";
                    case RANKS ->
                        request.groups() + " of about equal numbers of areas, by " + request.deprivation()
                                + ", 1 first";
                    case GROUPS -> "as the column " + request.deprivation() + " has them, 1 the most deprived";
                });
        section.summary(
                "The line",
                request.line() == SlopeIndex.Line.STRAIGHT
                        ? "straight through the figures"
                        : "straight on the figures' scale (logarithms of rates, log odds of proportions)");
        section.summary(
                "Simulations",
                Numbers.COUNT.write((double) request.simulation().repetitions()) + ", seed "
                        + request.simulation().seed());
        section.summary("Small counts", request.counts().note());
    }
}
