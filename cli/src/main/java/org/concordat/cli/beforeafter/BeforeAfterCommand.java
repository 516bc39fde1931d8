package org.concordat.cli.beforeafter;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.ConfidenceChoice;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.ResultChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.Estimate;
import org.concordat.pictures.pages.ReportPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat before-after}. */
@Command(
        name = "before-after",
        aliases = "difference-in-differences",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Says whether something changed more where a service began than elsewhere (difference in differences).",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat before-after districts.csv --group district --period year --treated Harbour --from 2024"
                + " --persons tenants --count evicted --out change")
public final class BeforeAfterCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TABLE", description = "One row for each group and period.")
    private Path file = Path.of("");

    @Option(
            names = "--group",
            required = true,
            paramLabel = "COL",
            description = "Column of groups, such as districts.")
    private String group = "";

    @Option(
            names = "--period",
            required = true,
            paramLabel = "COL",
            description = "Column of periods, all written alike, such as 2024 or 2024-03.")
    private String period = "";

    @Option(
            names = "--treated",
            required = true,
            paramLabel = "NAME",
            description = "The group where the service began; all others are put together.")
    private String treated = "";

    @Option(names = "--from", required = true, paramLabel = "PERIOD", description = "The first period of the service.")
    private String from = "";

    @Option(names = "--persons", required = true, paramLabel = "COL", description = "Column of how many there were.")
    private String persons = "";

    @Option(names = "--count", paramLabel = "COL", description = "Column of to how many of them it happened.")
    private @Nullable String count;

    @Option(names = "--mean", paramLabel = "COL", description = "Instead of --count: column of means; with --error.")
    private @Nullable String mean;

    @Option(names = "--error", paramLabel = "COL", description = "Column of the standard errors of the means.")
    private @Nullable String error;

    @Option(
            names = "--outcome-words",
            paramLabel = "WORDS",
            description = "What is measured, for the page; else the column's name.")
    private @Nullable String outcomeWords;

    @Mixin
    private ConfidenceChoice confidence = new ConfidenceChoice();

    @Mixin
    private ResultChoices results = new ResultChoices();

    @Override
    public Integer call() {
        BeforeAfterRequest request = request(results.smallCounts());
        FigureTable table = results.read(file);
        table.require(group, "--group");
        table.require(period, "--period");
        table.require(persons, "--persons");
        request.count().ifPresent(column -> table.require(column, "--count"));
        request.mean().ifPresent(column -> table.require(column, "--mean"));
        request.error().ifPresent(column -> table.require(column, "--error"));
        Changes changes = new Changes(Panel.read(table, request), request);
        ReportPage page = new BeforeAfterPage(changes)
                .page(results.title().orElse("Before and after: " + request.words()), results.today());
        results.write(BeforeAfterPage.NAME, page, folder -> BeforeAfterFiles.write(folder, changes));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("finding", changes.lead());
        changes.after()
                .forEach(moment -> summary.put(
                        "change" + moment.name(),
                        changes.effect(moment)
                                .map(Estimate::value)
                                .<Object>map(value -> value.orElseThrow())
                                .orElse(SmallCounts.MARK)));
        summary.put("doubtful", changes.doubtful());
        results.tell(BeforeAfterPage.NAME, summary, List.of(changes.lead()));
        return ExitCode.DONE.number();
    }

    private BeforeAfterRequest request(SmallCounts small) {
        if ((count == null) == (mean == null) || (mean == null) != (error == null)) {
            throw wrong("Give --count, or --mean together with --error.");
        }
        String measured = Stream.of(outcomeWords, count, mean)
                .flatMap(words -> Optional.ofNullable(words).stream())
                .findFirst()
                .orElseThrow();
        return new BeforeAfterRequest(
                group,
                period,
                treated,
                from,
                persons,
                Optional.ofNullable(count),
                Optional.ofNullable(mean),
                Optional.ofNullable(error),
                measured,
                confidence.value(),
                small);
    }

    private static CommandException wrong(String what) {
        return new CommandException("BEFORE-AFTER-OPTION", ExitCode.WRONG_USE, what);
    }
}
