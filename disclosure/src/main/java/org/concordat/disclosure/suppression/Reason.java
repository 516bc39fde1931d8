package org.concordat.disclosure.suppression;

import java.util.List;
import org.concordat.disclosure.primary.Finding;

/** Why a cell is hidden. */
public sealed interface Reason {
    /** It is unsafe by itself. */
    record Unsafe(List<Finding> findings) implements Reason {
        public Unsafe {
            findings = List.copyOf(findings);
        }
    }

    /** If it were published, an unsafe cell would follow from published ones: this sum would give it away. */
    record WouldGiveAway(Giveaway giveaway) implements Reason {}

    /**
     * If it were published, someone alone in a cell could work out an unsafe cell of others.
     *
     * @param known the cells that this someone knows
     */
    record WouldTellInsider(Giveaway giveaway, List<Integer> known) implements Reason {
        public WouldTellInsider {
            known = List.copyOf(known);
        }
    }

    /** If it were published, fewer figures would be possible for an unsafe cell than were asked for. */
    record WouldNarrow(int cell, long leastWidth) implements Reason {}

    /** Whoever holds the table wanted it hidden. */
    record AskedFor() implements Reason {}
}
