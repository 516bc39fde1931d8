package org.concordat.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.comparisons.Funnel;
import org.concordat.measures.comparisons.Polarity;
import org.concordat.measures.rates.CountInterval;
import org.concordat.measures.rates.ProportionInterval;
import org.concordat.measures.standardised.AgeBand;
import org.concordat.measures.standardised.StandardPopulation;
import org.junit.jupiter.api.Test;

/** What goes out, and what must not be made with what is hidden. */
final class AreaFiguresTest {
    private static final AreaFigure.Series CALLS = new AreaFigure.Series("Calls", "");

    @Test
    void theMiddleOfTheFunnelIsMadeWithoutTheHiddenAndTheBenchmark() {
        List<AreaFigure> figures = AreaFigures.of(
                List.of(
                        area("A", 10, 100),
                        area("B", 20, 100),
                        area("C", 30, 100),
                        area("D", 5, 100),
                        area("T", 65, 400)),
                request());
        assertThat(figures.get(3).isHidden()).isTrue();
        assertThat(figures.get(3).estimate().numerator()).isEmpty();
        List<AreaFigure> shown =
                figures.stream().filter(figure -> !figure.isHidden()).toList();
        // 60 of 300; with the hidden one 65 of 400, from which it would follow.
        assertThat(AreaFunnel.of(shown, request()).map(Funnel::average)).contains(.2);
        assertThat(figures).extracting(AreaFigure::standing).containsExactly("below", "within", "above", "", "");
    }

    @Test
    void groupsAreMadeOfWhatIsShownAndTheBenchmarkIsInNone() {
        List<AreaFigure> figures = AreaFigures.of(
                List.of(area("A", 10, 100), area("B", 20, 100), area("C", 5, 100), area("T", 35, 300)), request());
        assertThat(figures).extracting(AreaFigure::group).containsExactly("2", "1", "c", "");
    }

    @Test
    void aComparisonWithAHiddenBenchmarkIsNotShown() {
        List<AreaFigure> figures = AreaFigures.of(List.of(area("A", 10, 100), area("T", 3, 100)), request());
        assertThat(figures.getFirst().comparison()).isEqualTo(AreaFigure.NOT_SHOWN);
    }

    @Test
    void aCountHiddenInTheTableStaysHidden() {
        CountedArea before = new CountedArea(CALLS, "A", "A", "2025", List.of(), true);
        assertThat(AreaFigures.of(List.of(before, area("T", 50, 100)), request())
                        .getFirst()
                        .isHidden())
                .isTrue();
    }

    private static CountedArea area(String code, double numerator, double denominator) {
        return new CountedArea(
                CALLS,
                code,
                code,
                "2025",
                List.of(new CountedArea.Count(
                        AgeBand.andOver(0), OptionalDouble.of(numerator), OptionalDouble.of(denominator))),
                false);
    }

    private static RatesRequest request() {
        return new RatesRequest(
                new RatesRequest.Columns("a", "b", "c", "d", "e", "f", "g", "h"),
                "Calls",
                "",
                RateMethod.PROPORTION,
                100,
                ProportionInterval.WILSON,
                CountInterval.EXACT_BELOW_TEN,
                StandardPopulation.europe2013(),
                Optional.empty(),
                Optional.of("T"),
                Polarity.NEITHER,
                .95,
                new SmallCounts(6, ""),
                2,
                Optional.empty());
    }
}
