package org.concordat.server.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.concordat.policy.decide.Rule;
import org.junit.jupiter.api.Test;

/** The questions and answers that come with the program. */
class QuestionsTest {

    private final Questions.Content content = Questions.content();

    @Test
    void areAtLeastTwentyFiveEachWithACodeOfItsOwn() {
        assertThat(content.questions()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(content.questions()).extracting(Question::code).doesNotHaveDuplicates();
    }

    @Test
    void eachIsTiedToRulesThatExist() {
        assertThat(content.questions())
                .flatExtracting(Question::rules)
                .isSubsetOf(Arrays.stream(Rule.values()).map(Rule::code).toList());
        assertThat(content.questions()).allMatch(question -> !question.rules().isEmpty());
    }

    @Test
    void nameOnlyServicesThatThePageOffers() {
        assertThat(content.questions())
                .flatExtracting(Question::services)
                .isSubsetOf(
                        "housing",
                        "health",
                        "social-care",
                        "children",
                        "police",
                        "benefits",
                        "voluntary",
                        "fire",
                        "analysis");
    }
}
