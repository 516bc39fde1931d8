package org.concordat.cli.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.cli.CommandRun.file;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.concordat.cli.CommandRun;
import org.concordat.cli.console.CommandException;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderFilesTest {
    private static final String ROLE = "role: clinician\nname: clinician\n";

    private final Path at;

    FolderFilesTest(@TempDir Path at) {
        this.at = at;
    }

    @Test
    void readsWhatEndsInYamlAtAnyDepthAndNamesTheRest() throws IOException {
        Files.createDirectories(at.resolve("deeper.yaml/deepest"));
        Files.createDirectories(at.resolve(".git/objects"));
        file(at, "a.yaml", ROLE);
        file(at, "b.YML", ROLE);
        file(at.resolve("deeper.yaml/deepest"), "c.yml", ROLE);
        file(at.resolve(".git/objects"), "d.yaml", ROLE);
        file(at, ".e.yaml", ROLE);
        file(at, "notes.txt", "x");
        Files.createSymbolicLink(at.resolve("f.yaml"), at.resolve("a.yaml"));
        Files.createSymbolicLink(at.resolve("loop"), at);
        FolderFiles files = FolderFiles.of(at);
        assertThat(files.contents()).containsOnlyKeys("a.yaml", "b.YML", "deeper.yaml/deepest/c.yml");
        assertThat(files.notices())
                .allSatisfy(notice -> assertThat(notice.code()).isEqualTo("FILE-LEFT-OUT"))
                .extracting(notice -> notice.place().file())
                .containsExactlyInAnyOrder(".git", ".e.yaml", "notes.txt", "f.yaml", "loop");
        assertThat(files.notices()).extracting(Problem::cause).anyMatch(cause -> cause.contains("link"));
    }

    @Test
    void countsWhatItLeavesOutOnceThatIsMany() throws IOException {
        file(at, "a.yaml", ROLE);
        for (int i = 0; i < 25; i++) {
            file(at, "note" + i + ".txt", "x");
        }
        assertThat(FolderFiles.of(at).notices())
                .hasSize(21)
                .last()
                .satisfies(notice -> assertThat(notice.cause()).isEqualTo("5 more files were not read either."));
    }

    @Test
    void aFolderNamedByALinkIsRead() throws IOException {
        Path town = Files.createDirectory(at.resolve("town"));
        file(town, "a.yaml", ROLE);
        Path link = Files.createSymbolicLink(at.resolve("link"), town);
        assertThat(FolderFiles.of(link).contents()).containsOnlyKeys("a.yaml");
    }

    @Test
    void refusesWhatIsNoFolderOrHoldsNothing() throws IOException {
        assertRefused("FOLDER-MISSING", at.resolve("nowhere"));
        assertRefused("FOLDER-MISSING", file(at, "a.yaml", ROLE));
        assertRefused("FOLDER-EMPTY", Files.createDirectory(at.resolve("empty")));
        Path deep = at.resolve("deep");
        Files.createDirectories(deep.resolve("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17"));
        assertRefused("FOLDER-TOO-LARGE", deep);
    }

    @Test
    void refusesAFolderOfWhichAPartCannotBeRead() throws IOException {
        file(at, "a.yaml", ROLE);
        Path closed = file(at, "b.yaml", ROLE);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "this user may read everything");
        assertRefused("FOLDER-UNREADABLE", at);
    }

    @Test
    void aFileTooLongIsCutAndThenRefused() throws IOException {
        Files.write(at.resolve("a.yaml"), new byte[YamlFile.LONGEST_CHARACTERS + 1000]);
        assertThat(FolderFiles.of(at).contents().get("a.yaml")).hasSize(YamlFile.LONGEST_CHARACTERS + 1);
        CommandRun lint = CommandRun.of("agreements", "lint", at);
        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.out()).contains("a.yaml:1:", "(YAML-TOO-LONG)");
    }

    @Test
    void aNameThatCommandsTheTerminalIsMadeHarmless() throws IOException {
        file(at, "a\u001b[2J.yaml", ROLE);
        assertThat(FolderFiles.of(at).contents()).containsOnlyKeys("a?[2J.yaml");
    }

    private static void assertRefused(String code, Path folder) {
        assertThatThrownBy(() -> FolderFiles.of(folder))
                .isInstanceOfSatisfying(
                        CommandException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
