package org.concordat.server.foundation.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.concordat.server.foundation.ServerException;

/** Reads and writes files that only their owner may read, so that a power cut leaves the old or the new, whole. */
final class KeyFiles {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private KeyFiles() {}

    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        }
        refuseWhereOthersRead(folder, OWNER_FOLDER, "700");
    }

    static byte[] read(Path file) throws IOException {
        refuseWhereOthersRead(file, OWNER_FILE, "600");
        return Files.readAllBytes(file);
    }

    static void write(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_FILE))) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true); // the name, too, must outlive a power cut
        }
    }

    private static void refuseWhereOthersRead(Path path, Set<PosixFilePermission> allowed, String mode)
            throws IOException {
        if (Files.isSymbolicLink(path) || !allowed.containsAll(Files.getPosixFilePermissions(path))) {
            throw new ServerException(
                    "KEYS-READABLE-BY-OTHERS",
                    path + (Files.isSymbolicLink(path) ? " is a link" : " can be read or changed by other users")
                            + ", so the server does not start. Put it back as chmod " + mode
                            + " sets it, and replace keys that others may have read.");
        }
    }
}
