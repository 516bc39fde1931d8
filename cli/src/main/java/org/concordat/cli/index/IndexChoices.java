package org.concordat.cli.index;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.measures.indices.CompositeIndex;
import org.concordat.measures.indices.DeprivationIndex;
import org.concordat.measures.indices.FactorWeights;
import org.concordat.measures.indices.Indicators;
import org.concordat.measures.indices.NormalScores;
import org.concordat.measures.indices.VulnerableLocalities;
import org.concordat.measures.indices.ZScoreIndex;
import org.concordat.measures.indices.ZScoreIndex.Worse;

/**
 * How indicators are put together.
 *
 * @param columns the indicators, in the order of the table of results
 * @param ranked how many areas were ranked, where the indicators are ranks; empty where they are not
 * @param byFactor whether the factor behind the indicators weighs them
 */
record IndexChoices(IndexMethod method, List<WeighedColumn> columns, Optional<Integer> ranked, boolean byFactor) {
    /** @throws CommandException where the figures do not fit the method */
    CompositeIndex index(String file, Indicators indicators) {
        double[] weights = columns.stream().mapToDouble(WeighedColumn::weight).toArray();
        try {
            return switch (method) {
                case IOD ->
                    ranked.isPresent()
                            ? DeprivationIndex.ofRanks(indicators, weights, ranked.get())
                            : DeprivationIndex.ofScores(indicators, weights);
                case VLI -> VulnerableLocalities.of(indicators);
                case Z -> byFactor ? weighedByFactor(indicators) : ofZ(indicators, weights);
            };
        } catch (IllegalArgumentException unfit) {
            // What the method cannot take; its message names indicators and ranges, and no person.
            throw new CommandException(
                    "INDEX-UNFIT",
                    ExitCode.REFUSED,
                    "No index of " + file + " can be made: " + unfit.getMessage() + ".");
        }
    }

    private CompositeIndex ofZ(Indicators indicators, double[] weights) {
        return ZScoreIndex.of(
                indicators, weights, columns.stream().map(WeighedColumn::worse).toList());
    }

    /** As a domain of the Indices of Deprivation is made: figures become normal scores, which their common factor weighs. */
    private CompositeIndex weighedByFactor(Indicators indicators) {
        Indicators normal = Indicators.of(indicators.areas());
        for (int i = 0; i < indicators.names().size(); i++) {
            double[] figures = indicators.column(i);
            if (columns.get(i).worse() == Worse.LOW) {
                figures = Arrays.stream(figures).map(figure -> -figure).toArray();
            }
            normal = normal.with("normal score of " + indicators.names().get(i), NormalScores.of(figures));
        }
        return switch (FactorWeights.of(normal)) {
            case FactorWeights.Found found -> {
                if (!found.against().isEmpty()) {
                    throw new IllegalArgumentException(String.join(", ", found.against())
                            + " runs against the others; turn it round with :low, or leave it out");
                }
                yield ZScoreIndex.of(normal, found.weights(), Collections.nCopies(columns.size(), Worse.HIGH));
            }
            case FactorWeights.NotFound notFound -> throw new IllegalArgumentException(notFound.reason());
        };
    }
}
