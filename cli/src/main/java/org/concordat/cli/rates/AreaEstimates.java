package org.concordat.cli.rates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.measures.Estimate;
import org.concordat.measures.Status;
import org.concordat.measures.lifetables.LifeExpectancy;
import org.concordat.measures.lifetables.LifeTable;
import org.concordat.measures.rates.Rates;
import org.concordat.measures.standardised.DirectRates;
import org.concordat.measures.standardised.IndirectRatios;
import org.concordat.measures.standardised.ReferenceRates;
import org.concordat.measures.standardised.Stratum;

/** Makes one figure of one area's counts, by the method asked for. */
final class AreaEstimates {
    private final RatesRequest request;
    private final List<CountedArea> references;

    /** @param all areas of the table, among which the reference is looked for */
    AreaEstimates(RatesRequest request, List<CountedArea> all) {
        this.request = request;
        references = all.stream()
                .filter(area ->
                        request.reference().filter(area.areaCode()::equals).isPresent())
                .toList();
    }

    Estimate of(CountedArea area) {
        if (area.hiddenBefore()) {
            return without(Status.CONFIDENTIAL, "hidden in the table that it comes from");
        }
        if (!area.isComplete()) {
            return without(Status.NOT_AVAILABLE, "a count or a population is missing");
        }
        double multiplier = request.multiplier();
        double confidence = request.confidence();
        return switch (request.method()) {
            case PROPORTION ->
                Rates.proportion(area.numerator(), area.denominator(), multiplier, confidence, request.ofProportions());
            case RATE -> Rates.rate(area.numerator(), area.denominator(), multiplier, confidence, request.ofCounts());
            case RATIO -> Rates.ratio(area.numerator(), area.denominator(), multiplier, confidence, request.ofCounts());
            case DIRECT ->
                byAge(area, () -> DirectRates.rate(strata(area), request.standard(), multiplier, confidence));
            case INDIRECT_RATIO ->
                byAge(area, () -> IndirectRatios.ratio(strata(area), reference(area), multiplier, confidence));
            case INDIRECT_RATE ->
                byAge(area, () -> IndirectRatios.rate(strata(area), reference(area), multiplier, confidence));
            case LIFE_EXPECTANCY -> byAge(area, () -> lifeExpectancy(area));
        };
    }

    private static Estimate without(Status status, String why) {
        return new Estimate(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), why, status);
    }

    private static Estimate byAge(CountedArea area, Supplier<Estimate> work) {
        return CountsReader.aboutAges(area.place(), work);
    }

    private Estimate lifeExpectancy(CountedArea area) {
        return switch (LifeTable.of(strata(area), request.confidence())) {
            case LifeTable table -> table.atBirth();
            case LifeExpectancy.Refused refused ->
                Estimate.none(
                        area.numerator(),
                        area.denominator(),
                        "life expectancy (Chiang 1984), not given: " + words(refused.reason()),
                        Status.NOT_AVAILABLE);
        };
    }

    /** Without the counts that the library's own words give, since small ones may be among them. */
    private static String words(LifeExpectancy.Reason reason) {
        return switch (reason) {
            case POPULATION_TOO_SMALL -> "fewer than 5,000 years were lived";
            case NO_DEATH_AMONG_THE_OLDEST -> "nobody died in the oldest age band";
            case MORE_DEATHS_THAN_YEARS -> "more died than years were lived at some age";
        };
    }

    private static List<Stratum> strata(CountedArea area) {
        return area.counts().stream()
                .map(count -> new Stratum(
                        count.ages(),
                        count.numerator().orElseThrow(),
                        count.denominator().orElseThrow()))
                .toList();
    }

    private ReferenceRates reference(CountedArea area) {
        String code = request.reference().orElseThrow();
        CountedArea reference = references.stream()
                .filter(other ->
                        other.series().equals(area.series()) && other.period().equals(area.period()))
                .findFirst()
                .filter(found -> found.isComplete() && !found.hiddenBefore())
                .orElseThrow(() -> new CommandException(
                        "RATES-NO-AREA",
                        ExitCode.COULD_NOT,
                        "The reference area " + code + " has no complete counts"
                                + (area.period().isEmpty() ? "" : " in " + area.period())
                                + ", from which events could be expected in area " + area.areaCode()
                                + ". Add its rows, or name another with --reference."));
        return CountsReader.aboutAges(
                reference.place(), () -> new ReferenceRates(reference.areaName(), strata(reference)));
    }
}
