package org.concordat.benchmarks.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.concordat.benchmarks.policy.Question.Twist;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.law.LawPack;
import org.junit.jupiter.api.Test;

final class CedarPoliciesTest {

    private static final LawPack LAW = LawPack.unitedKingdom();
    private static final MadeUpFolder MADE_UP = MadeUpFolder.of(40, LAW);
    private static final AgreementFolder FOLDER = MADE_UP.read();
    private static final List<Question> QUESTIONS = Question.about(MADE_UP.shares(), 1_000, 1);

    @Test
    void cedarAllowsExactlyWhatIsPermitted() {
        var cedar = new CedarPolicies(FOLDER, LAW);
        for (Question question : QUESTIONS) {
            assertThat(cedar.allows(cedar.asked(question)))
                    .as("%s", question)
                    .isEqualTo(decide(question) instanceof Decision.Permitted);
        }
    }

    @Test
    void questionsAreAnsweredInAllThreeWaysAndEachTwistAsItShould() {
        Map<Twist, Integer> permitted = new EnumMap<>(Twist.class);
        int needs = 0;
        for (Question question : QUESTIONS) {
            Decision decision = decide(question);
            permitted.merge(question.twist(), decision instanceof Decision.Permitted ? 1 : 0, Integer::sum);
            needs += decision instanceof Decision.NeedsFacts ? 1 : 0;
        }
        assertThat(permitted).containsOnlyKeys(Twist.values());
        assertThat(permitted.get(Twist.NONE)).isGreaterThan(450);
        assertThat(needs).isGreaterThan(40);
        permitted.forEach((twist, count) -> {
            if (twist != Twist.NONE && twist != Twist.RECIPIENT) {
                assertThat(count).as("%s", twist).isZero();
            }
        });
    }

    @Test
    void madeUpFoldersNameNothingTwiceAndWantNoAttention() {
        assertThat(FOLDER.agreements()).hasSize(81);
        assertThat(FOLDER.notices()).isEmpty();
    }

    private static Decision decide(Question question) {
        return new Decider().decide(question.request(), new Facts(FOLDER, LAW, question.answers()));
    }
}
