package org.concordat.server.foundation.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.concordat.server.foundation.ServerException;

/**
 * How PostgreSQL's programs are called so that they do not run as root, which they refuse: as they are for an ordinary
 * user; else in a user namespace of their own, where root's files stay theirs; where that is forbidden, as {@code nobody}.
 *
 * @param prefix what stands before the program
 * @param givenTo the user whom PostgreSQL's files are given to, or empty where they stay ours
 */
record OrdinaryUser(List<String> prefix, String givenTo) {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=nobody", "--clear-groups", "--no-new-privs");
    private static final List<String> NOBODY_OF_DEBIAN =
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs");

    OrdinaryUser {
        prefix = List.copyOf(prefix);
    }

    static OrdinaryUser find(Path dataFolder) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new OrdinaryUser(List.of(), "");
        }
        return findForRoot(dataFolder, NAMESPACE);
    }

    /** @param namespace the command that opens a user namespace */
    static OrdinaryUser findForRoot(Path dataFolder, List<String> namespace) throws IOException {
        if (works(namespace, "true")) {
            return new OrdinaryUser(namespace, "");
        }
        Files.setPosixFilePermissions(dataFolder, PosixFilePermissions.fromString("rwx--x--x"));
        for (List<String> prefix : List.of(NOBODY_OF_DEBIAN, NOBODY)) {
            if (works(prefix, "test", "-x", dataFolder.toString())) {
                return new OrdinaryUser(prefix, "nobody");
            }
        }
        throw new ServerException(
                "POSTGRES-AS-ROOT",
                "PostgreSQL refuses to run as root, and here neither unshare nor setpriv lets it run as somebody else in "
                        + dataFolder + ". Start the server as an ordinary user who owns that folder, or point"
                        + " concordat.database.url at a PostgreSQL of your own.");
    }

    /** Hands a file or folder over, where PostgreSQL runs as another user. */
    void give(Path path) throws IOException {
        if (!givenTo.isEmpty()) {
            Folders.give(path, givenTo);
        }
    }

    /** A program in a session of its own where the system can, so that Ctrl-C at our terminal does not reach it. */
    ProcessBuilder inOwnSession(Path program, String... arguments) {
        ProcessBuilder builder = command(program, arguments);
        if (isInstalled("setsid")) {
            builder.command().addFirst("setsid");
        }
        return builder;
    }

    ProcessBuilder command(Path program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static boolean works(List<String> prefix, String... command) throws IOException {
        if (prefix.isEmpty() || !isInstalled(prefix.getFirst())) {
            return false;
        }
        List<String> whole =
                Stream.concat(prefix.stream(), Arrays.stream(command)).toList();
        Process process = new ProcessBuilder(whole)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return Waiting.exitCode(process) == 0;
    }

    private static boolean isInstalled(String program) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin");
        return Arrays.stream(path.split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }
}
