package org.concordat.policy.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.decide.reference.RandomRequests.Case;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.junit.jupiter.api.Test;

/**
 * The decider and the reference, on requests made up from a seed. Again, or longer: {@code ./mvnw -pl policy test
 * -Dtest=TwoDecidersFuzz -Dconcordat.fuzz.decisions=10000000 -Dconcordat.fuzz.seed=20261121}.
 */
final class TwoDecidersFuzz {

    private static final long SEED = Long.getLong("concordat.fuzz.seed", 20_261_121);
    private static final long REQUESTS = Long.getLong("concordat.fuzz.decisions", 50_000);
    private static final int SHOWN = 5;
    private static final Decider DECIDER = new Decider();

    @Test
    void bothGiveTheSameAnswerForTheSameRulesWithTheSameDuties() {
        var parted = new ArrayList<String>();
        var outcomes = new int[3];
        Map<Rule, Set<Outcome>> seen = new EnumMap<>(Rule.class);
        Set<Class<?>> duties = new HashSet<>();
        RandomRequests.visit(SEED, REQUESTS, each -> {
            Decision decision = DECIDER.decide(each.request(), each.facts());
            outcomes[decision instanceof Permitted ? 0 : decision instanceof NeedsFacts ? 1 : 2]++;
            decision.reasons()
                    .forEach(reason -> seen.computeIfAbsent(reason.rule(), none -> EnumSet.noneOf(Outcome.class))
                            .add(reason.outcome()));
            if (decision instanceof Permitted permitted) {
                permitted.duties().forEach(duty -> duties.add(duty.getClass()));
            }
            Disagreement.on(each, decision).ifPresent(disagreement -> {
                if (parted.size() < SHOWN) {
                    parted.add(disagreement.toString());
                }
            });
        });
        assertThat(parted).as("seed %d, %d requests", SEED, REQUESTS).isEmpty();
        assertThat(outcomes[0]).as("permitted").isGreaterThan((int) (REQUESTS / 20));
        assertThat(outcomes[1]).as("needing facts").isGreaterThan((int) (REQUESTS / 20));
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Rule.values());
        assertThat(seen)
                .allSatisfy((rule, found) -> assertThat(found).as("%s", rule).contains(Outcome.HOLDS, Outcome.REFUSES));
        assertThat(duties).containsExactlyInAnyOrder(Duty.class.getPermittedSubclasses());
    }

    @Test
    void forgettingAFactThatAPermissionReliedOnUndoesItAndNoOtherFactMatters() {
        var wrong = new ArrayList<String>();
        RandomRequests.visit(SEED + 1, REQUESTS / 10, each -> {
            if (DECIDER.decide(each.request(), each.facts()) instanceof Permitted permitted) {
                Stream.of(FactName.values())
                        .filter(fact -> isWrong(each, permitted, fact))
                        .map(fact -> each.world() + "/" + each.number() + " " + fact.word())
                        .forEach(wrong::add);
            }
        });
        assertThat(wrong.stream().limit(SHOWN).toList()).as("seed %d", SEED + 1).isEmpty();
    }

    private static boolean isWrong(Case each, Permitted permitted, FactName fact) {
        if (permitted.relied().contains(fact)) {
            return with(each, fact, Answer.UNKNOWN) instanceof Permitted;
        }
        return Stream.of(Answer.values())
                .map(answer -> with(each, fact, answer))
                .anyMatch(other -> !(other instanceof Permitted));
    }

    private static Decision with(Case each, FactName fact, Answer answer) {
        Map<FactName, Answer> answers = new EnumMap<>(FactName.class);
        answers.putAll(each.facts().answers());
        answers.put(fact, answer);
        return DECIDER.decide(
                each.request(), new Facts(each.facts().folder(), each.facts().law(), answers));
    }
}
