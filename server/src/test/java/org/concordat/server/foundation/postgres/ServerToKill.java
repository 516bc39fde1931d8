package org.concordat.server.foundation.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.concordat.server.foundation.keys.Keys;

/** A process with a PostgreSQL of its own and nothing else, to be killed by a test. */
final class ServerToKill {
    private ServerToKill() {}

    /** Starts one and waits until its PostgreSQL runs. */
    static Process start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ServerToKill.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = said.readLine();
        while (line != null && !line.equals("runs")) {
            line = said.readLine();
        }
        assertThat(line).isEqualTo("runs");
        return process;
    }

    // Awaits being ended from outside, for five minutes at most.
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        OwnPostgres postgres = OwnPostgres.start(folder, Keys.open(folder));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stops PostgreSQL"));
        System.out.println("runs");
        Thread.currentThread().join(300_000);
    }
}
