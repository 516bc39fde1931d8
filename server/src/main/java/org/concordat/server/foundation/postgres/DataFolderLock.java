package org.concordat.server.foundation.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.concordat.server.foundation.ServerException;
import org.jspecify.annotations.Nullable;

/** Holds a data folder for one server. The system lets go of it when the server's process ends, however it ends. */
final class DataFolderLock implements AutoCloseable {
    private final FileChannel file;

    private DataFolderLock(FileChannel file) {
        this.file = file;
    }

    static DataFolderLock take(Path dataFolder) throws IOException {
        FileChannel file = FileChannel.open(
                dataFolder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            file.close();
            throw new ServerException(
                    "DATA-FOLDER-IN-USE",
                    "Another server uses the data folder " + dataFolder
                            + ". Stop it first, or give this one a folder of its" + " own with concordat.data-folder.");
        }
        return new DataFolderLock(file);
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held by this very process
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
