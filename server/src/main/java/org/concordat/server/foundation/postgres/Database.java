package org.concordat.server.foundation.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.keys.Keys;

/**
 * The database that the server works with: one that we run, or one that the settings name.
 *
 * @param owner signs in as the owner of all tables, for migrations and back-ups
 * @param application signs in as the server at work
 * @param own the PostgreSQL that we run, which is stopped with us
 */
public record Database(DatabaseAddress owner, DatabaseAddress application, Optional<OwnPostgres> own)
        implements AutoCloseable {

    /** Takes the settings' database, and where they name none starts ours. */
    public static Database open(Settings settings, Keys keys) {
        Settings.Database external = settings.database();
        if (external != null) {
            return new Database(
                    new DatabaseAddress(quiet(external.url()), Roles.OWNER, external.ownerPassword()),
                    new DatabaseAddress(quiet(external.url()), Roles.APPLICATION, external.applicationPassword()),
                    Optional.empty());
        }
        return of(OwnPostgres.start(settings.dataFolder(), keys));
    }

    /** As {@link #open}, but where a server runs in the same data folder, its PostgreSQL is used and left running. */
    public static Database openBesideServer(Settings settings, Keys keys) {
        try {
            return open(settings, keys);
        } catch (ServerException e) {
            if (!e.code().equals("DATA-FOLDER-IN-USE")) {
                throw e;
            }
            return ofRunningServer(settings.dataFolder(), keys);
        }
    }

    private static Database ofRunningServer(Path dataFolder, Keys keys) {
        try {
            PidFile running = PidFile.read(dataFolder.resolve("database"))
                    .filter(PidFile::ready)
                    .orElseThrow(() -> new ServerException(
                            "DATABASE-NOT-READY",
                            "A server in " + dataFolder + " is starting or ending. Try again in a moment."));
            SignIn signIn = new SignIn(keys);
            return new Database(
                    signIn.address(running.port(), OwnPostgres.DATABASE, Roles.OWNER),
                    signIn.address(running.port(), OwnPostgres.DATABASE, Roles.APPLICATION),
                    Optional.empty());
        } catch (IOException e) {
            throw new ServerException(
                    "DATABASE-NOT-READY",
                    "The database in " + dataFolder + " cannot be looked at. Run this as the server's user.",
                    e);
        }
    }

    /** The database {@code concordat} of a PostgreSQL that we run. */
    public static Database of(OwnPostgres own) {
        return new Database(own.owner(), own.application(), Optional.of(own));
    }

    /** The driver's errors quote values, which may be personal, unless told not to. */
    private static String quiet(String url) {
        return url.contains("logServerErrorDetail")
                ? url
                : url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false";
    }

    /** Whether a data folder holds a database already. */
    public static boolean existsIn(Path dataFolder) {
        return Files.exists(dataFolder.resolve("database"));
    }

    @Override
    public void close() {
        own.ifPresent(OwnPostgres::close);
    }
}
