package org.concordat.measures.trends;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.concordat.measures.Interval;
import org.concordat.measures.rates.CriticalValues;

/** The recent trend of a series, as Fingertips marks it: from its latest five points. */
public sealed interface TrendMarker {
    /** So many points are looked at; with fewer there is no marker. */
    int POINTS = 5;

    /** The statistic from which a trend is taken for real: chi-squared with one degree of freedom at .998. */
    double LEAST_CHI_SQUARED = 9.54953570608324;

    /** Up or down, at .998. */
    record Trend(boolean increasing, double chiSquared) implements TrendMarker {}

    /** What is seen may well be chance. */
    record NoSignificantChange(double chiSquared, boolean forOnePoint) implements TrendMarker {}

    /** There is nothing to be said. */
    record NotCalculated(String why) implements TrendMarker {}

    /** A short word for tables: increasing, decreasing, no significant change, not calculated. */
    default String words() {
        return switch (this) {
            case Trend trend -> trend.increasing() ? "increasing" : "decreasing";
            case NoSignificantChange none -> "no significant change";
            case NotCalculated not -> "not calculated";
        };
    }

    /**
     * The marker of a series of proportions, by Cochran's and Armitage's test for trend.
     *
     * @param points in any order, each at its own time
     */
    static TrendMarker ofProportions(List<TrendPoint.Proportion> points) {
        return of(points, TrendTest::chiSquaredOfProportions, TrendTest::slopeOfLogOdds);
    }

    /**
     * The marker of a series of any other figures, by a regression that weighs each by its standard error.
     *
     * @param points in any order, each at its own time
     */
    static TrendMarker ofFigures(List<TrendPoint.Figure> points) {
        return of(
                points, latest -> OptionalDouble.of(TrendTest.chiSquaredOfFigures(latest)), TrendTest::slopeOfFigures);
    }

    /** The standard error of a figure by the width of its interval, as both sides were the same. */
    static double standardError(Interval interval) {
        return (interval.upper() - interval.lower()) / (2 * CriticalValues.twoSidedNormal(interval.confidence()));
    }

    private static <P extends TrendPoint> TrendMarker of(
            List<P> points, Function<List<P>, OptionalDouble> test, ToDoubleFunction<List<P>> slope) {
        if (points.size() < POINTS) {
            return new NotCalculated("a trend needs five periods, and there are " + points.size());
        }
        TrendTest.checkTimes(points);
        List<P> latest = points.stream()
                .sorted(Comparator.comparingDouble(TrendPoint::time))
                .skip(points.size() - POINTS)
                .toList();
        OptionalDouble chiSquared = test.apply(latest);
        if (chiSquared.isEmpty()) {
            return new NotCalculated("none or all were counted in each of the latest five periods");
        }
        double statistic = chiSquared.getAsDouble();
        if (!(statistic > LEAST_CHI_SQUARED)) {
            return new NoSignificantChange(statistic, false);
        }
        double direction = Math.signum(slope.applyAsDouble(latest));
        for (int left = 0; left < POINTS; left++) {
            List<P> others = new ArrayList<>(latest);
            others.remove(left);
            if (Math.signum(slope.applyAsDouble(others)) != direction) {
                return new NoSignificantChange(statistic, true);
            }
        }
        return new Trend(direction > 0, statistic);
    }
}
