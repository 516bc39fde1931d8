package org.concordat.cli.sources;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.files.tables.ReadOptions;
import org.concordat.files.tables.Table;
import org.concordat.files.tables.Tables;
import org.concordat.linkage.records.Records;

/** A table beside the files that says who each of their rows really is, with columns {@code source, id, person}. */
public final class TruthTable {
    private final Map<String, Map<String, String>> personOfSource = new HashMap<>();

    private TruthTable() {}

    /** @throws CommandException when a column is missing */
    public static TruthTable read(Path path) {
        TruthTable truth = new TruthTable();
        try (Table table = Tables.open(new DiskFile(path, _ -> {}), ReadOptions.defaults())) {
            int source = column(path, table, "source");
            int id = column(path, table, "id");
            int person = column(path, table, "person");
            while (table.next()) {
                String of = table.value(source);
                String row = table.value(id);
                String who = table.value(person);
                if (of != null && row != null && who != null) {
                    truth.personOfSource
                            .computeIfAbsent(of, _ -> new HashMap<>())
                            .put(row, who);
                }
            }
        }
        return truth;
    }

    private static int column(Path path, Table table, String name) {
        List<String> names = table.columnNames();
        int at = names.indexOf(name);
        if (at < 0) {
            throw new CommandException(
                    "COLUMN-CHOICE",
                    ExitCode.WRONG_USE,
                    path + " has no column \"" + name
                            + "\". A table of truth has the columns source, id and person; it has "
                            + String.join(", ", names) + ".");
        }
        return at;
    }

    /** Who each of these records really is. */
    public Truth of(Records records) {
        Truth truth = new Truth();
        for (int r = 0; r < records.size(); r++) {
            Map<String, String> persons =
                    personOfSource.getOrDefault(records.sources().get(records.source(r)), Map.of());
            truth.add(persons.get(records.id(r)));
        }
        return truth;
    }
}
