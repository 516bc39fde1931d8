package org.concordat.disclosure.audit;

import java.util.List;

/** What the auditor says of a proposed release. */
public sealed interface Verdict {

    /**
     * It may go out.
     *
     * @param releases everything released, this one included; to be kept for the next
     * @param standing counts that were too well known before, and are no better known now
     */
    record Accepted(Releases releases, List<Leak> standing) implements Verdict {
        public Accepted {
            standing = List.copyOf(standing);
        }
    }

    /**
     * It may not.
     *
     * @param leaks what it would give away, worst first; at least one
     */
    record Refused(List<Leak> leaks) implements Verdict {
        public Refused {
            leaks = List.copyOf(leaks);
            if (leaks.isEmpty()) {
                throw new IllegalArgumentException("a refusal gives at least one reason, given none");
            }
        }
    }
}
