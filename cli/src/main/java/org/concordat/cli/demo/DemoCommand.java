package org.concordat.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.link.LinkJob;
import org.concordat.cli.link.LinkRequest;
import org.concordat.cli.link.LinkSummary;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.results.OutputTrouble;
import org.concordat.cli.sources.ColumnChoices;
import org.concordat.files.tables.ReadOptions;
import org.concordat.linkage.LinkageSettings;
import org.concordat.synthetic.SyntheticException;
import org.concordat.synthetic.Tideford;
import org.concordat.synthetic.TownPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of {@code concordat demo}, and what it does. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows a whole run on the made-up town of Tideford.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat demo --people 5000 --out small-town",
            "  ./concordat demo service --out service          files to try evaluations with"
        },
        subcommands = DemoServiceCommand.class)
public final class DemoCommand implements Callable<Integer> {
    private static final String FILES = "files/";
    private static final int SAMPLE_PAIRS = 200;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many people live in the town at first, 1,000 to 3,000,000 (${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tideford",
            description = "Folder for the town's files and the results; made anew (${DEFAULT-VALUE}).")
    private Path out = Path.of("tideford");

    @Option(names = "--seed", defaultValue = "1", description = "The same seed makes the same town (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print a summary for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        if (people < TownPlan.LEAST_PEOPLE || people > TownPlan.MOST_PEOPLE) {
            throw new CommandException(
                    "WRONG-USE",
                    ExitCode.WRONG_USE,
                    "--people is " + people + ". Give a number from " + TownPlan.LEAST_PEOPLE + " to "
                            + TownPlan.MOST_PEOPLE + ".");
        }
        Screen screen = Screen.of(spec.commandLine(), json);
        try (NewFolder folder = NewFolder.at(out)) {
            makeTown(folder, screen);
            LinkSummary summary = new LinkJob(request(folder), screen).into(folder);
            folder.finish();
            screen.say("");
            screen.say("The agencies' files and the truth about them are in " + out.resolve("files"));
            screen.say("The report: " + out.resolve("report.html") + "  (open it in a browser)");
            if (json) {
                spec.commandLine().getOut().println(summary.json());
                spec.commandLine().getOut().flush();
            }
        }
        return ExitCode.DONE.number();
    }

    private void makeTown(NewFolder folder, Screen screen) {
        screen.say(String.format(Locale.ROOT, "Making Tideford, a town of %,d people who do not exist.", people));
        screen.bar().begin("ten years of births, moves and mistakes", 0);
        try {
            Tideford.of(TownPlan.ofPeople(seed, people)).writeTo(name -> folder.open(FILES + name));
        } catch (SyntheticException trouble) {
            throw trouble.getCause() instanceof IOException written
                    ? OutputTrouble.of(written, folder.target())
                    : trouble;
        }
        screen.say("Its agencies send " + String.join(", ", Tideford.agencyFileNames())
                + ": linking them, with no configuration.");
        screen.say("");
    }

    private LinkRequest request(NewFolder folder) {
        List<Path> files = Tideford.agencyFileNames().stream()
                .map(name -> folder.path(FILES + name))
                .toList();
        return new LinkRequest(
                files,
                out,
                _ -> ColumnChoices.none(),
                false,
                false,
                folder.path(FILES + "truth.csv"),
                null,
                SAMPLE_PAIRS,
                null,
                null,
                LinkageSettings.defaults(),
                Runtime.getRuntime().availableProcessors(),
                ReadOptions.defaults(),
                LocalDate.now(ZoneId.systemDefault()));
    }
}
