package org.concordat.cli.protect;

import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.tables.Table;
import picocli.CommandLine.Option;

/** Cells that a user names, with slashes between their codes, and what shall become of them. */
final class CellChoices {
    /** So much dearer is hiding a cell that readers want. */
    private static final double WANTED = 100;

    @Option(
            names = "--publish",
            paramLabel = "CODE/CODE",
            description = "A cell that must be published, one code a column of --by.")
    private List<String> publish = new ArrayList<>();

    @Option(
            names = "--prefer",
            paramLabel = "CODE/CODE",
            description = "A cell that readers want: hidden only where hundred times as much would be hidden else.")
    private List<String> prefer = new ArrayList<>();

    @Option(
            names = "--hide",
            paramLabel = "CODE/CODE",
            description = "A cell that must be hidden, one code a column of --by.")
    private List<String> hide = new ArrayList<>();

    List<Integer> published(Table table) {
        return cells(table, publish, "--publish");
    }

    /** The same protection with these wishes. */
    Protection in(Protection protection, Table table) {
        Protection wished = protection.publishing(published(table)).hiding(cells(table, hide, "--hide"));
        for (int cell : cells(table, prefer, "--prefer")) {
            wished = wished.withWeight(cell, WANTED);
        }
        return wished;
    }

    private static List<Integer> cells(Table table, List<String> named, String option) {
        return named.stream().map(one -> cell(table, one, option)).toList();
    }

    private static int cell(Table table, String named, String option) {
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
}
