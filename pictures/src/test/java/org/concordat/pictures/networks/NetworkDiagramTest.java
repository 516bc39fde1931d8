package org.concordat.pictures.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.concordat.pictures.Drawn;
import org.concordat.pictures.SampleReport;
import org.junit.jupiter.api.Test;

class NetworkDiagramTest {
    private static NetworkDiagram two() {
        return NetworkDiagram.of("Sharing")
                .node("a", "Housing")
                .node("b", "Police")
                .arrow("a", "b", 100)
                .arrow("b", "a", 25);
    }

    @Test
    void drawsThickerArrowsForLargerAmounts() {
        var thickness = Drawn.wide(two()).numbers("arrow", "stroke-width");
        assertThat(thickness).hasSize(2);
        assertThat(thickness.get(0)).isGreaterThan(thickness.get(1));
        assertThat(Drawn.wide(two()).marks("head")).hasSize(2);
    }

    @Test
    void keepsArrowsThereAndBackApart() {
        assertThat(Drawn.wide(two()).marks("arrow").stream().map(e -> e.getAttribute("d")))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesBothEndsOfEveryArrowInTheTable() {
        assertThat(two().picture().table().rows())
                .containsExactly(List.of("Housing", "Police", "100"), List.of("Police", "Housing", "25"));
    }

    @Test
    void refusesArrowsToNobody() {
        assertThatIllegalArgumentException().isThrownBy(() -> two().arrow("a", "nobody", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> two().arrow("a", "a", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> two().node("a", "Again"));
    }

    @Test
    void tellsKindsOfArrowsApartByMoreThanColour() {
        var drawn = Drawn.wide(two().kinds("may", "not").arrow("a", "b", 3, "not"));
        var arrows = drawn.marks("arrow");
        assertThat(arrows).hasSize(3);
        assertThat(arrows.getFirst().getAttribute("stroke-dasharray")).isNotEmpty();
        assertThat(arrows.getLast().getAttribute("stroke-dasharray")).isEmpty();
        assertThat(two().kinds("may", "not")
                        .arrow("a", "b", 3, "not")
                        .picture()
                        .table()
                        .rows())
                .last()
                .isEqualTo(List.of("Housing", "Police", "not", "3"));
    }

    @Test
    void refusesAKindThatWasNotNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> two().arrow("a", "b", 3, "perhaps"));
        assertThatIllegalArgumentException().isThrownBy(() -> two().kinds("a", "b", "c", "d"));
    }

    @Test
    void keepsFortyNodesApart() {
        for (var drawn : List.of(Drawn.wide(SampleReport.crowd(40)), Drawn.narrow(SampleReport.crowd(40)))) {
            var x = drawn.numbers("node", "cx");
            var y = drawn.numbers("node", "cy");
            var r = drawn.numbers("node", "r");
            for (int i = 0; i < 40; i++) {
                int next = (i + 1) % 40;
                assertThat(Math.hypot(x.get(i) - x.get(next), y.get(i) - y.get(next)))
                        .isGreaterThan(r.get(i) * 2);
            }
        }
    }
}
