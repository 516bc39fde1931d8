package org.concordat.cli.anonymise;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.disclosure.microdata.Anonymised;
import org.concordat.disclosure.microdata.Anonymiser;
import org.concordat.disclosure.microdata.Risk;
import org.concordat.files.tables.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The options of {@code concordat anonymise}. */
@Command(
        name = "anonymise",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures how easily people can be found again in single records, and makes them coarser until they"
                        + " cannot.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat anonymise people.csv --quasi age,sex,ward --sensitive diagnosis",
            "  ./concordat anonymise people.csv --quasi age,sex,ward --sensitive diagnosis --bands age=5,20"
                    + " --hierarchy ward=areas.csv --k 5 --l 2 --out safe"
        })
public final class AnonymiseCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ROWS", description = "A row for each person, each person in one row.")
    private Path file = Path.of("");

    @Option(
            names = "--quasi",
            paramLabel = "COL",
            required = true,
            split = ",",
            description = "Columns that an outsider may know of a person, such as age, sex and area.")
    private List<String> quasi = new ArrayList<>();

    @Option(
            names = "--sensitive",
            paramLabel = "COL",
            split = ",",
            description = "Columns that nobody is to learn of anyone; written as they stand.")
    private List<String> sensitive = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "COL",
            split = ",",
            description = "Further columns that are written as they stand; all that are not named stay behind.")
    private List<String> kept = new ArrayList<>();

    @Option(
            names = "--hierarchy",
            paramLabel = "COL=FILE",
            description = "How a column becomes coarser: values in the file's first column, coarser ones in the next.")
    private List<String> hierarchies = new ArrayList<>();

    @Option(
            names = "--bands",
            paramLabel = "COL=N,N,…",
            description = "The same for whole numbers: bands of 5, then of 20, for age=5,20.")
    private List<String> bands = new ArrayList<>();

    @Option(
            names = "--k",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many rows must be alike (${DEFAULT-VALUE}).")
    private int k = 5;

    @Option(
            names = "--l",
            paramLabel = "N",
            description = "How many values of each sensitive column they must have (2 where one is named).")
    private @Nullable Integer l;

    @Option(
            names = "--max-left-out",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description = "Share of rows that may be left out because they stand out (${DEFAULT-VALUE}).")
    private double mostLeftOut = .05;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "New folder for the results; without it the risk is measured and nothing written.")
    private @Nullable Path out;

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Option(names = "--json", description = "Print a summary for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        Screen screen = Screen.of(spec.commandLine(), json);
        int different = l == null ? (sensitive.isEmpty() ? 1 : 2) : l;
        if (quasi.stream().allMatch(String::isBlank)) {
            throw Levels.wrong("--quasi names at least one column that an outsider may know.");
        }
        if (l != null && sensitive.isEmpty()) {
            throw Levels.wrong("--l is about columns of --sensitive; name one, or leave --l out.");
        }
        Anonymiser anonymiser = anonymiser(different);
        Map<String, Coarser> coarser = coarser();
        ReadOptions reading = form.options();
        FigureTable rows = FigureTable.read(file, reading);
        quasi.forEach(column -> rows.require(column, "--quasi"));
        sensitive.forEach(column -> rows.require(column, "--sensitive"));
        kept.forEach(column -> rows.require(column, "--keep"));
        People people = People.of(
                rows,
                quasi.stream()
                        .map(column ->
                                Coarser.levels(coarser.get(column.toLowerCase(Locale.ROOT)), column, rows, reading))
                        .toList(),
                sensitive,
                kept);
        if (out == null) {
            return measure(screen, people, different);
        }
        switch (anonymiser.anonymise(people.extract())) {
            case Anonymised.NotPossible(String because) ->
                throw new CommandException(
                        "ANONYMISE-IMPOSSIBLE",
                        ExitCode.REFUSED,
                        because
                                + " Nothing was written. Let more rows be left out with --max-left-out, ask for less with"
                                + " --k or --l, or name fewer columns.");
            case Anonymised.Done done -> write(screen, new SafeRows(people, done), different, out);
        }
        return ExitCode.DONE.number();
    }

    private Anonymiser anonymiser(int different) {
        try {
            return new Anonymiser(k, different, mostLeftOut);
        } catch (IllegalArgumentException wrong) {
            throw Levels.wrong("--k is 2 or more, --l from 1 to k, and --max-left-out from 0 to below 1.");
        }
    }

    /** What was said of how columns become coarser, by column; each once, each of --quasi. */
    private Map<String, Coarser> coarser() {
        List<String> all = Stream.of(quasi, sensitive, kept)
                .flatMap(List::stream)
                .map(column -> column.toLowerCase(Locale.ROOT))
                .toList();
        if (all.stream().distinct().count() < all.size()) {
            throw Levels.wrong("A column is named twice among --quasi, --sensitive and --keep; each is one of them.");
        }
        Map<String, Coarser> coarser = new LinkedHashMap<>();
        hierarchies.forEach(asked -> add(coarser, new Coarser("--hierarchy", asked)));
        bands.forEach(asked -> add(coarser, new Coarser("--bands", asked)));
        return coarser;
    }

    private void add(Map<String, Coarser> coarser, Coarser asked) {
        String column = asked.column().toLowerCase(Locale.ROOT);
        if (quasi.stream().noneMatch(column::equalsIgnoreCase)) {
            throw Levels.wrong(asked.option() + " names the column " + asked.column() + ", which --quasi does not.");
        }
        if (coarser.put(column, asked) != null) {
            throw Levels.wrong("The column " + asked.column() + " has one --hierarchy or --bands, given two.");
        }
    }

    private int measure(Screen screen, People people, int different) {
        Risk risk = Risk.of(people.extract());
        boolean good = risk.smallestClass() >= k
                && risk.fewestDifferent().values().stream().allMatch(values -> values >= different);
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>(SafeRows.fields(risk));
            fields.put("status", good ? "safe_as_asked" : "not_safe_as_asked");
            print(fields);
        }
        screen.say(risk.rows() + " people, " + risk.uniqueRows() + " of them like no other in "
                + String.join(", ", people.known()) + ".");
        screen.say("Fewest alike (k): " + risk.smallestClass() + ", asked for " + k + ".");
        people.sensitive()
                .forEach(column -> screen.say("Fewest values of " + column + " among people who are alike (l): "
                        + risk.fewestDifferent().get(column) + ", asked for " + different + "."));
        screen.say(String.format(
                Locale.ROOT,
                "Chance of picking somebody right who is known to be in it: %.1f %% at most, %.1f %% on average.",
                100 * risk.highestRisk(),
                100 * risk.averageRisk()));
        screen.say(
                good
                        ? "The file is as safe as asked, as it stands."
                        : "The file is not as safe as asked. With --out FOLDER it is made so.");
        return (good ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    private void write(Screen screen, SafeRows safe, int different, Path target) {
        byte[] html = new AnonymisePage(safe, k, different)
                .page(LocalDate.now(ZoneId.systemDefault()))
                .html()
                .getBytes(StandardCharsets.UTF_8);
        try (NewFolder folder = NewFolder.at(target)) {
            safe.write(folder, k);
            folder.write("keep/report.html", stream -> {
                stream.write(html);
                return 1;
            });
            folder.finish();
        }
        if (json) {
            print(safe.fields());
        }
        People people = safe.people();
        for (int i = 0; i < people.levels().size(); i++) {
            screen.say(people.known().get(i) + ": " + safe.told(i));
        }
        Risk after = safe.done().after();
        screen.say(after.rows() + " rows leave, " + safe.done().leftOut().size() + " that stood out were left out.");
        screen.say("Everybody is one of at least " + after.smallestClass() + " who are alike; before, "
                + safe.done().before().uniqueRows() + " were like no other.");
        if (!people.leftBehind().isEmpty()) {
            screen.say("Not named, so left behind: " + String.join(", ", people.leftBehind()) + ".");
        }
        screen.say("To hand over: " + target.resolve("publish"));
        screen.say("To keep: " + target.resolve("keep"));
    }

    private void print(Map<String, Object> fields) {
        if (spec != null) {
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(fields));
            spec.commandLine().getOut().flush();
        }
    }
}
