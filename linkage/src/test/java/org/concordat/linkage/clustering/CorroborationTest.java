package org.concordat.linkage.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.linkage.scoring.Links;
import org.junit.jupiter.api.Test;

class CorroborationTest {
    /** Records 0, 1, 2 are one person, 3 and 4 another, 5 and 6 stand alone. */
    private static final int[] PERSONS = {0, 0, 0, 3, 3, 5, 6};

    private static double weight(int left, int right, double own, double others) {
        return new Corroboration(PERSONS).bits(left, right, own, always(others, 4));
    }

    /** Any two records have this weight, from this many comparisons. */
    private static Corroboration.Evidence always(double bits, int compared) {
        return new Corroboration.Evidence() {
            @Override
            public double bits(int left, int right) {
                return bits;
            }

            @Override
            public int compared(int left, int right) {
                return compared;
            }
        };
    }

    @Test
    void theMoreWasComparedTheMoreAnInBetweenWeightSpeaksAgainst() {
        Corroboration corroboration = new Corroboration(PERSONS);
        assertThat(corroboration.bits(0, 3, 2, always(0, 8))).isLessThan(corroboration.bits(0, 3, 2, always(0, 3)));
    }

    @Test
    void twoRecordsThatStandAloneKeepTheirWeight() {
        assertThat(weight(5, 6, 7.5, -12)).isEqualTo(7.5);
    }

    @Test
    void otherRecordsThatAgreeSpeakForALinkAndThoseThatDifferAgainstIt() {
        assertThat(weight(0, 3, 6, 12)).isGreaterThan(weight(0, 3, 6, 0)).isGreaterThan(6);
        assertThat(weight(0, 3, 6, -12)).isLessThan(weight(0, 3, 6, 0)).isLessThan(0);
    }

    @Test
    void noSingleRecordSpeaksLouderThanTwelveBits() {
        assertThat(weight(0, 3, 6, -80)).isEqualTo(weight(0, 3, 6, -12));
    }

    @Test
    void aPairReadsTheSameFromEitherSide() {
        assertThat(weight(0, 3, 6, 4)).isEqualTo(weight(3, 0, 6, 4));
    }

    @Test
    void aLinkOfOnePersonThatIsCertainStaysSo() {
        assertThat(weight(0, 1, 25, -12)).isEqualTo(25);
    }

    @Test
    void linksThatFallUnderTheLeastAreLeftOut() {
        Links links = new Links(4);
        links.add(0, 3, 6);
        links.add(5, 6, 6);
        Links weighed = new Corroboration(PERSONS).weigh(links, 0, () -> always(-12, 4));
        assertThat(weighed.size()).isEqualTo(1);
        assertThat(weighed.left(0)).isEqualTo(5);
        assertThat(weighed.bits(0)).isEqualTo(6);
    }
}
