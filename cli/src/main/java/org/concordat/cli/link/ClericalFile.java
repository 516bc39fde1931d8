package org.concordat.cli.link;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.results.CsvOut;
import org.concordat.cli.sources.SideTable;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.judge.ClericalSample;
import org.concordat.linkage.judge.ClericalSample.SampledPair;
import org.concordat.linkage.judge.Label;
import org.concordat.linkage.judge.LabelledPair;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;

/**
 * The sample of pairs that people label: written blind, in an order that tells nothing, with the records' values side by
 * side; read back with labels in it.
 */
final class ClericalFile {
    private static final List<String> KEYS = List.of("left_source", "left_id", "right_source", "right_id", "label");

    private ClericalFile() {}

    /** Writes a sample; returns how many pairs. */
    static long write(Linkage linkage, int size, OutputStream out) {
        Records records = linkage.records();
        CsvOut csv = new CsvOut(out);
        List<Attribute> shown = records.attributes();
        KEYS.forEach(csv::text);
        for (Attribute attribute : shown) {
            String name = attribute.name().toLowerCase(Locale.ROOT);
            csv.text("left_" + name);
            csv.text("right_" + name);
        }
        csv.endRow();
        List<SampledPair> sample =
                ClericalSample.draw(linkage, size, linkage.settings().seed());
        for (SampledPair pair : sample) {
            for (int record : new int[] {pair.left(), pair.right()}) {
                csv.text(records.sources().get(records.source(record)));
                csv.text(records.id(record));
            }
            csv.text("");
            for (Attribute attribute : shown) {
                csv.text(value(records, attribute, pair.left()));
                csv.text(value(records, attribute, pair.right()));
            }
            csv.endRow();
        }
        csv.flush();
        return sample.size();
    }

    private static String value(Records records, Attribute attribute, int record) {
        Column column = records.column(attribute);
        int code = column == null ? 0 : column.code(record);
        return column == null || code == 0 ? "" : column.value(code);
    }

    /** A label as it stands in the file, not yet tied to records. */
    record Written(String left, String right, Label label) {}

    /**
     * Reads the rows that have a label.
     *
     * @throws CommandException when a column is missing or no row has a label
     */
    static List<Written> read(Path path) {
        List<Written> labels = new ArrayList<>();
        SideTable.read(
                path,
                KEYS,
                "A review file is clerical-sample.csv of an earlier run with its label column filled in",
                row -> {
                    String label = row.get(4);
                    if (label != null
                            && row.get(0) != null
                            && row.get(1) != null
                            && row.get(2) != null
                            && row.get(3) != null) {
                        labels.add(
                                new Written(key(row.get(0), row.get(1)), key(row.get(2), row.get(3)), Label.of(label)));
                    }
                });
        if (labels.isEmpty()) {
            throw new CommandException(
                    "REVIEW-EMPTY",
                    ExitCode.REFUSED,
                    "No row of " + path + " has a label. Write match, no match or unsure into its column label.");
        }
        return labels;
    }

    private static String key(String source, String id) {
        return source + '\n' + id;
    }

    /** Ties labels to records; refuses a label of a record that is not in the files. */
    static List<LabelledPair> of(Records records, List<Written> labels) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Written label : labels) {
            numbers.put(label.left(), -1);
            numbers.put(label.right(), -1);
        }
        for (int r = 0; r < records.size(); r++) {
            int record = r;
            numbers.computeIfPresent(key(records.sources().get(records.source(r)), records.id(r)), (_, _) -> record);
        }
        long unknown = numbers.values().stream().filter(number -> number < 0).count();
        if (unknown > 0) {
            throw new CommandException(
                    "REVIEW-RECORD-UNKNOWN",
                    ExitCode.REFUSED,
                    "The review file speaks of " + unknown
                            + " records that are not in the files. Give the same files, by"
                            + " the same names, as the run that drew the sample.");
        }
        return labels.stream()
                .map(label -> new LabelledPair(
                        numbers.getOrDefault(label.left(), -1), numbers.getOrDefault(label.right(), -1), label.label()))
                .toList();
    }
}
