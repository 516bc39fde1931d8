package org.concordat.cli.rates;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.pictures.Numbers;

/** What is made of the counts, as {@code --method} names it. */
enum RateMethod {
    PROPORTION("proportion", 100, false),
    RATE("rate", 100_000, false),
    RATIO("ratio", 100, false),
    DIRECT("direct", 100_000, true),
    INDIRECT_RATIO("indirect-ratio", 100, true),
    INDIRECT_RATE("indirect-rate", 100_000, true),
    LIFE_EXPECTANCY("life-expectancy", 1, true);

    private final String option;
    private final double usualMultiplier;
    private final boolean byAge;

    RateMethod(String option, double usualMultiplier, boolean byAge) {
        this.option = option;
        this.usualMultiplier = usualMultiplier;
        this.byAge = byAge;
    }

    static Optional<RateMethod> named(String option) {
        return Arrays.stream(values()).filter(m -> m.option.equals(option)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(m -> m.option).collect(Collectors.joining(", "));
    }

    String option() {
        return option;
    }

    double usualMultiplier() {
        return usualMultiplier;
    }

    /** Whether it needs a row for each age band. */
    boolean byAge() {
        return byAge;
    }

    /** Whether chance alone can be told from the figure's count and denominator. */
    boolean hasFunnel() {
        return switch (this) {
            case PROPORTION, RATE, RATIO, INDIRECT_RATIO -> true;
            case DIRECT, INDIRECT_RATE, LIFE_EXPECTANCY -> false;
        };
    }

    /** What the figure is, as the column {@code measure} says it. */
    String measure(double multiplier) {
        String per = Numbers.SHORT.write(multiplier);
        return switch (this) {
            case PROPORTION -> multiplier == 100 ? "Percentage" : multiplier == 1 ? "Proportion" : "Number in " + per;
            case RATE -> "Crude rate per " + per;
            case RATIO -> "Ratio times " + per;
            case DIRECT -> "Directly standardised rate per " + per;
            case INDIRECT_RATIO -> "Indirectly standardised ratio times " + per;
            case INDIRECT_RATE -> "Indirectly standardised rate per " + per;
            case LIFE_EXPECTANCY -> "Life expectancy at birth";
        };
    }
}
