package org.concordat.pictures.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.concordat.pictures.Drawn;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;
import org.junit.jupiter.api.Test;

class GridChartTest {
    private static GridChart pairs() {
        return GridChart.of("Pairs")
                .rowsAre("Metres")
                .figures("times chance")
                .columns("a week", "a month")
                .level("low", Fill.solid(Colour.of("#f3f2f1")))
                .level("high", Fill.solid(Colour.of("#03203a")))
                .level("hidden", new Fill(Palette.SOFT_INK, Fill.Pattern.HATCH))
                .row("0 to 100 m", List.of(GridChart.cell("2.3", 1), GridChart.cell("1.0", 0)))
                .row("100 to 200 m", List.of(GridChart.cell("c", 2), GridChart.cell("0.9", 0)));
    }

    @Test
    void saysEveryFigureAndShadesItByItsLevel() {
        var drawn = Drawn.wide(pairs());
        assertThat(drawn.words()).contains("a week", "a month", "0 to 100 m", "2.3", "c", "Times chance", "hidden");
        var fills =
                drawn.marks("cell").stream().map(e -> e.getAttribute("fill")).toList();
        assertThat(fills).hasSize(4);
        assertThat(fills.get(1)).isEqualTo(fills.get(3));
        assertThat(fills.get(0)).isNotEqualTo(fills.get(1));
        assertThat(fills.get(2)).startsWith("url(");
        assertThat(pairs().picture().table().rows())
                .containsExactly(List.of("0 to 100 m", "2.3", "1.0"), List.of("100 to 200 m", "c", "0.9"));
    }

    @Test
    void writesLightOnDarkAndDarkOnLight() {
        var texts = Drawn.wide(pairs()).all("text");
        assertThat(texts)
                .filteredOn(e -> e.getTextContent().equals("2.3"))
                .singleElement()
                .satisfies(e -> assertThat(e.getAttribute("fill")).isEqualTo("#ffffff"));
        assertThat(texts)
                .filteredOn(e -> e.getTextContent().equals("1.0"))
                .singleElement()
                .satisfies(e -> assertThat(e.getAttribute("fill")).isEmpty());
    }

    @Test
    void keepsEveryCellWithinTheDrawing() {
        var drawn = Drawn.narrow(pairs());
        double width = Double.parseDouble(drawn.document().getDocumentElement().getAttribute("width"));
        for (int i = 0; i < 4; i++) {
            assertThat(drawn.numbers("cell", "x").get(i)
                            + drawn.numbers("cell", "width").get(i))
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void refusesRowsOfAnotherLengthAndLevelsThatAreNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pairs().row("x", List.of(GridChart.cell("1", 0))))
                .withMessage("Row x: a cell for each of 2 columns, given 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pairs().row("x", List.of(GridChart.cell("1", 0), GridChart.cell("1", 3))))
                .withMessage("Cell: a level from 0 to 2, given 3.");
        assertThatIllegalArgumentException().isThrownBy(() -> GridChart.of("x").picture());
    }
}
