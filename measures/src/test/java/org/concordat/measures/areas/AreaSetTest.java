package org.concordat.measures.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.measures.PublicTable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

final class AreaSetTest {
    private static final Area BOW_TIE =
            new Area("A", "Bow tie", Boundaries.shape("POLYGON((0 0,10 10,10 0,0 10,0 0))"));

    @Test
    void findsTheAreasOfTraffordsBurglaries() {
        PublicTable points = PublicTable.real("crime/trafford_burglary_2016-02_2019-01.csv");
        AreaSet areas = Boundaries.traffordInDegrees("lsoa2011_trafford_bgc");
        List<String> expected = points.texts("lsoa11cd_pip");
        double[] longitudes = points.numbers("Longitude");
        double[] latitudes = points.numbers("Latitude");
        assertThat(expected).hasSize(5_113);
        assertThat(IntStream.range(0, expected.size())
                        .filter(i -> {
                            int at = areas.locate(longitudes[i], latitudes[i]);
                            // Eleven points of the file lie just outside all of these generalised boundaries.
                            return !expected.get(i)
                                    .equals(
                                            at == AreaSet.NONE
                                                    ? "NA"
                                                    : areas.codes().get(at));
                        })
                        .count())
                .isZero();
    }

    @Test
    void givesAPointOnABorderToTheLowestCodeWhateverTheOrderOfTheAreas() {
        List<Area> areas = new ArrayList<>(Boundaries.row(3));
        for (int turn = 0; turn < 3; turn++) {
            AreaSet set = AreaSet.of("row", areas);
            assertThat(set.areas().get(set.locate(20, 5)).code()).isEqualTo("B");
            assertThat(set.locateAll(20, 5)).containsExactly(1, 2);
            assertThat(set.locate(31, 5)).isEqualTo(AreaSet.NONE);
            Collections.rotate(areas, 1);
        }
    }

    @Test
    void countsPointsAndSaysHowManyLieOutsideOrOnBorders() {
        AreaSet set = AreaSet.of("row", Boundaries.row(2));
        AreaSet.Counted counted = set.count(new double[] {1, 10, 15, 99}, new double[] {1, 5, 5, 5});
        assertThat(counted.counts()).containsExactly(2, 1);
        assertThat(counted.outside()).isEqualTo(1);
        assertThat(counted.shared()).isEqualTo(1);
    }

    @Test
    void refusesAnInvalidShapeAndSaysWhereItsFaultIs() {
        assertThatThrownBy(() -> AreaSet.of("bad", List.of(BOW_TIE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the shape of area A is invalid: Self-intersection at 5.000, 5.000");
        Area line = new Area("L", "Line", Boundaries.shape("LINESTRING(0 0,1 1)"));
        Area empty = new Area("E", "Empty", Boundaries.shape("POLYGON EMPTY"));
        assertThat(AreaSet.faults(List.of(BOW_TIE, line, empty)).stream().map(ShapeFault::message))
                .containsExactly(
                        "the shape of area A is invalid: Self-intersection at 5.000, 5.000",
                        "the shape of area L is invalid: is a LineString, not a polygon",
                        "the shape of area E is invalid: is empty");
    }

    @Test
    void repairsAShapeOnlyWhenAskedAndSaysWhatThatDidToItsSurface() {
        ShapeFault.Repair repair = ShapeFault.repair(BOW_TIE);
        assertThat(ShapeFault.of(repair.repaired())).isEmpty();
        assertThat(repair.before()).isZero();
        assertThat(repair.after()).isCloseTo(50, within(1e-9));
    }

    @Test
    void refusesACodeThatIsThereTwice() {
        Area area = Boundaries.row(1).getFirst();
        assertThatThrownBy(() -> AreaSet.of("row", List.of(area, area))).hasMessageContaining("given A more than once");
    }

    @Test
    void putsDegreesWithinFiveMetresOfTheOfficialGrid() {
        PublicTable points = PublicTable.real("crime/trafford_burglary_2016-02_2019-01.csv");
        double[] eastings = points.numbers("easting");
        double[] northings = points.numbers("northing");
        double[] longitudes = points.numbers("Longitude");
        double[] latitudes = points.numbers("Latitude");
        Projection grid = Projection.britishNationalGrid();
        double worst = 0;
        for (int i = 0; i < eastings.length; i++) {
            Coordinate metres = grid.toMetres(longitudes[i], latitudes[i]);
            worst = Math.max(worst, Math.hypot(metres.getX() - eastings[i], metres.getY() - northings[i]));
            Coordinate back = grid.toDegrees(metres.getX(), metres.getY());
            assertThat(back.getX()).isCloseTo(longitudes[i], within(1e-7));
            assertThat(back.getY()).isCloseTo(latitudes[i], within(1e-7));
        }
        assertThat(worst).isLessThan(5);
    }

    @Test
    void refusesDegreesInTheWrongOrderAndMetresGivenAsDegrees() {
        Projection grid = Projection.britishNationalGrid();
        assertThatThrownBy(() -> grid.toMetres(53.4, -2.3)).hasMessageContaining("longitude comes first");
        assertThatThrownBy(() -> grid.toMetres(383_036, 396_151)).hasMessageContaining("that these are degrees");
        assertThatThrownBy(() -> grid.toDegrees(-2.3, 53.4)).hasMessageContaining("that these are metres");
        assertThat(Projection.isGrid(383_036, 396_151)).isTrue();
        assertThat(Projection.isGrid(-2.3, 53.4)).isFalse();
    }
}
