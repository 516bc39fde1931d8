package org.concordat.cli.link;

import java.io.OutputStream;
import org.concordat.cli.results.CsvOut;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.clustering.Clustering;
import org.concordat.linkage.records.Records;
import org.concordat.linkage.scoring.Links;

/** Writes the tables of a linkage's results. */
final class LinkTables {
    private static final int BITS_DECIMALS = 4;
    private static final double BITS_SCALE = 1e4;
    private static final int PROBABILITY_DECIMALS = 8;
    private static final double PROBABILITY_SCALE = 1e8;

    private final Linkage linkage;
    private final Records records;

    LinkTables(Linkage linkage) {
        this.linkage = linkage;
        this.records = linkage.records();
    }

    /** Writes every pair whose probability is the least wanted or more; returns how many. */
    long links(OutputStream out, double leastProbability) {
        CsvOut csv = new CsvOut(out);
        csv.header("left_source", "left_id", "right_source", "right_id", "match_weight_bits", "probability");
        Links links = linkage.links();
        long written = 0;
        for (int l = 0; l < links.size(); l++) {
            long bits = Math.round(links.bits(l) * BITS_SCALE);
            // From the bits as written, so that a reader who works it out finds the same.
            double probability = 1 / (1 + Math.pow(2, -bits / BITS_SCALE));
            if (probability < leastProbability) {
                continue;
            }
            record(csv, links.left(l));
            record(csv, links.right(l));
            csv.decimal(bits, BITS_DECIMALS);
            csv.decimal(Math.round(probability * PROBABILITY_SCALE), PROBABILITY_DECIMALS);
            csv.endRow();
            written++;
        }
        csv.flush();
        return written;
    }

    private void record(CsvOut csv, int record) {
        csv.text(records.sources().get(records.source(record)));
        csv.text(records.id(record));
    }

    /** Writes the person of every record; returns how many persons there are. */
    long persons(OutputStream out) {
        return groups(out, "person", 'P', linkage::person);
    }

    /** Writes the household of every record; returns how many there are. */
    long households(OutputStream out) {
        return groups(out, "household", 'H', linkage::household);
    }

    /** Writes the links that were strong enough but not followed, strongest first; returns how many. */
    long bridges(OutputStream out) {
        CsvOut csv = new CsvOut(out);
        csv.header("left_source", "left_id", "right_source", "right_id", "match_weight_bits", "group_bits", "why");
        for (Clustering.Bridge bridge : linkage.bridges()) {
            record(csv, bridge.left());
            record(csv, bridge.right());
            csv.decimal(Math.round(bridge.bits() * BITS_SCALE), BITS_DECIMALS);
            if (bridge.sameSource()) {
                csv.text("");
                csv.text("the file would hold one person twice");
            } else {
                csv.decimal(Math.round(bridge.meanBits() * BITS_SCALE), BITS_DECIMALS);
                csv.text("the groups as a whole do not fit");
            }
            csv.endRow();
        }
        csv.flush();
        return linkage.bridges().size();
    }

    private long groups(OutputStream out, String column, char letter, FirstOfGroup first) {
        CsvOut csv = new CsvOut(out);
        csv.header("source", "id", column);
        int[] numbers = new int[records.size()];
        int groups = 0;
        for (int r = 0; r < records.size(); r++) {
            int leader = first.of(r);
            if (numbers[leader] == 0) {
                numbers[leader] = ++groups;
            }
            record(csv, r);
            csv.numbered(letter, numbers[leader]);
            csv.endRow();
        }
        csv.flush();
        return groups;
    }

    /** The record that stands for a record's group. */
    @FunctionalInterface
    private interface FirstOfGroup {
        int of(int record);
    }
}
