package org.concordat.cli.sources;

import java.nio.charset.Charset;
import org.concordat.files.tables.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a user says about the form of files whose content does not show it: options that commands share. */
public final class ReadingChoices {
    @Option(names = "--delimiter", paramLabel = "C", description = "Character between fields; else found out.")
    private @Nullable Character delimiter;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Encoding of text; else found out.")
    private @Nullable Charset encoding;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Worksheet of a workbook; else the first.")
    private @Nullable String sheet;

    /** What was said, for whoever reads. */
    public ReadOptions options() {
        return new ReadOptions(delimiter, encoding, sheet, false, ReadOptions.Limits.defaults());
    }
}
