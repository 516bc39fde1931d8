package org.concordat.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.server.decisions.Officers.officer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.decisions.Statements.Stated;
import org.concordat.server.decisions.Statements.Thing;
import org.concordat.server.decisions.Statements.Waiting;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about a whole schedule, on a real database: for whom they wait, and what an answer changes. */
final class StatementsIT {

    private static final String A19 = "a19-tackling-violence";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static DecisionsAtWork work;

    private final Actor asker = officer("council", Role.ANALYST);
    private final Actor holder = officer("hospital", Role.INFORMATION_GOVERNANCE_OFFICER);

    @BeforeAll
    static void begin(@TempDir Path keys) {
        work = new DecisionsAtWork(Town.folder(A19, Set.of("verification-cda-1998-s115")), keys);
        var known = new EnumMap<FactName, Answer>(Town.facts(A19, "02-ordinary-verified"));
        known.remove(FactName.IMPACT_ASSESSED);
        work.known.set(known);
    }

    @AfterAll
    static void end() {
        work.close();
    }

    private KeptDecision ask() {
        Question question = Question.of(Town.request(A19, "02-ordinary-verified", DAY), Optional.empty());
        return Acting.as(
                asker,
                () -> work.get(DecisionRegister.class)
                        .find(work.get(Decisions.class).decide(question).id())
                        .orElseThrow());
    }

    private List<FactName> waitingFor(Actor actor) {
        return Acting.as(actor, () -> work.get(Statements.class).waiting()).stream()
                .map(Waiting::fact)
                .toList();
    }

    @Test
    void aQuestionAboutAScheduleWaitsOnceForTheSendersOfficerAndAnAnswerOnADecisionsPageCountsForAllOfIt() {
        KeptDecision first = ask();
        ask();
        assertThat(first.explanation().outcome()).isEqualTo("needs-facts");
        assertThat(waitingFor(holder)).containsExactly(FactName.IMPACT_ASSESSED);
        assertThat(waitingFor(officer("council", Role.INFORMATION_GOVERNANCE_OFFICER)))
                .as("the sender answers this")
                .isEmpty();

        Statements statements = work.get(Statements.class);
        assertThat(Acting.as(asker, () -> statements.mayAnswer(first, FactName.IMPACT_ASSESSED)))
                .isFalse();
        assertThat(Acting.as(holder, () -> statements.mayAnswer(first, FactName.IMPACT_ASSESSED)))
                .isTrue();
        Thing thing = statements.thing(first, FactName.IMPACT_ASSESSED).orElseThrow();
        assertThat(thing).isEqualTo(new Thing(About.SCHEDULE, "SC-A19"));
        Acting.as(
                holder,
                () -> statements.state(new Stated(
                        FactName.IMPACT_ASSESSED,
                        Answer.YES,
                        thing.about(),
                        thing.id(),
                        "Signed off in May.",
                        DAY,
                        Optional.empty())));

        assertThat(waitingFor(holder)).isEmpty();
        assertThat(ask().explanation().outcome()).isEqualTo("permitted");
    }
}
