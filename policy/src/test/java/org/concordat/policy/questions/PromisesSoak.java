package org.concordat.policy.questions;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link PromisesTest} in two hundred made-up partnerships; the seed is the argument of the test. */
class PromisesSoak {

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPromiseIsKept(long seed) {
        Partnership partnership = Partnership.of(16, seed);
        Promises.whatMayGoIsPermittedWithEveryFactAsWantedAndNothingElseIs(partnership);
        Promises.eachFactThatIsAskedIsNeededAndNoOtherIs(partnership);
        Promises.everyFieldOfEveryRouteIsAnsweredOnceAboutEachKindOfSubjects(partnership);
        Promises.supplyingWhatIsMissingForRealMakesWhatWasAlmostThereGo(partnership);
        Promises.takingAnAgreementAwayNeverAddsAFlow(partnership);
        Promises.takingSignaturesOrVerificationsAwayNeverAddsAFlow(partnership);
        Promises.anImpactIsWhatTheFlowsWithoutItSay(partnership.read(), Promises.changes(partnership.read()));
        partnership
                .read()
                .organisations()
                .values()
                .forEach(organisation ->
                        Promises.whatRestsOnOnePersonStopsWithTheirKey(partnership.read(), organisation));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }
}
