package org.concordat.cli.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.CommandRun;
import org.concordat.cli.console.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of results appears whole or not at all. */
final class NewFolderIT {
    @TempDir
    private Path place;

    @Test
    void leavesNothingWhenItIsNotFinished() throws Exception {
        try (NewFolder folder = NewFolder.at(place.resolve("a/b/results"))) {
            folder.write("inner/file.csv", out -> {
                out.write(1);
                return 1;
            });
            assertThat(place.resolve("a/b/results")).doesNotExist();
        }
        assertThat(CommandRun.namesIn(place)).isEmpty();
    }

    @Test
    void doesNotTouchAFolderThatAppearedMeanwhile() throws Exception {
        Path target = place.resolve("results");
        try (NewFolder folder = NewFolder.at(target)) {
            Files.createDirectory(target);
            CommandRun.file(target, "theirs.txt", "kept");
            assertThatThrownBy(folder::finish)
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("(OUT-EXISTS)");
        }
        assertThat(CommandRun.namesIn(place)).containsExactly("results");
        assertThat(target.resolve("theirs.txt")).hasContent("kept");
    }

    @Test
    void aFileThatAppearedMeanwhileIsNotOverwrittenEither() throws Exception {
        Path target = place.resolve("page.html");
        try (NewFile file = NewFile.at(target)) {
            file.stream().write(1);
            CommandRun.file(place, "page.html", "theirs");
            assertThatThrownBy(file::finish)
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("(OUT-EXISTS)");
        }
        assertThat(CommandRun.namesIn(place)).containsExactly("page.html");
        assertThat(target).hasContent("theirs");
    }
}
