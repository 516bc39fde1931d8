package org.concordat.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.decisions.facts.GatheredFacts;
import org.concordat.server.decisions.facts.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is believed when several say something of one fact. */
final class GatheredFactsTest {

    @Test
    void whatNobodySaysIsUnknown() {
        assertThat(GatheredFacts.of(List.of()).answers()).isEmpty();
        assertThat(believed(FactName.ROLE_HELD, Answer.UNKNOWN)).isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FactName.class)
    void oneUnwelcomeAnswerOutweighsWelcomeOnesInWhateverOrder(FactName fact) {
        Answer unwelcome = fact.wanted() == Answer.YES ? Answer.NO : Answer.YES;
        assertThat(believed(fact, fact.wanted(), unwelcome, fact.wanted())).isEqualTo(unwelcome);
        assertThat(believed(fact, unwelcome, fact.wanted())).isEqualTo(unwelcome);
        assertThat(believed(fact, unwelcome, Answer.UNKNOWN)).isEqualTo(unwelcome);
    }

    @ParameterizedTest
    @EnumSource(FactName.class)
    void whoKnowsNothingDoesNotSilenceWhoKnows(FactName fact) {
        assertThat(believed(fact, Answer.UNKNOWN, fact.wanted(), Answer.UNKNOWN))
                .isEqualTo(fact.wanted());
    }

    private static Answer believed(FactName fact, Answer... answers) {
        return java.util.Objects.requireNonNull(GatheredFacts.of(List.of(answers).stream()
                        .map(answer -> Said.now(fact, answer, "somebody"))
                        .toList())
                .answers()
                .get(fact));
    }
}
