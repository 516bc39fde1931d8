package org.concordat.server.foundation.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.concordat.server.foundation.ServerException;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once into the data folder from the archive that comes with us. */
record Binaries(Path folder) {
    /** The release that the build ships; a folder of this name holds it. */
    static final String VERSION = "18.6";

    /** Unpacks where no folder of this version is complete. */
    static Binaries in(Path dataFolder) throws IOException {
        Path folder = dataFolder.resolve("postgres-" + VERSION);
        if (!Files.isDirectory(folder)) {
            Path unfinished = dataFolder.resolve("postgres-" + VERSION + ".new");
            Folders.delete(unfinished);
            Files.createDirectories(unfinished);
            unpack(unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static void unpack(Path target) throws IOException {
        String name = "postgres-" + system() + "-" + processor() + ".txz";
        try (InputStream archive = Binaries.class.getClassLoader().getResourceAsStream(name)) {
            if (archive == null) {
                throw new ServerException(
                        "POSTGRES-NOT-SHIPPED",
                        "This build holds no PostgreSQL for this kind of machine (" + name + "). Build on this machine,"
                                + " or point concordat.database.url at a PostgreSQL 18 of your own.");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, target);
                }
            }
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive holds a path outside itself");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            if (link.isAbsolute() || !path.resolveSibling(link).normalize().startsWith(target)) {
                throw new IOException("the archive holds a link that leads outside itself");
            }
            Files.createSymbolicLink(path, link);
        } else if (entry.isFile()) {
            Files.copy(content, path);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            try (FileChannel written = FileChannel.open(path, StandardOpenOption.WRITE)) {
                written.force(false); // the folder is taken for complete once it has its name, also after a power cut
            }
        }
    }

    private static String system() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.contains("mac") ? "darwin" : system;
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }
}
