package org.concordat.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.concordat.server.foundation.ServerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told where another program has the port, and what is left behind: nothing that keeps the folder. */
final class PortInUseIT {

    @TempDir
    Path folder;

    @Test
    void isToldInASentenceAndEndsTheDatabase() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "--concordat.port=" + other.getLocalPort();
            for (int times = 0; times < 2; times++) {
                assertThatThrownBy(() -> ConcordatServer.start(port, "--concordat.data-folder=" + folder))
                        .isInstanceOf(ServerException.class)
                        .hasMessageContaining("port " + other.getLocalPort())
                        .hasMessageEndingWith("(PORT-IN-USE)");
            }
        }
    }
}
