package org.concordat.linkage.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.linkage.Attribute.GIVEN_NAME;
import static org.concordat.linkage.Attribute.GIVEN_NAME_ROOT;
import static org.concordat.linkage.Attribute.MIDDLE_NAME;
import static org.concordat.linkage.Attribute.NAME_TOKENS;
import static org.concordat.linkage.Attribute.SURNAME;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.linkage.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NameLevelsTest {
    private static int given(@Nullable String left, @Nullable String right) {
        return TwoRecords.with(GIVEN_NAME, left, right).level("given name");
    }

    private static int surname(@Nullable String left, @Nullable String right) {
        return TwoRecords.with(SURNAME, left, right).level("surname");
    }

    private static int middle(@Nullable String left, @Nullable String right) {
        return TwoRecords.with(MIDDLE_NAME, left, right).level("middle name");
    }

    @Test
    void missingNamesAreNotCompared() {
        assertThat(given(null, "thomas")).isZero();
        assertThat(given(null, null)).isZero();
        assertThat(surname("shaw", null)).isZero();
        assertThat(middle("", "ann")).isZero();
    }

    @Test
    void equalNamesAreTheSame() {
        assertThat(given("thomas", "thomas")).isEqualTo(1);
        assertThat(surname("shaw", "shaw")).isEqualTo(1);
        assertThat(middle("ann", "ann")).isEqualTo(1);
    }

    @Test
    void namesWithOneRootAreFormsOfOneName() {
        assertThat(TwoRecords.with(GIVEN_NAME, "bill", "william")
                        .and(GIVEN_NAME_ROOT, "william", "william")
                        .level("given name"))
                .isEqualTo(2);
    }

    @Test
    void aMissingRootMakesNothingAFormOfAnything() {
        assertThat(TwoRecords.with(GIVEN_NAME, "bill", "william")
                        .and(GIVEN_NAME_ROOT, null, null)
                        .level("given name"))
                .isGreaterThan(2);
    }

    @Test
    void aTypingErrorInALongGivenNameLeavesItNearlyTheSame() {
        assertThat(given("elizabeth", "elizabteh")).isEqualTo(3);
    }

    @Test
    void anInitialAgreesWithANameThatBeginsWithIt() {
        assertThat(given("t", "thomas")).isEqualTo(4);
        assertThat(given("j", "thomas")).isEqualTo(7);
    }

    @Test
    void twoEqualInitialsAreNotYetTheSameGivenName() {
        assertThat(given("t", "t")).isEqualTo(4);
        assertThat(given("t", "j")).isEqualTo(7);
        assertThat(TwoRecords.with(GIVEN_NAME, "t", "t")
                        .and(GIVEN_NAME_ROOT, "t", "t")
                        .level("given name"))
                .isEqualTo(4);
    }

    @Test
    void givenNamesCanBeSimilar() {
        assertThat(given("stephen", "stefan")).isEqualTo(5);
    }

    @Test
    void swappedNamesAreFoundInBothComparisons() {
        TwoRecords swapped = TwoRecords.with(GIVEN_NAME, "grant", "howard").and(SURNAME, "howard", "grant");
        assertThat(swapped.level("given name")).isEqualTo(6);
        assertThat(swapped.level("surname")).isEqualTo(4);
    }

    @Test
    void aGivenNameThatIsOnlyTheOthersSurnameIsNotASwap() {
        TwoRecords oneWay = TwoRecords.with(GIVEN_NAME, "grant", "olive").and(SURNAME, "howard", "grant");
        assertThat(oneWay.level("given name")).isEqualTo(7);
        assertThat(oneWay.level("surname")).isEqualTo(5);
    }

    @Test
    void aGivenNameIsFoundAmongTheOthersFurtherNames() {
        TwoRecords further = TwoRecords.with(GIVEN_NAME, "victoria", "june")
                .and(SURNAME, "shaw", "shaw")
                .and(NAME_TOKENS, "victoria shaw", "june victoria shaw");
        assertThat(further.level("given name")).isEqualTo(6);
    }

    @Test
    void unlikeNamesAreDifferent() {
        assertThat(given("olive", "june")).isEqualTo(7);
        assertThat(surname("shaw", "kingsbury")).isEqualTo(5);
        assertThat(middle("ann", "rose")).isEqualTo(4);
    }

    @Test
    void aTypingErrorInALongSurnameLeavesItNearlyTheSame() {
        assertThat(surname("kingsbury", "kingsbuyr")).isEqualTo(2);
    }

    @Test
    void surnamesCanBeSimilarInLettersOrSound() {
        assertThat(surname("harris", "harries")).as("letters").isLessThanOrEqualTo(3);
        assertThat(surname("kough", "cough")).as("sound").isEqualTo(3);
    }

    @Test
    void oneHalfOfADoubleSurnameStandsElsewhereInTheOthersName() {
        assertThat(surname("wells shaw", "shaw")).isEqualTo(4);
        assertThat(surname("kingsbury shaw", "shaw ford")).isEqualTo(4);
    }

    @Test
    void aMiddleInitialAgreesWithItsName() {
        assertThat(middle("a", "ann")).isEqualTo(2);
        assertThat(middle("a", "a")).as("two equal initials are not yet a name").isEqualTo(2);
        assertThat(middle("a", "rose")).isEqualTo(4);
        assertThat(middle("a", "b")).isEqualTo(4);
    }

    @Test
    void middleNamesCanBeSimilar() {
        assertThat(middle("margaret", "margret")).isEqualTo(3);
    }

    private static int further(String left, String right) {
        return TwoRecords.with(GIVEN_NAME, "june", "june")
                .and(SURNAME, "shaw", "shaw")
                .and(NAME_TOKENS, left, right)
                .level("further names");
    }

    @Test
    void furtherNamesAreThoseBeyondGivenNameAndSurname() {
        assertThat(further("june ann rose shaw", "june rose ann shaw")).isEqualTo(1);
        assertThat(further("june ann rose shaw", "june ann shaw")).isEqualTo(2);
        assertThat(further("june ann shaw", "june rose shaw")).isEqualTo(3);
        assertThat(further("june ann shaw", "june shaw")).as("none on one side").isZero();
    }

    @Test
    void setsOfFurtherNamesWhoseNumbersMixToOneAreStillToldApart() {
        // Added up as digits to the base 1,000,003 and cut off at 64 bits, these parts' numbers give one number.
        int[] differences = {17, -68, -78, -162, -47, 94, -17, -49};
        String everyPart =
                IntStream.rangeClosed(1, 1_700).mapToObj(n -> "n" + n).collect(Collectors.joining(" "));
        StringBuilder one = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (int p = 0; p < differences.length; p++) {
            int number = 200 * (p + 1);
            one.append('n').append(number + differences[p]).append(' ');
            other.append('n').append(number).append(' ');
        }
        Comparisons comparisons = Comparisons.of(People.with(NAME_TOKENS)
                .row(everyPart)
                .row(one.toString().trim())
                .row(other.toString().trim())
                .records());
        assertThat(comparisons.all()).extracting(Comparison::name).containsExactly("further names");
        assertThat(new PairComparer(comparisons).pattern(comparisons.rows(), 1, 2))
                .as("none shared")
                .isEqualTo(3);
    }
}
