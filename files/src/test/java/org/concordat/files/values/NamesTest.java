package org.concordat.files.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class NamesTest {

    @TestFactory
    Stream<DynamicTest> givesTheKnownAnswers() {
        return KnownAnswers.read("known_names.csv").stream().map(NamesTest::test);
    }

    private static DynamicTest test(NamedCsvRecord known) {
        String written = known.getField("written");
        return dynamicTest(known.getField("kind") + " " + written, () -> {
            PersonName name = name(known.getField("kind"), written);
            assertThat(name.given()).as("given").isEqualTo(KnownAnswers.valueOrNull(known.getField("given")));
            assertThat(name.middle()).as("middle").isEqualTo(KnownAnswers.valueOrNull(known.getField("middle")));
            assertThat(name.surname()).as("surname").isEqualTo(KnownAnswers.valueOrNull(known.getField("surname")));
            assertThat(String.join(" ", name.tokens())).as("tokens").isEqualTo(known.getField("tokens"));
            assertThat(KnownAnswers.codes(name.ruleBits())).isEqualTo(KnownAnswers.codes(known.getField("rules")));
        });
    }

    private static PersonName name(String kind, String written) {
        return switch (kind) {
            case "given" -> Names.given(written);
            case "surname" -> Names.surname(written);
            case "whole" -> Names.whole(written);
            case "other" -> Names.other(written);
            default -> throw new IllegalArgumentException("kind must be one known here, but was " + kind);
        };
    }

    @Test
    void readsTheSurnameFirstWhereTheColumnDoes() {
        PersonName name = Names.whole("patel anita", true);
        assertThat(name.given()).isEqualTo("anita");
        assertThat(name.surname()).isEqualTo("patel");
        assertThat(Names.whole("van der berg anna maria", true).surname()).isEqualTo("vanderberg");
    }

    @Test
    void findsTheGivenNameInASurnameColumn() {
        PersonName name = Objects.requireNonNull(Names.surnameHoldingGiven("john smith"));
        assertThat(name.given()).isEqualTo("john");
        assertThat(name.surname()).isEqualTo("smith");
        assertThat(Names.surnameHoldingGiven("van berg")).isNull();
        assertThat(Names.surnameHoldingGiven("smith")).isNull();
    }

    @Test
    void findsTheSurnameInAGivenNameColumn() {
        PersonName name = Objects.requireNonNull(Names.givenHoldingSurname("john grzybowski"));
        assertThat(name.surname()).isEqualTo("grzybowski");
        assertThat(Names.givenHoldingSurname("mary ann")).isNull();
        assertThat(Names.givenHoldingSurname("elk i")).isNull();
    }
}
