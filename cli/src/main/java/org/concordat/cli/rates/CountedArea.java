package org.concordat.cli.rates;

import java.util.List;
import java.util.OptionalDouble;
import org.concordat.cli.rates.AreaFigure.Series;
import org.concordat.measures.standardised.AgeBand;

/**
 * What a table says of one area in one period: one count, or one for each age band.
 *
 * @param hiddenBefore whether the table itself hides a count of it
 */
record CountedArea(
        Series series, String areaCode, String areaName, String period, List<Count> counts, boolean hiddenBefore) {

    /**
     * One row.
     *
     * @param ages the band, or all ages where none is asked for
     * @param numerator empty where the table has none
     * @param denominator empty where the table has none
     */
    record Count(AgeBand ages, OptionalDouble numerator, OptionalDouble denominator) {}

    boolean isComplete() {
        return counts.stream()
                .allMatch(count ->
                        count.numerator().isPresent() && count.denominator().isPresent());
    }

    double numerator() {
        return counts.stream().mapToDouble(c -> c.numerator().orElse(0)).sum();
    }

    double denominator() {
        return counts.stream().mapToDouble(c -> c.denominator().orElse(0)).sum();
    }

    /** Where it is, for messages: codes of areas and names of periods, no figures. */
    String place() {
        return "area " + areaCode + (period.isEmpty() ? "" : " in " + period);
    }
}
