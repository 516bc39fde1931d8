package org.concordat.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.results.OutputTrouble;
import org.concordat.synthetic.SyntheticException;
import org.concordat.synthetic.services.TenancySupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of {@code concordat demo service}, which makes the files that the pages on evaluation work with. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes the files of a made-up service, to try evaluate, survival, pathways, recapture and before-after.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat demo service --out service")
public final class DemoServiceCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "service",
            description = "Folder for the files; made anew (${DEFAULT-VALUE}).")
    private Path out = Path.of("service");

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed makes the same files (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        try (NewFolder folder = NewFolder.at(out)) {
            TenancySupport.of(seed).writeTo(folder::open);
            folder.finish();
        } catch (SyntheticException trouble) {
            throw trouble.getCause() instanceof IOException written ? OutputTrouble.of(written, out) : trouble;
        }
        Screen screen = Screen.of(spec.commandLine(), false);
        screen.say("Made a service that helps people keep their homes, and people who do not exist, in " + out + ":");
        screen.say("cohort.csv and pool.csv for evaluate, followup.csv for survival, steps.csv for pathways,");
        screen.say("lists.csv for recapture, districts.csv for before-after.");
        return ExitCode.DONE.number();
    }
}
