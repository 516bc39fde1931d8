package org.concordat.cli.protect;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.protect.LinkedChoices.Part;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.audit.Leak;
import org.concordat.disclosure.linked.EarlierTable;
import org.concordat.disclosure.linked.LinkedAnswer;
import org.concordat.disclosure.linked.LinkedTables;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.suppression.Suppressor;
import org.concordat.disclosure.tables.Table;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Hides cells of a table, beside what goes out with it and what is out already. */
final class Suppressing {
    private final SuppressChoices choices;
    private final CellChoices cells;
    private final Rules rules;
    private final CommandLine line;

    Suppressing(SuppressChoices choices, CellChoices cells, Rules rules, CommandLine line) {
        this.choices = choices;
        this.cells = cells;
        this.rules = rules;
        this.line = line;
    }

    /**
     * The parts of a table with their unsafe cells hidden.
     *
     * @param everything the true figures, down to the smallest cells
     * @param fresh the cells of {@code parts}
     */
    SafeTable protect(Table everything, List<Part> parts, Set<Integer> fresh, List<EarlierTable> earlier) {
        LinkedTables tables = new LinkedTables(everything, fresh, earlier, rules);
        Table table = tables.table();
        Protection protection = choices.protection(table, rules.findings(table), cells, line);
        if (choices.optimal() && table.cellCount() > Suppressor.MOST_CELLS_FOR_OPTIMUM) {
            throw new CommandException(
                    "PROTECT-TOO-LARGE",
                    ExitCode.WRONG_USE,
                    "--optimal is for tables of at most " + Suppressor.MOST_CELLS_FOR_OPTIMUM
                            + " cells, totals included; this one has " + table.cellCount()
                            + ". Leave it out: the choice is then near-optimal.");
        }
        return switch (answer(tables, protection)) {
            case LinkedAnswer.CannotProtect cannot ->
                throw new CommandException(
                        "PROTECT-IMPOSSIBLE",
                        ExitCode.REFUSED,
                        cannot.cells().size() + " unsafe cells can be worked out whatever else is hidden; the first is "
                                + table.name(cannot.cells().getFirst())
                                + ". Ask fewer cells to be published, let zeros be hidden with --hide-zeros, or take coarser"
                                + " groups.");
            case LinkedAnswer.GivesAway away -> throw givesAway(away.leaks());
            case LinkedAnswer.Protected good ->
                new SafeTable(
                        good.suppression(),
                        new Publication(
                                parts,
                                tables.fresh(),
                                earlier.stream().map(EarlierTable::name).toList(),
                                good.alreadyOut(),
                                good.against()));
        };
    }

    private LinkedAnswer answer(LinkedTables tables, Protection protection) {
        try {
            return tables.protect(protection, choices.optimal() ? Suppressor::protectOptimally : Suppressor::protect);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(line, wrong.getMessage(), wrong);
        }
    }

    private static CommandException givesAway(List<Leak> leaks) {
        Leak first = leaks.getFirst();
        return new CommandException(
                "PROTECT-DIFFERENCE",
                ExitCode.REFUSED,
                "Together with what is out already, " + leaks.size()
                        + (leaks.size() == 1 ? " group" : " groups")
                        + " of people whom no table names would be given away; the first is " + first.group()
                        + ", from "
                        + (first.because().isEmpty()
                                ? "several figures"
                                : first.because().getFirst().termsInWords())
                        + ". Publish coarser areas or groups, or leave the table out.");
    }

    /** Writes the parts that may be published, and what is kept. */
    void write(SafeTable safe, String name, NewFolder folder, LocalDate day) {
        safe.write(folder, name + ", protected");
        byte[] html = ProtectPage.of(
                        name, safe.suppression(), safe, rules, choices.minInterval(), choices.insiders(), day)
                .html()
                .getBytes(StandardCharsets.UTF_8);
        folder.write("keep/report.html", stream -> {
            stream.write(html);
            return 1;
        });
    }

    /** What was done, in sentences for whoever asked. */
    static List<String> lines(SafeTable safe) {
        Publication out = safe.publication();
        List<String> lines = new ArrayList<>();
        lines.add(out.cells().size() + " cells: " + safe.unsafe() + " unsafe, " + safe.beside() + " hidden beside them"
                + (safe.suppression().isOptimal() ? ", which is proved to be the cheapest choice." : "."));
        if (safe.narrowest().isPresent()) {
            lines.add("Nobody can work an unsafe figure out: figures at least "
                    + safe.figure(safe.narrowest().getAsLong()) + " apart stay possible for each.");
        } else {
            lines.add("No published cell is unsafe by these rules.");
        }
        if (!out.against().isEmpty()) {
            lines.add(out.against().size() + (out.against().size() == 1 ? " cell is" : " cells are")
                    + " hidden for people whom no table names, such as those between two boundaries.");
        }
        if (!out.alreadyOut().isEmpty()) {
            lines.add(out.alreadyOut().size()
                    + (out.alreadyOut().size() == 1 ? " unsafe figure follows" : " unsafe figures follow")
                    + " from earlier tables: nothing protects that any more.");
        }
        return lines;
    }
}
