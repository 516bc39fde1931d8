package org.concordat.server.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.concordat.server.ConcordatServer;
import org.concordat.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a monitoring program, and a proxy in front, may know; and that nobody else knows more. */
@SpringBootTest(
        classes = ConcordatServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "concordat.monitoring-port=0")
final class MonitoringIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @LocalServerPort
    private int pages;

    @LocalManagementPort
    private int monitoring;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        DATABASE.register(settings);
        settings.add(
                "concordat.data-folder",
                () -> Path.of("target", "monitoring-data").toString());
    }

    @Test
    void tellsAMonitoringProgramHowTheServerFares() throws Exception {
        get(pages, "/can-we-share?sender=somebody-s-name");
        assertThat(get(monitoring, "/actuator/health").body()).contains("\"status\":\"UP\"", "ledger");
        String figures = get(monitoring, "/actuator/prometheus").body();
        assertThat(figures).contains("jvm_memory_used_bytes", "hikaricp_connections", "http_server_requests_seconds");
        assertThat(figures).doesNotContain("somebody-s-name");
    }

    @Test
    void hasNothingElseAtThatDoorAndNothingOfItAtTheOthers() throws Exception {
        assertThat(get(monitoring, "/sign-in").statusCode()).isNotEqualTo(200);
        assertThat(get(monitoring, "/actuator/env").statusCode()).isNotEqualTo(200);
        for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/prometheus"}) {
            assertThat(get(pages, path).statusCode()).as(path).isIn(302, 401, 404);
        }
    }

    @Test
    void tellsAProxyWhetherItIsReady() throws Exception {
        HttpResponse<String> answer = get(pages, "/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ready\":true}");
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
