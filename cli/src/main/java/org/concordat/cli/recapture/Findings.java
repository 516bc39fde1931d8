package org.concordat.cli.recapture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.evaluation.recapture.ThreeLists;
import org.concordat.measures.evaluation.recapture.ThreeLists.Model;
import org.concordat.measures.evaluation.recapture.TwoLists;
import org.concordat.pictures.Numbers;

/**
 * What two or three lists say of how many there are.
 *
 * @param models of three lists, best first; none for two
 * @param total by the chosen model
 * @param rounded whether only round numbers may leave, since few are on some combination of lists
 */
record Findings(Overlaps overlaps, List<Model> models, Estimate total, boolean rounded, SmallCounts small) {
    private static final int FIGURES_SHOWN = 2;

    Findings {
        models = List.copyOf(models);
    }

    static Findings of(Overlaps overlaps, double confidence, SmallCounts small) {
        List<Long> n = overlaps.counts();
        boolean rounded = overlaps.few(small);
        if (overlaps.lists().size() == 2) {
            TwoLists two = new TwoLists(overlaps.on(0), overlaps.on(1), n.get(3));
            return new Findings(overlaps, List.of(), two.chapman(confidence), rounded, small);
        }
        List<Model> models =
                new ThreeLists(n.get(1), n.get(2), n.get(4), n.get(3), n.get(5), n.get(6), n.get(7)).models(confidence);
        if (models.isEmpty()) {
            throw new CommandException(
                    "RECAPTURE-NO-MODEL",
                    ExitCode.REFUSED,
                    "Too few people are on more than one list for any model to say how many there are. Take lists that"
                            + " overlap, or a longer time. Nothing was written.");
        }
        return new Findings(overlaps, models, models.getFirst().total(), rounded, small);
    }

    /** About how many there are. */
    double value() {
        return shown(total.value().orElseThrow(), RoundingMode.HALF_EVEN);
    }

    double lower() {
        return Math.min(value(), shown(interval().lower(), RoundingMode.DOWN));
    }

    double upper() {
        return Math.max(value(), shown(interval().upper(), RoundingMode.UP));
    }

    private Interval interval() {
        return total.interval().orElseThrow();
    }

    /** Whole people, or two figures where more would give a small count away. */
    private double shown(double value, RoundingMode mode) {
        return rounded
                ? BigDecimal.valueOf(value)
                        .round(new MathContext(FIGURES_SHOWN, mode))
                        .doubleValue()
                : Math.rint(value);
    }

    boolean unreliable() {
        return total.status() == Status.LOW_RELIABILITY;
    }

    /** The dependences of a model with the names of the lists. */
    String words(Model model) {
        return model.dependences().isEmpty()
                ? "no two lists depend on each other"
                : model.dependences().stream()
                        .map(pair -> overlaps.lists().get(pair.charAt(0) - 'A') + " with "
                                + overlaps.lists().get(pair.charAt(1) - 'A'))
                        .collect(Collectors.joining(", "));
    }

    String lead() {
        return "About " + Numbers.COUNT.write(value()) + " people, anything from " + Numbers.COUNT.write(lower())
                + " to " + Numbers.COUNT.write(upper()) + ". " + seen() + " are on some list; the others are on none."
                + (unreliable() ? " So few are on both lists that this should not be relied on." : "");
    }

    private String seen() {
        String words = small.words(overlaps.seen());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
