package org.concordat.ledger.stores;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.concordat.ledger.LedgerException;

/**
 * The files of one folder, which no second program can use while this one does.
 *
 * <p>Reads and writes through {@link RandomAccessFile}: a channel would close itself, for everyone, when a thread that reads
 * is interrupted.
 */
public final class FolderDisk implements Disk {
    private static final String LOCK = "lock";

    private final Path folder;
    private final RandomAccessFile lockFile;

    private FolderDisk(Path folder, RandomAccessFile lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Takes an existing folder.
     *
     * @throws LedgerException with {@code LEDGER-IN-USE} when a program uses it, or {@code STORE-FAILED}
     */
    public static FolderDisk of(Path folder) {
        try {
            var lockFile = new RandomAccessFile(folder.resolve(LOCK).toFile(), "rw");
            if (lock(lockFile).isEmpty()) {
                lockFile.close();
                throw new LedgerException(
                        "LEDGER-IN-USE",
                        "Another program has the ledger in " + folder + " open. Wait until it is done, or stop it.");
            }
            return new FolderDisk(folder, lockFile);
        } catch (IOException trouble) {
            throw new LedgerException(
                    "STORE-FAILED",
                    "The ledger's folder " + folder + " cannot be used. Check that it exists and may be written to.",
                    trouble);
        }
    }

    private static Optional<FileLock> lock(RandomAccessFile file) throws IOException {
        try {
            return Optional.ofNullable(file.getChannel().tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty(); // this very program has it open
        }
    }

    @Override
    public DiskFile open(String name) throws IOException {
        Path path = folder.resolve(name);
        boolean isNew = !Files.exists(path);
        var file = new FolderFile(new RandomAccessFile(path.toFile(), "rw"));
        if (isNew) {
            file.force();
            forceFolder();
        }
        return file;
    }

    @Override
    public Optional<byte[]> load(String name) throws IOException {
        Path path = folder.resolve(name);
        return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        Path fresh = folder.resolve(name + ".new");
        try (var file = new RandomAccessFile(fresh.toFile(), "rw")) {
            file.setLength(0);
            file.write(content);
            file.getFD().sync();
        }
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    private void forceFolder() throws IOException {
        FileChannel names;
        try {
            names = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException _) {
            return; // Windows opens no folders; there, names are as durable as files are.
        }
        try (names) {
            names.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static final class FolderFile implements DiskFile {
        private final RandomAccessFile file;

        FolderFile(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public synchronized long size() throws IOException {
            return file.length();
        }

        @Override
        public synchronized void read(long position, byte[] target) throws IOException {
            file.seek(position);
            file.readFully(target);
        }

        @Override
        public synchronized void write(long position, byte[] source) throws IOException {
            file.seek(position);
            file.write(source);
        }

        @Override
        public synchronized void truncate(long size) throws IOException {
            file.setLength(size);
        }

        /** Not synchronized, so that nobody waits for the disk in order to read. */
        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public synchronized void close() throws IOException {
            file.close();
        }
    }
}
