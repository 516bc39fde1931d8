package org.concordat.cli.rates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.rates.AreaFigure.Series;
import org.concordat.measures.Estimate;
import org.concordat.measures.Status;
import org.concordat.measures.comparisons.Comparison;
import org.concordat.measures.comparisons.Funnel;
import org.concordat.measures.comparisons.Polarity;
import org.concordat.measures.comparisons.QuantileGroups;
import org.concordat.measures.trends.TrendMarker;
import org.concordat.measures.trends.TrendPoint;

/**
 * All figures of a table: each computed, put beside the benchmark and its own past, and hidden where it rests on few people.
 * Nothing shown is made with a count that is hidden, so that no average gives one away.
 */
final class AreaFigures {
    private final RatesRequest request;
    private final List<AreaFigure> figures = new ArrayList<>();
    private final Map<Place, List<AreaFigure>> byArea = new HashMap<>();
    private final Map<Place, List<AreaFigure>> byPeriod = new HashMap<>();
    private final Map<Place, Optional<Funnel>> funnels = new HashMap<>();

    /** One area of a series, or one period of it. */
    private record Place(Series series, String areaOrPeriod) {}

    private AreaFigures(RatesRequest request) {
        this.request = request;
    }

    /** In the order of the areas given. */
    static List<AreaFigure> of(List<CountedArea> areas, RatesRequest request) {
        AreaFigures work = new AreaFigures(request);
        AreaEstimates estimates = new AreaEstimates(request, areas);
        for (CountedArea area : areas) {
            work.figures.add(new AreaFigure(
                    area.series(),
                    area.areaCode(),
                    area.areaName(),
                    area.period(),
                    estimates.of(area),
                    "",
                    "",
                    "",
                    ""));
        }
        request.benchmark().ifPresent(work::requireBenchmark);
        for (AreaFigure figure : work.figures) {
            work.byArea
                    .computeIfAbsent(new Place(figure.series(), figure.areaCode()), any -> new ArrayList<>())
                    .add(figure);
            work.byPeriod
                    .computeIfAbsent(inPeriod(figure), any -> new ArrayList<>())
                    .add(figure);
        }
        return work.finished();
    }

    private static Place inPeriod(AreaFigure figure) {
        return new Place(figure.series(), figure.period());
    }

    private void requireBenchmark(String code) {
        if (figures.stream().noneMatch(figure -> figure.areaCode().equals(code))) {
            throw new CommandException(
                    "RATES-NO-AREA",
                    ExitCode.WRONG_USE,
                    "No row is of area " + code + ", which --benchmark names. Add its rows, or name another.");
        }
    }

    private List<AreaFigure> finished() {
        List<AreaFigure> finished = new ArrayList<>();
        for (AreaFigure figure : figures) {
            AreaFigure beside = figure.beside(comparison(figure), trend(figure), standing(figure));
            finished.add(unsafe(figure) ? beside.hidden(!smallDenominator(figure)) : beside);
        }
        return request.groups() == 0 ? finished : grouped(finished);
    }

    /** With each shown figure's group among those of its series and period, the benchmark aside. */
    private List<AreaFigure> grouped(List<AreaFigure> finished) {
        Map<Place, List<Integer>> together = new LinkedHashMap<>();
        for (int i = 0; i < finished.size(); i++) {
            if (!isBenchmark(finished.get(i))) {
                together.computeIfAbsent(inPeriod(finished.get(i)), any -> new ArrayList<>())
                        .add(i);
            }
        }
        List<AreaFigure> grouped = new ArrayList<>(finished);
        for (List<Integer> places : together.values()) {
            List<OptionalInt> groups = QuantileGroups.of(
                    places.stream().map(i -> finished.get(i).estimate().value()).toList(),
                    request.groups(),
                    request.firstGroup());
            for (int i = 0; i < groups.size(); i++) {
                AreaFigure figure = finished.get(places.get(i));
                OptionalInt group = groups.get(i);
                grouped.set(
                        places.get(i),
                        figure.inGroup(
                                figure.isHidden()
                                        ? SmallCounts.MARK
                                        : group.isPresent() ? Integer.toString(group.getAsInt()) : ""));
            }
        }
        return grouped;
    }

    /** Whether it rests on so few people, or leaves out so few, that it could tell something about one of them. */
    private boolean unsafe(AreaFigure figure) {
        Estimate estimate = figure.estimate();
        if (estimate.status() == Status.CONFIDENTIAL) {
            return true;
        }
        if (estimate.numerator().isEmpty() || estimate.denominator().isEmpty()) {
            return false;
        }
        double numerator = estimate.numerator().getAsDouble();
        return request.small(numerator)
                || smallDenominator(figure)
                || (request.method() == RateMethod.PROPORTION
                        && request.small(estimate.denominator().getAsDouble() - numerator));
    }

    /** An expectation below the line is no count of people. */
    private boolean smallDenominator(AreaFigure figure) {
        return switch (request.method()) {
            case PROPORTION, RATE, DIRECT, LIFE_EXPECTANCY ->
                figure.estimate().denominator().stream().anyMatch(request::small);
            case RATIO, INDIRECT_RATIO, INDIRECT_RATE -> false;
        };
    }

    private boolean isBenchmark(AreaFigure figure) {
        return request.benchmark().filter(figure.areaCode()::equals).isPresent();
    }

    private String comparison(AreaFigure figure) {
        if (request.benchmark().isEmpty() || isBenchmark(figure)) {
            return "";
        }
        Optional<AreaFigure> benchmark = byPeriod.getOrDefault(inPeriod(figure), List.of()).stream()
                .filter(this::isBenchmark)
                .findFirst();
        if (benchmark.isEmpty() || benchmark.get().estimate().value().isEmpty()) {
            return Comparison.NOT_COMPARED.words();
        }
        return unsafe(benchmark.get())
                ? AreaFigure.NOT_SHOWN
                : Comparison.withValue(
                                figure.estimate(),
                                benchmark.get().estimate().value().getAsDouble(),
                                request.polarity())
                        .words();
    }

    /** Up to the figure's own period, from the latest five; not shown where one of them is hidden. */
    private String trend(AreaFigure figure) {
        Optional<Period> until = Period.of(figure.period());
        if (until.isEmpty()) {
            return new TrendMarker.NotCalculated("").words();
        }
        Map<Period, AreaFigure> past = new HashMap<>();
        for (AreaFigure other : byArea.getOrDefault(new Place(figure.series(), figure.areaCode()), List.of())) {
            Period.of(other.period())
                    .filter(period -> period.from() <= until.get().from())
                    .ifPresent(period -> past.put(period, other));
        }
        List<Period> latest = past.keySet().stream()
                .sorted(Comparator.comparingInt(Period::from).thenComparingInt(Period::to))
                .skip(Math.max(0, past.size() - TrendMarker.POINTS))
                .toList();
        for (int i = 1; i < latest.size(); i++) {
            if (latest.get(i).from() < latest.get(i - 1).to()) {
                return new TrendMarker.NotCalculated("periods overlap").words();
            }
        }
        List<AreaFigure> series = latest.stream()
                .flatMap(period -> Optional.ofNullable(past.get(period)).stream())
                .toList();
        if (series.stream().anyMatch(this::unsafe)) {
            return AreaFigure.NOT_SHOWN;
        }
        if (series.stream().anyMatch(other -> other.estimate().value().isEmpty())) {
            return new TrendMarker.NotCalculated("a figure is missing").words();
        }
        return words(marker(latest, series));
    }

    private TrendMarker marker(List<Period> periods, List<AreaFigure> series) {
        List<TrendPoint.Proportion> proportions = new ArrayList<>();
        List<TrendPoint.Figure> others = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Estimate estimate = series.get(i).estimate();
            double time = periods.get(i).middle();
            if (request.method() == RateMethod.PROPORTION) {
                proportions.add(new TrendPoint.Proportion(
                        time,
                        estimate.numerator().orElseThrow(),
                        estimate.denominator().orElseThrow()));
                continue;
            }
            double error = TrendMarker.standardError(estimate.interval().orElseThrow());
            if (!(error > 0 && Double.isFinite(error))) {
                return new TrendMarker.NotCalculated("an interval has no lower end");
            }
            others.add(new TrendPoint.Figure(time, estimate.value().orElseThrow(), error));
        }
        return request.method() == RateMethod.PROPORTION
                ? TrendMarker.ofProportions(proportions)
                : TrendMarker.ofFigures(others);
    }

    private String words(TrendMarker marker) {
        if (!(marker instanceof TrendMarker.Trend trend) || request.polarity() == Polarity.NEITHER) {
            return marker.words();
        }
        boolean better = trend.increasing() == (request.polarity() == Polarity.HIGH_IS_GOOD);
        return marker.words() + (better ? " and getting better" : " and getting worse");
    }

    /** Where the figure lies among those of its series and period that are shown; empty where no funnel fits the method. */
    private String standing(AreaFigure figure) {
        Estimate estimate = figure.estimate();
        if (isBenchmark(figure) || unsafe(figure) || estimate.value().isEmpty()) {
            return "";
        }
        return funnels.computeIfAbsent(inPeriod(figure), this::funnel)
                .map(funnel -> funnel.standing(
                                estimate.numerator().orElseThrow(),
                                estimate.denominator().orElseThrow())
                        .words())
                .orElse("");
    }

    private Optional<Funnel> funnel(Place place) {
        return AreaFunnel.of(
                byPeriod.getOrDefault(place, List.of()).stream()
                        .filter(other -> !unsafe(other))
                        .toList(),
                request);
    }

    /** The series in the order in which they first stand, each with its figures. */
    static Map<Series, List<AreaFigure>> bySeries(List<AreaFigure> figures) {
        Map<Series, List<AreaFigure>> series = new LinkedHashMap<>();
        figures.forEach(figure -> series.computeIfAbsent(figure.series(), any -> new ArrayList<>())
                .add(figure));
        return series;
    }
}
