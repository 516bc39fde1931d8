package org.concordat.server.foundation.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Practice and a real server never meet in one folder. */
final class PracticeFolderIT {

    @TempDir
    private Path temporary;

    @Test
    void isMarkedAtTheFirstStartAndTakenAgain() {
        Path folder = temporary.resolve("new");
        PracticeFolder.check(folder, true);
        PracticeFolder.check(folder, true);
        assertThat(folder.resolve("practice.txt")).exists();
    }

    @Test
    void refusesAFolderInWhichARealServerWasStarted() throws IOException {
        for (String name : new String[] {"keys", "database"}) {
            Path folder = Files.createDirectories(temporary.resolve("real-" + name));
            Files.createDirectory(folder.resolve(name));
            assertThatThrownBy(() -> PracticeFolder.check(folder, true))
                    .hasMessageEndingWith("(PRACTICE-IN-REAL-FOLDER)");
            assertThatThrownBy(() -> PracticeFolder.clear(folder)).hasMessageEndingWith("(PRACTICE-IN-REAL-FOLDER)");
            assertThat(folder.resolve(name)).exists();
        }
    }

    @Test
    void letsNoRealServerStartWherePeoplePractise() {
        PracticeFolder.check(temporary, true);
        assertThatThrownBy(() -> PracticeFolder.check(temporary, false))
                .hasMessageEndingWith("(REAL-IN-PRACTICE-FOLDER)");
    }

    @Test
    void leavesARealFolderAsItIs() {
        PracticeFolder.check(temporary, false);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void emptiesAMarkedFolderWithoutFollowingLinks() throws IOException {
        Path outside = Files.writeString(temporary.resolve("precious.txt"), "keep");
        Path folder = temporary.resolve("practice");
        PracticeFolder.check(folder, true);
        Files.createDirectories(folder.resolve("database/base"));
        Files.writeString(folder.resolve("database/base/1"), "x");
        Files.createSymbolicLink(folder.resolve("link"), temporary);
        PracticeFolder.clear(folder);
        assertThat(folder).isEmptyDirectory();
        assertThat(outside).hasContent("keep");
        PracticeFolder.clear(temporary.resolve("nowhere"));
    }

    @Test
    void isNotEmptiedWhileAServerOrItsDatabaseWorksInIt() throws IOException {
        PracticeFolder.check(temporary, true);
        try (DataFolderLock _ = DataFolderLock.take(temporary)) {
            assertThatThrownBy(() -> PracticeFolder.clear(temporary)).hasMessageEndingWith("(DATA-FOLDER-IN-USE)");
        }
        Files.createDirectories(temporary.resolve("database"));
        Files.writeString(
                temporary.resolve("database/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/somewhere\n");
        assertThatThrownBy(() -> PracticeFolder.clear(temporary)).hasMessageEndingWith("(DATA-FOLDER-IN-USE)");
        assertThat(temporary.resolve("database")).exists();
    }
}
