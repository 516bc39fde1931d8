package org.concordat.policy.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SpecialCondition;

/** What data-protection law asks for besides a power, as the pack names it. */
public sealed interface LawCondition {

    /** How lawyers cite it. */
    String citation();

    /**
     * A lawful basis.
     *
     * @param inForceFrom empty where it has long been
     */
    record Basis(LawfulBasis basis, String citation, Optional<LocalDate> inForceFrom) implements LawCondition {}

    /**
     * A condition for special-category data.
     *
     * @param needsParagraph whether a paragraph must be named too
     */
    record Special(SpecialCondition condition, String citation, boolean needsParagraph) implements LawCondition {}

    /**
     * A paragraph that completes a condition.
     *
     * @param completes conditions that it can complete
     * @param criminal whether it allows criminal data
     */
    record Paragraph(String id, String citation, Set<SpecialCondition> completes, boolean criminal)
            implements LawCondition {
        public Paragraph {
            completes = Set.copyOf(completes);
        }
    }
}
