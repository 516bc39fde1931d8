package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QGramsTest {
    @Test
    void countsBigramsWithTheEdges() {
        // |n ni ig gh ht t| against |n na ac ch ht t|: three of six and six.
        assertThat(QGrams.dice("night", "nacht")).isCloseTo(0.5, within(1e-12));
        assertThat(QGrams.dice("a", "a")).isEqualTo(1);
        assertThat(QGrams.dice("a", "b")).isZero();
    }

    @Test
    void countsARepeatedBigramAsOftenAsBothHaveIt() {
        // |a aa aa aa a| against |a aa a|.
        assertThat(QGrams.dice("aaaa", "aa")).isCloseTo(6 / 8.0, within(1e-12));
    }

    @Test
    void callsTwoEmptyValuesEqual() {
        assertThat(QGrams.dice("", "")).isEqualTo(1);
        assertThat(QGrams.dice("", "a")).isZero();
    }

    @Test
    void mindsLittleWhenWordsMoveAbout() {
        // 13 of 17 and 17 bigrams in common; 16 characters, nearly all of them in another place.
        assertThat(QGrams.dice("market street 12", "12 market street")).isCloseTo(26 / 34.0, within(1e-12));
        assertThat(Levenshtein.similarity("market street 12", "12 market street"))
                .isCloseTo(10 / 16.0, within(1e-12));
    }
}
