package org.concordat.policy.decide;

import java.util.Set;
import org.concordat.policy.words.FactName;

/** What is declared to matter to a request, apart from what the rules ask; for tests that hold the one against the other. */
public final class Declared {

    private Declared() {}

    /** Facts declared to matter to a request whose every id the folder describes. */
    public static Set<FactName> mattering(Request request, Facts facts) {
        if (Finder.find(request, facts) instanceof Finder.Found found) {
            return Materiality.of(found.situation());
        }
        throw new IllegalArgumentException("request names what the folder does not describe; allowed is what it does");
    }
}
