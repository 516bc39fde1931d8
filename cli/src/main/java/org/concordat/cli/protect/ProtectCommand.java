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
import org.concordat.cli.figures.LookUp;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.disclosure.audit.Leak;
import org.concordat.disclosure.linked.EarlierTable;
import org.concordat.disclosure.linked.LinkedAnswer;
import org.concordat.disclosure.linked.LinkedTables;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.primary.Rule;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Cost;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.suppression.Suppression;
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

/** The options of {@code concordat protect}. */
@Command(
        name = "protect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Hides cells of a table so that nothing about a person or firm can be worked out, and proves it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat protect wards.csv --by ward,religion --count persons --out safe",
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
            paramLabel = "P[,N]",
            description = "Unsafe where N who join (1) can tell another to within P %%; rows only.")
    private @Nullable String pPercent;

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

    @Mixin
    private CellChoices cells = new CellChoices();

    @Mixin
    private LinkedChoices linked = new LinkedChoices();

    @Option(
            names = "--impossible",
            paramLabel = "FILE",
            description = "Cells that nobody can be in, such as widowed children: a file with the columns of --by.")
    private @Nullable Path impossible;

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
        Rules rules = rules();
        ReadOptions reading = form.options();
        List<LookUp> lookUps =
                within.stream().map(asked -> LookUp.read(asked, reading)).toList();
        FigureTable figures = FigureTable.read(file, reading);
        TableInput input = new TableInput(figures, by, lookUps, total);
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
            case TableReading.AddsUp good ->
                protect(
                        screen,
                        figures.file(),
                        good.table(),
                        rules,
                        lookUps,
                        new EarlierTables(good.table(), Optional.ofNullable(count), total)
                                .read(linked.earlier(), reading),
                        out);
        };
    }

    private int protect(
            Screen screen,
            String name,
            Table everything,
            Rules rules,
            List<LookUp> lookUps,
            List<EarlierTable> earlier,
            Path target) {
        List<LinkedChoices.Part> parts = linked.parts(by);
        Set<Integer> fresh = linked.cells(everything, parts, lookUps, total);
        LinkedTables tables = new LinkedTables(everything, fresh, earlier, rules);
        Table table = tables.table();
        Protection protection = protection(table, rules.findings(table));
        if (optimal && table.cellCount() > Suppressor.MOST_CELLS_FOR_OPTIMUM) {
            throw new CommandException(
                    "PROTECT-TOO-LARGE",
                    ExitCode.WRONG_USE,
                    "--optimal is for tables of at most " + Suppressor.MOST_CELLS_FOR_OPTIMUM
                            + " cells, totals included; this" + " one has " + table.cellCount()
                            + ". Leave it out: the choice is then near-optimal.");
        }
        switch (protect(tables, protection)) {
            case LinkedAnswer.CannotProtect cannot ->
                throw new CommandException(
                        "PROTECT-IMPOSSIBLE",
                        ExitCode.REFUSED,
                        cannot.cells().size() + " unsafe cells can be worked out whatever else is hidden; the first is "
                                + table.name(cannot.cells().getFirst())
                                + ". Ask fewer cells to be published, let zeros be hidden with --hide-zeros, or take coarser"
                                + " groups.");
            case LinkedAnswer.GivesAway away -> {
                Leak first = away.leaks().getFirst();
                throw new CommandException(
                        "PROTECT-DIFFERENCE",
                        ExitCode.REFUSED,
                        "Together with what is out already, " + away.leaks().size()
                                + " groups of people whom no table names would be given away; the first is "
                                + first.group() + ", from "
                                + (first.because().isEmpty()
                                        ? "several figures"
                                        : first.because().getFirst().termsInWords())
                                + ". Publish coarser areas or groups, or leave the table out.");
            }
            case LinkedAnswer.Protected good ->
                write(
                        screen,
                        name,
                        good.suppression(),
                        new Publication(
                                parts,
                                fresh,
                                earlier.stream().map(EarlierTable::name).toList(),
                                good.alreadyOut(),
                                good.against()),
                        rules,
                        target);
        }
        return ExitCode.DONE.number();
    }

    private LinkedAnswer protect(LinkedTables tables, Protection protection) {
        try {
            return tables.protect(protection, optimal ? Suppressor::protectOptimally : Suppressor::protect);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
        }
    }

    private void write(
            Screen screen, String name, Suppression suppression, Publication publication, Rules rules, Path target) {
        SafeTable safe = new SafeTable(suppression, publication);
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
        screen.say(publication.cells().size() + " cells: " + safe.unsafe() + " unsafe, " + safe.beside()
                + " hidden beside them"
                + (suppression.isOptimal() ? ", which is proved to be the cheapest choice." : "."));
        screen.say(
                safe.narrowest().isPresent()
                        ? "Nobody can work an unsafe figure out: figures at least "
                                + safe.figure(safe.narrowest().getAsLong()) + " apart stay possible for each."
                        : "Nothing is unsafe by these rules.");
        if (!publication.alreadyOut().isEmpty()) {
            screen.say(publication.alreadyOut().size()
                    + " unsafe figures stand openly in an earlier table: nothing protects those any more.");
        }
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
                String[] parts = pPercent.split(",", -1);
                if (parts.length > 2) {
                    throw new IllegalArgumentException("--p-percent is written P or P,N, such as 10 or 10,2");
                }
                rules.add(new Rule.PPercent(
                        new BigDecimal(parts[0].strip()), parts.length == 2 ? Integer.parseInt(parts[1].strip()) : 1));
            }
            if (!groups.isEmpty()) {
                rules.add(new Rule.GroupDisclosure(new TreeSet<>(groups)));
            }
            if (count != null && (contributors != null || dominance != null || pPercent != null)) {
                throw new IllegalArgumentException(
                        "--contributors, --dominance and --p-percent need rows, not counts: leave --count out");
            }
            if (count == null && impossible != null) {
                throw new IllegalArgumentException("--impossible is for counted cells: name their column with --count");
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
            throw new ParameterException(
                    commandLine(),
                    "--dominance is written N,K, such as 2,80, and --p-percent P or P,N, such as 10 or 10,2",
                    wrong);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
        }
    }

    private Optional<FigureTable> impossible(ReadOptions reading) {
        return Optional.ofNullable(impossible).map(path -> FigureTable.read(path, reading));
    }

    private Protection protection(Table table, List<Finding> findings) {
        List<Integer> published = cells.published(table);
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
                    .withLeastWidth(minInterval)
                    .withEffort(effort)
                    .withSeed(seed);
            protection = cells.in(protection, table);
            protection = insiders ? protection.againstInsiders() : protection;
            return hideZeros ? protection.withZerosHidden() : protection;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
        }
    }

    private picocli.CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        return spec.commandLine();
    }
}
