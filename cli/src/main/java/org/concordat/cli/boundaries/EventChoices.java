package org.concordat.cli.boundaries;

import java.nio.file.Path;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.sources.ReadingChoices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a user says about a table of events: options that commands share. */
public final class EventChoices {
    @Option(names = "--x", paramLabel = "COL", description = "Column of longitudes or eastings; else found by name.")
    private @Nullable String x;

    @Option(names = "--y", paramLabel = "COL", description = "Column of latitudes or northings; else found by name.")
    private @Nullable String y;

    @Option(names = "--title", paramLabel = "WORDS", description = "What the events are; else the table's name.")
    private @Nullable String title;

    @Mixin
    private ReadingChoices form = new ReadingChoices();

    /** Reads a table in the form that was said. */
    public FigureTable read(Path file) {
        return FigureTable.read(file, form.options());
    }

    /** Where the events of a table happened, in metres of the British National Grid or in degrees. */
    public EventPoints points(FigureTable table, boolean inMetres) {
        return EventPoints.of(table, x, y, inMetres);
    }

    /** What the events are: words for titles. */
    public String what(FigureTable table) {
        return title == null ? table.file() : title;
    }
}
