package org.concordat.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedColumn;
import org.junit.jupiter.api.Test;

/** The real public files, without any configuration. */
final class RealFilesTest {

    @Test
    void recognisesTheColumnsOfFebrl() {
        assertThat(meanings("febrl/dataset3.csv"))
                .containsExactly(
                        Meaning.ROW_ID,
                        Meaning.GIVEN_NAME,
                        Meaning.SURNAME,
                        Meaning.STREET_NUMBER,
                        Meaning.ADDRESS_LINE,
                        Meaning.ADDRESS_LINE,
                        Meaning.LOCALITY,
                        Meaning.POSTCODE,
                        Meaning.REGION,
                        Meaning.DATE_OF_BIRTH,
                        Meaning.PERSON_NUMBER);
    }

    @Test
    void recognisesTheColumnsOfFake1000() {
        assertThat(meanings("fake_1000.csv"))
                .containsExactly(
                        Meaning.ROW_ID,
                        Meaning.GIVEN_NAME,
                        Meaning.SURNAME,
                        Meaning.DATE_OF_BIRTH,
                        Meaning.LOCALITY,
                        Meaning.EMAIL,
                        Meaning.UNRECOGNISED);
    }

    @Test
    void recognisesTheColumnsOfHistorical50k() {
        assertThat(meanings("historical_50k.csv.gz"))
                .containsExactly(
                        Meaning.ROW_ID,
                        Meaning.UNRECOGNISED,
                        Meaning.FULL_NAME,
                        Meaning.FULL_NAME,
                        Meaning.GIVEN_NAME,
                        Meaning.SURNAME,
                        Meaning.DATE_OF_BIRTH,
                        Meaning.BIRTH_PLACE,
                        Meaning.POSTCODE,
                        Meaning.SEX,
                        Meaning.OCCUPATION);
    }

    @Test
    void recognisesTheColumnsOfTheCensus() {
        assertThat(meanings("households_census.csv.gz"))
                .containsExactly(
                        Meaning.ROW_ID,
                        Meaning.UNRECOGNISED,
                        Meaning.GIVEN_NAME,
                        Meaning.MIDDLE_NAME,
                        Meaning.SURNAME,
                        Meaning.DATE_OF_BIRTH,
                        Meaning.SEX,
                        Meaning.UNRECOGNISED,
                        Meaning.STREET_NUMBER,
                        Meaning.STREET,
                        Meaning.UNIT,
                        Meaning.LOCALITY,
                        Meaning.REGION,
                        Meaning.POSTCODE,
                        Meaning.UNRECOGNISED,
                        Meaning.UNRECOGNISED,
                        Meaning.UNRECOGNISED);
    }

    private static List<Meaning> meanings(String file) {
        return open(file).recognised().columns().stream()
                .map(RecognisedColumn::meaning)
                .toList();
    }

    private static TableOfRows open(String file) {
        Path path = Path.of(System.getProperty("concordat.data", ""), "linkage", file);
        assumeTrue(Files.exists(path), "Skipped: the real data are not at " + path + ".");
        return TableOfRows.read(path);
    }
}
