package org.concordat.linkage.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.concordat.linkage.Attribute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every level of every comparison but those of names. */
class LevelsTest {
    private static int level(String comparison, Attribute attribute, @Nullable String left, @Nullable String right) {
        return TwoRecords.with(attribute, left, right).level(comparison);
    }

    @ParameterizedTest(name = "{0} and {1} agree at level {2}")
    @CsvSource({
        "1984-05-17, 1984-05-17, 1",
        "1984-05-07, 1984-07-05, 2",
        "1984-05-17, 1984-05-11, 3",
        "1984-05-17, 1974-05-17, 3",
        "1984-05-17, 1948-05-17, 3",
        "1984-05-17, 1984-05-71, 3",
        "1989-05-17, 1990-05-17, 3",
        "1989-05-17, 1991-05-17, 4",
        "1984-05-17, 1984-05-28, 5",
        "1984-05-17, 1984-12-17, 5",
        "1984-01-31, 1984-02-15, 6",
        "1984-12-28, 1985-01-03, 6",
        "1984-05-17, 1984-09-28, 7",
        "1984-05-17, 1990-11-28, 8",
        "1984-05-17, 1950-11-28, 9",
        "1984-05-17, 1959-05-17, 9",
        ", 1950-11-28, 0",
    })
    void datesOfBirth(@Nullable String left, @Nullable String right, int level) {
        assertThat(level("date of birth", Attribute.DATE_OF_BIRTH, left, right)).isEqualTo(level);
    }

    @Test
    void aDateThatIsNotStandardisedIsRefusedWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> level("date of birth", Attribute.DATE_OF_BIRTH, "17/05/1984", "1984-05-17"))
                .withMessageContaining("yyyy-MM-dd")
                .withMessageNotContaining("17");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> level("date of birth", Attribute.DATE_OF_BIRTH, "1984", "1984-05-17"))
                .withMessageContaining("yyyy-MM-dd")
                .withMessageNotContaining("1984");
    }

    @ParameterizedTest(name = "{0} and {1} agree at level {2}")
    @CsvSource({
        "m33aa, m33aa, 1",
        "m33aa, M3 3AA, 1",
        "m33aa, m33ab, 2",
        "m33aa, m333aa, 2",
        "m33aa, m33bc, 3",
        "m33aa, m34bc, 4",
        "m33aa, m3, 4",
        "m3, m3, 4",
        "m33aa, m99bc, 5",
        "sk93aa, sk14bc, 5",
        "m33aa, sk14bc, 6",
        "m33aa, mk41bc, 6",
        "2119, 2119, 1",
        "2119, 2118, 2",
        "21190, 21145, 4",
        "2119, 2145, 5",
        "2119, 2906, 6",
        "m33aa, -, 0",
        ", m33aa, 0",
    })
    void postcodes(@Nullable String left, @Nullable String right, int level) {
        assertThat(level("postcode", Attribute.POSTCODE, left, right)).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} and {1} agree at level {2}")
    @CsvSource({
        "9434765919, 9434765919, 1",
        "9434765919, 9434765991, 2",
        "9434765919, 943476591, 2",
        "9434765919, 9434765800, 3",
        ", 9434765919, 0",
    })
    void numbersOfPersonsAndTelephones(@Nullable String left, @Nullable String right, int level) {
        assertThat(level("NHS number", Attribute.NHS_NUMBER, left, right)).isEqualTo(level);
        assertThat(level("National Insurance number", Attribute.NATIONAL_INSURANCE_NUMBER, left, right))
                .isEqualTo(level);
        assertThat(level("person number", Attribute.PERSON_NUMBER, left, right)).isEqualTo(level);
        assertThat(level("telephone", Attribute.PHONE, left, right)).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} and {1} agree at level {2}")
    @CsvSource({
        "june@shaw.example, june@shaw.example, 1",
        "june@shaw.example, june@post.example, 2",
        "june@shaw.example, jnue@shaw.example, 3",
        "june@shaw.example, vic@other.test, 4",
        ", june@shaw.example, 0",
    })
    void emails(@Nullable String left, @Nullable String right, int level) {
        assertThat(level("e-mail", Attribute.EMAIL, left, right)).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} and {1} agree at level {2}")
    @CsvSource({
        "victoria avenue, victoria avenue, 1",
        "victoria avenue, victoria avenu, 2",
        "mill street, hill street, 2",
        "mill street, mile end, 3",
        "mill street, orchard close, 4",
        ", mill street, 0",
    })
    void streetsAndPlaces(@Nullable String left, @Nullable String right, int level) {
        assertThat(level("street", Attribute.STREET, left, right)).isEqualTo(level);
        assertThat(level("rest of address", Attribute.ADDRESS_REST, left, right))
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} and {1} agree at level {2}")
    @CsvSource({
        "altrincham, altrincham, 1",
        "altrincham, altringham, 2",
        "sale, salford, 3",
        "sale, hulme, 4",
        "sale, , 0"
    })
    void places(@Nullable String left, @Nullable String right, int level) {
        assertThat(level("place", Attribute.LOCALITY, left, right)).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} and {1} agree at level {2}")
    @CsvSource({"carpenter, carpenter, 1", "carpenter, carpentr, 2", "carpenter, nurse, 3", "carpenter, , 0"})
    void wordsWithOneThreshold(@Nullable String left, @Nullable String right, int level) {
        assertThat(level("occupation", Attribute.OCCUPATION, left, right)).isEqualTo(level);
        assertThat(level("place of birth", Attribute.BIRTH_PLACE, left, right)).isEqualTo(level);
        assertThat(level("region", Attribute.REGION, left, right)).isEqualTo(level);
    }

    @ParameterizedTest(name = "{0} and {1} agree at level {2}")
    @CsvSource({"12, 12, 1", "12, 21, 2", "12, , 0"})
    void whatIsOnlyEqualOrDifferent(@Nullable String left, @Nullable String right, int level) {
        assertThat(level("street number", Attribute.STREET_NUMBER, left, right)).isEqualTo(level);
        assertThat(level("property reference", Attribute.UPRN, left, right)).isEqualTo(level);
        assertThat(level("sex", Attribute.SEX, left, right)).isEqualTo(level);
    }
}
