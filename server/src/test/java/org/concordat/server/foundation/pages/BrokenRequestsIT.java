package org.concordat.server.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.concordat.server.ConcordatServer;
import org.concordat.server.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests that no browser sends are the caller's fault, whatever is wrong with them, and are told so. */
@SpringBootTest(classes = ConcordatServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
final class BrokenRequestsIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        DATABASE.register(settings);
        settings.add(
                "concordat.data-folder",
                () -> Path.of("target", "broken-requests-data").toString());
    }

    /** Each is a first line and headers; a bar stands for the end of a line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/token HTTP/1.1|Content-Type: multipart/form-data|Content-Length: 4||abcd",
                "POST /api/token HTTP/1.1|Content-Type: multipart/form-data; boundary=x|Content-Length: 4||abcd",
                "POST /api/token HTTP/1.1|Content-Type: no type at all|Content-Length: 4||abcd",
                "POST /api/token HTTP/1.1|Content-Type: application/x-www-form-urlencoded|Content-Length: 3||%zz",
                "POST /api/decisions HTTP/1.1|Content-Type: application/json|Content-Length: 4||{\"q\"",
                "GET /api/decisions/nothing HTTP/1.1|Content-Type: multipart/form-data|",
                "GET /sign-in HTTP/1.1|Content-Type: multipart/form-data|Accept: nothing|",
                "POST /sign-in HTTP/1.1|Content-Type: multipart/form-data|Content-Length: 4||abcd",
                "POST /sign-in HTTP/1.1|Content-Type: application/x-www-form-urlencoded|Content-Length: 3||%zz",
                "GET /sign-in?a=%zz HTTP/1.1|",
                "GET /questions?words=%ff%fe HTTP/1.1|",
                "GET /%zz HTTP/1.1|",
                "GET /a%00b HTTP/1.1|",
                "GET /..%2f..%2fetc HTTP/1.1|",
                "GET //a;b=c/ HTTP/1.1|",
                "GET /no-such-page HTTP/1.1|Accept: ;;;|Accept-Language: ;;;|Cookie: =;=;;|Range: bytes=-|",
                "TRACE / HTTP/1.1|",
                "NONSENSE / HTTP/1.1|",
            })
    void isToldThatTheRequestIsAtFault(String request) throws IOException {
        String answer = answer(request);
        assertThat(answer).as(request).matches("(?s)HTTP/1\\.1 (4\\d\\d|302) .*");
        assertThat(answer).doesNotContain("Exception", "java.", "org.springframework");
    }

    private String answer(String request) throws IOException {
        String[] parts = request.split("\\|\\|", 2);
        String head = parts[0].replaceAll("\\|$", "").replace("|", "\r\n");
        String body = parts.length == 2 ? parts[1] : "";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write((head + "\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
