package org.concordat.cli.recapture;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.ConfidenceChoice;
import org.concordat.cli.figures.ResultChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.pictures.pages.ReportPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat recapture}. */
@Command(
        name = "recapture",
        aliases = "capture-recapture",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Estimates how many people there are, on no list too, from how far two or three lists overlap.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat recapture people.csv --lists outreach,hostel,hospital --out rough-sleepers")
public final class RecaptureCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PEOPLE",
            description = "One row for each person that is on some list, or for each combination with --count.")
    private Path file = Path.of("");

    @Option(
            names = "--lists",
            required = true,
            split = ",",
            paramLabel = "COL",
            description = "Two or three columns of 1 and 0: whether the person is on that list.")
    private List<String> lists = List.of();

    @Option(names = "--count", paramLabel = "COL", description = "How many people a row stands for; else one.")
    private @Nullable String count;

    @Mixin
    private ConfidenceChoice confidence = new ConfidenceChoice();

    @Mixin
    private ResultChoices results = new ResultChoices();

    @Override
    public Integer call() {
        if (lists.size() < 2 || lists.size() > 3 || new HashSet<>(lists).size() != lists.size()) {
            throw wrong("--lists names two or three different columns, such as outreach,hostel,hospital.");
        }
        SmallCounts small = results.smallCounts();
        Findings findings = Findings.of(
                Overlaps.read(results.read(file), lists, Optional.ofNullable(count)), confidence.value(), small);
        ReportPage page = new RecapturePage(findings)
                .page(results.title().orElse("How many there are: " + String.join(", ", lists)), results.today());
        results.write(RecapturePage.NAME, page, folder -> RecaptureFiles.write(folder, findings));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("finding", findings.lead());
        summary.put("value", findings.value());
        summary.put("lower", findings.lower());
        summary.put("upper", findings.upper());
        summary.put("seen", small.words(findings.overlaps().seen()));
        summary.put("rounded", findings.rounded());
        results.tell(RecapturePage.NAME, summary, List.of(findings.lead()));
        return ExitCode.DONE.number();
    }

    private static CommandException wrong(String what) {
        return new CommandException("RECAPTURE-OPTION", ExitCode.WRONG_USE, what);
    }
}
