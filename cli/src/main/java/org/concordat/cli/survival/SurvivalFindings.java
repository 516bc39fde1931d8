package org.concordat.cli.survival;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.concordat.measures.evaluation.survival.GroupedSurvival;
import org.concordat.measures.evaluation.survival.LogRank;
import org.concordat.pictures.Numbers;

/**
 * What was found of all groups.
 *
 * @param test whether they differ; none where there is one group, or one is hidden
 */
record SurvivalFindings(List<ShownGroup> groups, Optional<LogRank> test, SurvivalRequest request) {
    private static final double CLEAR = .05;

    SurvivalFindings {
        groups = List.copyOf(groups);
    }

    static SurvivalFindings of(List<ShownGroup> groups, SurvivalRequest request) {
        boolean tested = groups.size() > 1
                && groups.stream().allMatch(group -> group.shown().isPresent());
        return new SurvivalFindings(
                groups,
                tested
                        ? Optional.of(LogRank.of(
                                groups.stream().map(ShownGroup::people).toList()))
                        : Optional.empty(),
                request);
    }

    /** How many groups are too small to be shown. */
    long hidden() {
        return groups.stream().filter(group -> group.shown().isEmpty()).count();
    }

    /** The finding in one or two sentences. */
    String lead() {
        List<String> shares = new ArrayList<>();
        for (ShownGroup group : groups) {
            group.shown().map(GroupedSurvival::steps).ifPresent(steps -> {
                var last = steps.getLast();
                shares.add(Numbers.PERCENT.write(1 - last.share().value().orElseThrow())
                        + (groups.size() == 1 ? "" : " of " + group.name()) + " within "
                        + request.words(last.stretch().end()));
            });
        }
        if (shares.isEmpty()) {
            return "Too few people were followed, or had it happen, to show anything of them.";
        }
        String event = request.eventWords();
        return event.substring(0, 1).toUpperCase(Locale.ROOT) + event.substring(1) + ": " + String.join(", ", shares)
                + ". People count for as long as they were followed."
                + test.map(one -> (one.probability() < CLEAR
                                        ? " The groups differ beyond chance (p "
                                        : " There is no evidence that the groups differ (p ")
                                + probability(one.probability()) + ").")
                        .orElse("");
    }

    /** As many decimals as do not tell the order of single people. */
    static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** To two figures. */
    static String probability(double value) {
        return value < .0001
                ? "under 0.0001"
                : BigDecimal.valueOf(value)
                        .round(new MathContext(2, RoundingMode.HALF_EVEN))
                        .toPlainString();
    }
}
