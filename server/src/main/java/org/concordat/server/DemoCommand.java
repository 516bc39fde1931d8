package org.concordat.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.concordat.server.demo.Tideford;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.postgres.PracticeFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code concordat demo}: starts the server with the made-up partnership of Tideford, and says who can sign in. */
@Command(
        name = DemoCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Starts practice mode: the server with the made-up partnership of Tideford and a lesson for each role.",
            "What you do stays in the folder concordat-demo, apart from anything real."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat demo",
            "  ./concordat demo --afresh",
            "  ./concordat demo --concordat.port=9000",
            "",
            "Another demo, of linking files at the command line: ./concordat demo --out tideford"
        })
final class DemoCommand implements Callable<Integer> {
    static final String NAME = "demo";

    private static final String FOLDER = "--concordat.data-folder=";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--afresh",
            description = "First forget what was done there. Only a folder that was made for practice is emptied.")
    private boolean afresh;

    @Mixin
    private GivenSettings settings = new GivenSettings();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<String> arguments = new ArrayList<>(List.of(settings.arguments()));
        if (arguments.stream().noneMatch(argument -> argument.startsWith(FOLDER))) {
            arguments.add(FOLDER + "concordat-demo");
        }
        arguments.add("--concordat.demo=true");
        if (afresh) {
            PracticeFolder.clear(folder(arguments));
        }
        out.println(
                "Starting the made-up partnership of Tideford. The first time takes a minute, while its people sign.");
        out.flush();
        ConfigurableApplicationContext context = ConcordatServer.start(arguments.toArray(String[]::new));
        WebServer server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        Settings read = context.getBean(Settings.class);
        URI listening = URI.create((read.tls() == null ? "http" : "https") + "://"
                + read.address().getHostAddress() + ":" + server.getPort());
        lines(Objects.requireNonNullElse(read.publicAddress(), listening)).forEach(out::println);
        out.flush();
        return 0;
    }

    private static Path folder(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(FOLDER))
                .map(argument -> Path.of(argument.substring(FOLDER.length())))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static Stream<String> lines(URI address) {
        return Stream.concat(
                Stream.of(
                        "",
                        "Tideford answers at " + address + " (Ctrl-C stops it). Nothing in it is real.",
                        "A lesson for each role: " + address + "/lessons",
                        "Sign in with the password " + Tideford.PASSWORD + " as:",
                        ""),
                Tideford.signIns().stream()
                        .map(one -> "  %-34s %s, %s".formatted(one.email(), one.name(), one.roles())));
    }
}
