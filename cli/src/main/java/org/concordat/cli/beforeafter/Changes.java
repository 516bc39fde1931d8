package org.concordat.cli.beforeafter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.cli.beforeafter.Panel.Moment;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.evaluation.DifferenceInDifferences;
import org.concordat.measures.evaluation.DifferenceInDifferences.Period;
import org.concordat.pictures.Numbers;

/** How much more it changed where the service began, in each period since; none where that would tell of few people. */
record Changes(Panel panel, BeforeAfterRequest request) {
    /** So many standard errors of a change before the service speak against what all rests on. */
    static final double WORRYING = 2;

    Moment before() {
        return panel.moments().get(panel.firstAfter() - 1);
    }

    List<Moment> after() {
        return panel.moments().subList(panel.firstAfter(), panel.moments().size());
    }

    private List<Period> earlier() {
        return panel.moments().subList(0, panel.firstAfter() - 1).stream()
                .map(Moment::period)
                .toList();
    }

    /** The gap between both groups in a period. */
    Optional<Estimate> gap(Moment moment) {
        return moment.hidden(request.small())
                ? Optional.empty()
                : Optional.of(
                        DifferenceInDifferences.of(List.of(), moment.period(), moment.period(), request.confidence())
                                .gapBefore());
    }

    /** The change of the gap since the last period before the service. */
    Optional<Estimate> effect(Moment moment) {
        return moment.hidden(request.small()) || before().hidden(request.small())
                ? Optional.empty()
                : Optional.of(
                        DifferenceInDifferences.of(earlier(), before().period(), moment.period(), request.confidence())
                                .effect());
    }

    /** The largest change of the gap before the service, in its standard errors; none where there is none or it is hidden. */
    OptionalDouble worstBefore() {
        boolean hidden = panel.moments().subList(0, panel.firstAfter()).stream()
                .anyMatch(moment -> moment.hidden(request.small()));
        return hidden
                ? OptionalDouble.empty()
                : DifferenceInDifferences.worstEarlierChange(earlier(), before().period());
    }

    /** Whether the groups went different ways before the service already. */
    boolean doubtful() {
        return worstBefore().orElse(0) > WORRYING;
    }

    String lead() {
        List<String> told = new ArrayList<>();
        for (Moment moment : after()) {
            effect(moment).ifPresent(effect -> told.add(words(effect) + " until " + moment.name()));
        }
        String words = request.words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ": "
                + (told.isEmpty()
                        ? "what changed in " + request.treated() + " is hidden, since few people stand behind it"
                        : "from " + before().name() + " on, the gap between " + request.treated()
                                + " and the others changed " + String.join("; ", told))
                + "."
                + (doubtful()
                        ? " Before the service the two went different ways already, so this may not be its doing."
                        : "");
    }

    private String words(Estimate effect) {
        Interval interval = effect.interval().orElseThrow();
        return "by " + signed(effect.value().orElseThrow()) + (panel.shares() ? " percentage points" : "")
                + " (anything from " + signed(interval.lower()) + " to " + signed(interval.upper())
                + (interval.contains(0) ? ": no evidence of a change" : "") + ")";
    }

    /** A difference with its sign, of shares in percentage points. */
    String signed(double value) {
        String written = panel.shares() ? Numbers.decimals(1).write(value * 100) : Numbers.SHORT.write(value);
        return value > 0 ? "+" + written : written;
    }

    /** A share as percentage, or a mean. */
    Numbers style() {
        return panel.shares() ? Numbers.PERCENT : Numbers.SHORT;
    }
}
