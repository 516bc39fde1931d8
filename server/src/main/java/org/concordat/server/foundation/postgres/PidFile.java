package org.concordat.server.foundation.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes of itself into {@code postmaster.pid}.
 *
 * @param port 0 while it is not known yet
 * @param ready whether it takes connections
 */
record PidFile(long pid, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    static Path in(Path database) {
        return database.resolve("postmaster.pid");
    }

    /** Empty where there is none, or none that is whole. */
    static Optional<PidFile> read(Path database) throws IOException {
        try {
            List<String> lines = Files.readAllLines(in(database));
            if (lines.isEmpty() || lines.getFirst().isBlank()) {
                return Optional.empty();
            }
            return Optional.of(new PidFile(
                    Long.parseLong(lines.getFirst().strip()),
                    lines.size() > PORT_LINE
                            ? Integer.parseInt(lines.get(PORT_LINE).strip())
                            : 0,
                    lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready")));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
