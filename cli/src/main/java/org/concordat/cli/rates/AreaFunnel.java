package org.concordat.cli.rates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.concordat.measures.Estimate;
import org.concordat.measures.comparisons.Funnel;
import org.concordat.measures.comparisons.Overdispersion;
import org.concordat.measures.comparisons.WidenedFunnel;

/** Makes the funnel of one series and period from the figures that are shown. */
final class AreaFunnel {
    private static final int FEWEST = 3;

    private AreaFunnel() {}

    /**
     * The funnel of these figures, all shown, of one series and period; the benchmark, which holds them all, is left out. There
     * is none where the method has none, or of too few.
     */
    static Optional<Funnel> of(List<AreaFigure> shown, RatesRequest request) {
        List<Estimate> estimates = shown.stream()
                .filter(figure ->
                        !request.benchmark().filter(figure.areaCode()::equals).isPresent())
                .map(AreaFigure::estimate)
                .filter(estimate -> estimate.value().isPresent())
                .toList();
        double[] numerators = counts(estimates, Estimate::numerator);
        double[] denominators = counts(estimates, Estimate::denominator);
        double numerator = sum(numerators);
        if (estimates.size() < (request.widening().isPresent() ? Overdispersion.FEWEST : FEWEST) || numerator == 0) {
            return Optional.empty();
        }
        double together = numerator / sum(denominators);
        return switch (request.method()) {
            case PROPORTION ->
                Optional.of(request.widening()
                        .<Funnel>map(widening -> WidenedFunnel.of(
                                WidenedFunnel.Kind.PROPORTIONS, numerators, denominators, together, widening))
                        .orElseGet(() -> Funnel.ofProportions(together)));
            case RATE -> Optional.of(ofEvents(numerators, denominators, together, request));
            case RATIO, INDIRECT_RATIO -> Optional.of(ofEvents(numerators, denominators, 1, request));
            case DIRECT, INDIRECT_RATE, LIFE_EXPECTANCY -> Optional.empty();
        };
    }

    private static Funnel ofEvents(double[] events, double[] sizes, double average, RatesRequest request) {
        return request.widening()
                .<Funnel>map(widening ->
                        WidenedFunnel.of(WidenedFunnel.Kind.RATES_OR_RATIOS, events, sizes, average, widening))
                .orElseGet(() -> average == 1 ? Funnel.ofRatios() : Funnel.ofRates(average));
    }

    private static double[] counts(List<Estimate> estimates, Function<Estimate, OptionalDouble> which) {
        return estimates.stream()
                .mapToDouble(estimate -> which.apply(estimate).orElse(0))
                .toArray();
    }

    private static double sum(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }
}
