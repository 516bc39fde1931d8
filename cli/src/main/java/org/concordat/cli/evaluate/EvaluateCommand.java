package org.concordat.cli.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.ConfidenceChoice;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.ResultChoices;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.Effect;
import org.concordat.measures.evaluation.Evaluation;
import org.concordat.measures.evaluation.EvaluationSettings;
import org.concordat.measures.evaluation.EvaluationSettings.Scale;
import org.concordat.measures.evaluation.MatchSettings;
import org.concordat.measures.evaluation.MatchSettings.Choice;
import org.concordat.measures.evaluation.Matches;
import org.concordat.measures.evaluation.PropensityScores;
import org.concordat.pictures.pages.ReportPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says what difference a service made, by comparing its cohort with people like them from a pool.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat evaluate cohort.csv pool.csv --id person --outcome reoffended"
                + " --covariates age,sex,offences --out evaluation")
public final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "COHORT",
            description = "Who had the service: ids alone, looked up in the pool, or all columns of people not in it.")
    private Path cohort = Path.of("");

    @Parameters(index = "1", paramLabel = "POOL", description = "Among whom people like them are looked for.")
    private Path pool = Path.of("");

    @Option(names = "--id", required = true, paramLabel = "COL", description = "Column that names each person once.")
    private String id = "";

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "COL",
            description = "Column of what came of it: 1 and 0, or a figure.")
    private String outcome = "";

    @Option(
            names = "--covariates",
            required = true,
            split = ",",
            paramLabel = "COL",
            description = "Columns that people are to be alike in, known before the service began.")
    private List<String> covariates = List.of();

    @Option(
            names = "--before",
            paramLabel = "COL",
            description = "The same as the outcome, measured before the service: tells how differently both changed.")
    private @Nullable String before;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "nearest",
            description = "nearest (else), optimal, or nearest-below, which makes figures of MatchIt 4.5.1 again.")
    private String method = "nearest";

    @Option(
            names = "--caliper",
            paramLabel = "SD",
            description = "The farthest that partners may be apart, in standard deviations, such as 0.2; else any.")
    private @Nullable Double caliper;

    @Option(
            names = "--scale",
            paramLabel = "NAME",
            defaultValue = "score",
            description = "What partners are to be near in: score (else) or logit.")
    private String scale = "score";

    @Option(names = "--ratio", paramLabel = "N", defaultValue = "1", description = "Partners for each; else 1.")
    private int ratio = 1;

    @Option(names = "--replace", description = "One person may be the partner of several.")
    private boolean replace;

    @Option(
            names = "--random-order",
            paramLabel = "SEED",
            description = "The cohort chooses in the random order of a seed; else the largest scores choose first.")
    private @Nullable Long seed;

    @Option(
            names = "--interval",
            paramLabel = "NAME",
            description = "Of a difference of proportions: newcombe (else) or wald.")
    private @Nullable String interval;

    @Mixin
    private ConfidenceChoice confidence = new ConfidenceChoice();

    @Option(names = "--leave-out-incomplete", description = "Leaves out people with a gap instead of refusing all.")
    private boolean leaveOutIncomplete;

    @Option(
            names = "--outcome-words",
            paramLabel = "WORDS",
            description = "What the outcome is, for the page; else the column's name.")
    private @Nullable String outcomeWords;

    @Mixin
    private ResultChoices results = new ResultChoices();

    @Override
    public Integer call() {
        EvaluateRequest request = request();
        FigureTable cohortTable = results.read(cohort);
        FigureTable poolTable = results.read(pool);
        People people = People.read(cohortTable, poolTable, request);
        if (!people.binary() && interval != null) {
            throw EvaluateTrouble.wrong("--interval belongs to outcomes of 0 and 1; figures are compared in pairs.");
        }
        EvaluationSettings settings = new EvaluationSettings(
                request.matching(),
                request.scale(),
                people.binary() ? request.wald() ? Effect.Method.WALD : Effect.Method.NEWCOMBE : Effect.Method.PAIRED,
                request.confidence());
        PropensityScores.Fitted fitted = switch (PropensityScores.of(people.model(), people.treated())) {
            case PropensityScores.Fitted found -> found;
            case PropensityScores.Constant refusal -> throw EvaluateTrouble.constant(refusal);
            case PropensityScores.Collinear refusal -> throw EvaluateTrouble.collinear(refusal);
            case PropensityScores.Separated refusal -> throw EvaluateTrouble.separated(refusal);
        };
        Evaluation.Found found =
                switch (Evaluation.of(fitted, people.treated(), people.compared(), people.outcomes(), settings)) {
                    case Evaluation.Found it -> it;
                    case Evaluation.TooFewTreated refusal -> throw EvaluateTrouble.tooFew(refusal, request.matching());
                    case Evaluation.Unlike refusal -> throw EvaluateTrouble.unlike(refusal, request.matching());
                };
        Results made = Results.of(people, found, request);
        ReportPage page = new EvaluatePage(
                        made, request, people.leftOut(), fitted.names().size() - 1)
                .page(results.title().orElse("What difference it made: " + cohort.getFileName()), results.today());
        results.write(EvaluatePage.NAME, page, folder -> EvaluateFiles.write(folder, made, people, fitted));
        tell(people, made, request);
        return ExitCode.DONE.number();
    }

    private void tell(People people, Results made, EvaluateRequest request) {
        Evaluation.Found found = made.found();
        Matches matches = found.matches();
        boolean hidden = made.hiding().difference();
        boolean hiddenTies = made.hiding().ties();
        int without = matches.treated() - matches.matchedTreated();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("finding", made.finding());
        summary.put("matched", matches.matchedTreated());
        summary.put("cohort", made.small().small(without) ? SmallCounts.MARK : matches.treated());
        summary.put("pool", matches.pool());
        summary.put("leftOut", made.small().small(people.leftOut()) ? SmallCounts.MARK : people.leftOut());
        summary.put(
                "difference",
                hidden ? SmallCounts.MARK : found.effect().difference().value().orElseThrow());
        made.change()
                .ifPresent(change -> summary.put(
                        "differenceInChanges",
                        made.hiding().change()
                                ? SmallCounts.MARK
                                : change.effect().value().orElseThrow()));
        summary.put("ties", matches.ties());
        summary.put(
                "differenceAtLeastByTies",
                hiddenTies ? SmallCounts.MARK : found.ties().least());
        summary.put(
                "differenceAtMostByTies",
                hiddenTies ? SmallCounts.MARK : found.ties().most());
        results.tell(
                EvaluatePage.NAME,
                summary,
                List.of(
                        request.outcomeName() + ": " + made.finding() + ".",
                        matches.matchedTreated() + " people of the cohort were compared, with " + matches.matchedPool()
                                + " of " + matches.pool() + " others; "
                                + made.small().words(without)
                                + " had nobody like them."));
    }

    private EvaluateRequest request() {
        if (new LinkedHashSet<>(covariates).size() != covariates.size() || covariates.contains("")) {
            throw EvaluateTrouble.wrong("--covariates names each column once.");
        }
        if (covariates.contains(outcome) || covariates.contains(id) || id.equals(outcome)) {
            throw EvaluateTrouble.wrong("--id, --outcome and --covariates name different columns.");
        }
        if (ratio < 1 || ratio > 100) {
            throw EvaluateTrouble.wrong("--ratio is from 1 to 100.");
        }
        if (caliper != null && !(caliper > 0 && Double.isFinite(caliper))) {
            throw EvaluateTrouble.wrong("--caliper is above 0, such as 0.2.");
        }
        if (before != null && (before.equals(outcome) || before.equals(id))) {
            throw EvaluateTrouble.wrong("--before names another column than --outcome and --id.");
        }
        if (before != null && replace) {
            throw EvaluateTrouble.wrong(
                    "--before does not go with --replace: with partners chosen again its range would be too narrow.");
        }
        if (interval != null && !interval.equals("newcombe") && !interval.equals("wald")) {
            throw EvaluateTrouble.wrong("--interval is newcombe or wald.");
        }
        Choice choice = switch (method) {
            case "nearest" -> Choice.NEAREST;
            case "optimal" -> Choice.OPTIMAL;
            case "nearest-below" -> Choice.NEAREST_BELOW;
            default -> throw EvaluateTrouble.wrong("--method is nearest, optimal or nearest-below.");
        };
        if (replace && choice == Choice.NEAREST_BELOW) {
            throw EvaluateTrouble.wrong("--replace goes with nearest and optimal only.");
        }
        Scale usedScale = switch (scale) {
            case "score" -> Scale.SCORE;
            case "logit" -> Scale.LOGIT;
            default -> throw EvaluateTrouble.wrong("--scale is score or logit.");
        };
        MatchSettings matching = new MatchSettings(
                choice,
                ratio,
                replace,
                caliper == null ? OptionalDouble.empty() : OptionalDouble.of(caliper),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
        return new EvaluateRequest(
                id,
                outcome,
                Optional.ofNullable(outcomeWords),
                Optional.ofNullable(before),
                List.copyOf(covariates),
                matching,
                usedScale,
                "wald".equals(interval),
                confidence.value(),
                leaveOutIncomplete,
                results.smallCounts());
    }
}
