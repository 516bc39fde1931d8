package org.concordat.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.console.CommandException;
import org.concordat.files.tables.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FigureTableIT {
    @TempDir
    private Path folder;

    private FigureTable table(String text) throws IOException {
        return FigureTable.read(Files.writeString(folder.resolve("wards.csv"), text), ReadOptions.defaults());
    }

    @Test
    void findsColumnsWhateverTheirCase() throws IOException {
        FigureTable table = table("Ward,Count\nHale,12\nSale,7\n");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().getFirst().requiredCount("COUNT")).isEqualTo(12);
        assertThat(table.rows().get(1).requiredText("ward")).isEqualTo("Sale");
        assertThat(table.has("nothing")).isFalse();
        assertThatThrownBy(() -> table.require("number", "--count"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Its columns are: Ward, Count.")
                .hasMessageEndingWith("(FIGURES-NO-COLUMN)");
    }

    @Test
    void readsThousandsAsPeoplePublishThem() throws IOException {
        FigureTable table = table("a;b\n1,234;1,234.5\n1234.0;-3\n");
        assertThat(table.rows().getFirst().requiredCount("a")).isEqualTo(1234);
        assertThat(table.rows().getFirst().requiredNumber("b")).isEqualTo(1234.5);
        assertThat(table.rows().get(1).requiredCount("a")).isEqualTo(1234);
        assertThat(table.rows().get(1).requiredNumber("b")).isEqualTo(-3);
    }

    @Test
    void neverTakesNothingForZeroNorWordsForFigures() throws IOException {
        FigureTable table = table("a;b;c\n;12%;c\n-3;1,23;[c]\n1.5;0x10;4\n");
        FigureRow first = table.rows().getFirst();
        assertThat(first.count("a")).isEmpty();
        assertThatThrownBy(() -> first.requiredCount("a")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> first.number("b")).hasMessageContaining("is no number");
        assertThat(first.hidden("c")).isTrue();
        FigureRow second = table.rows().get(1);
        assertThatThrownBy(() -> second.count("a")).hasMessageContaining("is below zero");
        assertThatThrownBy(() -> second.number("b")).hasMessageContaining("is no number");
        assertThat(second.hidden("c")).isTrue();
        FigureRow third = table.rows().get(2);
        assertThatThrownBy(() -> third.count("a")).hasMessageContaining("is no whole number");
        assertThatThrownBy(() -> third.number("b"))
                .hasMessageContaining("In data row 3 of wards.csv, column b")
                .hasMessageEndingWith("(FIGURES-CELL)")
                .hasMessageNotContaining("0x10");
        assertThat(third.hidden("c")).isFalse();
    }

    @Test
    void refusesATableOfWhichARowCannotBeRead() {
        assertThatThrownBy(() -> table("a,b\n1,2\n3,4,5,6\n5,6\n"))
                .hasMessageContaining("the first is data row 2")
                .hasMessageEndingWith("(FIGURES-ROW-BROKEN)");
    }
}
