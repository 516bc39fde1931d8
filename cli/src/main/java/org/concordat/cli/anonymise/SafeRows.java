package org.concordat.cli.anonymise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.microdata.Anonymised;
import org.concordat.disclosure.microdata.Generalisation;
import org.concordat.disclosure.microdata.Risk;

/** Writes the rows that may leave, and which were left out. */
record SafeRows(People people, Anonymised.Done done) {

    /** The rows that leave, by their place in the file. */
    List<Integer> leaving() {
        return people.everyone().stream()
                .filter(row -> !done.leftOut().contains(row))
                .toList();
    }

    void write(NewFolder folder, int k) {
        FigureFile file = FigureFile.titled(
                people.file().file() + ", anonymised",
                "Single records, told so coarsely that each is one of at least " + k
                        + " who are alike in all that an outsider is taken to know.");
        for (int i = 0; i < people.levels().size(); i++) {
            Levels levels = people.levels().get(i);
            file.text(
                    levels.steps().column(),
                    levels.steps().column(),
                    "Told " + told(i) + ". " + Generalisation.NOTHING + " where it is not told; empty where it was not"
                            + " known.");
        }
        people.sensitive()
                .forEach(column -> file.text(column, column, "As it stands; nobody is to learn it of anyone."));
        people.kept().forEach(column -> file.text(column, column, "As it stands."));
        file.note("Rows are sorted and in no order of the source. "
                + done.leftOut().size()
                + " rows that stood out were left out, so totals of this file are not those of the source.");
        List<List<String>> rows = leaving().stream()
                .map(this::row)
                .sorted(Comparator.comparing(row -> String.join("\u001f", row)))
                .toList();
        file.writeInto(
                folder,
                "publish/rows.csv",
                out -> rows.forEach(row -> {
                    row.forEach(out::text);
                    out.end();
                }));
        FigureFile.titled("Rows that were left out", "Not for publication: tells which rows stand out.")
                .count("row", "Row", "Data row of the source, counted from 1.")
                .key("row")
                .writeInto(
                        folder,
                        "keep/left-out.csv",
                        out -> done.leftOut()
                                .forEach(row -> out.count(
                                                people.file().rows().get(row).number())
                                        .end()));
    }

    private List<String> row(int at) {
        FigureRow row = people.file().rows().get(at);
        List<String> cells = new ArrayList<>(people.extract().labels(at, done.levels()));
        people.sensitive().forEach(column -> cells.add(row.requiredText(column)));
        people.kept().forEach(column -> cells.add(row.text(column).orElse("")));
        return cells;
    }

    /** How a column is told: "as it stands", "bands of 5", "not told". */
    String told(int column) {
        return people.levels().get(column).name(done.levels().get(column));
    }

    /** What was done, for machines. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", "anonymised");
        Map<String, Object> told = new LinkedHashMap<>();
        for (int i = 0; i < people.levels().size(); i++) {
            told.put(people.known().get(i), told(i));
        }
        fields.put("told", told);
        fields.put("rows_left_out", done.leftOut().size());
        fields.put("before", fields(done.before()));
        fields.put("after", fields(done.after()));
        fields.put("columns_left_behind", people.leftBehind());
        return fields;
    }

    static Map<String, Object> fields(Risk risk) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", risk.rows());
        fields.put("k", risk.smallestClass());
        fields.put("unique_rows", risk.uniqueRows());
        fields.put("classes", risk.classes());
        fields.put("highest_risk", risk.highestRisk());
        fields.put("average_risk", risk.averageRisk());
        fields.put("l", new TreeMap<>(risk.fewestDifferent()));
        fields.put("entropy_l", new TreeMap<>(risk.lowestEntropy()));
        return fields;
    }
}
