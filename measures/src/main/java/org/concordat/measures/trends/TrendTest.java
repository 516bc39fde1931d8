package org.concordat.measures.trends;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The two tests for trend, over all the points they are given. */
public final class TrendTest {
    private TrendTest() {}

    /**
     * The chi-squared statistic, with one degree of freedom, for a straight trend of proportions (P. Armitage, Tests for linear
     * trends in proportions and frequencies, Biometrics 11, 1955). Empty where none or all were counted, so that nothing can
     * have changed.
     *
     * @param points two or more, each at its own time
     */
    public static OptionalDouble chiSquaredOfProportions(List<TrendPoint.Proportion> points) {
        checkTimes(points);
        double counted = 0;
        double all = 0;
        double time = 0;
        for (TrendPoint.Proportion point : points) {
            counted += point.numerator();
            all += point.denominator();
            time += point.denominator() * point.time();
        }
        double share = counted / all;
        double meanTime = time / all;
        double together = 0;
        double spread = 0;
        for (TrendPoint.Proportion point : points) {
            double from = point.time() - meanTime;
            together += (point.numerator() - share * point.denominator()) * from;
            spread += point.denominator() * from * from;
        }
        double variance = share * (1 - share) * spread;
        return counted == 0 || counted == all
                ? OptionalDouble.empty()
                : OptionalDouble.of(together * together / variance);
    }

    /**
     * The square of the slope over its standard error, in a straight line whose points weigh by the inverse of their variance.
     *
     * @param points two or more, each at its own time
     */
    public static double chiSquaredOfFigures(List<TrendPoint.Figure> points) {
        Line line = line(points);
        return line.slope() * line.slope() * line.spread();
    }

    /** Of the same line: by how much a year, in the figures' unit. */
    public static double slopeOfFigures(List<TrendPoint.Figure> points) {
        return line(points).slope();
    }

    /**
     * Of a straight line through the log odds, all points weighing the same, as Fingertips finds a proportion's direction.
     * None and all are half a person away from it, since their log odds have no end.
     */
    static double slopeOfLogOdds(List<TrendPoint.Proportion> points) {
        return slopeOfFigures(points.stream()
                .map(point -> new TrendPoint.Figure(point.time(), logOdds(point), 1))
                .toList());
    }

    private static double logOdds(TrendPoint.Proportion point) {
        double others = point.denominator() - point.numerator();
        return point.numerator() == 0 || others == 0
                ? Math.log((point.numerator() + .5) / (others + .5))
                : Math.log(point.numerator() / others);
    }

    /** @param spread one over the variance of the slope */
    private record Line(double slope, double spread) {}

    private static Line line(List<TrendPoint.Figure> points) {
        checkTimes(points);
        double weights = 0;
        double time = 0;
        double value = 0;
        for (TrendPoint.Figure point : points) {
            double weight = 1 / (point.standardError() * point.standardError());
            weights += weight;
            time += weight * point.time();
            value += weight * point.value();
        }
        double meanTime = time / weights;
        double meanValue = value / weights;
        double together = 0;
        double spread = 0;
        for (TrendPoint.Figure point : points) {
            double weight = 1 / (point.standardError() * point.standardError());
            double from = point.time() - meanTime;
            together += weight * from * (point.value() - meanValue);
            spread += weight * from * from;
        }
        return new Line(together / spread, spread);
    }

    static void checkTimes(List<? extends TrendPoint> points) {
        if (points.size() < 2) {
            throw new IllegalArgumentException("a trend needs two points or more, given " + points.size());
        }
        Set<Double> times = new HashSet<>();
        for (TrendPoint point : points) {
            if (!times.add(point.time())) {
                throw new IllegalArgumentException(
                        "each point of a trend has its own time, given two at " + point.time());
            }
        }
    }
}
