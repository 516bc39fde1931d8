package org.concordat.linkage.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.People;
import org.concordat.linkage.SmallTown;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    /** Two people about whom everything is known. */
    private static Records everything() {
        return withRegion("one", "other");
    }

    private static Records withRegion(String oneRegion, String otherRegion) {
        Attribute[] all = Attribute.values();
        String[] one = new String[all.length];
        String[] other = new String[all.length];
        for (int a = 0; a < all.length; a++) {
            boolean date = all[a] == Attribute.DATE_OF_BIRTH;
            boolean region = all[a] == Attribute.REGION;
            one[a] = date ? "1984-05-17" : region ? oneRegion : "one";
            other[a] = date ? "1990-01-02" : region ? otherRegion : "other";
        }
        return People.with(all).row(one).row(other).records();
    }

    @Test
    void noMoreComparisonsAreMadeThanAPatternHolds() {
        List<Comparison> all = Comparisons.of(everything()).all();
        assertThat(all).hasSizeLessThanOrEqualTo(Comparisons.MOST);
        for (Comparison comparison : all) {
            assertThat(comparison.levelCount()).as(comparison.name()).isBetween(2, 15);
        }
    }

    @Test
    void whatTellsPeopleApartIsKeptAndTheRestIsNamed() {
        Comparisons comparisons = Comparisons.of(everything());
        assertThat(comparisons.all())
                .extracting(Comparison::attribute)
                .contains(
                        Attribute.NHS_NUMBER,
                        Attribute.NATIONAL_INSURANCE_NUMBER,
                        Attribute.PERSON_NUMBER,
                        Attribute.UPRN,
                        Attribute.POSTCODE,
                        Attribute.PHONE,
                        Attribute.EMAIL);
        assertThat(comparisons.leftOut())
                .containsExactly(
                        Attribute.LOCALITY,
                        Attribute.BIRTH_PLACE,
                        Attribute.OCCUPATION,
                        Attribute.ADDRESS_REST,
                        Attribute.REGION);
    }

    @Test
    void whereThereIsRoomEveryColumnIsComparedAndNothingIsNamed() {
        Comparisons comparisons =
                Comparisons.of(SmallTown.oneFile(50, SmallTown.SEED).records());
        assertThat(comparisons.leftOut()).isEmpty();
    }

    @Test
    void aColumnThatHoldsOneValueIsNotAmongThoseThatFoundNoRoom() {
        Records records = withRegion("north", "north");
        assertThat(Comparisons.of(records).leftOut()).doesNotContain(Attribute.REGION);
        assertThat(Comparisons.of(withRegion("north", "south")).leftOut()).contains(Attribute.REGION);
    }

    @Test
    void theFrequencyOfAValueNeverBearsOnTheLevelOfDifference() {
        for (Attribute attribute : Attribute.values()) {
            if (attribute == Attribute.GIVEN_NAME_ROOT || attribute == Attribute.NAME_TOKENS) {
                continue;
            }
            boolean date = attribute == Attribute.DATE_OF_BIRTH;
            Records records = People.with(attribute)
                    .row(date ? "1984-05-17" : "one")
                    .row(date ? "1990-01-02" : "other")
                    .records();
            for (Comparison comparison : Comparisons.of(records).all()) {
                assertThat(comparison.similarLevels()).as(comparison.name()).isBetween(0, comparison.levelCount() - 1);
            }
        }
    }

    @Test
    void aColumnWithOneValueIsNotCompared() {
        Records records = People.with(Attribute.SURNAME, Attribute.SEX)
                .row("shaw", "f")
                .row("ford", "f")
                .row("wells", null)
                .records();
        assertThat(Comparisons.of(records).all()).extracting(Comparison::name).containsExactly("surname");
    }

    @Test
    void columnsThatAllHoldOneValueLeaveNothingToCompare() {
        Records records = People.with(Attribute.SURNAME).row("shaw").row("shaw").records();
        assertThatThrownBy(() -> Comparisons.of(records))
                .isInstanceOf(LinkageException.class)
                .hasMessageEndingWith("(LINK-NOTHING-TO-COMPARE)")
                .hasMessageNotContaining("shaw");
    }

    @Test
    void aRowHoldsWhatItsRecordHolds() {
        Records records = SmallTown.oneFile(50, SmallTown.SEED).records();
        Comparisons comparisons = Comparisons.of(records);
        Rows rows = comparisons.rows();
        int[] copy = new int[rows.width() + 3];
        for (Comparison comparison : comparisons.all()) {
            for (int r = 0; r < records.size() && comparison.terms() != null; r++) {
                assertThat(rows.cell(r, comparison.termSlot()))
                        .isEqualTo(comparison.terms().code(r));
                rows.copyRow(r, copy, 3);
                assertThat(copy[3 + comparison.termSlot()])
                        .isEqualTo(comparison.terms().code(r));
            }
        }
        assertThat(rows.size()).isEqualTo(records.size());
    }

    @Test
    void oneComparerGivesTheSamePatternWhateverItComparedBefore() {
        SmallTown town = SmallTown.oneFile(60, SmallTown.SEED);
        Comparisons comparisons = Comparisons.of(town.records());
        PairComparer used = new PairComparer(comparisons);
        for (int left = 0; left < town.size(); left++) {
            for (int right = 0; right < town.size(); right += 7) {
                long fresh = new PairComparer(comparisons).pattern(comparisons.rows(), left, right);
                assertThat(used.pattern(comparisons.rows(), left, right))
                        .as("records %d and %d of %s", left, right, town.seedNote())
                        .isEqualTo(fresh);
            }
        }
    }

    @Test
    void aPatternReadsTheSameFromEitherSide() {
        SmallTown town = SmallTown.oneFile(120, SmallTown.SEED);
        Comparisons comparisons = Comparisons.of(town.records());
        PairComparer comparer = new PairComparer(comparisons);
        for (int left = 0; left < town.size(); left++) {
            for (int right = 0; right < left; right++) {
                assertThat(comparer.pattern(comparisons.rows(), left, right))
                        .as("records %d and %d of %s", left, right, town.seedNote())
                        .isEqualTo(comparer.pattern(comparisons.rows(), right, left));
            }
        }
    }
}
