package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.concordat.policy.Town;
import org.concordat.policy.questions.Reviews.Review;
import org.concordat.policy.questions.Reviews.Urgency;
import org.junit.jupiter.api.Test;

/** What is due for review. */
class ReviewsTest {

    private static final Town TOWN = Town.asWritten();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

    @Test
    void aReviewIsNotOverdueOnItsDayAndIsOnTheNext() {
        assertThat(of(TOWN, "SC-1", DUE, 0).urgency()).isEqualTo(Urgency.SOON);
        assertThat(of(TOWN, "SC-1", DUE, 0).sentence()).isEqualTo("The review of 'SC-1' is due on 2026-12-01, today.");
        assertThat(of(TOWN, "SC-1", DUE.plusDays(1), 0).urgency()).isEqualTo(Urgency.OVERDUE);
        assertThat(of(TOWN, "SC-1", DUE.plusDays(1), 0).sentence())
                .isEqualTo("The review of 'SC-1' was due on 2026-12-01, 1 day ago.");
    }

    @Test
    void theLastOfTheDaysAskedAboutIsStillSoon() {
        assertThat(of(TOWN, "SC-1", DUE.minusDays(30), 30).urgency()).isEqualTo(Urgency.SOON);
        assertThat(of(TOWN, "SC-1", DUE.minusDays(30), 30).sentence()).endsWith("in 30 days.");
        assertThat(of(TOWN, "SC-1", DUE.minusDays(31), 30).urgency()).isEqualTo(Urgency.LATER);
        assertThat(of(TOWN, "SC-1", DUE.minusDays(31), 30).sentence())
                .isEqualTo("The review of 'SC-1' is due on 2026-12-01.");
    }

    @Test
    void whatRestsOnADocumentIsNamed() {
        assertThat(of(TOWN, "AG-2", DUE, 0).reliedOnBy()).containsExactly("SC-2", "SC-3");
        assertThat(of(TOWN, "AG-2", DUE, 0).sentence()).endsWith("On it rest SC-2, SC-3.");
        assertThat(of(TOWN, "AG-1", DUE, 0).sentence()).endsWith("On it rests SC-1.");
    }

    @Test
    void whatEndedWhileSchedulesBeneathGoOnComesFirst() {
        Town ended =
                TOWN.with("agreement-families", "public-register: yes", "ended-on: 2026-05-31\npublic-register: yes");
        List<Review> reviews =
                Reviews.of(ended.read(), LocalDate.of(2026, 6, 1), 30).list();
        assertThat(reviews.getFirst().document()).isEqualTo("AG-2");
        assertThat(reviews.getFirst().urgency()).isEqualTo(Urgency.ENDED_AND_RELIED_ON);
        assertThat(reviews.getFirst().sentence())
                .isEqualTo(
                        "'AG-2' ended on 2026-05-31, and nothing may be shared beneath it any more. On it rest SC-2, SC-3.");
        assertThat(Reviews.of(ended.read(), LocalDate.of(2026, 5, 31), 30).of(Urgency.ENDED_AND_RELIED_ON))
                .isEmpty();
    }

    @Test
    void whatEndedAndNothingRestsOnIsLeftOut() {
        Town ended = TOWN.with("schedule-sc-1", "public-register: yes", "ended-on: 2026-05-31\npublic-register: yes");
        assertThat(Reviews.of(ended.read(), LocalDate.of(2026, 6, 1), 30).list())
                .extracting(Review::document)
                .containsExactly("PR-1", "AG-1", "AG-2", "SC-2", "SC-3");
    }

    @Test
    void theMostOverdueComesFirst() {
        Town town = TOWN.with("schedule-sc-3", "review-by: 2026-12-01", "review-by: 2026-02-01")
                .with("schedule-sc-2", "review-by: 2026-12-01", "review-by: 2026-03-01")
                .with("schedule-sc-1", "review-by: 2026-12-01", "review-by: 2026-06-20");
        Reviews reviews = Reviews.of(town.read(), LocalDate.of(2026, 6, 1), 30);
        assertThat(reviews.list())
                .extracting(Review::document)
                .containsExactly("SC-3", "SC-2", "SC-1", "PR-1", "AG-1", "AG-2");
        assertThat(reviews.of(Urgency.OVERDUE)).hasSize(2);
        assertThat(reviews.of(Urgency.SOON)).hasSize(1);
        assertThat(reviews.of(Urgency.LATER)).hasSize(3);
    }

    @Test
    void daysAheadAreNotNegative() {
        assertThatThrownBy(() -> Reviews.of(TOWN.read(), DUE, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("withinDays is -1; allowed is 0 or more");
    }

    private static Review of(Town town, String document, LocalDate day, int withinDays) {
        return Reviews.of(town.read(), day, withinDays).list().stream()
                .filter(review -> review.document().equals(document))
                .findFirst()
                .orElseThrow();
    }
}
