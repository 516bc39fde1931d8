package org.concordat.benchmarks.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbScoringTest {

    @TempDir
    Path folder;

    private Path records;

    @BeforeEach
    void writeFourRecords() throws IOException {
        records = folder.resolve("records.csv");
        Files.writeString(records, """
                surname,dob,postcode
                martha,1980-01-02,aa1 1aa
                marhta,1980-01-02,aa1 1aa
                smith,1980-01-02,
                smith,,aa1 1aa
                """);
    }

    @Test
    void countsAPairThatTwoRulesFindOnlyOnceAndNoPairOfMissingValues() throws SQLException {
        ScoringPlan plan = plan("block dob", "block postcode", "block surname", "compare surname exact:1");

        DuckDbScoring.Measured measured = DuckDbScoring.measure(plan, records, Optional.empty(), 1);

        assertThat(measured.records()).isEqualTo(4);
        // dob 01 02 12, postcode 03 13 (and 01 again), surname 23
        assertThat(measured.candidatePairs()).isEqualTo(6);
    }

    @Test
    void weighsTheFirstLevelThatHoldsAndNothingForAMissingValue() throws SQLException {
        ScoringPlan plan = plan(
                "block dob | postcode",
                "block surname",
                "compare surname exact:8 jaro_winkler>=0.95:6 else:-3",
                "compare dob exact:9 else:-5",
                "compare postcode exact:4 prefix=3:2 else:-1");

        DuckDbScoring.Measured measured = DuckDbScoring.measure(plan, records, Optional.empty(), 2);

        // martha and marhta: similarity .9611, 6 + 9 + 4; smith and smith: 8, dob and postcode missing
        assertThat(measured.candidatePairs()).isEqualTo(2);
        assertThat(measured.keptWeightBits()).isCloseTo(27, within(1e-9));
    }

    @Test
    void keepsOnlyPairsThatWeighEnough() throws SQLException {
        ScoringPlan plan = plan("block substr(dob, 1, 4)", "compare surname exact:8 else:-3", "keep -2");

        DuckDbScoring.Measured measured = DuckDbScoring.measure(plan, records, Optional.empty(), 1);

        assertThat(measured.candidatePairs()).isEqualTo(3);
        assertThat(measured.keptPairs()).isZero();
    }

    @Test
    void scoresTheGivenPairsInsteadOfItsOwnWhenAFileOfPairsIsThere() throws SQLException, IOException {
        Path pairs = folder.resolve("pairs.csv");
        Files.writeString(pairs, "left_record,right_record\n0,3\n2,3\n");

        DuckDbScoring.Measured measured =
                DuckDbScoring.measure(plan("compare surname exact:8 else:-3"), records, Optional.of(pairs), 1);

        assertThat(measured.keptPairs()).isEqualTo(2);
        assertThat(measured.keptWeightBits()).isCloseTo(5, within(1e-9));
        assertThat(measured.blockingSeconds()).isZero();
    }

    @Test
    void refusesAPlanWithNeitherRulesNorPairs() {
        assertThatThrownBy(() -> DuckDbScoring.measure(plan("compare surname exact:8"), records, Optional.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a file of pairs");
    }

    private static ScoringPlan plan(String... lines) {
        return ScoringPlan.parse(List.of(lines));
    }
}
