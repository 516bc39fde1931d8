package org.concordat.cli.link;

import java.nio.file.Path;
import org.concordat.cli.results.CsvOut;
import org.concordat.cli.results.NewFile;
import org.concordat.linkage.records.Records;
import org.concordat.linkage.scoring.Scan;

/** Lists every compared pair, for measuring which true pairs are never looked at. Slows the comparison down. */
final class CandidateFile implements Scan.CandidateListener, AutoCloseable {
    private final Records records;
    private final NewFile file;
    private final CsvOut csv;

    CandidateFile(Records records, Path path) {
        this.records = records;
        this.file = NewFile.at(path);
        this.csv = new CsvOut(file.stream());
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

    /** Puts the complete file into its place. */
    void finish() {
        csv.flush();
        file.finish();
    }

    @Override
    public void close() {
        file.close();
    }
}
