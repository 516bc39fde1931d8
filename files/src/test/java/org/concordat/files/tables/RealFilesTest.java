package org.concordat.files.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public linkage files, whose number of rows is known. */
class RealFilesTest {

    @ParameterizedTest
    @CsvSource({
        "linkage/febrl/dataset1.csv, 1000, 11, rec_id, soc_sec_id",
        "linkage/febrl/dataset3.csv, 5000, 11, rec_id, soc_sec_id",
        "linkage/febrl/dataset4a.csv, 5000, 11, rec_id, soc_sec_id",
        "linkage/fake_1000.csv, 1000, 7, unique_id, cluster",
        "linkage/historical_50k.csv.gz, 50578, 11, unique_id, occupation",
        "linkage/households_census.csv.gz, 33330, 17, id, truth_household",
        "linkage/em_known_parameters.csv, 4000, 10, gamma_col_1, match_key"
    })
    void everyRowOfAPublicFileIsRead(String file, long rows, int columns, String first, String last)
            throws IOException {
        Path path = Path.of(System.getProperty("concordat.data", "../shared/data"), file);
        assumeTrue(Files.exists(path), "skipped: the real data are not here (" + file + "); see concordat.data");
        Reading.Whole whole = Reading.file(String.valueOf(path.getFileName()), Files.readAllBytes(path));
        assertThat(whole.columns()).hasSize(columns).startsWith(first).endsWith(last);
        assertThat(whole.report().rows()).isEqualTo(rows);
        assertThat(whole.report().setAside()).isEmpty();
        assertThat(whole.report().notes()).isEmpty();
    }
}
