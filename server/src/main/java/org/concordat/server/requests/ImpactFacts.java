package org.concordat.server.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.decisions.WorkingDays;
import org.concordat.server.decisions.facts.Asked;
import org.concordat.server.decisions.facts.FactSource;
import org.concordat.server.decisions.facts.Said;
import org.concordat.server.requests.internal.ImpactRows;
import org.springframework.stereotype.Component;

/**
 * Tells decisions whether the impact of a schedule was assessed, and found necessary and proportionate: yes while a signed-off
 * assessment that accepts what remains is neither due for review nor outrun by a newer version; no where it does not accept it;
 * nothing otherwise.
 */
@Component
class ImpactFacts implements FactSource {

    private static final Set<FactName> FACTS = Set.of(FactName.IMPACT_ASSESSED, FactName.NECESSARY_AND_PROPORTIONATE);

    private final ImpactRows rows;
    private final Impacts impacts;
    private final Clock clock;

    ImpactFacts(ImpactRows rows, Impacts impacts, Clock clock) {
        this.rows = rows;
        this.impacts = impacts;
        this.clock = clock;
    }

    @Override
    public Set<FactName> facts() {
        return FACTS;
    }

    @Override
    public List<Said> answers(Asked asked) {
        Optional<Impact> signed =
                asked.schedule().flatMap(rows::ofSchedule).filter(impact -> impact.state() == ImpactState.SIGNED_OFF);
        if (signed.isEmpty()) {
            return List.of();
        }
        Impact impact = signed.get();
        if (!impact.accepted().orElse(false)) {
            return said(impact, Answer.NO);
        }
        LocalDate today = WorkingDays.day(clock.instant());
        return impact.holdsOn(today) && !impacts.isOutrun(impact) ? said(impact, Answer.YES) : List.of();
    }

    private static List<Said> said(Impact impact, Answer answer) {
        return FACTS.stream()
                .sorted()
                .map(fact -> new Said(fact, answer, "requests.impact." + impact.request(), impact.signedOn()))
                .toList();
    }
}
