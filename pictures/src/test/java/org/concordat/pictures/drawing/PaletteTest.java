package org.concordat.pictures.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void measuresContrastAsTheGuidelinesDo() {
        assertThat(Colour.WHITE.contrastWith(Colour.of("#000000"))).isCloseTo(21, within(1e-9));
        // WCAG's best known borderline grey: 4.54 to 1 on white.
        assertThat(Colour.WHITE.contrastWith(Colour.of("#767676"))).isCloseTo(4.54, within(0.005));
    }

    @Test
    void keepsTextReadable() {
        assertThat(Palette.INK.contrastWith(Colour.WHITE)).isGreaterThanOrEqualTo(4.5);
        assertThat(Palette.SOFT_INK.contrastWith(Colour.WHITE)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void keepsEverySeriesApartFromThePaper() {
        for (int i = 0; i < Palette.seriesCount(); i++) {
            assertThat(Palette.series(i).contrastWith(Colour.WHITE))
                    .as("series %d", i)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void givesEverySeriesAPatternOfItsOwn() {
        assertThat(java.util.stream.IntStream.range(0, Palette.seriesCount())
                        .mapToObj(i -> Fill.series(i).pattern()))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesMoreSeriesThanCanBeToldApart() {
        assertThatIllegalArgumentException().isThrownBy(() -> Palette.series(5)).withMessageContaining("at most 5");
    }

    @Test
    void darkensAMapClassByClass() {
        for (int classes = 2; classes <= 7; classes++) {
            var ramp = Palette.ramp(classes);
            for (int i = 1; i < classes; i++) {
                assertThat(ramp.get(i - 1).luminance())
                        .isGreaterThan(ramp.get(i).luminance());
                assertThat(ramp.get(i).contrastWith(ramp.get(i - 1))).isGreaterThan(1.35);
            }
        }
    }
}
