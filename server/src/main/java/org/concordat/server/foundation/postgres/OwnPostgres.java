package org.concordat.server.foundation.postgres;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.keys.Keys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that the server unpacks, sets up and runs itself in its data folder, with the database {@code concordat}.
 *
 * <p>In the data folder: {@code postgres-18.6} the programs, {@code database} what is stored, {@code postgres-log} a month's
 * log, {@code postgres.port} the port it had last, {@code in-use.lock}. It is watched: when it dies, it is started again on
 * the same port, so that a pool of connections recovers. {@link #close} stops it.
 */
public final class OwnPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);
    static final String DATABASE = "concordat";
    private static final int ATTEMPTS = 3;
    private static final int MILLISECONDS_BETWEEN_LOOKS = 200;

    private final DataFolderLock lock;
    private final Binaries binaries;
    private final OrdinaryUser user;
    private final Path database;
    private final Keys keys;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watcher;
    private volatile Postmaster postmaster;

    private OwnPostgres(DataFolderLock lock, Binaries binaries, OrdinaryUser user, Keys keys, Postmaster postmaster) {
        this.lock = lock;
        this.binaries = binaries;
        this.user = user;
        this.keys = keys;
        this.database = postmaster.database();
        this.port = postmaster.port();
        this.postmaster = postmaster;
        this.watcher = Thread.ofVirtual().name("watches PostgreSQL").unstarted(this::watch);
    }

    /**
     * Starts, or takes over, the PostgreSQL of a data folder; returns when it takes connections.
     *
     * @throws ServerException when another server uses the folder, when PostgreSQL does not start, is not durable, or does
     *     not fit the keys
     */
    public static OwnPostgres start(Path dataFolder, Keys keys) {
        try {
            Path folder = dataFolder.toAbsolutePath().normalize();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            folder = folder.toRealPath();
            DataFolderLock lock = DataFolderLock.take(folder);
            try {
                return start(folder, keys, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ServerException(
                    "POSTGRES-START",
                    "PostgreSQL in " + dataFolder
                            + " cannot be set up or started. See that the disk has space and that the"
                            + " server's user owns the folder",
                    e);
        } catch (SQLException e) {
            throw new ServerException(
                    "DATABASE-SIGN-IN",
                    "The PostgreSQL in " + dataFolder
                            + " runs, but refuses us. See that the folder keys belongs to this" + " database.",
                    e);
        }
    }

    private static OwnPostgres start(Path folder, Keys keys, DataFolderLock lock) throws IOException, SQLException {
        Path database = folder.resolve("database");
        Binaries binaries = Binaries.in(folder);
        OrdinaryUser user = OrdinaryUser.find(folder);
        if (!Files.isDirectory(database)) {
            Initialisation.run(binaries, user, database, keys);
        }
        Path log = folder.resolve("postgres-log");
        if (!Files.isDirectory(log)) {
            Files.createDirectory(
                    log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            user.give(log);
        }
        SignIn signIn = new SignIn(keys);
        Postmaster postmaster = adopted(database, signIn);
        if (postmaster == null) {
            postmaster = startOnAFreePort(binaries, user, database);
        }
        try {
            Files.writeString(folder.resolve("postgres.port"), Integer.toString(postmaster.port()));
            signIn.setUp(postmaster, DATABASE);
        } catch (IOException | SQLException | RuntimeException e) {
            postmaster.stop();
            throw e;
        }
        OwnPostgres own = new OwnPostgres(lock, binaries, user, keys, postmaster);
        own.watcher.start();
        return own;
    }

    /** A leftover that answers to our password, from our folder and of our version; any other leftover is stopped. */
    private static @Nullable Postmaster adopted(Path database, SignIn signIn) throws IOException {
        Optional<Postmaster> leftOver = Postmaster.leftOver(database);
        if (leftOver.isEmpty()) {
            return null;
        }
        if (signIn.isOurs(leftOver.get())) {
            LOG.info("PostgreSQL was left running by a server that did not stop it, and is taken over.");
            return leftOver.get();
        }
        LOG.warn("PostgreSQL was left running and does not answer as it must; it is stopped and started again.");
        leftOver.get().stop();
        return null;
    }

    private static Postmaster startOnAFreePort(Binaries binaries, OrdinaryUser user, Path database) throws IOException {
        int port = rememberedPort(database.resolveSibling("postgres.port"));
        for (int attempt = 1; ; attempt++) {
            port = freePort(port);
            try {
                return Postmaster.start(binaries, user, database, port);
            } catch (ServerException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.warn("PostgreSQL did not start, which is tried again on another port: {}", e.getMessage());
                port = 0;
            }
        }
    }

    private static int rememberedPort(Path file) throws IOException {
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, Inet4Address.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw e;
            }
            return freePort(0);
        }
    }

    private void watch() {
        boolean told = false;
        while (!Waiting.pause(closing, MILLISECONDS_BETWEEN_LOOKS)) {
            if (postmaster.isAlive()) {
                told = false;
                continue;
            }
            if (!told) {
                LOG.error("PostgreSQL died and is started again. (POSTGRES-DIED)");
                told = true;
            }
            revive();
        }
    }

    /** Fails while processes that the dead one started have not noticed yet, so it is tried until it works. */
    private synchronized void revive() {
        if (closing.getCount() == 0) {
            return;
        }
        try {
            Files.deleteIfExists(PidFile.in(database));
            postmaster = Postmaster.start(binaries, user, database, port);
            LOG.info("PostgreSQL runs again.");
        } catch (IOException | RuntimeException e) {
            LOG.debug("PostgreSQL does not start yet: {}", e.getMessage());
        }
    }

    /** Signs in as the owner of all tables: for migrations and back-ups. */
    public DatabaseAddress owner() {
        return address(DATABASE, Roles.OWNER);
    }

    /** Signs in as the server does when it answers requests: owns nothing, held by row-level security. */
    public DatabaseAddress application() {
        return address(DATABASE, Roles.APPLICATION);
    }

    /** As {@link #owner()}, for another database made with {@link #createDatabase}. */
    public DatabaseAddress owner(String database) {
        return address(database, Roles.OWNER);
    }

    /** As {@link #application()}, for another database made with {@link #createDatabase}. */
    public DatabaseAddress application(String database) {
        return address(database, Roles.APPLICATION);
    }

    private DatabaseAddress address(String name, String role) {
        return new SignIn(keys).address(port, Roles.checked(name), role);
    }

    /**
     * Makes another database, as a copy of one that nobody is signed in to.
     *
     * @param model such as {@code template1}, which is empty
     */
    public void createDatabase(String name, String model) {
        try (Connection root = new SignIn(keys).root(port)) {
            Roles.createDatabase(root, name, model);
        } catch (SQLException e) {
            throw new ServerException(
                    "DATABASE-NOT-MADE", "The database " + name + " cannot be made of " + model + ".", e);
        }
    }

    /** Whether the process lives. It may still be recovering. */
    public boolean isAlive() {
        return postmaster.isAlive();
    }

    /** The number of the process that can be killed to see what happens. */
    long pid() {
        return postmaster.process().pid();
    }

    int port() {
        return port;
    }

    /** Stops PostgreSQL, rolling back what is open, and lets go of the data folder. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        try (lock) {
            postmaster.stop();
        } catch (IOException e) {
            throw new ServerException(
                    "POSTGRES-STOP",
                    "PostgreSQL in " + database + " could not be stopped. The next start takes it over.",
                    e);
        }
    }

    @Override
    public String toString() {
        return "OwnPostgres[" + database + ", port " + port + "]";
    }
}
