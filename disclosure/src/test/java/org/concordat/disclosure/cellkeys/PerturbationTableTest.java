package org.concordat.disclosure.cellkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.concordat.disclosure.audit.Noise;
import org.concordat.disclosure.audit.QueryBudget;
import org.concordat.disclosure.cellkeys.PerturbationTable.Row;
import org.junit.jupiter.api.Test;

final class PerturbationTableTest {
    private static final int KEYS = 1 << 16;

    @Test
    void standsForADesignAsNearlyAsItsKeysAllow() {
        Design design = new Design(3, 2, 1);
        PerturbationTable table = PerturbationTable.designed(design, KEYS);
        for (int count = 1; count <= 30; count++) {
            double mean = 0;
            double square = 0;
            for (int key = 0; key < KEYS; key++) {
                int change = table.change(count, key);
                assertThat(Math.abs(change)).isLessThanOrEqualTo(3);
                mean += change;
                square += change * change;
            }
            assertThat(mean / KEYS).as("count %d", count).isEqualTo(0, within(3.0 * 7 / KEYS));
            assertThat(square / KEYS).as("count %d", count).isEqualTo(2, within(9.0 * 7 / KEYS));
        }
    }

    @Test
    void goesOnWithItsLastRowsAboveTheLargestCount() {
        List<Row> rows = new ArrayList<>();
        for (int count = 1; count <= 10; count++) {
            rows.add(new Row(count, 0, count % 5 == 0 ? 0 : -(count % 5)));
            rows.add(new Row(count, 1, 0));
        }
        PerturbationTable table = PerturbationTable.loaded(rows, 5);
        for (long count = 1; count < 100; count++) {
            assertThat(count + table.change(count, 0)).isEqualTo(count / 5 * 5);
        }
        assertThat(table.change(4_000_000_003L, 0)).isEqualTo(-3);
    }

    @Test
    void refusesATableWithAGapOrARowTwice() {
        List<Row> whole = List.of(new Row(1, 0, -1), new Row(1, 1, 1), new Row(2, 0, 0), new Row(2, 1, 0));
        assertThat(PerturbationTable.loaded(whole, 1).change(7, 1)).isZero();
        assertThatThrownBy(() -> PerturbationTable.loaded(whole.subList(1, 4), 1))
                .hasMessageContaining("none for count 1 with key 0");
        List<Row> twice = new ArrayList<>(whole);
        twice.add(new Row(2, 1, 1));
        assertThatThrownBy(() -> PerturbationTable.loaded(twice, 1))
                .hasMessageContaining("given count 2 with key 1 twice");
        assertThatThrownBy(() -> PerturbationTable.loaded(whole, 3)).hasMessageContaining("given 3");
        assertThatThrownBy(() -> PerturbationTable.loaded(List.of(), 1)).hasMessageContaining("given 1");
        assertThatThrownBy(() -> new Row(3, 0, -4)).hasMessageContaining("change -4");
        assertThatThrownBy(() -> PerturbationTable.loaded(whole, 1).change(0, 0))
                .hasMessageContaining("given 0 and 0");
        assertThatThrownBy(() -> PerturbationTable.loaded(whole, 1).change(1, 2))
                .hasMessageContaining("given 1 and 2");
    }

    @Test
    void theNoiseOfADesignIsWhatLargeCountsChangeBy() {
        Design design = new Design(3, 2, 1);
        Noise noise = PerturbationTable.designed(design, KEYS).noise();
        double variance = 0;
        for (int change = -3; change <= 3; change++) {
            assertThat(noise.probability(change))
                    .isEqualTo(design.changes(1_000).of(change), within(1.0 / KEYS));
            variance += change * change * noise.probability(change);
        }
        assertThat(variance).isEqualTo(2, within(9.0 * 7 / KEYS));
        assertThat(QueryBudget.of(noise, .01).partsAllowed()).isGreaterThan(2);
    }

    @Test
    void aTableThatRoundsOrLeansToOneSideIsNoNoise() {
        List<Row> rounding = new ArrayList<>();
        List<Row> leaning = new ArrayList<>();
        for (int key = 0; key < 64; key++) {
            for (int count = 1; count <= 4; count++) {
                rounding.add(new Row(count, key, count % 2 == 0 ? 0 : 1));
                leaning.add(new Row(count, key, key < 16 ? 1 : 0));
            }
        }
        assertThatThrownBy(() -> PerturbationTable.loaded(rounding, 2).noise())
                .hasMessageContaining("those of 3 and 4 differ");
        assertThatThrownBy(() -> PerturbationTable.loaded(leaning, 1).noise()).hasMessageContaining("mean 0.25");
    }
}
