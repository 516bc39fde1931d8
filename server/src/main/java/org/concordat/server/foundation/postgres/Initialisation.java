package org.concordat.server.foundation.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.keys.Keys;

/** Makes an empty database folder, whole or not at all. */
final class Initialisation {
    private static final FileAttribute<?> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OUR_FILE_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Initialisation() {}

    static void run(Binaries binaries, OrdinaryUser user, Path database, Keys keys) throws IOException {
        Path unfinished = database.resolveSibling("database.new");
        Path password = database.resolveSibling("database.password");
        Path log = database.resolveSibling("initdb.log");
        Folders.delete(unfinished);
        Files.createDirectory(unfinished, OURS_ALONE);
        Files.deleteIfExists(password);
        Files.createFile(password, OUR_FILE_ALONE);
        try {
            Files.writeString(password, keys.secret(Roles.keyOf(Roles.ROOT)).text(), US_ASCII);
            user.give(unfinished);
            user.give(password);
            // The built-in locale sorts by code point in the same way on every machine and never changes with it.
            Process initdb = user.command(
                            binaries.program("initdb"),
                            "--pgdata=" + unfinished,
                            "--username=" + Roles.ROOT,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--no-instructions")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (Waiting.exitCode(initdb) != 0) {
                throw new ServerException(
                        "POSTGRES-START",
                        "PostgreSQL could not make its database in " + database + ": "
                                + Files.readString(log, UTF_8).strip().lines().reduce("", (_, line) -> line)
                                + ". What it said is in " + log + ".");
            }
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, database, StandardCopyOption.ATOMIC_MOVE);
    }
}
