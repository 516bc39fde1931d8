package org.concordat.cli.rates;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.HidingChoices;
import org.concordat.cli.figures.PolarityChoice;
import org.concordat.cli.results.OutputChoices;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.files.tables.ReadOptions;
import org.concordat.measures.Status;
import org.concordat.measures.comparisons.WidenedFunnel.Widening;
import org.concordat.measures.rates.CountInterval;
import org.concordat.measures.rates.ProportionInterval;
import org.concordat.measures.standardised.StandardPopulation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code concordat rates}. */
@Command(
        name = "rates",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes rates, proportions, ratios or life expectancy of counts by area, with intervals, and marks small counts.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat rates deaths.csv --method direct --benchmark E08000009 --polarity low-is-good --out rates",
            "  ./concordat rates health.csv --method proportion --numerator bad_health --denominator residents --out rates"
        })
public final class RatesCommand implements Callable<Integer> {
    private static final int MOST_GROUPS = 100;

    @Parameters(
            paramLabel = "TABLE",
            description = "A row for each area and period, and for each age band where the method needs them.")
    private Path table = Path.of("");

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description = "proportion, rate, ratio, direct, indirect-ratio, indirect-rate or life-expectancy.")
    private String method = "";

    @Mixin
    private OutputChoices results = new OutputChoices();

    @Option(names = "--numerator", paramLabel = "COL", description = "Column of counts; else numerator, count, deaths.")
    private @Nullable String numerator;

    @Option(
            names = "--denominator",
            paramLabel = "COL",
            description = "Column of populations, or events expected; else denominator, population, expected.")
    private @Nullable String denominator;

    @Option(names = "--area", paramLabel = "COL", description = "Column of areas' codes; else area_code.")
    private @Nullable String area;

    @Option(names = "--area-name", paramLabel = "COL", description = "Column of their names; else area_name.")
    private @Nullable String areaName;

    @Option(names = "--period", paramLabel = "COL", description = "Column of periods; else period, year.")
    private @Nullable String period;

    @Option(names = "--age", paramLabel = "COL", description = "Column of age bands; else age, age_band.")
    private @Nullable String age;

    @Option(names = "--sex", paramLabel = "COL", description = "Column of sexes, each a series of its own; else sex.")
    private @Nullable String sex;

    @Option(
            names = "--indicator",
            paramLabel = "COL",
            description = "Column of indicators, each a series of its own; else indicator.")
    private @Nullable String indicator;

    @Option(names = "--title", paramLabel = "WORDS", description = "What the figures are of; else the table's name.")
    private @Nullable String title;

    @Option(names = "--unit", paramLabel = "WORDS", description = "What is counted, such as persons or crimes.")
    private String unit = "";

    @Option(
            names = "--multiplier",
            paramLabel = "N",
            description = "What figures are expressed for; else 100 for proportions and ratios, 100000 for rates.")
    private @Nullable Double multiplier;

    @Option(
            names = "--interval",
            paramLabel = "NAME",
            description = "For proportions wilson (else) or exact; for rates and ratios byar, exact, or exact below ten"
                    + " events and byar from there on (else).")
    private @Nullable String interval;

    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Of the intervals; else 0.95.")
    private double confidence = .95;

    @Option(
            names = "--standard",
            paramLabel = "NAME|FILE",
            defaultValue = "ESP2013",
            description = "Standard population of --method direct: ESP2013 (else), ESP1976, or a table with the columns"
                    + " age and population.")
    private String standard = "ESP2013";

    @Option(
            names = "--reference",
            paramLabel = "CODE",
            description = "The area of the table whose rates by age the indirect methods expect elsewhere.")
    private @Nullable String reference;

    @Option(names = "--benchmark", paramLabel = "CODE", description = "The area beside which the others are put.")
    private @Nullable String benchmark;

    @Mixin
    private PolarityChoice polarity = new PolarityChoice();

    @Option(
            names = "--groups",
            paramLabel = "N",
            description = "Put areas into N groups by the rank of their figure, such as 5 or 10; else none.")
    private @Nullable Integer groups;

    @Option(
            names = "--funnel",
            paramLabel = "NAME",
            defaultValue = "plain",
            description = "plain (else), or limits that allow for areas which differ by more than chance: additive or"
                    + " multiplicative.")
    private String funnel = "plain";

    @Mixin
    private HidingChoices hiding = new HidingChoices();

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Override
    public Integer call() {
        FigureTable read = FigureTable.read(table, form.options());
        RatesRequest request = request(read);
        List<AreaFigure> figures = AreaFigures.of(CountsReader.read(read, request), request);
        if (figures.isEmpty()) {
            throw wrong(read.file() + " has no rows, so there is nothing to compute.");
        }
        List<String> notes = RatesNotes.of(figures, request);
        results.write(
                RatesPage.NAME,
                RatesPage.of(figures, request, notes, results.today()),
                folder -> RatesFile.write(folder, figures, request, notes));
        results.tell(() -> summary(figures, notes), lines(figures, notes));
        return ExitCode.DONE.number();
    }

    private Map<String, Object> summary(List<AreaFigure> figures, List<String> notes) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("folder", results.out().toString());
        summary.put("figures", figures.size());
        for (Status status : Status.values()) {
            summary.put(status.name().toLowerCase(Locale.ROOT), RatesNotes.count(figures, status));
        }
        summary.put("notes", notes);
        return summary;
    }

    private List<String> lines(List<AreaFigure> figures, List<String> notes) {
        List<String> lines = new ArrayList<>();
        lines.add(figures.size() + " figures are in " + results.out() + ": open " + RatesPage.NAME
                + " in a browser, or take " + RatesFile.NAME + ".");
        notes.forEach(note -> lines.add("- " + note));
        return lines;
    }

    private RatesRequest request(FigureTable read) {
        RateMethod chosen = RateMethod.named(method)
                .orElseThrow(() -> wrong("There is no method " + method + "; there are " + RateMethod.all() + "."));
        if (!(confidence > 0 && confidence < 1)) {
            throw wrong("--confidence lies between 0 and 1, such as 0.95 or 0.998.");
        }
        double usedMultiplier = multiplier == null ? chosen.usualMultiplier() : multiplier;
        if (!(usedMultiplier > 0 && Double.isFinite(usedMultiplier))) {
            throw wrong("--multiplier is above 0.");
        }
        if (chosen == RateMethod.LIFE_EXPECTANCY && usedMultiplier != 1) {
            throw wrong("Life expectancy is in years and takes no --multiplier.");
        }
        boolean indirect = chosen == RateMethod.INDIRECT_RATIO || chosen == RateMethod.INDIRECT_RATE;
        if (indirect != (reference != null)) {
            throw wrong(
                    indirect
                            ? "--method " + method
                                    + " needs --reference, the area whose rates by age are expected elsewhere."
                            : "--reference belongs to the indirect methods only.");
        }
        return new RatesRequest(
                ColumnNames.in(
                        read,
                        new ColumnNames.Named(area, areaName, indicator, sex, period, age, numerator, denominator)),
                title == null ? read.file() : title,
                chosen == RateMethod.LIFE_EXPECTANCY && unit.isEmpty() ? "years" : unit,
                chosen,
                usedMultiplier,
                ofProportions(chosen),
                ofCounts(chosen),
                standard(),
                Optional.ofNullable(reference),
                Optional.ofNullable(benchmark),
                polarity.chosen(),
                confidence,
                hiding.smallCounts(),
                groups(),
                widening(chosen));
    }

    private int groups() {
        if (groups == null) {
            return 0;
        }
        if (groups < 2 || groups > MOST_GROUPS) {
            throw wrong("--groups is a number from 2 to " + MOST_GROUPS + ", such as 5 for fifths.");
        }
        return groups;
    }

    private Optional<Widening> widening(RateMethod chosen) {
        Optional<Widening> widening = switch (funnel) {
            case "plain" -> Optional.empty();
            case "additive" -> Optional.of(Widening.ADDITIVE);
            case "multiplicative" -> Optional.of(Widening.MULTIPLICATIVE);
            default -> throw wrong("--funnel is plain, additive or multiplicative.");
        };
        if (widening.isPresent() && !chosen.hasFunnel()) {
            throw wrong("--method " + method + " has no funnel. Leave --funnel out.");
        }
        return widening;
    }

    private ProportionInterval ofProportions(RateMethod chosen) {
        if (chosen != RateMethod.PROPORTION || interval == null || interval.equals("wilson")) {
            return ProportionInterval.WILSON;
        }
        if (interval.equals("exact")) {
            return ProportionInterval.CLOPPER_PEARSON;
        }
        throw wrong("A proportion's --interval is wilson or exact.");
    }

    private CountInterval ofCounts(RateMethod chosen) {
        if (chosen == RateMethod.PROPORTION || interval == null) {
            return CountInterval.EXACT_BELOW_TEN;
        }
        if (chosen == RateMethod.RATE || chosen == RateMethod.RATIO) {
            return switch (interval) {
                case "byar" -> CountInterval.BYAR;
                case "exact" -> CountInterval.EXACT;
                default -> throw wrong("The --interval of a rate or ratio is byar or exact.");
            };
        }
        throw wrong("--interval belongs to proportions, rates and ratios; the other methods have one interval each.");
    }

    private StandardPopulation standard() {
        return switch (standard) {
            case "ESP2013" -> StandardPopulation.europe2013();
            case "ESP1976" -> StandardPopulation.europe1976();
            default -> {
                if (!Files.exists(Path.of(standard))) {
                    throw wrong("There is no standard population " + standard
                            + "; there are ESP2013 and ESP1976, or name a file that exists.");
                }
                yield CountsReader.standard(FigureTable.read(Path.of(standard), ReadOptions.defaults()));
            }
        };
    }

    private static CommandException wrong(String what) {
        return new CommandException("RATES-OPTION", ExitCode.WRONG_USE, what);
    }
}
