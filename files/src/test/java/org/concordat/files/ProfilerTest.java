package org.concordat.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.concordat.files.QualityProfile.ColumnQuality;
import org.concordat.files.QualityProfile.Shape;
import org.concordat.files.columns.Meaning;
import org.junit.jupiter.api.Test;

final class ProfilerTest {

    private static QualityProfile profile(TableOfRows table) {
        Profiler profiler = Profiler.of(table.recognised(), StandardiserOptions.USUAL);
        table.rewind();
        while (table.next()) {
            profiler.add(table);
        }
        return profiler.profile();
    }

    @Test
    void saysHowMuchIsFilledValidAndDifferent() {
        QualityProfile profile =
                profile(TableOfRows.of("nhs number|note", "943 476 5919|a", "9434765918|a", "|b", "9434765919|"));
        assertThat(profile.rows()).isEqualTo(4);
        ColumnQuality nhs = profile.columns().getFirst();
        assertThat(nhs.column().meaning()).isEqualTo(Meaning.NHS_NUMBER);
        assertThat(nhs.filled()).isEqualTo(0.75);
        assertThat(nhs.valid()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(nhs.distinct()).isEqualTo(3);
        assertThat(nhs.isDistinctEstimated()).isFalse();
        assertThat(nhs.shapes().getFirst()).isEqualTo(new Shape("9999999999", 2 / 3.0));
        assertThat(profile.columns().get(1).valid()).isEqualTo(1);
    }

    @Test
    void showsShapesInsteadOfValues() {
        assertThat(Profiler.shape("Smith")).isEqualTo("Aa+");
        assertThat(Profiler.shape("SW1A 1AA")).isEqualTo("AA9A 9AA");
        assertThat(Profiler.shape("O'Brien-Jones")).isEqualTo("A'Aa+-Aa+");
        assertThat(Profiler.shape("1980-04-03")).isEqualTo("9999-99-99");
        assertThat(Profiler.shape("é\uD83D\uDE00")).isEqualTo("a??");
    }

    @Test
    void estimatesManyDifferentValuesWithinATwentieth() {
        DistinctCounter counter = new DistinctCounter();
        for (int i = 0; i < 100_000; i++) {
            counter.add("value " + i % 50_000);
        }
        assertThat((double) counter.count()).isCloseTo(50_000, within(2_500.0));
    }

    @Test
    void aFileWithoutRowsHasAProfileToo() {
        QualityProfile profile = profile(TableOfRows.of("surname"));
        assertThat(profile.rows()).isZero();
        assertThat(profile.columns().getFirst().filled()).isZero();
    }
}
