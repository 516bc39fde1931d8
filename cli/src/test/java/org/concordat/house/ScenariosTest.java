package org.concordat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/scenarios.md says the tests do is done by tests that exist. */
final class ScenariosTest {

    /** Rows of the field that the partnership's server stands in for. */
    private static final List<String> ROWS =
            List.of("G1", "G2", "G3", "G4", "G5", "G9", "G12", "G18", "G20", "G22", "D7");

    private static final List<String> LINES =
            Sources.text("docs/scenarios.md").content().lines().toList();

    @Test
    void everyRowNamesTestsThatExist() {
        for (String row : ROWS) {
            List<String> lines = LINES.stream()
                    .filter(line -> line.startsWith("| " + row + " |"))
                    .toList();
            assertThat(lines).as(row).hasSize(1);
            assertThat(NamedTests.in(lines.getFirst())).as(row).isNotEmpty().allMatch(NamedTests::exists);
        }
        assertThat(NamedTests.exists("ScenariosTest#doesNotExist")).isFalse();
    }
}
