package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.concordat.policy.agreements.AgreementFolder;
import org.junit.jupiter.api.Test;

/** What holds of every partnership, tried in a few made-up ones. */
class PromisesTest {

    /** Each with something that may go and something that almost may. */
    private static final List<Partnership> SOME = List.of(Partnership.of(12, 7), Partnership.of(12, 24));

    @Test
    void whatMayGoIsPermittedWithEveryFactAsWantedAndNothingElseIs() {
        each(Promises::whatMayGoIsPermittedWithEveryFactAsWantedAndNothingElseIs);
    }

    @Test
    void eachFactThatIsAskedIsNeededAndNoOtherIs() {
        each(Promises::eachFactThatIsAskedIsNeededAndNoOtherIs);
    }

    @Test
    void everyFieldOfEveryRouteIsAnsweredOnceAboutEachKindOfSubjects() {
        each(Promises::everyFieldOfEveryRouteIsAnsweredOnceAboutEachKindOfSubjects);
    }

    @Test
    void supplyingWhatIsMissingForRealMakesWhatWasAlmostThereGo() {
        each(Promises::supplyingWhatIsMissingForRealMakesWhatWasAlmostThereGo);
    }

    @Test
    void takingAnAgreementAwayNeverAddsAFlow() {
        each(Promises::takingAnAgreementAwayNeverAddsAFlow);
    }

    @Test
    void takingSignaturesOrVerificationsAwayNeverAddsAFlow() {
        Promises.takingSignaturesOrVerificationsAwayNeverAddsAFlow(SOME.getFirst());
    }

    @Test
    void anImpactIsWhatTheFlowsWithoutItSay() {
        each(partnership -> {
            List<Change> changes = new ArrayList<>(Promises.changes(partnership.read()));
            Collections.shuffle(changes, new Random(1));
            Promises.anImpactIsWhatTheFlowsWithoutItSay(partnership.read(), changes.subList(0, 12));
        });
    }

    @Test
    void whatRestsOnOnePersonStopsWithTheirKey() {
        each(partnership -> {
            AgreementFolder folder = partnership.read();
            String sender = Flows.of(folder, Partnership.UK, Partnership.DAY)
                    .may()
                    .list()
                    .getFirst()
                    .route()
                    .sender()
                    .organisation();
            Promises.whatRestsOnOnePersonStopsWithTheirKey(
                    folder, Objects.requireNonNull(folder.organisations().get(sender)));
        });
    }

    @Test
    void theseTestsHaveSomethingToFind() {
        each(partnership -> {
            Flows flows = Flows.of(partnership.read(), Partnership.UK, Partnership.DAY);
            assertThat(flows.may().list()).isNotEmpty();
            assertThat(flows.almost().list()).isNotEmpty();
            assertThat(flows.not().list()).isNotEmpty();
        });
    }

    private static void each(Consumer<Partnership> promise) {
        SOME.forEach(promise);
    }
}
