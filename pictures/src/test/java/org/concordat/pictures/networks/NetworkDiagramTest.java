package org.concordat.pictures.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.concordat.pictures.Drawn;
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
}
