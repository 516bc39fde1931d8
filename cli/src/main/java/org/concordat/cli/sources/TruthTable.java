package org.concordat.cli.sources;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.cli.console.CommandException;
import org.concordat.linkage.records.Records;

/** A table beside the files that says who each of their rows really is, with columns {@code source, id, person}. */
public final class TruthTable {
    private final Map<String, Map<String, String>> personOfSource = new HashMap<>();

    private TruthTable() {}

    /** @throws CommandException when a column is missing */
    public static TruthTable read(Path path) {
        TruthTable truth = new TruthTable();
        List<String> columns = List.of("source", "id", "person");
        SideTable.read(path, columns, "A table of truth says of every row who it is", (_, row) -> {
            String source = row.get(0);
            String id = row.get(1);
            String person = row.get(2);
            if (source != null && id != null && person != null) {
                truth.personOfSource
                        .computeIfAbsent(source, _ -> new HashMap<>())
                        .put(id, person);
            }
        });
        return truth;
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
