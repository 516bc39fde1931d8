package org.concordat.cli.sources;

import java.util.List;
import org.concordat.files.StandardisationReport;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.tables.ReadingReport;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all files as records, and what happened to them on the way.
 *
 * @param records ready to be linked
 * @param sources what happened to each source, in the order given
 * @param truth who is who, where a column says so
 */
public record Gathered(
        Records records, List<Source> sources, @Nullable Truth truth) {

    /**
     * What happened to one source.
     *
     * @param name as in results
     * @param mapping what its columns were taken for
     * @param reading what was read and set aside
     * @param standardising what was changed and made missing
     */
    public record Source(
            String name, ColumnMapping mapping, ReadingReport reading, StandardisationReport standardising) {}

    /** Keeps its own copy. */
    public Gathered {
        sources = List.copyOf(sources);
    }
}
