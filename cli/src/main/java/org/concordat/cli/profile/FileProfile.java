package org.concordat.cli.profile;

import java.util.List;
import org.concordat.cli.sources.SourceFile;
import org.concordat.files.Profiler;
import org.concordat.files.QualityProfile;
import org.concordat.files.StandardisationReport;
import org.concordat.files.Standardiser;
import org.concordat.files.StandardiserOptions;
import org.concordat.files.tables.ReadingReport;

/**
 * What one file is like.
 *
 * @param name of the source
 * @param quality of each column
 * @param standardising what would be changed and not used
 * @param reading what was read and set aside
 */
record FileProfile(String name, QualityProfile quality, StandardisationReport standardising, ReadingReport reading) {

    /** Reads the file to its end. */
    static FileProfile of(SourceFile file, StandardiserOptions options) {
        Profiler profiler = Profiler.of(file.mapping(), options);
        Standardiser standardiser = Standardiser.of(file.mapping(), options);
        file.forEachRow(row -> {
            profiler.add(row);
            standardiser.standardise(row);
        });
        return new FileProfile(file.name(), profiler.profile(), standardiser.report(), file.report());
    }

    /** Rows that could not be read, at most so many. */
    List<ReadingReport.SetAsideRow> firstSetAside(int most) {
        return reading.setAside().stream().limit(most).toList();
    }
}
