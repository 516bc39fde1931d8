package org.concordat.cli.protect;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.LookUp;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.disclosure.linked.EarlierTable;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.tables.Table;
import org.concordat.disclosure.tables.TableReading;
import org.concordat.files.tables.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * The options of {@code concordat protect}.
 *
 * <p>Long because picocli wants every option in a field, and the three methods share most.
 */
@Command(
        name = "protect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Hides, rounds or changes cells of a table so that nothing about a person or firm can be worked out.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat protect wards.csv --by ward,religion --count persons --out safe",
            "  ./concordat protect wards.csv --by ward,religion --count persons --method round --out safe",
            "  ./concordat protect people.csv --by ward --method cell-key --id id --secret secret.key --largest-change 5"
                    + " --variance 3 --budget asked.json --out safe",
            "  ./concordat protect areas.csv --by area,health --count value --within area=lookup.csv:oa,lsoa,msoa --out safe"
        })
public final class ProtectCommand implements Callable<Integer> {
    /** What becomes of totals that stand in the file. */
    enum Totals {
        check,
        ignore
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "TABLE",
            description = "CSV or any other format that concordat reads: a row a cell, or a row a person.")
    private @Nullable Path file;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "suppress",
            description =
                    "suppress hides cells (else); round rounds counts; cell-key changes them by chance. Options of"
                            + " one method are refused with another.")
    private String method = "suppress";

    @Mixin
    private RoundChoices rounding = new RoundChoices();

    @Mixin
    private KeyChoices keys = new KeyChoices();

    @Option(
            names = "--secret",
            paramLabel = "FILE",
            description = "For random rounding and --id: what chance hangs on; never printed.")
    private @Nullable Path secret;

    @Option(
            names = "--by",
            paramLabel = "COL",
            required = true,
            split = ",",
            description = "By what the table is broken down.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--count",
            paramLabel = "COL",
            description = "Column of counts; without it each row is a person or firm.")
    private @Nullable String count;

    @Option(
            names = "--amount",
            paramLabel = "COL",
            description = "Column of amounts to add up, such as turnover; rows only.")
    private @Nullable String amount;

    @Option(
            names = "--contributor",
            paramLabel = "COL",
            description = "Column that says whose row it is; else each is another's.")
    private @Nullable String contributor;

    @Option(
            names = "--within",
            paramLabel = "COL=FILE:SMALL,LARGER,…",
            description = "Look-up of what lies in what; give a second one for a second hierarchy.")
    private List<String> within = new ArrayList<>();

    @Option(
            names = "--total",
            paramLabel = "WORD",
            defaultValue = "Total",
            description = "Code of the whole (${DEFAULT-VALUE}).")
    private String total = "Total";

    @Option(
            names = "--totals",
            defaultValue = "check",
            description =
                    "Totals in the file are held against their parts, or left out and summed anew: ${COMPLETION-CANDIDATES}"
                            + " (${DEFAULT-VALUE}).")
    private Totals totals = Totals.check;

    @Mixin
    private SuppressChoices safety = new SuppressChoices();

    @Mixin
    private CellChoices cells = new CellChoices();

    @Mixin
    private LinkedChoices linked = new LinkedChoices();

    @Option(
            names = "--impossible",
            paramLabel = "FILE",
            description = "Cells that nobody can be in, such as widowed children: a file with the columns of --by.")
    private @Nullable Path impossible;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "New folder for the results.")
    private @Nullable Path out;

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Option(names = "--json", description = "Print a summary for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null || file == null || out == null) {
            throw new IllegalStateException("picocli fills these in before it calls");
        }
        // The solver greets people whose machine it does not know on the output, where machines read our answer.
        System.setProperty("shut.up.ojAlgo", "");
        Screen screen = Screen.of(spec.commandLine(), json);
        checkUse();
        Method way = Method.chosen(method, spec.commandLine().getParseResult());
        Optional<Rules> rules = way == Method.CELL_KEY
                ? Optional.empty()
                : Optional.of(safety.rules(by, count != null, amount != null, commandLine()));
        SecretFile chance = chance(way);
        ReadOptions reading = form.options();
        List<LookUp> lookUps =
                within.stream().map(asked -> LookUp.read(asked, reading)).toList();
        FigureTable figures = FigureTable.read(file, reading);
        TableInput input = new TableInput(figures, by, lookUps, total);
        if (way == Method.CELL_KEY) {
            perturb(screen, figures, input, chance, out);
            return ExitCode.DONE.number();
        }
        TableReading read = count == null
                ? input.rows(Optional.ofNullable(amount), Optional.ofNullable(contributor))
                : input.cells(count, totals == Totals.ignore, impossible(reading));
        return switch (read) {
            case TableReading.DoesNotAddUp wrong -> {
                WrongTotals totalsGiven = new WrongTotals(figures.file(), wrong);
                if (json) {
                    print(totalsGiven.fields());
                }
                totalsGiven.lines().forEach(screen::say);
                throw totalsGiven.refusal();
            }
            case TableReading.AddsUp good
            when way == Method.ROUND -> {
                round(screen, figures.file(), good.table(), rules.orElseThrow(), chance, out);
                yield ExitCode.DONE.number();
            }
            case TableReading.AddsUp good -> {
                suppress(screen, figures.file(), good.table(), rules.orElseThrow(), lookUps, reading, out);
                yield ExitCode.DONE.number();
            }
        };
    }

    /** Reads the secret where there is one to read, and refuses what the method cannot do with or without. */
    private @Nullable SecretFile chance(Method way) {
        if (way == Method.ROUND) {
            rounding.check(secret != null);
            if (safety.minInterval() < 1) {
                throw Method.wrong(
                        "--min-interval is 1 or more: with less, figures that are exactly known would pass.");
            }
        } else if (way == Method.CELL_KEY) {
            keys.check(secret != null);
            if (safety.threshold().orElse(0) < 0) {
                throw Method.wrong("--threshold is 0 or more: results below it are hidden.");
            }
        }
        return secret == null ? null : SecretFile.read(secret);
    }

    private void round(Screen screen, String name, Table table, Rules rules, @Nullable SecretFile chance, Path target) {
        Rounding rounded = Rounding.attacked(
                name,
                rounding.round(table, chance),
                rounding.way(),
                rules.findings(table),
                safety.threshold().orElse(6),
                safety.minInterval());
        try (NewFolder folder = NewFolder.at(target)) {
            rounded.write(folder, LocalDate.now(ZoneId.systemDefault()));
            folder.finish();
        }
        tell(screen, rounded.fields(), rounded.lines(), target);
    }

    private void perturb(
            Screen screen, FigureTable figures, TableInput input, @Nullable SecretFile chance, Path target) {
        try (NewFolder folder = NewFolder.at(target)) {
            Perturbation changed = new Answering(figures, input, keys, chance)
                    .answer(
                            folder,
                            safety.threshold().orElse(0),
                            form.options(),
                            LocalDate.now(ZoneId.systemDefault()));
            tell(screen, changed.fields(), changed.lines(), target);
        }
    }

    private void tell(Screen screen, Map<String, Object> fields, List<String> lines, Path target) {
        if (json) {
            print(fields);
        }
        lines.forEach(screen::say);
        screen.say("To publish: " + target.resolve("publish"));
        screen.say("To keep: " + target.resolve("keep") + ", which tells more than may be published.");
    }

    private void suppress(
            Screen screen,
            String name,
            Table everything,
            Rules rules,
            List<LookUp> lookUps,
            ReadOptions reading,
            Path target) {
        List<EarlierTable> earlier =
                new EarlierTables(everything, Optional.ofNullable(count), total).read(linked.earlier(), reading);
        List<LinkedChoices.Part> parts = linked.parts(by);
        Suppressing work = new Suppressing(safety, cells, rules, commandLine());
        SafeTable safe = work.protect(everything, parts, linked.cells(everything, parts, lookUps, total), earlier);
        try (NewFolder folder = NewFolder.at(target)) {
            work.write(safe, name, folder, LocalDate.now(ZoneId.systemDefault()));
            folder.finish();
        }
        tell(screen, safe.fields(), Suppressing.lines(safe), target);
    }

    private void print(Map<String, Object> fields) {
        commandLine().getOut().println(JsonMapper.shared().writeValueAsString(fields));
        commandLine().getOut().flush();
    }

    private void checkUse() {
        if (count == null && impossible != null) {
            throw new ParameterException(
                    commandLine(), "--impossible is for counted cells: name their column with --count");
        }
        if (count != null && (amount != null || contributor != null)) {
            throw new ParameterException(
                    commandLine(), "--count is for counted cells, --amount and --contributor for rows");
        }
    }

    private Optional<FigureTable> impossible(ReadOptions reading) {
        return Optional.ofNullable(impossible).map(path -> FigureTable.read(path, reading));
    }

    private picocli.CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        return spec.commandLine();
    }
}
