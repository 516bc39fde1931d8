package org.concordat.cli.pathways;

import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.survival.Pathways;
import org.concordat.measures.evaluation.survival.Pathways.Way;

/**
 * Whole ways with how many people went them; those of few are put together, and with them the next rarest until they are not
 * few. As all ways together are all people, none follows from the others.
 *
 * @param ways that are shown, most frequent first
 * @param others who went any other way
 */
record SafeWays(List<Way> ways, int others) {
    SafeWays {
        ways = List.copyOf(ways);
    }

    static SafeWays of(Pathways pathways, SmallCounts small) {
        List<Way> shown = new ArrayList<>(pathways.ways());
        int others = 0;
        while (!shown.isEmpty() && (small.small((double) shown.getLast().persons()) || small.small((double) others))) {
            others += shown.removeLast().persons();
        }
        return new SafeWays(shown, others);
    }
}
