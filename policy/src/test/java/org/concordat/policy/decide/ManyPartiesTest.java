package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.decide.Requests.DAY;

import java.util.List;
import org.concordat.policy.Crowd;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Request.Side;
import org.junit.jupiter.api.Test;

/** A document lives with those who have signed it, however many have not. */
final class ManyPartiesTest {

    private static final int COUNT = 240;

    @Test
    void of240PartiesOfWhom3HaveSignedThose3ShareAndTheOthersWait() {
        AgreementFolder folder = Crowd.parties(COUNT)
                .signedBy(List.of("trust", Crowd.practice(7), Crowd.practice(239)))
                .read();
        assertOnly(folder, List.of(Crowd.practice(7), Crowd.practice(239)), Rule.SIGNATURE_MISSING);
    }

    @Test
    void of240WhoJoinThoseShareWhoSignedAndWereAccepted() {
        List<String> signed = List.of("trust", Crowd.practice(0), Crowd.practice(1), Crowd.practice(2));
        AgreementFolder folder = Crowd.joiners(COUNT)
                .signedBy(signed)
                .accepted(List.of(Crowd.practice(1), Crowd.practice(2), Crowd.practice(3)))
                .read();
        assertThat(folder.party("SC-1", Crowd.practice(239))).isPresent();
        assertOnly(folder, List.of(Crowd.practice(1), Crowd.practice(2)), Rule.SIGNATURE_MISSING);
        assertThat(decide(folder, Crowd.practice(0)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(Rule.PARTY_NOT_JOINED));
    }

    /** That these receive, and that all who have signed nothing are refused by that rule. */
    private static void assertOnly(AgreementFolder folder, List<String> receiving, Rule rule) {
        for (int number = 0; number < COUNT; number++) {
            String id = Crowd.practice(number);
            Decision decision = decide(folder, id);
            if (receiving.contains(id)) {
                assertThat(decision).as(id).isInstanceOf(Permitted.class);
            } else {
                assertThat(decision).as(id).isInstanceOf(Refused.class);
                boolean signed = folder.signatures().stream()
                        .anyMatch(signature -> signature.organisation().equals(id));
                if (!signed) {
                    assertThat(((Refused) decision).rules()).as(id).contains(rule);
                }
            }
        }
    }

    private static Decision decide(AgreementFolder folder, String recipient) {
        Request discharge = Requests.discharge();
        return new Decider()
                .decide(
                        new Request(
                                discharge.sender(),
                                Side.of(recipient),
                                discharge.role(),
                                discharge.dataset(),
                                discharge.fields(),
                                discharge.purpose(),
                                discharge.form(),
                                discharge.subjects(),
                                discharge.ground(),
                                false,
                                false,
                                DAY),
                        new Facts(folder, Town.UK, Requests.allAsWanted()));
    }
}
