package org.concordat.cli.link;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.concordat.cli.results.CsvOut;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.judge.ClericalSample;
import org.concordat.linkage.judge.ClericalSample.SampledPair;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;

/**
 * The sample of pairs that people label: written blind, in an order that tells nothing, with the records' values side by
 * side. {@link ReviewFile} reads it back with labels in it.
 */
final class ClericalFile {
    /** The columns that say which records and what was said of them. */
    static final List<String> KEYS = List.of("left_source", "left_id", "right_source", "right_id", "label");

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
}
