package org.concordat.measures.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.concordat.measures.PublicTable;
import org.concordat.measures.hotspots.KernelDensity.Grid;
import org.concordat.measures.hotspots.KernelDensity.Kernel;
import org.concordat.measures.hotspots.KernelDensity.Surface;
import org.junit.jupiter.api.Test;

/** What is made of single events: density, repeats, near repeats. */
final class EventsTest {
    @Test
    void spreadsEachEventOverAHillThatAddsUpToOne() {
        double[] xs = {500, 620};
        double[] ys = {500, 480};
        var grid = new Grid(-500, -500, 10, 200, 200);
        for (Kernel kernel : Kernel.values()) {
            Surface surface = KernelDensity.of(xs, ys, grid, kernel, 100);
            double events = Arrays.stream(surface.perSquareKilometre()).sum() * 10 * 10 / 1e6;
            assertThat(events).as(kernel.name()).isCloseTo(2, within(1e-4));
        }
    }

    @Test
    void isAsHighOverAnEventAsItsFormulaSays() {
        var grid = new Grid(-.5, -.5, 1, 1, 1);
        double[] here = {0};
        assertThat(KernelDensity.of(here, here, grid, Kernel.QUARTIC, 1_000).at(0, 0))
                .isCloseTo(3 / Math.PI, within(1e-12));
        assertThat(KernelDensity.of(here, here, grid, Kernel.GAUSSIAN, 1_000).at(0, 0))
                .isCloseTo(1 / (2 * Math.PI), within(1e-12));
        assertThat(KernelDensity.of(new double[] {500}, here, grid, Kernel.QUARTIC, 1_000)
                        .at(0, 0))
                .isCloseTo(3 / Math.PI * .75 * .75, within(1e-12));
        assertThat(KernelDensity.of(new double[] {1_000}, here, grid, Kernel.QUARTIC, 1_000)
                        .at(0, 0))
                .isZero();
    }

    @Test
    void choosesTheBandwidthsOfTheTextbooks() {
        var random = new SplittableRandom(7);
        double[] xs = random.doubles(64, 0, 100).toArray();
        double[] ys = random.doubles(64, 0, 100).toArray();
        double gaussian = KernelDensity.silverman(xs, ys, Kernel.GAUSSIAN);
        // 64 to the power of one sixth is 2; points spread evenly over 100 metres deviate by about 29.
        assertThat(gaussian).isBetween(12.0, 17.0);
        // Silverman's table 4.1 has 2.78 for this kernel in the plane.
        assertThat(KernelDensity.silverman(xs, ys, Kernel.QUARTIC) / gaussian).isCloseTo(2.78, within(.005));
        assertThat(KernelDensity.baileyGatrell(32, 1e6)).isCloseTo(340, within(1e-9));
        assertThatThrownBy(() -> KernelDensity.silverman(new double[] {1, 1}, new double[] {2, 2}, Kernel.GAUSSIAN))
                .hasMessageContaining("all events lie at one place");
    }

    @Test
    void refusesGridsBeyondMeasure() {
        assertThatThrownBy(() -> new Grid(0, 0, 1, 100_000, 100_000)).hasMessageContaining("at most 25000000");
        assertThatThrownBy(() -> new Grid(0, 0, 0, 1, 1)).hasMessageContaining("cells above 0 metres");
    }

    @Test
    void countsRepeatVictims() {
        RepeatVictims victims = RepeatVictims.of(List.of("a", "b", "a", "c", "a", "c"));
        assertThat(victims.places()).containsEntry(1, 1).containsEntry(2, 1).containsEntry(3, 1);
        assertThat(victims.repeats()).isEqualTo(3);
        assertThat(victims.eventsAtRepeatedPlaces()).isEqualTo(5);
        assertThat(victims.shareOfRepeats()).isEqualTo(.5);
    }

    @Test
    void countsEachPairOfEventsInItsBands() {
        double[] xs = {0, 0, 50, 300};
        double[] ys = new double[4];
        int[] days = {0, 3, 10, 4};
        List<NearRepeats.Cell> cells =
                NearRepeats.of(xs, ys, days, new double[] {0, 100, 300}, new int[] {7, 14}, 99, 1);
        assertThat(cells.stream().map(NearRepeats.Cell::observed)).containsExactly(1L, 0L, 1L, 1L, 3L, 0L);
        assertThat(cells.get(1)).extracting("fromDays", "toDays").containsExactly(8, 14);
    }

    @Test
    void findsNearRepeatsWhereTheyWereMadeAndNoneWhereTheyWereNot() {
        var random = new SplittableRandom(11);
        int n = 600;
        double[] xs = random.doubles(n, 0, 10_000).toArray();
        double[] ys = random.doubles(n, 0, 10_000).toArray();
        int[] days = random.ints(n, 0, 365).toArray();
        double[] metres = {200, 400};
        int[] bands = {14, 28};
        NearRepeats.Cell none =
                NearRepeats.of(xs, ys, days, metres, bands, 199, 5).getFirst();
        assertThat(none.p()).isGreaterThan(.05);
        for (int i = 0; i < 60; i++) {
            xs[300 + i] = xs[i] + 50;
            ys[300 + i] = ys[i] + 50;
            days[300 + i] = days[i] + 5;
        }
        List<NearRepeats.Cell> made = NearRepeats.of(xs, ys, days, metres, bands, 199, 5);
        assertThat(made.getFirst().p()).isEqualTo(1.0 / 200);
        assertThat(made.getFirst().ratio()).isGreaterThan(3);
        assertThat(NearRepeats.of(xs, ys, days, metres, bands, 199, 5)).isEqualTo(made);
    }

    @Test
    void refusesBandsThatDoNotRise() {
        double[] at = {1, 2};
        int[] day = {1, 2};
        assertThatThrownBy(() -> NearRepeats.of(at, at, day, new double[] {5, 5}, new int[] {7}, 99, 1))
                .hasMessageContaining("ends of bands rise");
        assertThatThrownBy(() -> NearRepeats.of(at, at, new int[] {1}, new double[] {5}, new int[] {7}, 99, 1))
                .hasMessageContaining("one day for each of 2 events, given 1");
        assertThatThrownBy(() -> NearRepeats.of(at, at, day, new double[] {5}, new int[] {7}, 9, 1))
                .hasMessageContaining("at least 99, given 9");
    }

    @Test
    void findsTraffordsBurglariesNearOneAnotherInTheSameMonth() {
        PublicTable points = PublicTable.real("crime/trafford_burglary_2016-02_2019-01.csv");
        double[] xs = points.numbers("easting");
        double[] ys = points.numbers("northing");
        int[] months = points.texts("Month").stream()
                .mapToInt(month -> Integer.parseInt(month.substring(0, 4)) * 12 + Integer.parseInt(month.substring(5)))
                .toArray();
        List<NearRepeats.Cell> cells =
                NearRepeats.of(xs, ys, months, new double[] {0, 200, 400}, new int[] {0, 1, 2}, 99, 3);
        assertThat(cells).hasSize(9);
        assertThat(cells.get(3).p()).isLessThanOrEqualTo(.05);
        assertThat(cells.get(3).ratio()).isBetween(1.0, 2.0);
    }

    @Test
    void givesTheDensitiesThatMassGivesAndTheFormula() {
        PublicTable expected = PublicTable.beside(EventsTest.class, "kernel_density.csv");
        double[] xs = {120, 180, 200, 260, 310, 330, 420, 480, 505, 560};
        double[] ys = {80, 210, 190, 400, 310, 330, 120, 450, 470, 90};
        assertThat(expected.size()).isEqualTo(50);
        for (int row = 0; row < expected.size(); row++) {
            var kernel = Kernel.valueOf(expected.texts("kernel").get(row));
            double east = expected.numbers("easting")[row];
            double north = expected.numbers("northing")[row];
            Surface surface = KernelDensity.of(
                    xs, ys, new Grid(east - .5, north - .5, 1, 1, 1), kernel, expected.numbers("bandwidth")[row]);
            double density = expected.numbers("density")[row];
            assertThat(surface.at(0, 0)).isCloseTo(density, within(density * 1e-9));
        }
    }

    @Test
    void countsTheEventsNearEachCell() {
        var grid = new Grid(0, 0, 10, 3, 2);
        double[] xs = {5, 5, 25};
        double[] ys = {5, 15, 5};
        assertThat(KernelDensity.near(xs, ys, grid, 10)).containsExactly(2, 2, 1, 2, 1, 1);
        assertThat(KernelDensity.near(xs, ys, grid, 9.99)).containsExactly(1, 0, 1, 1, 0, 0);
    }

    @Test
    void countsThePairsThatSurveillanceCountsAndExpectsWhatItExpects() {
        PublicTable points = PublicTable.real("crime/trafford_burglary_2016-02_2019-01.csv");
        List<String> all = points.texts("Month");
        double[] eastings = points.numbers("easting");
        double[] northings = points.numbers("northing");
        int[] of2018 = IntStream.range(0, points.size())
                .filter(row -> all.get(row).startsWith("2018"))
                .toArray();
        double[] xs = Arrays.stream(of2018).mapToDouble(row -> eastings[row]).toArray();
        double[] ys = Arrays.stream(of2018).mapToDouble(row -> northings[row]).toArray();
        int[] months = Arrays.stream(of2018)
                .map(row -> Integer.parseInt(all.get(row).substring(5)))
                .toArray();
        PublicTable expected = PublicTable.beside(EventsTest.class, "knox.csv");
        assertThat(expected.size()).isEqualTo(6);
        for (int row = 0; row < expected.size(); row++) {
            double[] metres = {expected.numbers("metres")[row]};
            int[] last = {(int) expected.numbers("months")[row]};
            NearRepeats.Cell cell = NearRepeats.of(xs, ys, months, metres, last, 499, 20_261_130)
                    .getFirst();
            assertThat((double) cell.observed()).isEqualTo(expected.numbers("observed")[row]);
            // Shuffles scatter about the expectation, which R has in closed form: by far less than a fiftieth in the
            // mean of 499.
            assertThat(cell.expected())
                    .isCloseTo(expected.numbers("expected")[row], within(expected.numbers("expected")[row] / 50));
            assertThat(cell.p()).isEqualTo(1.0 / 500);
        }
    }
}
