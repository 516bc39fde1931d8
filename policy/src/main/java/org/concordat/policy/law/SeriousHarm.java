package org.concordat.policy.law;

import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SpecialCondition;

/**
 * The route that a pack lays down for an emergency or safeguarding disclosure about a named person.
 *
 * @param basis the ordinary one
 * @param paragraph its id, completing {@code condition}
 * @param lifeAndDeathBasis the one for life and death only
 */
public record SeriousHarm(
        LawfulBasis basis,
        SpecialCondition condition,
        String paragraph,
        LawfulBasis lifeAndDeathBasis,
        SpecialCondition lifeAndDeathCondition,
        int reviewWithinWorkingDays) {}
