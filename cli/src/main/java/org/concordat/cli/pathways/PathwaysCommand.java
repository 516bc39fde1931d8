package org.concordat.cli.pathways;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.ResultChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.survival.Pathways;
import org.concordat.pictures.pages.ReportPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat pathways}. */
@Command(
        name = "pathways",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows which steps people take one after another, with what few people did hidden.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat pathways steps.csv --id person --time date --step step --out pathways")
public final class PathwaysCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STEPS", description = "One row for each step of a person.")
    private Path file = Path.of("");

    @Option(names = "--id", required = true, paramLabel = "COL", description = "Column that names the person.")
    private String id = "";

    @Option(
            names = "--time",
            required = true,
            paramLabel = "COL",
            description = "When the step was taken: dates such as 2026-03-31, or numbers.")
    private String time = "";

    @Option(names = "--step", required = true, paramLabel = "COL", description = "Column of what was done.")
    private String step = "";

    @Option(
            names = "--show",
            paramLabel = "WHAT",
            defaultValue = "steps",
            description = "What may be published: steps from one to the next (else), or whole ways. Not both.")
    private String show = "steps";

    @Mixin
    private ResultChoices results = new ResultChoices();

    @Override
    public Integer call() {
        if (!show.equals("steps") && !show.equals("ways")) {
            throw new CommandException("PATHWAYS-OPTION", ExitCode.WRONG_USE, "--show is steps or ways.");
        }
        SmallCounts small = results.smallCounts();
        Journeys all = Journeys.read(results.read(file), id, time, step);
        if (small.small((double) all.steps().size())) {
            throw new CommandException(
                    "PATHWAYS-FEW",
                    ExitCode.REFUSED,
                    "Only so few people are in " + file.getFileName()
                            + " that nothing may be shown of them. Nothing was written.");
        }
        Journeys common = all.withRareTogether(small);
        Shown shown = show.equals("ways")
                ? new Shown.Ways(SafeWays.of(Pathways.of(common.steps(), (int) Math.max(1, small.threshold())), small))
                : new Shown.Steps(SafeSteps.of(common, small));
        PathwaysPage content = new PathwaysPage(shown, common, small);
        ReportPage page =
                content.page(results.title().orElse("Which way people go: " + file.getFileName()), results.today());
        results.write(
                PathwaysPage.NAME,
                page,
                folder -> PathwaysFiles.write(
                        folder, shown, Pathways.of(all.steps(), (int) Math.max(1, small.threshold())), small));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("finding", content.lead());
        summary.put("people", all.steps().size());
        summary.put("show", show);
        results.tell(PathwaysPage.NAME, summary, List.of(content.lead()));
        return ExitCode.DONE.number();
    }
}
