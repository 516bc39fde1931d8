package org.concordat.pictures.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.concordat.pictures.Drawn;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.SampleReport;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Size;
import org.concordat.pictures.maps.KindMap;
import org.concordat.pictures.maps.PointMap;
import org.concordat.pictures.maps.Ring;
import org.concordat.pictures.maps.SurfaceMap;
import org.concordat.pictures.networks.NetworkDiagram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every picture, whatever it shows. */
class EveryChartTest {
    private static final String HOSTILE = "</text><script>alert(1)</script>";

    private static final List<Ring> TRIANGLE = List.of(Ring.of(-4, 50, -3, 50, -3, 51));

    static Stream<Pictured> pictures() {
        return Stream.of(
                SampleReport.weights(),
                SampleReport.waterfall(),
                SampleReport.precision(),
                SampleReport.calibration(),
                SampleReport.funnel(),
                SampleReport.steps(),
                SampleReport.wards(),
                SampleReport.clinics(),
                SampleReport.sharing(),
                BarChart.of(HOSTILE).series(HOSTILE, "b").group(HOSTILE, 1, 2),
                WaterfallChart.of(HOSTILE).amounts(HOSTILE, Numbers.SIGNED).step(HOSTILE, 1, HOSTILE),
                NetworkDiagram.of(HOSTILE).node("a", HOSTILE),
                IntervalChart.of(HOSTILE)
                        .rowsAre(HOSTILE)
                        .figures(HOSTILE, Numbers.SHORT)
                        .line(HOSTILE, 3)
                        .group(HOSTILE)
                        .group("b")
                        .row(HOSTILE, 2, 1, 4)
                        .without(HOSTILE, HOSTILE),
                GridChart.of(HOSTILE)
                        .rowsAre(HOSTILE)
                        .figures(HOSTILE)
                        .columns(HOSTILE, "b")
                        .level(HOSTILE, Fill.series(1))
                        .row(HOSTILE, List.of(GridChart.cell(HOSTILE, 0), GridChart.cell("", 0))),
                KindMap.of(HOSTILE)
                        .kindsAre(HOSTILE, HOSTILE)
                        .kind(HOSTILE, Fill.series(1))
                        .area(HOSTILE, HOSTILE, TRIANGLE, HOSTILE, HOSTILE),
                SurfaceMap.of(HOSTILE)
                        .levelsAre(HOSTILE)
                        .level(HOSTILE, TRIANGLE, 1)
                        .withheld(HOSTILE, TRIANGLE, 2)
                        .outline(TRIANGLE),
                PointMap.of(HOSTILE).kind(HOSTILE).place(HOSTILE, SampleReport.TOWN_HALL, 3));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void isAnImageWithANameADescriptionAndNoScript(Pictured pictured) {
        for (var size : Size.values()) {
            var svg = pictured.picture().svg("p", size);
            var drawn = Drawn.of(svg);
            var root = drawn.document().getDocumentElement();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getAttribute("aria-labelledby")).isEqualTo("p-title p-desc");
            assertThat(drawn.all("title").getFirst().getTextContent())
                    .isEqualTo(pictured.picture().title());
            assertThat(drawn.all("desc").getFirst().getTextContent()).hasSizeGreaterThan(20);
            assertThat(svg).doesNotContain("<script", "style=", "NaN", "Infinity");
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void isDrawnTheSameEveryTime(Pictured pictured) {
        for (var size : Size.values()) {
            assertThat(pictured.picture().svg("p", size))
                    .isEqualTo(pictured.picture().svg("p", size));
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void holdsThePatternsItPaintsWith(Pictured pictured) {
        var drawn = Drawn.wide(pictured);
        var patterns =
                drawn.all("pattern").stream().map(e -> e.getAttribute("id")).toList();
        drawn.all("*").stream()
                .map(e -> e.getAttribute("fill"))
                .filter(fill -> fill.startsWith("url("))
                .forEach(fill -> assertThat(patterns).contains(fill.substring(5, fill.length() - 1)));
        assertThat(pictured.picture().table().columns()).hasSizeGreaterThan(1);
    }
}
