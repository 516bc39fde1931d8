package org.concordat.server.decisions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.awaiting.AwaitingSource;
import org.springframework.stereotype.Component;

/** Tells people of questions that they can answer, emergencies to look at again, and single disclosures to go on with. */
@Component
class DecisionsAwait implements AwaitingSource {

    private static final int MOST = 100;

    private final Statements statements;
    private final Emergencies emergencies;
    private final SingleDisclosures disclosures;
    private final Offered offered;

    DecisionsAwait(Statements statements, Emergencies emergencies, SingleDisclosures disclosures, Offered offered) {
        this.offered = offered;
        this.statements = statements;
        this.emergencies = emergencies;
        this.disclosures = disclosures;
    }

    @Override
    public List<Awaiting> awaiting(Actor.InRole actor) {
        Map<String, String> named = offered.organisations();
        Stream<Awaiting> reviews = emergencies.waiting().stream()
                .map(each -> new Awaiting(
                        each.overdue() ? "decisions.awaiting.review-overdue" : "decisions.awaiting.review",
                        List.of(
                                named.getOrDefault(each.sender(), each.sender()),
                                named.getOrDefault(each.recipient(), each.recipient())),
                        "/decisions/" + each.decision(),
                        Optional.of(each.due())));
        Stream<Awaiting> singles = disclosures.waiting().stream()
                .map(each -> new Awaiting(
                        "decisions.awaiting.disclosure",
                        List.of(each.code()),
                        "/decisions/disclosures/" + each.id(),
                        Optional.of(each.due())));
        int questions = statements.waiting().size();
        Stream<Awaiting> answers = questions == 0
                ? Stream.of()
                : Stream.of(new Awaiting(
                        "decisions.awaiting.questions",
                        List.of(String.valueOf(questions)),
                        "/decisions/questions",
                        Optional.empty()));
        return Stream.of(reviews, singles, answers)
                .flatMap(each -> each)
                .limit(MOST)
                .toList();
    }
}
