package org.concordat.disclosure.linked;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.disclosure.audit.Leak;
import org.concordat.disclosure.suppression.Suppression;

/** What protecting a table beside others came to. */
public sealed interface LinkedAnswer {

    /**
     * It can be published.
     *
     * @param suppression what is hidden; its table holds the cells of all tables, of which only the new ones go out
     * @param alreadyOut unsafe cells that earlier tables show as they are, or from which they follow: nothing protects them
     *     any more
     * @param against by cell that was hidden for the sake of people whom no table names, whose sake that was, in words
     * @param standing what could be worked out before, and can be no better now
     */
    record Protected(
            Suppression suppression, Set<Integer> alreadyOut, Map<Integer, String> against, List<Leak> standing)
            implements LinkedAnswer {
        public Protected {
            alreadyOut = Set.copyOf(alreadyOut);
            against = Map.copyOf(against);
            standing = List.copyOf(standing);
        }
    }

    /**
     * Some cells can be worked out whatever else is hidden.
     *
     * @param cells those, ascending
     */
    record CannotProtect(List<Integer> cells) implements LinkedAnswer {
        public CannotProtect {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Whatever is hidden, people whom no table names would be given away by it and the earlier ones together.
     *
     * @param leaks who, and how; at least one
     */
    record GivesAway(List<Leak> leaks) implements LinkedAnswer {
        public GivesAway {
            leaks = List.copyOf(leaks);
        }
    }
}
