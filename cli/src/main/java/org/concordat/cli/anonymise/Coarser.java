package org.concordat.cli.anonymise;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.concordat.cli.figures.FigureTable;
import org.concordat.files.tables.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What was said of how a column becomes coarser: {@code ward=areas.csv} or {@code age=5,20}.
 *
 * @param option which said it
 * @param asked as it was written
 */
record Coarser(String option, String asked) {
    private static final String BANDS = "--bands";

    Coarser {
        int equals = asked.indexOf('=');
        if (equals < 1 || equals == asked.length() - 1) {
            throw Levels.wrong(option + " is written "
                    + (option.equals(BANDS) ? "COL=N,N, such as age=5,20." : "COL=FILE, such as ward=areas.csv."));
        }
    }

    String column() {
        return asked.substring(0, asked.indexOf('='));
    }

    private String how() {
        return asked.substring(asked.indexOf('=') + 1);
    }

    /** The levels of a column; of one of which nothing was said, all or nothing. */
    static Levels levels(@Nullable Coarser said, String column, FigureTable rows, ReadOptions reading) {
        if (said == null) {
            return Levels.allOrNothing(column);
        }
        if (!said.option().equals(BANDS)) {
            return Levels.hierarchy(column, Path.of(said.how()), rows, reading);
        }
        try {
            return Levels.bands(
                    column,
                    Stream.of(said.how().split(",", -1))
                            .map(String::strip)
                            .map(Long::valueOf)
                            .toList(),
                    rows);
        } catch (NumberFormatException wrong) {
            throw Levels.wrong("--bands is written COL=N,N, such as age=5,20.");
        }
    }
}
