package org.concordat.cli.protect;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.primary.Rule;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Cost;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.suppression.Suppression;
import org.concordat.disclosure.suppression.SuppressionAnswer;
import org.concordat.disclosure.suppression.Suppressor;
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

    /** What hiding a safe cell costs. */
    enum Costs {
        size,
        equal
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

    @Option(
            names = "--threshold",
            paramLabel = "N",
            description = "Smallest safe count (6 for counts); 0 for no such rule.")
    private @Nullable Long threshold;

    @Option(names = "--zeros-unsafe", description = "A count of nobody is unsafe too.")
    private boolean zerosUnsafe;

    @Option(
            names = "--contributors",
            paramLabel = "N",
            description = "Smallest safe number of contributors; rows only.")
    private @Nullable Integer contributors;

    @Option(
            names = "--dominance",
            paramLabel = "N,K",
            description = "Unsafe where the N largest give more than K %%; rows only.")
    private @Nullable String dominance;

    @Option(
            names = "--p-percent",
            paramLabel = "P",
            description = "Unsafe where one can tell another to within P %%; rows only.")
    private @Nullable BigDecimal pPercent;

    @Option(
            names = "--group",
            paramLabel = "COL",
            split = ",",
            description = "Unsafe where a whole group is of one kind by this column.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--min-interval",
            paramLabel = "W",
            defaultValue = "1",
            description =
                    "How far apart at least the figures lie that stay possible for an unsafe cell (${DEFAULT-VALUE}).")
    private long minInterval = 1;

    @Option(names = "--insiders", description = "Whoever is alone in a cell must learn nothing of others either.")
    private boolean insiders;

    @Option(names = "--hide-zeros", description = "Cells of nobody may serve to hide others.")
    private boolean hideZeros;

    @Option(
            names = "--cost",
            defaultValue = "size",
            description = "Hides little, or few: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Costs cost = Costs.size;

    @Option(names = "--optimal", description = "Proves that no cheaper choice exists; for tables of up to 1,000 cells.")
    private boolean optimal;

    @Option(
            names = "--publish",
            paramLabel = "CODE/CODE",
            description = "A cell that must be published, one code a column of --by.")
    private List<String> publish = new ArrayList<>();

    @Option(
            names = "--hide",
            paramLabel = "CODE/CODE",
            description = "A cell that must be hidden, one code a column of --by.")
    private List<String> hide = new ArrayList<>();

    @Option(
            names = "--effort",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long better choices are looked for (${DEFAULT-VALUE}).")
    private int effort = 10;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same choice (${DEFAULT-VALUE}).")
    private long seed = 1;

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
        Method way = Method.chosen(method, spec.commandLine().getParseResult());
        Optional<Rules> rules = way == Method.CELL_KEY ? Optional.empty() : Optional.of(rules());
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
                : input.cells(count, totals == Totals.ignore);
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
            case TableReading.AddsUp good -> protect(screen, figures.file(), good.table(), rules.orElseThrow(), out);
        };
    }

    /** Reads the secret where there is one to read, and refuses what the method cannot do with or without. */
    private @Nullable SecretFile chance(Method way) {
        if (way == Method.ROUND) {
            rounding.check(secret != null);
            if (minInterval < 1) {
                throw Method.wrong(
                        "--min-interval is 1 or more: with less, figures that are exactly known would pass.");
            }
        } else if (way == Method.CELL_KEY) {
            keys.check(secret != null);
            if (threshold != null && threshold < 0) {
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
                threshold == null ? 6 : threshold,
                minInterval);
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
                            threshold == null ? 0 : threshold,
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
        screen.say("To keep: " + target.resolve("keep"));
    }

    private int protect(Screen screen, String name, Table table, Rules rules, Path target) {
        List<Finding> findings = rules.findings(table);
        Protection protection = protection(table, findings);
        if (optimal && table.cellCount() > Suppressor.MOST_CELLS_FOR_OPTIMUM) {
            throw new CommandException(
                    "PROTECT-TOO-LARGE",
                    ExitCode.WRONG_USE,
                    "--optimal is for tables of at most " + Suppressor.MOST_CELLS_FOR_OPTIMUM
                            + " cells, totals included; this" + " one has " + table.cellCount()
                            + ". Leave it out: the choice is then near-optimal.");
        }
        SuppressionAnswer answer = optimal
                ? Suppressor.protectOptimally(table, findings, protection)
                : Suppressor.protect(table, findings, protection);
        switch (answer) {
            case SuppressionAnswer.CannotProtect cannot ->
                throw new CommandException(
                        "PROTECT-IMPOSSIBLE",
                        ExitCode.REFUSED,
                        cannot.cells().size() + " unsafe cells can be worked out whatever else is hidden; the first is "
                                + table.name(cannot.cells().getFirst())
                                + ". Ask fewer cells to be published, let zeros be hidden with --hide-zeros, or take coarser"
                                + " groups.");
            case SuppressionAnswer.Protected good -> write(screen, name, good.suppression(), rules, target);
        }
        return ExitCode.DONE.number();
    }

    private void write(Screen screen, String name, Suppression suppression, Rules rules, Path target) {
        SafeTable safe = new SafeTable(suppression);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try (NewFolder folder = NewFolder.at(target)) {
            safe.write(folder, name + ", protected");
            byte[] html = ProtectPage.of(name, suppression, safe, rules, minInterval, insiders, today)
                    .html()
                    .getBytes(StandardCharsets.UTF_8);
            folder.write("keep/report.html", stream -> {
                stream.write(html);
                return 1;
            });
            folder.finish();
        }
        if (json) {
            print(safe.fields());
        }
        screen.say(suppression.table().cellCount() + " cells: " + suppression.primary().length + " unsafe, "
                + suppression.secondary().length + " hidden beside them"
                + (suppression.isOptimal() ? ", which is proved to be the cheapest choice." : "."));
        screen.say(
                safe.narrowest().isPresent()
                        ? "Nobody can work an unsafe figure out: figures at least "
                                + safe.figure(safe.narrowest().getAsLong()) + " apart stay possible for each."
                        : "Nothing is unsafe by these rules.");
        screen.say("To publish: " + target.resolve("publish"));
        screen.say("To keep: " + target.resolve("keep") + ", which tells which cells are unsafe.");
    }

    private void print(Map<String, Object> fields) {
        commandLine().getOut().println(JsonMapper.shared().writeValueAsString(fields));
        commandLine().getOut().flush();
    }

    private Rules rules() {
        List<Rule> rules = new ArrayList<>();
        try {
            long safeFrom = threshold == null ? amount == null ? 6 : 0 : threshold;
            if (safeFrom != 0) {
                rules.add(new Rule.Threshold(safeFrom, zerosUnsafe));
            }
            if (contributors != null) {
                rules.add(new Rule.FewContributors(contributors));
            }
            if (dominance != null) {
                String[] parts = dominance.split(",", -1);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("--dominance is written N,K, such as 2,80");
                }
                rules.add(new Rule.Dominance(Integer.parseInt(parts[0].strip()), new BigDecimal(parts[1].strip())));
            }
            if (pPercent != null) {
                rules.add(new Rule.PPercent(pPercent, 1));
            }
            if (!groups.isEmpty()) {
                rules.add(new Rule.GroupDisclosure(new TreeSet<>(groups)));
            }
            if (count != null && (contributors != null || dominance != null || pPercent != null)) {
                throw new IllegalArgumentException(
                        "--contributors, --dominance and --p-percent need rows, not counts: leave --count out");
            }
            if (count != null && (amount != null || contributor != null)) {
                throw new IllegalArgumentException("--count is for counted cells, --amount and --contributor for rows");
            }
            Set<String> unknown = new TreeSet<>(groups);
            by.forEach(unknown::remove);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("--group names columns of --by, not " + unknown);
            }
            return new Rules(rules);
        } catch (NumberFormatException wrong) {
            throw new ParameterException(commandLine(), "--dominance is written N,K, such as 2,80", wrong);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
        }
    }

    private Protection protection(Table table, List<Finding> findings) {
        List<Integer> published =
                publish.stream().map(cell -> cell(table, cell, "--publish")).toList();
        for (Finding finding : findings) {
            if (finding instanceof Finding.UnsafeCell && published.contains(finding.cell())) {
                throw new CommandException(
                        "PROTECT-IMPOSSIBLE",
                        ExitCode.REFUSED,
                        "The cell " + table.name(finding.cell())
                                + " is unsafe, so it cannot be published; leave it out of" + " --publish.");
            }
        }
        try {
            Protection protection = Protection.usual()
                    .withCost(cost == Costs.size ? Cost.SIZE : Cost.EQUAL)
                    .publishing(published)
                    .hiding(hide.stream()
                            .map(cell -> cell(table, cell, "--hide"))
                            .toList())
                    .withLeastWidth(minInterval)
                    .withEffort(effort)
                    .withSeed(seed);
            protection = insiders ? protection.againstInsiders() : protection;
            return hideZeros ? protection.withZerosHidden() : protection;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
        }
    }

    private int cell(Table table, String named, String option) {
        List<String> codes = List.of(named.split("/", -1));
        boolean known = codes.size() == table.dimensions().size();
        for (int d = 0; known && d < codes.size(); d++) {
            known = table.dimensions().get(d).find(codes.get(d)).isPresent();
        }
        if (!known) {
            throw new CommandException(
                    "PROTECT-NO-CELL",
                    ExitCode.WRONG_USE,
                    option + " names the cell " + named + ", which the table does not have. A cell is written as its "
                            + table.dimensions().size() + " codes with slashes between, in the order of --by.");
        }
        return table.cell(codes);
    }

    private picocli.CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        return spec.commandLine();
    }
}
