package org.concordat.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.People;
import org.concordat.linkage.SmallTown;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlockingKeysTest {
    private static BlockingKey key(Records records, String name) {
        return BlockingKeys.of(records).stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no key " + name + " among " + BlockingKeys.of(records)));
    }

    private static Records values(Attribute attribute, @Nullable String... values) {
        People people = People.with(attribute);
        for (String value : values) {
            people.row(value);
        }
        return people.records();
    }

    /** Which of the values have the first one's key; as many as there are values, {@code true} where they share it. */
    private static List<Boolean> sharing(String name, Attribute attribute, @Nullable String... values) {
        BlockingKey key = key(values(attribute, values), name);
        Boolean[] sharing = new Boolean[values.length];
        for (int r = 0; r < values.length; r++) {
            sharing[r] = key.of(r) != 0 && key.of(r) == key.of(0);
        }
        return List.of(sharing);
    }

    @Test
    void aMissingValueHasNoKey() {
        SmallTown town = SmallTown.oneFile(10, SmallTown.SEED);
        People people = People.with(Attribute.SURNAME, Attribute.DATE_OF_BIRTH, Attribute.POSTCODE)
                .row("shaw", "1984-05-17", "m33aa")
                .row("ford", "1990-01-02", "sk14bc")
                .row(null, null, null);
        List<BlockingKey> keys = BlockingKeys.of(people.records());
        assertThat(keys).hasSizeGreaterThan(5);
        for (BlockingKey key : keys) {
            assertThat(key.of(2)).as(key.name()).isZero();
        }
        assertThat(BlockingKeys.of(town.records()))
                .extracting(BlockingKey::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void aColumnWithOneValueOffersNoKey() {
        assertThat(BlockingKeys.of(values(Attribute.SEX, "f", "f", null))).isEmpty();
    }

    @Test
    void equalValuesShareTheirKeyAndOthersDoNot() {
        assertThat(sharing("surname", Attribute.SURNAME, "shaw", "shaw", "shav", null))
                .containsExactly(true, true, false, false);
        assertThat(sharing("postcode", Attribute.POSTCODE, "m33aa", "m33aa", "m33ab"))
                .containsExactly(true, true, false);
        assertThat(sharing("nhs number", Attribute.NHS_NUMBER, "9434765919", "9434765919", "9434765870"))
                .containsExactly(true, true, false);
    }

    @Test
    void surnamesThatSoundAlikeShareTheirSound() {
        assertThat(sharing("surname's sound", Attribute.SURNAME, "smith", "smyth", "kingsbury"))
                .containsExactly(true, true, false);
    }

    @Test
    void surnamesShareTheirBeginning() {
        assertThat(sharing("surname's first three letters", Attribute.SURNAME, "harrison", "harris", "ha", "shaw"))
                .containsExactly(true, true, false, false);
    }

    @Test
    void formsOfAGivenNameShareTheirRoot() {
        Records records = People.with(Attribute.GIVEN_NAME, Attribute.GIVEN_NAME_ROOT)
                .row("bill", "william")
                .row("william", "william")
                .row("brian", "brian")
                .records();
        BlockingKey given = key(records, "given name");
        assertThat(given.of(0)).isEqualTo(given.of(1)).isNotEqualTo(given.of(2));
        BlockingKey initial = key(records, "initial");
        assertThat(initial.of(0)).isEqualTo(initial.of(2)).isNotEqualTo(initial.of(1));
    }

    @Test
    void anInitialAloneIsNoGivenName() {
        assertThat(sharing("given name", Attribute.GIVEN_NAME, "b", "b", "bill"))
                .containsExactly(false, false, false);
    }

    @Test
    void namesShareAKeyInAnyOrder() {
        Records records = People.with(Attribute.GIVEN_NAME, Attribute.SURNAME)
                .row("grant", "howard")
                .row("howard", "grant")
                .row("grant", "shaw")
                .row("grant", null)
                .records();
        BlockingKey names = key(records, "both names in any order");
        assertThat(names.of(0)).isEqualTo(names.of(1)).isNotEqualTo(names.of(2)).isNotZero();
        assertThat(names.of(3)).isZero();
    }

    @Test
    void wholeNamesShareTheirRarestParts() {
        assertThat(sharing(
                        "two rarest parts of the name",
                        Attribute.NAME_TOKENS,
                        "june kingsbury ormerod",
                        "ormerod june kingsbury",
                        "june kingsbury",
                        "june shaw",
                        "june ford"))
                .containsExactly(true, true, false, false, false);
        assertThat(sharing(
                        "rarest part of the name",
                        Attribute.NAME_TOKENS,
                        "june ormerod",
                        "ormerod",
                        "june",
                        "june shaw"))
                .containsExactly(true, true, false, false);
    }

    @Test
    void datesOfBirthShareYearMonthAndDay() {
        String[] dates = {"1984-05-07", "1984-07-05", "1984-05-28", "1990-05-07"};
        assertThat(sharing("date of birth", Attribute.DATE_OF_BIRTH, dates)).containsExactly(true, false, false, false);
        assertThat(sharing("date of birth, day and month in any order", Attribute.DATE_OF_BIRTH, dates))
                .containsExactly(true, true, false, false);
        assertThat(sharing("year of birth", Attribute.DATE_OF_BIRTH, dates)).containsExactly(true, true, true, false);
        assertThat(sharing("year and month of birth", Attribute.DATE_OF_BIRTH, dates))
                .containsExactly(true, false, true, false);
        assertThat(sharing("day and month of birth", Attribute.DATE_OF_BIRTH, dates))
                .containsExactly(true, false, false, true);
    }

    @Test
    void postcodesShareSectorAndDistrict() {
        assertThat(sharing("postcode's sector", Attribute.POSTCODE, "m33aa", "m33bc", "m34aa"))
                .containsExactly(true, true, false);
        assertThat(sharing("postcode's district", Attribute.POSTCODE, "m33aa", "m34bc", "m23aa"))
                .containsExactly(true, true, false);
        assertThat(sharing("postcode's sector", Attribute.POSTCODE, "2119", "2118", "2140"))
                .containsExactly(true, true, false);
    }

    @Test
    void emailsShareWhatStandsBeforeTheAt() {
        assertThat(sharing(
                        "e-mail before the @",
                        Attribute.EMAIL,
                        "june.s@a.example",
                        "june.s@b.example",
                        "vic@a.example"))
                .containsExactly(true, true, false);
    }

    @Test
    void addressesShareStreetAndNumber() {
        Records records = People.with(Attribute.STREET, Attribute.STREET_NUMBER)
                .row("mill street", "12")
                .row("mill street", "12")
                .row("mill street", "21")
                .row("hill street", "12")
                .row("mill street", null)
                .records();
        BlockingKey key = key(records, "street and number");
        assertThat(key.of(0)).isEqualTo(key.of(1)).isNotIn(0, key.of(2), key.of(3));
        assertThat(key.of(4)).isZero();
    }
}
