package org.concordat.benchmarks.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringPlanTest {

    @Test
    void readsRulesLevelsAndTheSmallestWeightKept() {
        ScoringPlan plan = ScoringPlan.parse(List.of(
                "# two rules",
                "block surname | substr(dob, 1, 4)   # year",
                "block postcode",
                "",
                "compare surname exact:8.5 jaro_winkler>=0.92:6 else:-3",
                "keep -6.6"));

        assertThat(plan.blockingRules()).containsExactly(List.of("surname", "substr(dob, 1, 4)"), List.of("postcode"));
        assertThat(plan.comparisons())
                .containsExactly(new Comparison(
                        "surname",
                        List.of(
                                new Level(Level.Measure.EXACT, 0, 8.5),
                                new Level(Level.Measure.JARO_WINKLER, 0.92, 6),
                                new Level(Level.Measure.ELSE, 0, -3))));
        assertThat(plan.keptWeightBits()).isEqualTo(-6.6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    compare surname soundex:4;            "soundex" is no measure
                    compare surname exact=1:4;            should have no bound
                    compare surname jaro_winkler<=0.9:4;  should have a bound after >=
                    compare surname levenshtein:4;        should have a bound after <=
                    compare surname 4;                    is no level
                    compare surname;                      needs at least one level
                    compare surname else:-3 exact:8;      no level can follow "else"
                    block surname | ;                     has an empty key
                    sort surname;                         allowed are block, compare and keep
                    keep 3;                               needs at least one "compare" line
                    """)
    void refusesALineThatItCannotRead(String line, String reason) {
        assertThatThrownBy(() -> ScoringPlan.parse(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
