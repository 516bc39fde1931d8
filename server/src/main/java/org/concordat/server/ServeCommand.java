package org.concordat.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.server.foundation.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code concordat serve}: starts the server, which goes on until it is asked to end. */
@Command(
        name = ServeCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Starts the partnership's server, on this computer alone unless it is set otherwise.",
            "Settings are given as --concordat.name=value; the manual's page serve.md lists them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat serve",
            "  ./concordat serve --concordat.port=9000 --concordat.data-folder=/srv/concordat",
            "",
            "Ctrl-C stops it. Memory: CONCORDAT_MEMORY=1g ./concordat serve, else 512 MB."
        })
final class ServeCommand implements Callable<Integer> {
    static final String NAME = "serve";
    private static final List<String> PAGES_TO_PRACTISE_ON = List.of("/", "/sign-in", "/no-such-page");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GivenSettings settings = new GivenSettings();

    @Option(
            names = "--practise",
            hidden = true,
            description = "Start, ask for some pages and end, while Java notes which classes a start takes.")
    private boolean practise;

    @Override
    public Integer call() throws IOException {
        ConfigurableApplicationContext context = ConcordatServer.start(settings.arguments());
        WebServer server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        Settings read = context.getBean(Settings.class);
        String address = (read.tls() == null ? "http" : "https") + "://" + host(read) + ":" + server.getPort();
        if (practise) {
            for (String page : PAGES_TO_PRACTISE_ON) {
                askFor(URI.create(address + page));
            }
            context.close();
        } else {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.println("Concordat answers at " + Objects.requireNonNullElse(read.publicAddress(), URI.create(address))
                    + " (Ctrl-C stops it)");
            out.flush();
        }
        return 0;
    }

    private static String host(Settings settings) {
        String address = settings.address().getHostAddress();
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static void askFor(URI page) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setInstanceFollowRedirects(true);
        connection.setConnectTimeout(10_000);
        connection.setReadTimeout(30_000);
        try (InputStream answer = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : Objects.requireNonNullElse(connection.getErrorStream(), InputStream.nullInputStream())) {
            answer.readAllBytes();
        } finally {
            connection.disconnect();
        }
    }
}
