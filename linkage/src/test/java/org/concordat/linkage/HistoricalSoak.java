package org.concordat.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The large public data set, which takes too long for every build. */
class HistoricalSoak {
    @Test
    void historicalFiftyThousandIsLinkedWithPrecisionNinetyFiveAndCoveredWithinTheBudget() {
        assumeTrue(Boolean.getBoolean("concordat.soak"), "Skipped: only ./concordat soak runs this.");
        RealFile file = RealFile.withClusters("historical_50k.csv.gz");
        assertThat(file.truePairs()).isEqualTo(303_961);
        Linkage linkage = new Linker(LinkageSettings.defaults(), LinkageProgress.silent()).link(file.records());
        Score score = file.score(
                IntStream.range(0, file.records().size()).map(linkage::person).toArray());
        assertThat(score.precision()).as("%s", score).isGreaterThanOrEqualTo(.95);
        assertThat(score.f1()).as("%s", score).isGreaterThanOrEqualTo(.9);
        assertThat(linkage.comparedPairs()).isLessThanOrEqualTo(5_100_000);
    }
}
