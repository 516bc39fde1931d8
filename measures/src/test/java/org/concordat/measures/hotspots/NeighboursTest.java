package org.concordat.measures.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.measures.PublicTable;
import org.concordat.measures.areas.Area;
import org.concordat.measures.areas.AreaSet;
import org.concordat.measures.areas.Boundaries;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

final class NeighboursTest {
    private static List<Geometry> shapes(AreaSet areas) {
        return areas.areas().stream().map(Area::shape).toList();
    }

    private static Set<String> named(Neighbours neighbours, List<String> codes, int area) {
        return Arrays.stream(neighbours.of(area)).mapToObj(codes::get).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void findsTheNeighboursThatSpdepFindsInTrafford() {
        PublicTable expected = PublicTable.real("hotspots/trafford_lsoa11_burglary2018_gistar_spdep.csv");
        AreaSet areas = Boundaries.trafford("lsoa2011_trafford_bgc");
        Neighbours neighbours = Contiguity.of(shapes(areas), Contiguity.Kind.QUEEN, .01);
        assertThat(neighbours.links()).isEqualTo(748);
        assertThat(neighbours.isSymmetric()).isTrue();
        for (int row = 0; row < expected.size(); row++) {
            String code = expected.texts("lsoa11cd").get(row);
            assertThat(named(neighbours, areas.codes(), areas.indexOf(code)))
                    .as(code)
                    .containsExactlyElementsOf(
                            List.of(expected.texts("neighbour_list").get(row).split(" ")));
        }
        // poly2nb(queen = FALSE, snap = .01) of spdep finds 728.
        assertThat(Contiguity.of(shapes(areas), Contiguity.Kind.ROOK, .01).links())
                .isEqualTo(728);
    }

    @Test
    void tellsACommonCornerFromACommonBorder() {
        List<Geometry> chequers = List.of(
                Boundaries.square(0, 0, 10),
                Boundaries.square(10, 0, 10),
                Boundaries.square(0, 10, 10),
                Boundaries.square(10, 10, 10));
        assertThat(Contiguity.of(chequers, Contiguity.Kind.QUEEN, 0).of(0)).containsExactly(1, 2, 3);
        assertThat(Contiguity.of(chequers, Contiguity.Kind.ROOK, 0).of(0)).containsExactly(1, 2);
    }

    @Test
    void seesBordersWhoseCornersDoNotMatch() {
        // The second is shifted along the common border, so that neither has a corner where the other has one.
        List<Geometry> shifted = List.of(Boundaries.square(0, 0, 10), Boundaries.square(10, 4, 10));
        assertThat(Contiguity.of(shifted, Contiguity.Kind.ROOK, 0).of(0)).containsExactly(1);
        List<Geometry> wide = List.of(Boundaries.square(0, 0, 30), Boundaries.square(30, 10, 10));
        assertThat(Contiguity.of(wide, Contiguity.Kind.ROOK, 0).of(1)).containsExactly(0);
    }

    @Test
    void bridgesGapsUpToTheToleranceAndNoFurther() {
        List<Geometry> apart = List.of(Boundaries.square(0, 0, 10), Boundaries.square(10.5, 0, 10));
        assertThat(Contiguity.of(apart, Contiguity.Kind.QUEEN, .4).links()).isZero();
        assertThat(Contiguity.of(apart, Contiguity.Kind.QUEEN, .6).links()).isEqualTo(2);
        assertThat(Contiguity.of(apart, Contiguity.Kind.ROOK, .6).links()).isEqualTo(2);
    }

    @Test
    void findsTheAreaAroundAHole() {
        List<Geometry> ring = List.of(
                Boundaries.shape("POLYGON((0 0,30 0,30 30,0 30,0 0),(10 10,20 10,20 20,10 20,10 10))"),
                Boundaries.square(10, 10, 10));
        assertThat(Contiguity.of(ring, Contiguity.Kind.ROOK, 0).of(1)).containsExactly(0);
    }

    @Test
    void refusesWhatHasNoBorder() {
        assertThatThrownBy(() -> Contiguity.of(List.of(Boundaries.shape("POINT(0 0)")), Contiguity.Kind.QUEEN, 0))
                .hasMessageContaining("given a Point at place 0");
        assertThatThrownBy(() -> Contiguity.of(List.of(), Contiguity.Kind.QUEEN, -1))
                .hasMessageContaining("0 metres or more, given -1.0");
    }

    @Test
    void findsPointsWithinADistanceWithItsEnd() {
        double[] xs = {0, 3, 3, 10};
        double[] ys = {0, 4, 4, 0};
        Neighbours within = Nearness.within(xs, ys, 5);
        assertThat(within.of(0)).containsExactly(1, 2);
        assertThat(within.of(1)).containsExactly(0, 2);
        assertThat(within.alone()).containsExactly(3);
    }

    @Test
    void takesTheEarliestOfPointsEquallyNear() {
        double[] xs = {0, 1, -1, 0, 5};
        double[] ys = {0, 0, 0, 1, 5};
        assertThat(Nearness.nearest(xs, ys, 2).of(0)).containsExactly(1, 2);
        assertThat(Nearness.nearest(xs, ys, 3).of(0)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> Nearness.nearest(xs, ys, 5)).hasMessageContaining("1 to 4, given 5");
    }
}
