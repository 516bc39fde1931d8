package org.concordat.cli.protect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.disclosure.cellkeys.PerturbationTable;
import org.concordat.files.tables.ReadOptions;

/** Reads a perturbation table as a statistical office gives it: a row for each count and key, with what is added to the count. */
final class PerturbationFile {
    private static final List<String> OURS = List.of("count", "key", "change");
    private static final List<String> OFFICE = List.of("pcv", "ckey", "pvalue");

    private PerturbationFile() {}

    /** @param repeats how many of the last counts serve for all larger ones */
    static PerturbationTable read(Path path, int repeats, ReadOptions options) {
        FigureTable file = FigureTable.read(path, options);
        List<String> names = OFFICE.stream().allMatch(file::has) ? OFFICE : OURS;
        names.forEach(name -> file.require(name, "a table of --ptable"));
        List<PerturbationTable.Row> rows = new ArrayList<>();
        for (FigureRow row : file.rows()) {
            try {
                rows.add(new PerturbationTable.Row(
                        whole(row, names.get(0)), whole(row, names.get(1)), whole(row, names.get(2))));
            } catch (IllegalArgumentException wrong) {
                throw trouble("Data row " + row.number() + " of " + file.file() + " cannot be: " + wrong.getMessage());
            }
        }
        try {
            return PerturbationTable.loaded(rows, repeats);
        } catch (IllegalArgumentException wrong) {
            throw trouble(file.file() + " is no perturbation table: " + wrong.getMessage());
        }
    }

    private static int whole(FigureRow row, String column) {
        double number = row.requiredNumber(column);
        if (number != Math.rint(number) || Math.abs(number) > 1 << 30) {
            throw row.trouble(column, "is no whole number", "Counts, keys and changes are whole numbers.");
        }
        return (int) number;
    }

    private static CommandException trouble(String what) {
        return new CommandException("PROTECT-PTABLE", ExitCode.COULD_NOT, what + ".");
    }
}
