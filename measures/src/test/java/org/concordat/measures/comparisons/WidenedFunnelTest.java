package org.concordat.measures.comparisons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.concordat.measures.Closeness.CLOSED_FORM;
import static org.concordat.measures.Closeness.assertClose;

import java.util.Arrays;
import java.util.Collections;
import org.concordat.measures.PublicTable;
import org.concordat.measures.comparisons.Funnel.Standing;
import org.concordat.measures.comparisons.WidenedFunnel.Kind;
import org.concordat.measures.comparisons.WidenedFunnel.Widening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Funnels of areas that scatter more than chance alone has it. */
class WidenedFunnelTest {
    private static final double[] COUNTS = {100, 150, 180, 80, 120, 225, 60, 300, 45, 210, 90, 130};
    private static final double[] EXPECTED = {108, 112, 165, 95, 100, 220, 80, 260, 50, 190, 120, 140};
    private static final double[] PEOPLE = {400, 500, 650, 380, 420, 900, 300, 1100, 260, 800, 500, 600};

    private static WidenedFunnel funnel(Kind kind, Widening widening) {
        double[] of = kind == Kind.PROPORTIONS ? PEOPLE : EXPECTED;
        double average = kind == Kind.PROPORTIONS
                ? Arrays.stream(COUNTS).sum() / Arrays.stream(of).sum()
                : 1;
        return WidenedFunnel.of(kind, COUNTS, of, average, widening);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "widened_funnels.csv", numLinesToSkip = 1)
    void limitsAreThoseOfTheFormulas(
            Kind kind,
            Widening widening,
            double factor,
            double between,
            double size,
            double lower,
            double upper,
            String source) {
        WidenedFunnel funnel = funnel(kind, widening);
        assertClose(source, funnel.excess().factor(), factor, CLOSED_FORM);
        assertClose(source, funnel.excess().between(), between, CLOSED_FORM);
        assertClose(source, funnel.limits(size, Funnel.INNER).lower(), lower, CLOSED_FORM);
        assertClose(source, funnel.limits(size, Funnel.INNER).upper(), upper, CLOSED_FORM);
    }

    /** What metafor prints for these trials by method "DL": Q 152.2330 and tau^2 0.3088. */
    @Test
    void unwinsorisedScatterAboutTheWeightedMeanIsThatOfDerSimonianAndLaird() {
        PublicTable trials = PublicTable.beside(WidenedFunnelTest.class, "bcg_trials.csv");
        double[] figures = new double[trials.size()];
        double[] errors = new double[trials.size()];
        double weighted = 0;
        double weights = 0;
        for (int i = 0; i < figures.length; i++) {
            double ill = trials.numbers("vaccinated_ill")[i];
            double all = ill + trials.numbers("vaccinated_well")[i];
            double controlIll = trials.numbers("control_ill")[i];
            double controls = controlIll + trials.numbers("control_well")[i];
            figures[i] = Math.log(ill / all / (controlIll / controls));
            errors[i] = Math.sqrt(1 / ill - 1 / all + 1 / controlIll - 1 / controls);
            weighted += figures[i] / errors[i] / errors[i];
            weights += 1 / errors[i] / errors[i];
        }
        Overdispersion scatter = Overdispersion.of(figures, errors, weighted / weights, 0);
        assertThat(scatter.factor() * scatter.areas()).isCloseTo(152.2330, within(.00005));
        assertThat(scatter.between()).isCloseTo(.3088, within(.00005));
    }

    @Test
    void areasThatScatterAsChanceHasItAreGivenNoNarrowerLimits() {
        double[] alike = new double[12];
        Arrays.fill(alike, 50);
        double[] expected = alike.clone();
        WidenedFunnel additive = WidenedFunnel.of(Kind.RATES_OR_RATIOS, alike, expected, 1, Widening.ADDITIVE);
        WidenedFunnel multiplicative =
                WidenedFunnel.of(Kind.RATES_OR_RATIOS, alike, expected, 1, Widening.MULTIPLICATIVE);
        assertThat(additive.excess()).isEqualTo(new Overdispersion(1, 0, 12));
        assertThat(additive.limits(50, .95)).isEqualTo(multiplicative.limits(50, .95));
        // About 1 on the scale of square roots, whose standard error is 1 / (2 √50).
        assertThat(additive.limits(50, .95).upper())
                .isCloseTo(Math.pow(1 + 1.959963984540054 / 2 / Math.sqrt(50), 2), within(1e-12));
    }

    @Test
    void anAreaStandsOutsideExactlyWhereItCrossesALimit() {
        for (Kind kind : Kind.values()) {
            for (Widening widening : Widening.values()) {
                WidenedFunnel funnel = funnel(kind, widening);
                double far = funnel.limits(200, Funnel.OUTER).upper() * 200;
                double near = funnel.limits(200, Funnel.INNER).lower() * 200;
                assertThat(funnel.standing(far + .01, 200)).isEqualTo(Standing.FAR_ABOVE);
                assertThat(funnel.standing(far - .01, 200)).isEqualTo(Standing.ABOVE);
                assertThat(funnel.standing(near + .01, 200)).isEqualTo(Standing.WITHIN);
                assertThat(funnel.standing(near - .01, 200)).isEqualTo(Standing.BELOW);
                assertThat(funnel.standing(0, 200)).isEqualTo(Standing.FAR_BELOW);
            }
        }
    }

    @Test
    void oneWildAreaHardlyWidensTheFunnelThatIsToFindThem() {
        double[] wild = COUNTS.clone();
        wild[0] *= 30;
        assertThat(WidenedFunnel.of(Kind.RATES_OR_RATIOS, wild, EXPECTED, 1, Widening.ADDITIVE)
                        .standing(wild[0], EXPECTED[0]))
                .isEqualTo(Standing.FAR_ABOVE);
    }

    @Test
    void refusesTooFewAreasAndWhatIsNoProportion() {
        double[] nine = Collections.nCopies(9, 5.0).stream().mapToDouble(d -> d).toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WidenedFunnel.of(Kind.PROPORTIONS, nine, nine, 1, Widening.ADDITIVE))
                .withMessageContaining("10 areas or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WidenedFunnel.of(Kind.PROPORTIONS, PEOPLE, COUNTS, .5, Widening.ADDITIVE))
                .withMessageContaining("part of its denominator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overdispersion.of(COUNTS, EXPECTED, 1, .5))
                .withMessageContaining("winsorised");
    }
}
