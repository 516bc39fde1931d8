package org.concordat.files.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class AddressesTest {

    @TestFactory
    Stream<DynamicTest> givesTheKnownAnswers() {
        return KnownAnswers.read("known_addresses.csv").stream().map(AddressesTest::test);
    }

    private static DynamicTest test(NamedCsvRecord known) {
        String written = known.getField("written");
        return dynamicTest(written, () -> {
            AddressParts parts = Addresses.whole(written);
            assertThat(parts.number()).as("number").isEqualTo(KnownAnswers.valueOrNull(known.getField("number")));
            assertThat(parts.street()).as("street").isEqualTo(KnownAnswers.valueOrNull(known.getField("street")));
            assertThat(parts.rest()).as("rest").isEqualTo(KnownAnswers.valueOrNull(known.getField("rest")));
            assertThat(parts.locality()).as("locality").isEqualTo(KnownAnswers.valueOrNull(known.getField("locality")));
            assertThat(parts.region()).as("region").isEqualTo(KnownAnswers.valueOrNull(known.getField("region")));
            assertThat(parts.postcode()).as("postcode").isEqualTo(KnownAnswers.valueOrNull(known.getField("postcode")));
        });
    }

    @Test
    void readsSeveralLinesAsItReadsOne() {
        AddressParts lines =
                Addresses.lines(Arrays.asList("Flat 2", "14 High St", null, "Tideford", "Cornwall"), false, false);
        assertThat(lines).isEqualTo(Addresses.whole("Flat 2, 14 High St, Tideford, Cornwall"));
    }

    @Test
    void takesTheFirstLineForTheStreetWhereTheNumberStandsElsewhere() {
        AddressParts parts = Addresses.lines(Arrays.asList("tullaroop", "willaroo"), true, true);
        assertThat(parts.street()).isEqualTo("tullaroop");
        assertThat(parts.rest()).isEqualTo("willaroo");
        assertThat(Addresses.lines(Arrays.asList(null, "willaroo"), true, true).street())
                .isNull();
    }

    @Test
    void saysThatNoFixedAbodeIsNoAddress() {
        assertThat(KnownAnswers.codes(Addresses.whole("No Fixed Abode").ruleBits()))
                .containsExactly("ADDRESS-PLACEHOLDER");
    }
}
