package org.concordat.server.foundation.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.concordat.server.foundation.ServerException;

/** A running PostgreSQL: the one process that starts all others of a database folder. */
record Postmaster(ProcessHandle process, Path database, int port) {
    private static final int SECONDS_TO_RECOVER = 300;
    private static final int SECONDS_TO_STOP = 30;

    /** Starts one and waits until it takes connections, which after a crash is when it has recovered. */
    static Postmaster start(Binaries binaries, OrdinaryUser user, Path database, int port) throws IOException {
        Configuration.write(database, port);
        user.give(database);
        Path log = database.resolveSibling("postgres-start.log");
        Process process = user.inOwnSession(binaries.program("postgres"), "-D", database.toString())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Postmaster postmaster = new Postmaster(process.toHandle(), database, port);
        boolean decided = Waiting.until(
                () -> !process.isAlive()
                        || postmaster.pidFile().filter(PidFile::ready).isPresent(),
                SECONDS_TO_RECOVER);
        if (!decided || !process.isAlive()) {
            process.destroyForcibly();
            throw new ServerException(
                    "POSTGRES-START",
                    "PostgreSQL in " + database + " did not start: " + lastLine(log) + ". Its log is " + log
                            + " and the folder postgres-log beside it.");
        }
        return postmaster;
    }

    /** One left over from a server that was killed; a file that names a process which is none is deleted. */
    static Optional<Postmaster> leftOver(Path database) throws IOException {
        Optional<PidFile> found = PidFile.read(database);
        if (found.isEmpty()) {
            Files.deleteIfExists(PidFile.in(database));
            return Optional.empty();
        }
        Optional<ProcessHandle> process =
                ProcessHandle.of(found.get().pid()).filter(handle -> isPostmasterOf(handle, database));
        if (process.isEmpty()) {
            Files.deleteIfExists(PidFile.in(database));
        }
        return process.map(
                handle -> new Postmaster(handle, database, found.get().port()));
    }

    private static boolean isPostmasterOf(ProcessHandle process, Path database) {
        if (!process.isAlive() || isZombie(process)) {
            return false;
        }
        String command = process.info()
                .command()
                .orElseThrow(() -> new ServerException(
                        "POSTGRES-LEFT-OVER",
                        "The database in " + database + " is held by process " + process.pid()
                                + " of another user. Stop that process, or start the server as that user."));
        return command.endsWith("/postgres")
                && process.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(database.toString()))
                        .isPresent();
    }

    /** Nobody may have asked for the end of a process whose parent was killed, as in a container without an init. */
    private static boolean isZombie(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            return Files.exists(stat) && Files.readString(stat).contains(") Z ");
        } catch (IOException _) {
            return true; // it ended between the two looks
        }
    }

    boolean isAlive() {
        return process.isAlive() && !isZombie(process);
    }

    /** Ends it: open transactions are rolled back, all else is written. */
    void stop() throws IOException {
        signal("INT");
        if (!Waiting.until(() -> !isAlive(), SECONDS_TO_STOP)) {
            signal("QUIT");
            Waiting.until(() -> !isAlive(), SECONDS_TO_STOP);
        }
    }

    private void signal(String name) throws IOException {
        Waiting.exitCode(new ProcessBuilder("sh", "-c", "kill -s " + name + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private Optional<PidFile> pidFile() {
        try {
            return PidFile.read(database).filter(file -> file.pid() == process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, UTF_8);
        return lines.isEmpty() ? "it says nothing" : lines.getLast();
    }
}
