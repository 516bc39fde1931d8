package org.concordat.cli.agreements.map;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.agreements.OpenFolder;
import org.concordat.cli.agreements.map.Way.Standing;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.results.NewFile;
import org.concordat.cli.results.NewFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat agreements map}. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Draws who may share what with whom, and what stands in the way, as one page.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat agreements map town --trusted-keys keys.yaml --out map.html")
public final class MapCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of agreements.")
    private @Nullable Path folder;

    @Option(names = "--on", paramLabel = "DATE", description = "As it stands on that day; else today.")
    private @Nullable LocalDate on;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the page goes.")
    private @Nullable Path out;

    @Option(
            names = "--trusted-keys",
            paramLabel = "FILE",
            description = "Keys that were checked with their organisations; without it no signature counts.")
    private @Nullable Path trustedKeys;

    @Option(names = "--replace", description = "Put the new page in the place of the one that is there.")
    private boolean replace;

    @Override
    public Integer call() {
        Path page = Objects.requireNonNull(out);
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        OpenFolder opened = OpenFolder.of(Objects.requireNonNull(folder), trustedKeys);
        FlowMap map = FlowMap.of(opened.folder(), opened.law(), day, trustedKeys != null);
        byte[] html = map.page().html().getBytes(UTF_8);
        NewFolder.Content content = stream -> {
            stream.write(html);
            return 1;
        };
        if (replace) {
            NewFile.replace(page, content);
        } else {
            NewFile.share(page, content);
        }
        Screen.of(Objects.requireNonNull(spec).commandLine(), false)
                .say("On " + day + ": " + map.count(Standing.MAY) + " flows may be shared, "
                        + map.count(Standing.ALMOST) + " almost may, " + map.count(Standing.NOT)
                        + " may not. The map is " + page);
        return ExitCode.DONE.number();
    }
}
