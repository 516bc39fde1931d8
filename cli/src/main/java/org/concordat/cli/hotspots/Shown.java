package org.concordat.cli.hotspots;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.concordat.cli.figures.SmallCounts;

/**
 * What may be said of an answer, so that no small count follows from it.
 *
 * @param small which counts are small
 * @param counts whether the count of each area is shown
 * @param verdicts what is said of each area; empty where that would give a count away
 * @param moran over the whole map, rounded; empty where there is none or it would give a count away
 * @param g likewise
 * @param total whether it may be said how many events there are in all
 * @param more how many counts are hidden that are not small, because a small one would follow from them
 * @param open areas of which somebody could still tell the count, because no other map fits what is shown; none where hiding
 *     succeeded
 */
record Shown(
        SmallCounts small,
        boolean[] counts,
        List<Optional<Verdict>> verdicts,
        Optional<GlobalFigure> moran,
        Optional<GlobalFigure> g,
        boolean total,
        int more,
        List<Integer> open) {

    /** Everything, where nothing is small or everything is to be shown. */
    static Shown all(Question.Answer answer, SmallCounts small) {
        boolean[] counts = new boolean[answer.verdicts().size()];
        Arrays.fill(counts, true);
        return new Shown(
                small,
                counts,
                answer.verdicts().stream().map(Optional::of).toList(),
                answer.moran().map(GlobalFigure::ofMoran),
                answer.g().map(GlobalFigure::ofG),
                true,
                0,
                List.of());
    }

    /** Whether any count is hidden; then figures from which counts can be solved, such as z-scores, are hidden too. */
    boolean hidesAny() {
        return hidden() > 0;
    }

    long hidden() {
        return IntStream.range(0, counts.length).filter(area -> !counts[area]).count();
    }

    long hiddenVerdicts() {
        return verdicts.stream().filter(Optional::isEmpty).count();
    }

    long count(Verdict verdict) {
        return verdicts.stream()
                .filter(v -> v.filter(verdict::equals).isPresent())
                .count();
    }

    /** A figure, or the sign that it is hidden. */
    static String orHidden(boolean shown, String figure) {
        return shown ? figure : SmallCounts.MARK;
    }
}
