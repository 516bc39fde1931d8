package org.concordat.ledger.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.ledger.stores.Disk.DiskFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real folder does of that which a file store asks of a disk. That it forces what it should, only power cuts show. */
final class FolderDiskTest {
    @Test
    void whatACrashLeftOfANewDocumentDoesNotGetIntoTheNext(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("x.new"), new byte[100]);
        try (FolderDisk folderDisk = FolderDisk.of(folder)) {
            folderDisk.replace("x", new byte[] {1, 2});
            assertThat(folderDisk.load("x")).contains(new byte[] {1, 2});
        }
        assertThat(folder.resolve("x.new")).doesNotExist();
    }

    @Test
    void afterARefusalTheFolderIsStillTheFirstPrograms(@TempDir Path folder) throws IOException {
        try (FolderDisk first = FolderDisk.of(folder)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> FolderDisk.of(folder)).hasMessageEndingWith("(LEDGER-IN-USE)");
            }
            assertThat(first.load("nothing")).isEmpty();
        }
        FolderDisk.of(folder).close();
    }

    @Test
    void aFileOfAFolderHoldsWhatWasWrittenWhereItWasWritten(@TempDir Path folder) throws IOException {
        try (FolderDisk folderDisk = FolderDisk.of(folder);
                DiskFile file = folderDisk.open("x")) {
            file.write(3, new byte[] {1, 2, 3});
            file.write(4, new byte[] {9});
            file.force();
            assertThat(file.size()).isEqualTo(6);
            byte[] end = new byte[3];
            file.read(3, end);
            assertThat(end).containsExactly(1, 9, 3);
            file.truncate(5);
            assertThat(file.size()).isEqualTo(5);
            assertThatThrownBy(() -> file.read(3, end)).isInstanceOf(EOFException.class);
        }
    }
}
