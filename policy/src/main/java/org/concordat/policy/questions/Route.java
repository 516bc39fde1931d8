package org.concordat.policy.questions;

import java.util.Comparator;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.words.SharingForm;

/**
 * One way that a schedule foresees for data to go: from whom to whom, which dataset, for what, in which form.
 *
 * @param schedule its id
 * @param sender the holder of the dataset, or a team of it
 * @param recipient as the schedule names it, or a team of it
 * @param role in which the recipient sees it, by id
 * @param dataset its id
 * @param purpose its id
 */
public record Route(
        String schedule, Side sender, Side recipient, String role, String dataset, String purpose, SharingForm form)
        implements Comparable<Route> {

    private static final Comparator<Side> BY_SIDE = Comparator.comparing(Side::organisation)
            .thenComparing(side -> side.team().orElse(""));

    private static final Comparator<Route> IN_ORDER = Comparator.comparing(Route::schedule)
            .thenComparing(Route::sender, BY_SIDE)
            .thenComparing(Route::recipient, BY_SIDE)
            .thenComparing(Route::dataset)
            .thenComparing(Route::purpose)
            .thenComparing(Route::form)
            .thenComparing(Route::role);

    /** The same under another schedule. */
    Route under(String otherSchedule) {
        return new Route(otherSchedule, sender, recipient, role, dataset, purpose, form);
    }

    /** The same between other hats. */
    Route between(Side otherSender, Side otherRecipient) {
        return new Route(schedule, otherSender, otherRecipient, role, dataset, purpose, form);
    }

    /** Whether sender and recipient are the same organisation. */
    boolean isWithinOne() {
        return sender.organisation().equals(recipient.organisation());
    }

    @Override
    public int compareTo(Route other) {
        return IN_ORDER.compare(this, other);
    }
}
