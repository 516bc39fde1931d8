package org.concordat.cli.link;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.concordat.cli.sources.SourceFile.ChoicesOfSources;
import org.concordat.files.tables.ReadOptions;
import org.concordat.linkage.LinkageSettings;
import org.jspecify.annotations.Nullable;

/**
 * Everything a linkage is told.
 *
 * @param files to be linked, at least one
 * @param out the folder that is to appear
 * @param choices what was said about columns
 * @param rowNumbers whether rows are named by their number instead of by a column
 * @param withTruth whether a column says who is who
 * @param truthTable a file that says who is who, instead of a column; {@code null} for none
 * @param review a clerical sample with labels; {@code null} for none
 * @param sampleSize how many pairs to draw for people to label; 0 for none
 * @param model a model trained before; {@code null} to train one
 * @param candidates where to list every compared pair; {@code null} for nowhere
 * @param settings of the linkage
 * @param threads how many work, at least 1
 * @param reading what is known of the files' format
 * @param today nobody was born after this day
 */
public record LinkRequest(
        List<Path> files,
        Path out,
        ChoicesOfSources choices,
        boolean rowNumbers,
        boolean withTruth,
        @Nullable Path truthTable,
        @Nullable Path review,
        int sampleSize,
        @Nullable Path model,
        @Nullable Path candidates,
        LinkageSettings settings,
        int threads,
        ReadOptions reading,
        LocalDate today) {

    /** Keeps its own copy. */
    public LinkRequest {
        files = List.copyOf(files);
    }
}
