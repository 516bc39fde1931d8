package org.concordat.files.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        AddressParts lines = lines(false, false, "Flat 2", "14 High St", null, "Tideford", "Cornwall");
        assertThat(lines).isEqualTo(Addresses.whole("Flat 2, 14 High St, Tideford, Cornwall"));
    }

    @Test
    void takesTheFirstLineForTheStreetWhereTheNumberStandsElsewhere() {
        AddressParts parts = lines(true, true, "tullaroop", "willaroo");
        assertThat(parts.street()).isEqualTo("tullaroop");
        assertThat(parts.rest()).isEqualTo("willaroo");
        assertThat(lines(true, true, null, "willaroo").street()).isNull();
    }

    private static AddressParts lines(boolean placesElsewhere, boolean streetFirst, @Nullable String... lines) {
        return Addresses.lines(Stream.of(lines).map(Addresses::line).toList(), placesElsewhere, streetFirst);
    }

    @Test
    void saysThatNoFixedAbodeIsNoAddress() {
        assertThat(KnownAnswers.codes(Addresses.whole("No Fixed Abode").ruleBits()))
                .containsExactly("ADDRESS-PLACEHOLDER");
    }
}
