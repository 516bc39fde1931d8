package org.concordat.linkage.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.linkage.Attribute;
import org.concordat.linkage.People;
import org.concordat.linkage.SmallTown;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

class HouseholdsTest {
    private static final Attribute[] ADDRESS = {
        Attribute.SURNAME, Attribute.STREET_NUMBER, Attribute.STREET, Attribute.ADDRESS_REST, Attribute.POSTCODE
    };

    private static People people() {
        return People.with(ADDRESS);
    }

    /** Households where every record is a person of its own. */
    private static int[] apart(People people) {
        Records records = people.records();
        int[] persons = new int[records.size()];
        for (int r = 0; r < persons.length; r++) {
            persons[r] = r;
        }
        return Households.of(records, persons);
    }

    @Test
    void recordsAtOneAddressAreOneHouseholdWhateverTheirSurnames() {
        assertThat(apart(people().row("shaw", "12", "mill street", null, "m33aa")
                        .row("ford", "12", "mill street", null, "m33aa")
                        .row("shaw", "57", "church lane", null, "m33aa")))
                .containsExactly(0, 0, 2);
    }

    @Test
    void oneErrorInTheStreetDoesNotPartASharedSurname() {
        assertThat(apart(people().row("shaw", "12", "victoria avenue", null, "m33aa")
                        .row("shaw", "12", "victoria avenu", null, "m33aa")
                        .row("ford", "12", "vicctoria avenue", null, "m33aa")))
                .containsExactly(0, 0, 2);
    }

    @Test
    void twoHousesOfOneStreetAreTwoHouseholdsThoughTheSurnameIsTheSame() {
        assertThat(apart(people().row("shaw", "12", "mill street", null, "m33aa")
                        .row("shaw", "13", "mill street", null, "m33aa")
                        .row("shaw", "2", "mill street", null, "m33aa")
                        .row("shaw", "12a", "mill street", null, "m33aa")
                        .row("shaw", "21", "mill street", null, "m33aa")))
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aPersonInCommonMakesOneHouseholdOfNearlyEqualNumbers() {
        Records records = people().row("shaw", "12", "mill street", null, "m33aa")
                .row("shaw", "13", "mill street", null, "m33aa")
                .row("shaw", "14", "mill street", null, "m33aa")
                .records();
        assertThat(Households.of(records, new int[] {0, 0, 2})).containsExactly(0, 0, 2);
    }

    @Test
    void whatCannotBeAHouseNumberIsTakenForASlip() {
        assertThat(apart(people().row("shaw", "80", "mill street", null, "m33aa")
                        .row("shaw", "b0", "mill street", null, "m33aa")
                        .row("shaw", "336", "church lane", null, "m33aa")
                        .row("shaw", "3q36", "church lane", null, "m33aa")
                        .row("shaw", "80c", "mill street", null, "m33aa")
                        .row("shaw", "a7", "the green", null, "m33aa")
                        .row("shaw", "a8", "the green", null, "m33aa")))
                .as("80c may be a house beside 80, and a7 and a8 are numbers where houses are numbered so")
                .containsExactly(0, 0, 2, 2, 4, 5, 6);
    }

    @Test
    void aSlipInALongNumberMakesOneHousehold() {
        assertThat(apart(people().row("shaw", "617", "mill street", null, "m33aa")
                        .row("shaw", "67", "mill street", null, "m33aa")
                        .row("shaw", "619", "mill street", null, "m33aa")
                        .row("shaw", "817", "mill street", null, "m33aa")))
                .as("of a number of two digits too little is left, 619 is a house nearby")
                .containsExactly(0, 1, 2, 0);
    }

    @Test
    void aSlipInAShortNumberMakesOneHouseholdWhereTheGivenNameIsTheSameAsWell() {
        People people = People.with(
                        Attribute.GIVEN_NAME,
                        Attribute.SURNAME,
                        Attribute.STREET_NUMBER,
                        Attribute.STREET,
                        Attribute.POSTCODE)
                .row("june", "shaw", "42", "mill street", "m33aa")
                .row("june", "shaw", "24", "mill street", "m33aa")
                .row("june", "shaw", "46", "mill street", "m33aa")
                .row("vic", "shaw", "72", "mill street", "m33aa");
        assertThat(apart(people))
                .as("46 is a house nearby, and nobody of that name lives at 72")
                .containsExactly(0, 0, 2, 3);
    }

    @Test
    void twoFlatsAreTwoHouseholds() {
        assertThat(apart(people().row("shaw", "12", "mill street", "flat 1", "m33aa")
                        .row("shaw", "12", "mill street", "flat 2", "m33aa")
                        .row("shaw", "12", "mill street", "flat 12", "m33aa")
                        .row("shaw", "12", "mill street", "fat 12", "m33aa")))
                .containsExactly(0, 1, 2, 2);
    }

    @Test
    void aStreetWithoutANumberIsNotAnAddress() {
        assertThat(apart(people().row("ford", null, "mill street", null, "m33aa")
                        .row("shaw", null, "mill street", null, "m33aa")))
                .containsExactly(0, 1);
    }

    @Test
    void aRecordWithoutAddressJoinsItsPersonsOnlyHousehold() {
        Records records = people().row("shaw", "12", "mill street", null, "m33aa")
                .row("shaw", null, null, null, null)
                .row("ford", "57", "church lane", null, "sk14bc")
                .row("ford", "8", "orchard close", null, "ol69zz")
                .row("ford", null, null, null, null)
                .records();
        assertThat(Households.of(records, new int[] {0, 0, 2, 2, 2}))
                .as("the second person has two homes, so nobody knows which")
                .containsExactly(0, 0, 2, 3, 4);
    }

    @Test
    void withoutAddressesEachPersonIsAHousehold() {
        Records records = People.with(Attribute.SURNAME)
                .row("shaw")
                .row("shaw")
                .row("ford")
                .records();
        assertThat(Households.of(records, new int[] {0, 1, 2})).containsExactly(0, 1, 2);
    }

    @Test
    void aHouseholdIsNamedByItsFirstRecord() {
        SmallTown town = SmallTown.oneFile(500, SmallTown.SEED);
        Records records = town.records();
        int[] persons = new int[records.size()];
        for (int r = 0; r < persons.length; r++) {
            persons[r] = r;
        }
        int[] households = Households.of(records, persons);
        for (int r = 0; r < persons.length; r++) {
            assertThat(households[r]).isBetween(0, r);
            assertThat(households[households[r]]).as(town.seedNote()).isEqualTo(households[r]);
        }
    }
}
