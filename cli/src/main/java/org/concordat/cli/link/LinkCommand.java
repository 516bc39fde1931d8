package org.concordat.cli.link;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.sources.ColumnChoices;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.files.tables.ReadOptions;
import org.concordat.linkage.LinkageSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat link}. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Finds the records of one person, in one file or across several.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat link council.csv hospital.csv --out linked")
public final class LinkCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "CSV of any kind, Excel, Parquet, JSON or JSON lines, packed with gzip or not.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the results; made anew.")
    private @Nullable Path out;

    @Option(
            names = "--id",
            paramLabel = "[SOURCE:]COL",
            description = "Column that names each row of its file once; else it is recognised.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--row-numbers", description = "Name rows by their number in their file instead of by a column.")
    private boolean rowNumbers;

    @Option(
            names = "--column",
            paramLabel = "[SOURCE:]COL=MEANING",
            description = "What a column holds, such as tel2=phone or ref=nothing; else it is recognised.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Use the model.json of an earlier run instead of training one.")
    private @Nullable Path model;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            defaultValue = "0.95",
            description = "Join records to one person from this probability on (${DEFAULT-VALUE}).")
    private double threshold;

    @Option(
            names = "--truth",
            paramLabel = "COL",
            description = "Column that says who is who. Only scores the result; the linking never sees it.")
    private @Nullable String truth;

    @Option(
            names = "--review",
            paramLabel = "FILE",
            description =
                    "clerical-sample.csv of an earlier run with labels in it: the report then says how good the links"
                            + " are.")
    private @Nullable Path review;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "200",
            description = "Draw N pairs for people to label, with their values (${DEFAULT-VALUE}; 0 for none).")
    private int sample;

    @Option(
            names = "--candidates",
            paramLabel = "FILE",
            description = "Also list every pair that was compared, for measuring (CSV).")
    private @Nullable Path candidates;

    @Option(names = "--seed", description = "Where random samples start; the same seed gives the same answer.")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work; else one a processor.")
    private @Nullable Integer threads;

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Option(names = "--json", description = "Print a summary for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null || out == null) {
            throw new IllegalStateException("picocli fills these in before it calls");
        }
        if (out.toString().isBlank()) {
            throw wrong("--out names no folder. Give one, such as --out linked.");
        }
        checkNumbers();
        Screen screen = Screen.of(spec.commandLine(), json);
        LinkageSettings settings = LinkageSettings.defaults().withPersonThreshold(threshold);
        LinkRequest request = new LinkRequest(
                files,
                out,
                names -> ColumnChoices.of(ids, truth, columns, names),
                rowNumbers,
                truth != null,
                null,
                review,
                sample,
                model,
                candidates,
                seed == null ? settings : settings.withSeed(seed),
                threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                readOptions(),
                LocalDate.now(ZoneId.systemDefault()));
        LinkSummary summary = new LinkJob(request, screen).run();
        if (json) {
            spec.commandLine().getOut().println(summary.json());
            spec.commandLine().getOut().flush();
        }
        return ExitCode.DONE.number();
    }

    private ReadOptions readOptions() {
        return form.options();
    }

    private void checkNumbers() {
        if (!(threshold > 0 && threshold < 1)) {
            throw wrong("--threshold is " + threshold + ". Give a probability between 0 and 1, such as 0.95.");
        }
        if (threads != null && (threads < 1 || threads > 512)) {
            throw wrong("--threads is " + threads + ". Give a number from 1 to 512.");
        }
        if (sample < 0) {
            throw wrong("--sample is " + sample + ". Give a number of pairs, 0 for none.");
        }
        if (rowNumbers && !ids.isEmpty()) {
            throw wrong("--id and --row-numbers exclude each other. Give one of them.");
        }
    }

    private static CommandException wrong(String message) {
        return new CommandException("WRONG-USE", ExitCode.WRONG_USE, message);
    }
}
