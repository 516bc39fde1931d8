package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastedTextTest {

    @Test
    void readsCellsBetweenTabsAndLeavesTheHeadingAndEmptyRowsOut() {
        List<PastedRow> rows = PastedText.read("""
                Name\tKind\tNation\tE-mail\tNumber\tOffice

                Quay Surgery\tgeneral-practice\tengland\tm@quay.example\tZA1\tManager
                \t\t\t\t\t
                Mill Surgery\t\t\tm@mill.example
                """, 7);
        assertThat(rows).extracting(PastedRow::name).containsExactly("Quay Surgery", "Mill Surgery");
        assertThat(rows).extracting(PastedRow::line).containsExactly(7, 8);
        assertThat(rows).extracting(PastedRow::office).containsExactly("Manager", "");
        assertThat(rows).extracting(PastedRow::email).containsExactly("m@quay.example", "m@mill.example");
    }

    @Test
    void readsCellsBetweenCommasWithQuotationMarks() {
        List<PastedRow> rows = PastedText.read("\"Quay, Mill \"\"and\"\" Co\",charity,,m@quay.example", 1);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Quay, Mill \"and\" Co");
            assertThat(row.kind()).isEqualTo("charity");
            assertThat(row.email()).isEqualTo("m@quay.example");
        });
    }

    @Test
    void joinsWhatIsTooMuchToTheLastCellSoThatNothingIsLost() {
        assertThat(PastedText.read("a\tb\tc\td@e.example\tf\tg\th\ti", 1))
                .extracting(PastedRow::office)
                .containsExactly("g h i");
    }

    @Test
    void takesAFirstRowWithAnAddressForARow() {
        assertThat(PastedText.read("Mail Order Surgery\t\t\tmail@order.example", 1))
                .hasSize(1);
    }

    @Test
    void givesTheCellsBackAsTheyCame() {
        String pasted = "Quay Surgery\tgeneral-practice\tengland\tm@quay.example\t\tManager";
        assertThat(PastedText.read(pasted, 1).getFirst().cells()).isEqualTo(pasted);
    }

    @Test
    void tellsNobodysAddress() {
        assertThat(PastedText.read("Quay Surgery\t\t\tm@quay.example", 1).getFirst())
                .hasToString("PastedRow[1]");
    }
}
