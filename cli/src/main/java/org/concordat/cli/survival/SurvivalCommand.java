package org.concordat.cli.survival;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.ConfidenceChoice;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.ResultChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.survival.FollowUp;
import org.concordat.pictures.pages.ReportPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat survival}. */
@Command(
        name = "survival",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows how long it takes until something happens, such as reoffending, and whether groups differ.",
        footerHeading = "%nExample:%n",
        footer =
                "  ./concordat survival followup.csv --time days --event evicted --by group --unit days --out survival")
public final class SurvivalCommand implements Callable<Integer> {
    private static final int MOST_GROUPS = 5;
    private static final int USUAL_STRETCHES = 24;

    @Parameters(paramLabel = "FOLLOWUP", description = "One row for each person who was followed.")
    private Path file = Path.of("");

    @Option(
            names = "--time",
            required = true,
            paramLabel = "COL",
            description = "How long the person was followed, from their own start.")
    private String time = "";

    @Option(
            names = "--event",
            required = true,
            paramLabel = "COL",
            description = "1 where it happened at that time; 0 where the person was out of sight from then on.")
    private String event = "";

    @Option(names = "--by", paramLabel = "COL", description = "Groups to compare, at most five.")
    private @Nullable String by;

    @Option(
            names = "--unit",
            paramLabel = "WORD",
            defaultValue = "",
            description = "Of time, such as days; for the page.")
    private String unit = "";

    @Option(
            names = "--event-words",
            paramLabel = "WORDS",
            description = "What the event is, such as \"lost their home\"; else the column's name.")
    private @Nullable String eventWords;

    @Option(
            names = "--every",
            paramLabel = "N",
            description =
                    "Least length of a stretch of time on the page; else a round one, about a twenty-fourth of all.")
    private @Nullable Double every;

    @Mixin
    private ConfidenceChoice confidence = new ConfidenceChoice();

    @Mixin
    private ResultChoices results = new ResultChoices();

    @Override
    public Integer call() {
        if (every != null && !(every > 0 && Double.isFinite(every))) {
            throw wrong("--every is above 0, such as 30.");
        }
        SmallCounts small = results.smallCounts();
        FigureTable table = results.read(file);
        Map<String, List<FollowUp>> people = people(table);
        double longest = people.values().stream()
                .flatMap(List::stream)
                .mapToDouble(FollowUp::time)
                .max()
                .orElseThrow();
        SurvivalRequest request = new SurvivalRequest(
                time,
                event,
                Optional.ofNullable(by),
                unit.strip(),
                eventWords == null ? event : eventWords,
                every == null ? round(longest / USUAL_STRETCHES) : every,
                confidence.value(),
                small);
        if (longest / request.every() > 10_000) {
            throw wrong("--every is so short that the time has more than 10,000 stretches. Give a longer one.");
        }
        List<ShownGroup> groups = new ArrayList<>();
        people.forEach((name, followed) -> groups.add(ShownGroup.of(name, followed, request)));
        SurvivalFindings findings = SurvivalFindings.of(groups, request);
        ReportPage page = new SurvivalPage(findings)
                .page(results.title().orElse("How long until: " + request.eventWords()), results.today());
        results.write(SurvivalPage.NAME, page, folder -> SurvivalFiles.write(folder, findings));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("finding", findings.lead());
        summary.put("groups", groups.size());
        summary.put("hiddenGroups", findings.hidden());
        findings.test().ifPresent(test -> {
            summary.put("chiSquared", SurvivalFindings.rounded(test.chiSquared(), 2));
            summary.put("probability", SurvivalFindings.probability(test.probability()));
        });
        results.tell(SurvivalPage.NAME, summary, List.of(findings.lead()));
        return ExitCode.DONE.number();
    }

    private Map<String, List<FollowUp>> people(FigureTable table) {
        table.require(time, "--time");
        table.require(event, "--event");
        if (by != null) {
            table.require(by, "--by");
        }
        Map<String, List<FollowUp>> people = new TreeMap<>();
        for (FigureRow row : table.rows()) {
            double length = row.requiredNumber(time);
            if (length < 0) {
                throw row.trouble(time, "is below zero", "Nobody is followed for less than no time; mend the dates.");
            }
            people.computeIfAbsent(by == null ? "all" : row.requiredText(by), none -> new ArrayList<>())
                    .add(new FollowUp(length, happened(row)));
            if (people.size() > MOST_GROUPS) {
                throw new CommandException(
                        "SURVIVAL-GROUPS",
                        ExitCode.WRONG_USE,
                        "Column " + by + " of " + table.file() + " has more than " + MOST_GROUPS
                                + " groups, which nobody can tell apart in a picture. Put them into fewer.");
            }
        }
        return people;
    }

    private boolean happened(FigureRow row) {
        double written = row.requiredNumber(event);
        if (written != 0 && written != 1) {
            throw row.trouble(
                    event,
                    "is neither 1 nor 0",
                    "Write 1 where it happened, and 0 where the person was out of sight from then on.");
        }
        return written == 1;
    }

    /** The next 1, 2 or 5 times a power of ten that is as long or longer. */
    private static double round(double length) {
        if (!(length > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= length * (1 - 1e-12)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static CommandException wrong(String what) {
        return new CommandException("SURVIVAL-OPTION", ExitCode.WRONG_USE, what);
    }
}
