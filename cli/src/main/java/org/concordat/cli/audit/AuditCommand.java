package org.concordat.cli.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.figures.LookUp;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.sources.ReadingChoices;
import org.concordat.disclosure.audit.TableAudit;
import org.concordat.disclosure.audit.TableAudit.Result;
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

/** The options of {@code concordat audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Works out what the hidden cells (c) of released tables can be, as an attacker would.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./concordat audit religion.csv --min-interval 5 --out audited",
            "  ./concordat audit new.csv --earlier old.csv --within ward=old-wards.csv:oa,ward17"
                    + " --within ward=new-wards.csv:oa,ward23"
        })
public final class AuditCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "TABLE",
            arity = "1..*",
            description = "Tables with a column of counts, hidden ones as c; other columns hold codes.")
    private List<Path> tables = new ArrayList<>();

    @Option(names = "--earlier", paramLabel = "TABLE", description = "A table that was released before; several times.")
    private List<Path> earlier = new ArrayList<>();

    @Option(names = "--count", paramLabel = "COL", description = "The column of counts; else found by its name.")
    private @Nullable String count;

    @Option(
            names = "--by",
            paramLabel = "COL",
            split = ",",
            description = "The columns that break the tables down; else all but the counts.")
    private List<String> by = new ArrayList<>();

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

    @Option(names = "--rounded", paramLabel = "BASE", description = "Figures are rounded to the nearest multiple.")
    private @Nullable Long rounded;

    @Option(
            names = "--rounded-either-way",
            paramLabel = "BASE",
            description = "Figures are rounded up or down to a multiple, at random or so that totals add up.")
    private @Nullable Long eitherWay;

    @Option(
            names = "--zeros-published",
            description = "A hidden cell is known not to be 0, for zeros are never hidden.")
    private boolean zerosPublished;

    @Option(
            names = "--min-interval",
            paramLabel = "N",
            defaultValue = "1",
            description = "How wide an interval must be; 1, not exactly known, unless set.")
    private long width = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also write intervals.csv and report.html into a folder.")
    private @Nullable Path out;

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    @Option(names = "--json", description = "Print the result for machines.")
    private boolean json;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        Screen screen = Screen.of(spec.commandLine(), json);
        ReadOptions reading = form.options();
        AuditRequest request = request(reading);
        screen.bar().begin("reading", 0);
        TableAudit audit = AuditInput.read(request, reading);
        screen.bar().begin("working out what can be worked out", 0);
        Result result = audit.run(request.width());
        screen.bar().clear();
        AuditOutcome outcome = switch (result) {
            case Result.Audited audited -> new AuditOutcome(request, audited);
            case Result.Contradictory(List<String> where) -> throw contradictory(where);
            case Result.Undecided undecided ->
                throw new CommandException(
                        "AUDIT-UNDECIDED",
                        ExitCode.COULD_NOT,
                        "Whether the figures fit together could not be found out: there are too many ranges at"
                                + " once. Audit fewer tables together.");
        };
        write(outcome);
        if (json) {
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(outcome.fields()));
            spec.commandLine().getOut().flush();
        } else {
            outcome.lines().forEach(screen::say);
        }
        if (out != null) {
            screen.say("The intervals and the report are in " + out);
        }
        return (outcome.leaks().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    private void write(AuditOutcome outcome) {
        Path target = out;
        if (target == null) {
            return;
        }
        try (NewFolder folder = NewFolder.at(target)) {
            AuditPage.intervals(outcome, folder);
            byte[] html = AuditPage.of(outcome, LocalDate.now(ZoneId.systemDefault()))
                    .html()
                    .getBytes(StandardCharsets.UTF_8);
            folder.write("report.html", stream -> {
                stream.write(html);
                return 1;
            });
            folder.finish();
        }
    }

    private AuditRequest request(ReadOptions reading) {
        if (width < 1) {
            throw wrongUse("--min-interval is 1 or more.");
        }
        if (rounded != null && eitherWay != null) {
            throw wrongUse("Give --rounded or --rounded-either-way, not both.");
        }
        Long base = rounded != null ? rounded : eitherWay;
        if (base != null && base < 2) {
            throw wrongUse("A base of rounding is 2 or more.");
        }
        List<Path> all = new ArrayList<>(earlier);
        all.addAll(tables);
        return new AuditRequest(
                all,
                count,
                by,
                total,
                within.stream().map(asked -> LookUp.read(asked, reading)).toList(),
                base,
                eitherWay != null,
                zerosPublished,
                width);
    }

    private ParameterException wrongUse(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this in before it calls");
        }
        return new ParameterException(spec.commandLine(), message);
    }

    private static CommandException contradictory(List<String> where) {
        int shown = Math.min(where.size(), 5);
        return new CommandException(
                "AUDIT-CONTRADICTION",
                ExitCode.COULD_NOT,
                "The tables contradict themselves, so that nothing can be said of what is hidden. What cannot be true at"
                        + " once: " + String.join("; ", where.subList(0, shown))
                        + (where.size() > shown ? "; and " + (where.size() - shown) + " more" : "")
                        + ". If figures are rounded, say so with --rounded; if totals come from elsewhere, leave them"
                        + " out.");
    }
}
