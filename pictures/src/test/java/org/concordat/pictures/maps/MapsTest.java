package org.concordat.pictures.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.concordat.pictures.Drawn;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.SampleReport;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;
import org.junit.jupiter.api.Test;

class MapsTest {
    private static List<Ring> square(double longitude, double latitude) {
        return List.of(Ring.of(
                longitude, latitude, longitude + 1, latitude, longitude + 1, latitude + 1, longitude, latitude + 1));
    }

    @Test
    void cutsValuesIntoQuantiles() {
        assertThat(Classes.quantiles(4, DoubleStream.of(1, 2, 3, 4, 5)).limits())
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
        assertThat(Classes.equal(2, DoubleStream.of(0, 1, 10)).limits()).containsExactly(0.0, 5.0, 10.0);
    }

    @Test
    void makesFewerClassesWhereValuesAreEqual() {
        assertThat(Classes.quantiles(5, DoubleStream.of(0, 0, 0, 0, 7)).count()).isLessThan(5);
        assertThat(Classes.quantiles(5, DoubleStream.of(3)).of(3)).isZero();
    }

    @Test
    void putsALimitIntoTheClassAbove() {
        var classes = Classes.at(0, 10, 20);
        assertThat(classes.of(9.99)).isZero();
        assertThat(classes.of(10)).isEqualTo(1);
        assertThat(classes.of(20)).isEqualTo(1);
        assertThat(classes.of(-5)).isZero();
    }

    @Test
    void shadesWithheldAndMissingAreasUnlikeAnyFigure() {
        var drawn = Drawn.wide(AreaMap.of("Rates")
                .classes(Classes.at(0, 10, 20))
                .area("1", "Low", square(0, 50), 5)
                .area("2", "High", square(1, 50), 15)
                .withheld("3", "Held", square(2, 50))
                .missing("4", "Gone", square(3, 50)));
        assertThat(drawn.marks("area").stream().map(e -> e.getAttribute("fill")))
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(drawn.marks("area").stream().map(e -> e.getTextContent().strip()))
                .containsExactly("Low: 5", "High: 15", "Held: withheld", "Gone: no figure");
        assertThat(drawn.words()).contains("withheld to protect people (1)", "no figure (1)");
    }

    @Test
    void coloursAreasByTheirKindAndCountsEach() {
        var map = KindMap.of("Clusters")
                .kindsAre("cluster", "z-score")
                .kind("hot", Fill.solid(Palette.VERMILLION))
                .kind("cold", new Fill(Palette.BLUE, Fill.Pattern.STRIPES))
                .area("1", "Quay", square(0, 50), "hot", "3.1")
                .area("2", "Moor", square(1, 50), "cold", "−2.9")
                .area("3", "Mill", square(2, 50), "hot", "2.8");
        var drawn = Drawn.wide(map);
        assertThat(drawn.marks("area").stream().map(e -> e.getTextContent().strip()))
                .containsExactly("Quay: hot, 3.1", "Moor: cold, −2.9", "Mill: hot, 2.8");
        assertThat(drawn.words()).contains("Cluster (areas)", "hot (2)", "cold (1)");
        assertThat(map.picture().description()).isEqualTo("Map of 3 areas by cluster: hot 2, cold 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map.area("4", "Hill", square(3, 50), "warm", ""))
                .withMessage("Area 4: a kind of [hot, cold], given warm.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map.kind("hot", Fill.solid(Palette.BLUE)))
                .withMessage("Kinds: each once, given hot again.");
    }

    @Test
    void givesCountsClassesOfWholeNumbers() {
        assertThat(Classes.quantiles(3, DoubleStream.of(0, 1, 2, 6, 9, 11))
                        .whole()
                        .limits())
                .containsExactly(0.0, 2.0, 7.0, 11.0);
        assertThat(Classes.quantiles(4, DoubleStream.of(0, 0.2, 0.3, 0.4, 0.9))
                        .whole()
                        .limits())
                .containsExactly(0.0, 1.0);
    }

    @Test
    void showsASurfaceInBandsUnderOutlines() {
        var map = SurfaceMap.of("Visits")
                .levelsAre("visits in a square km")
                .level("0 to under 5", square(0, 50), 70)
                .level("5 and more", List.of(), 0)
                .withheld("few near", square(1, 50), 71.25)
                .outline(square(0, 50));
        var drawn = Drawn.wide(map);
        assertThat(drawn.marks("area").stream().map(e -> e.getTextContent().strip()))
                .containsExactly("0 to under 5", "few near");
        assertThat(drawn.marks("area").stream().map(e -> e.getAttribute("fill")))
                .doesNotHaveDuplicates();
        assertThat(drawn.marks("outline")).hasSize(1);
        assertThat(drawn.marks("key")).hasSize(3);
        assertThat(map.picture().table().rows())
                .containsExactly(
                        List.of("0 to under 5", "70.00"), List.of("5 and more", "0.00"), List.of("few near", "71.25"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurfaceMap.of("Nothing").picture())
                .withMessage("Map: at least one area, given none.");
    }

    @Test
    void neverShowsAWithheldFigure() {
        var map = AreaMap.of("Rates").figures("rate", Numbers.SHORT).withheld("3", "Held", square(2, 50));
        assertThat(map.picture().table().rows()).containsExactly(List.of("Held", "3", "withheld"));
    }

    @Test
    void shrinksDegreesOfLongitudeAsTheEarthDoes() {
        var sheet = new Sheet(() -> Stream.of(new Place(-1, 59.5), new Place(1, 60.5)), 0, 1000, 1000);
        double across = sheet.x(new Place(1, 60)) - sheet.x(new Place(0, 60));
        double up = sheet.y(new Place(0, 59.5)) - sheet.y(new Place(0, 60.5));
        assertThat(across / up).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void refusesMetresOfAGrid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ring.of(385_000, 398_000, 385_100, 398_000, 385_100, 398_100))
                .withMessageContaining("metres");
    }

    @Test
    void marksPlacesWithSurfacesInProportion() {
        var map = PointMap.of("Visits")
                .amounts("visits", Numbers.COUNT)
                .place("A", new Place(0, 50), 400)
                .place("B", new Place(1, 50), 100);
        var radii = Drawn.wide(map).numbers("place", "r");
        assertThat(Math.pow(radii.get(1) / radii.get(0), 2)).isCloseTo(0.25, within(0.001));
        assertThat(Drawn.wide(SampleReport.clinics()).words()).contains("A", "B");
    }
}
