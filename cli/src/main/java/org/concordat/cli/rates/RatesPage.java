package org.concordat.cli.rates;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.concordat.cli.rates.AreaFigure.Series;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.comparisons.Comparison;
import org.concordat.measures.comparisons.Funnel;
import org.concordat.measures.comparisons.FunnelAxis;
import org.concordat.measures.comparisons.Polarity;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.IntervalChart;
import org.concordat.pictures.charts.ScatterChart;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** The figures as one page: charts of the latest period, the table, and what must be known before they are used. */
final class RatesPage {
    static final String NAME = "report.html";

    /** More rows than this make no picture that a person reads, nor a table. */
    private static final int MOST_DRAWN = 80;

    private final RatesRequest request;

    private RatesPage(RatesRequest request) {
        this.request = request;
    }

    static ReportPage of(List<AreaFigure> figures, RatesRequest request, List<String> notes, LocalDate day) {
        RatesPage work = new RatesPage(request);
        ReportPage page = ReportPage.titled(request.title())
                .lead(request.measure() + " by area, with the range within which each may well lie by chance.")
                .madeOn(day)
                .footer("All figures, with their intervals and methods, stand in " + RatesFile.NAME + ".");
        page.section("Before you use these figures", section -> {
            section.warning(RatesNotes.RANKING);
            section.bullets(notes.stream()
                    .filter(note -> !note.equals(RatesNotes.RANKING))
                    .toList());
        });
        AreaFigures.bySeries(figures)
                .forEach((series, all) -> page.section(
                        series.title().isEmpty() ? "Figures" : series.title(),
                        section -> work.fill(section, series, all)));
        page.section("How they were made", section -> work.methods(section, figures));
        return page;
    }

    private void fill(Section section, Series series, List<AreaFigure> all) {
        String latest = latest(all);
        // By name: in the order of their size they would be read as a ranking.
        List<AreaFigure> figures = all.stream()
                .filter(figure -> figure.period().equals(latest))
                .sorted(Comparator.comparing(AreaFigure::areaName).thenComparing(AreaFigure::areaCode))
                .toList();
        String when = latest.isEmpty() ? "" : ", " + latest;
        String title = (series.title().isEmpty() ? request.measure() : series.title()) + when;
        Numbers style = style(figures);
        if (figures.size() <= MOST_DRAWN) {
            section.picture(intervals(title, figures, style));
        }
        funnel(title, figures, style).ifPresent(section::picture);
        section.table(RatesTables.latest(title, request.measure(), figures, style));
        if (figures.size() > RatesTables.MOST_LISTED) {
            section.paragraph("Only the first " + RatesTables.MOST_LISTED + " areas by name are listed here; "
                    + RatesFile.NAME + " holds all.");
        }
        if (all.stream().map(AreaFigure::period).distinct().count() > 1) {
            section.details(
                    "All periods of " + (series.title().isEmpty() ? "these figures" : series.title()),
                    inside -> inside.table(RatesTables.periods(series, request.measure(), all, style)));
        }
    }

    private static String latest(List<AreaFigure> all) {
        return all.stream()
                .map(AreaFigure::period)
                .distinct()
                .reduce((one, other) -> {
                    Optional<Period> first = Period.of(one);
                    Optional<Period> second = Period.of(other);
                    return first.isPresent()
                                    && second.isPresent()
                                    && first.get().to() > second.get().to()
                            ? one
                            : other;
                })
                .orElse("");
    }

    private static Numbers style(List<AreaFigure> figures) {
        double most = figures.stream()
                .flatMapToDouble(figure -> figure.estimate().value().stream())
                .max()
                .orElse(1);
        return Numbers.decimals(most < 1 ? 3 : most < 10 ? 2 : 1);
    }

    private IntervalChart intervals(String title, List<AreaFigure> figures, Numbers style) {
        IntervalChart chart = IntervalChart.of(title)
                .rowsAre("Area")
                .figures(request.measure(), style)
                .saying("The lines are " + RatesFile.percent(request.confidence())
                        + " intervals. Areas whose intervals overlap widely may not differ at all.");
        benchmark(figures).ifPresent(benchmark -> {
            chart.line(benchmark.areaName(), benchmark.estimate().value().orElseThrow());
            // All that the polarity allows, in a fixed order, so that a colour means the same in every chart.
            Comparison[] possible = request.polarity() == Polarity.NEITHER
                    ? new Comparison[] {Comparison.SIMILAR, Comparison.HIGHER, Comparison.LOWER}
                    : new Comparison[] {Comparison.SIMILAR, Comparison.WORSE, Comparison.BETTER};
            for (Comparison comparison : possible) {
                chart.group(comparison.words());
            }
        });
        for (AreaFigure figure : figures) {
            Estimate estimate = figure.estimate();
            Optional<Interval> interval = estimate.interval();
            if (isBenchmark(figure) && estimate.value().isPresent()) {
                continue;
            }
            if (estimate.value().isEmpty() || interval.isEmpty()) {
                chart.without(figure.areaName(), RatesTables.why(estimate));
            } else {
                double value = estimate.value().getAsDouble();
                chart.row(
                        figure.areaName(),
                        group(figure),
                        value,
                        Math.max(interval.get().lower(), Math.min(0, value)),
                        interval.get().upper());
            }
        }
        return chart;
    }

    private String group(AreaFigure figure) {
        boolean drawn = !isBenchmark(figure) && figure.estimate().value().isPresent();
        return drawn ? figure.comparison() : "";
    }

    private boolean isBenchmark(AreaFigure figure) {
        return request.benchmark().filter(figure.areaCode()::equals).isPresent();
    }

    private Optional<AreaFigure> benchmark(List<AreaFigure> figures) {
        return figures.stream()
                .filter(figure ->
                        isBenchmark(figure) && figure.estimate().value().isPresent())
                .findFirst();
    }

    private Optional<ScatterChart> funnel(String title, List<AreaFigure> figures, Numbers style) {
        List<AreaFigure> shown = figures.stream()
                .filter(figure -> figure.estimate().value().isPresent() && !isBenchmark(figure))
                .toList();
        return AreaFunnel.of(shown, request).map(funnel -> {
            ScatterChart chart = ScatterChart.of("Funnel: " + title)
                    .pointsAre("Area")
                    .across(
                            request.method() == RateMethod.PROPORTION || request.method() == RateMethod.RATE
                                    ? "denominator"
                                    : "events expected",
                            Numbers.COUNT)
                    .up(request.measure(), style)
                    .saying("Between the inner lines lie 95 % of areas, between the outer ones 99.8 %, if "
                            + (request.widening().isEmpty()
                                    ? "all are alike and only chance sets them apart."
                                    : "chance and what usually sets these areas apart is all there is.")
                            + " What lies outside is worth a question, not yet a judgement.");
            double smallest = extreme(shown, false);
            double largest = extreme(shown, true);
            double[] sizes = Arrays.stream(FunnelAxis.sizes(smallest, largest))
                    .filter(size -> size >= .8 * smallest)
                    .toArray();
            curve(
                    chart,
                    "upper 99.8 %",
                    sizes,
                    size -> funnel.limits(size, Funnel.OUTER).upper());
            curve(
                    chart,
                    "upper 95 %",
                    sizes,
                    size -> funnel.limits(size, Funnel.INNER).upper());
            curve(
                    chart,
                    "lower 95 %",
                    sizes,
                    size -> funnel.limits(size, Funnel.INNER).lower());
            curve(
                    chart,
                    "lower 99.8 %",
                    sizes,
                    size -> funnel.limits(size, Funnel.OUTER).lower());
            shown.forEach(figure -> chart.point(
                    figure.areaName(),
                    figure.estimate().denominator().orElseThrow(),
                    figure.estimate().value().orElseThrow()));
            return chart;
        });
    }

    private static double extreme(List<AreaFigure> shown, boolean largest) {
        var sizes = shown.stream()
                .mapToDouble(figure -> figure.estimate().denominator().orElseThrow())
                .summaryStatistics();
        return largest ? sizes.getMax() : sizes.getMin();
    }

    private void curve(ScatterChart chart, String name, double[] sizes, ToDoubleFunction<Double> limit) {
        double[] limits = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            limits[i] = limit.applyAsDouble(sizes[i]) * request.multiplier();
        }
        chart.curve(name, sizes, limits);
    }

    private void methods(Section section, List<AreaFigure> figures) {
        Set<String> methods = new LinkedHashSet<>();
        figures.forEach(figure -> methods.add(figure.estimate().method()));
        section.bullets(List.copyOf(methods));
        section.summary("Measure", request.measure());
        section.summary("Confidence", RatesFile.percent(request.confidence()));
        if (request.method() == RateMethod.DIRECT) {
            section.summary(
                    "Standard population",
                    request.standard().name() + ": " + request.standard().source());
        }
        section.summary("Small counts", request.counts().note());
        request.widening()
                .ifPresent(widening -> section.summary(
                        "Funnel",
                        "limits widened for areas that differ by more than chance, "
                                + widening.name().toLowerCase(Locale.ROOT)
                                + ", the outer tenths of z-scores winsorised (Spiegelhalter 2005)"));
        if (request.groups() > 0) {
            section.summary("Groups", request.groups() + " " + request.groupWords());
        }
        Map<Series, List<AreaFigure>> series = AreaFigures.bySeries(figures);
        section.summary("Series", Integer.toString(series.size()));
    }
}
