package org.concordat.cli.link;

import java.io.IOException;
import java.io.OutputStream;
import org.concordat.cli.results.CsvOut;
import org.concordat.linkage.records.Records;
import org.concordat.linkage.scoring.Scan;

/** Lists every compared pair, for measuring which true pairs are never looked at. Slows the comparison down. */
final class CandidateFile implements Scan.CandidateListener, AutoCloseable {
    private final Records records;
    private final OutputStream out;
    private final CsvOut csv;

    CandidateFile(Records records, OutputStream out) {
        this.records = records;
        this.out = out;
        this.csv = new CsvOut(out);
        csv.header("left_source", "left_id", "right_source", "right_id");
    }

    @Override
    public synchronized void compares(int left, int right) {
        int first = Math.min(left, right);
        int second = Math.max(left, right);
        csv.text(records.sources().get(records.source(first)));
        csv.text(records.id(first));
        csv.text(records.sources().get(records.source(second)));
        csv.text(records.id(second));
        csv.endRow();
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        out.close();
    }
}
