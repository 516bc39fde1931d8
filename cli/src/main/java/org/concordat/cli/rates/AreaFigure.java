package org.concordat.cli.rates;

import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Status;

/**
 * One figure as it goes out: what could tell something about a person is no longer in it.
 *
 * @param series what it is of
 * @param comparison with the benchmark, in words; empty where there is none
 * @param trend up to this period, in words
 * @param standing in the funnel, in words; empty where there is none
 * @param group by the rank of the figure, as a number from 1; empty where there is none
 */
record AreaFigure(
        Series series,
        String areaCode,
        String areaName,
        String period,
        Estimate estimate,
        String comparison,
        String trend,
        String standing,
        String group) {

    /** What is measured of whom: areas and periods of one series can be compared. */
    record Series(String indicator, String sex) {
        String title() {
            return sex.isEmpty() ? indicator : indicator + ", " + sex;
        }
    }

    /** What the place of a figure says that is not shown. */
    static final String NOT_SHOWN = "not shown";

    boolean isHidden() {
        return estimate.status() == Status.CONFIDENTIAL;
    }

    /** The same without figure, interval and count, all of which would give the count away. */
    AreaFigure hidden(boolean withDenominator) {
        Estimate none = new Estimate(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                withDenominator ? estimate.denominator() : OptionalDouble.empty(),
                Optional.empty(),
                estimate.method(),
                Status.CONFIDENTIAL);
        return new AreaFigure(
                series,
                areaCode,
                areaName,
                period,
                none,
                comparison.isEmpty() ? "" : NOT_SHOWN,
                NOT_SHOWN,
                standing.isEmpty() ? "" : NOT_SHOWN,
                "");
    }

    AreaFigure beside(String compared, String going, String stands) {
        return new AreaFigure(series, areaCode, areaName, period, estimate, compared, going, stands, group);
    }

    AreaFigure inGroup(String number) {
        return new AreaFigure(series, areaCode, areaName, period, estimate, comparison, trend, standing, number);
    }
}
