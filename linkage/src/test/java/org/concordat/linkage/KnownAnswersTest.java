package org.concordat.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.scoring.Links;
import org.junit.jupiter.api.Test;

/** Public data sets with known truth; the same default settings serve all of them. */
class KnownAnswersTest {
    private static Linkage link(RealFile file) {
        return new Linker(LinkageSettings.defaults(), LinkageProgress.silent()).link(file.records());
    }

    /** The best F1 that any threshold gives. */
    private static double bestF1(RealFile file) {
        Links links = link(file).links();
        List<Integer> strongestFirst = IntStream.range(0, links.size())
                .boxed()
                .sorted(Comparator.comparingDouble(l -> -links.bits(l)))
                .toList();
        long truePairs = file.truePairs();
        double best = 0;
        int right = 0;
        for (int taken = 1; taken <= strongestFirst.size(); taken++) {
            int link = strongestFirst.get(taken - 1);
            right += file.isMatch(links.left(link), links.right(link)) ? 1 : 0;
            best = Math.max(best, 2.0 * right / (taken + truePairs));
        }
        return best;
    }

    @Test
    void febrlThreeIsLinkedWithAnF1OfAtLeastNineHundredNinetySixThousandths() {
        RealFile file = RealFile.febrl("febrl/dataset3.csv");
        assertThat(file.truePairs()).isEqualTo(6_538);
        assertThat(bestF1(file)).isGreaterThanOrEqualTo(.996);
    }

    @Test
    void febrlFourIsLinkedWithoutAFalseLinkAndHardlyAMissingOne() {
        RealFile file = RealFile.febrl("febrl/dataset4a.csv", "febrl/dataset4b.csv");
        assertThat(file.truePairs()).isEqualTo(5_000);
        Links links = link(file).links();
        int right = 0;
        int wrong = 0;
        for (int l = 0; l < links.size(); l++) {
            if (PairScorer.probability(links.bits(l)) >= .99) {
                if (file.isMatch(links.left(l), links.right(l))) {
                    right++;
                } else {
                    wrong++;
                }
            }
        }
        assertThat(wrong).as("false links at probability .99").isZero();
        assertThat(right).as("true links at probability .99").isGreaterThanOrEqualTo(4_990);
    }

    @Test
    void fakeOneThousandIsLinkedWithAnF1OfAtLeastEightySevenHundredths() {
        RealFile file = RealFile.withClusters("fake_1000.csv");
        assertThat(file.truePairs()).isEqualTo(2_031);
        assertThat(bestF1(file)).isGreaterThanOrEqualTo(.87);
    }
}
