package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.People;
import org.concordat.linkage.records.Column;
import org.junit.jupiter.api.Test;

class TermFrequenciesTest {
    private static final int COMMON = 1;
    private static final int MIDDLING = 2;
    private static final int RARE = 3;

    /** Surnames of 60, 20 and 3 records, and 17 that stand once. */
    private static Column surnames() {
        People people = People.with(Attribute.SURNAME);
        rows(people, "shaw", 60);
        rows(people, "ford", 20);
        rows(people, "ormerod", 3);
        for (int r = 0; r < 17; r++) {
            people.row("name" + r);
        }
        return Objects.requireNonNull(people.records().column(Attribute.SURNAME));
    }

    private static void rows(People people, String value, int times) {
        for (int r = 0; r < times; r++) {
            people.row(value);
        }
    }

    @Test
    void aRareValueIsRarerThanACommonOne() {
        TermFrequencies terms = TermFrequencies.of(surnames(), 1, null);
        assertThat(terms.rarity(COMMON)).isCloseTo(100 / 59.0, within(1e-5));
        assertThat(terms.rarity(MIDDLING)).isCloseTo(100 / 19.0, within(1e-5));
        assertThat(terms.rarity(RARE)).isGreaterThan(terms.rarity(MIDDLING));
    }

    @Test
    void severalRecordsOfOnePersonDoNotMakeItsNameCommon() {
        Column surnames = surnames();
        double ifEachRecordWereAPerson = TermFrequencies.of(surnames, 1, null).rarity(RARE);
        double ifEachPersonHasThree = TermFrequencies.of(surnames, 3, null).rarity(RARE);
        assertThat(ifEachRecordWereAPerson).isCloseTo(100 / 2.0, within(1e-4));
        assertThat(ifEachPersonHasThree)
                .as("all three records may be one person, so it counts as half a person of three records")
                .isCloseTo(100 / 1.5, within(1e-4));
    }

    @Test
    void aPopulationKnowsBetterThanTheRecords() {
        TermFrequencies terms = TermFrequencies.of(surnames(), 1, Map.of("ormerod", .2));
        assertThat(terms.rarity(RARE)).isCloseTo(5, within(1e-5));
        assertThat(terms.rarity(COMMON)).isCloseTo(100 / 59.0, within(1e-5));
    }

    @Test
    void twoSimilarRareValuesAreRarerThanTwoSimilarCommonOnes() {
        TermFrequencies terms = TermFrequencies.of(surnames(), 1, null);
        assertThat(terms.rarity(RARE, 4)).isGreaterThan(terms.rarity(COMMON, MIDDLING));
        assertThat(terms.rarity(RARE, COMMON)).isEqualTo(terms.rarity(COMMON, RARE));
        assertThat(terms.rarity(RARE, RARE)).isEqualTo(terms.rarity(RARE));
    }

    @Test
    void theMeanRarityOverStrangersThatShareAValueIsThatOfThePairs() {
        TermFrequencies terms = TermFrequencies.of(surnames(), 1, null);
        double sum = .59 + .19 + .02 + 17 * .005;
        double squares = .59 * .59 + .19 * .19 + .02 * .02 + 17 * .005 * .005;
        assertThat(terms.meanRarityOfEqual()).isCloseTo(sum / squares, within(1e-9));
    }

    @Test
    void aColumnOfWhichOnlyOneValueIsKnownIsNotDividedByZero() {
        Column column = Objects.requireNonNull(People.with(Attribute.SURNAME)
                .row("shaw")
                .row((String) null)
                .records()
                .column(Attribute.SURNAME));
        TermFrequencies terms = TermFrequencies.of(column, 5, null);
        assertThat(terms.rarity(1)).isEqualTo(1);
        assertThat(terms.meanRarityOfEqual()).isEqualTo(1);
    }
}
