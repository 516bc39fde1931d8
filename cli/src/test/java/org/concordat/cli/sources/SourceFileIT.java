package org.concordat.cli.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.concordat.cli.console.CommandException;
import org.concordat.files.tables.ReadOptions;
import org.concordat.files.tables.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read once, and only if nobody else touches it meanwhile. */
final class SourceFileIT {
    @TempDir
    private Path folder;

    @Test
    void refusesAFileThatGrewOrWentWhileItWasRead() throws Exception {
        Path path = CommandRun.file(folder, "people.csv", "ref,surname\n1,Ashby\n2,Dunfield\n");
        try (SourceFile file = open(path)) {
            Files.writeString(path, "3,Kirkwick\n", StandardOpenOption.APPEND);
            assertThatThrownBy(() -> file.forEachRow(Table::rowNumber))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("(FILE-CHANGED)");
        }
        try (SourceFile file = open(path)) {
            Files.delete(path);
            assertThatThrownBy(() -> file.forEachRow(Table::rowNumber)).hasMessageContaining("(FILE-CHANGED)");
        }
    }

    @Test
    void readsAFileThatNobodyTouches() throws Exception {
        Path path = CommandRun.file(folder, "people.csv", "ref,surname\n1,Ashby\n2,Dunfield\n");
        try (SourceFile file = open(path)) {
            long[] last = new long[1];
            file.forEachRow(row -> last[0] = row.rowNumber());
            assertThat(last[0]).isEqualTo(2);
        }
    }

    private static SourceFile open(Path path) {
        return SourceFile.openAll(List.of(path), ReadOptions.defaults(), _ -> ColumnChoices.none(), false, _ -> {})
                .getFirst();
    }
}
