package org.concordat.cli.figures;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;

/** One row of a {@link FigureTable}: its cells as text, numbers or counts, by the name of the column. */
public final class FigureRow {
    /** Figures with a point or without, and thousands apart by commas as people publish them; no exponent is guessed at. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?([eE][-+]?\\d{1,3})?|[-+]?\\.\\d+");

    private static final Pattern COUNT = Pattern.compile("\\d{1,15}(\\.0+)?|\\d{1,3}(,\\d{3}){1,4}");
    private static final Set<String> HIDDEN = Set.of("c", "[c]", "C", "[C]");

    private final FigureTable table;
    private final long number;
    private final @Nullable String[] values;

    FigureRow(FigureTable table, long number, @Nullable String[] values) {
        this.table = table;
        this.number = number;
        this.values = values;
    }

    /** Where it stands, counting data rows from 1. */
    public long number() {
        return number;
    }

    /** What stands in a cell; empty where nothing does. */
    public Optional<String> text(String column) {
        return Optional.ofNullable(values[table.place(column)]);
    }

    /** What stands in a cell that may not be empty. */
    public String requiredText(String column) {
        return text(column).orElseThrow(() -> trouble(column, "is empty", "Fill it in, or leave the row out."));
    }

    /** Whether a cell says that its figure is hidden: {@code c} or {@code [c]}. */
    public boolean hidden(String column) {
        return text(column).filter(HIDDEN::contains).isPresent();
    }

    /** The number in a cell; empty where nothing stands there. */
    public OptionalDouble number(String column) {
        String text = values[table.place(column)];
        if (text == null) {
            return OptionalDouble.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw trouble(column, "is no number", "Write figures as 1234.5, without units.");
        }
        return OptionalDouble.of(Double.parseDouble(text.replace(",", "")));
    }

    /** The number in a cell that may not be empty. */
    public double requiredNumber(String column) {
        return number(column)
                .orElseThrow(
                        () -> trouble(column, "is empty", "Fill it in, or leave the row out; nothing is not zero."));
    }

    /** The whole number of 0 or more in a cell; empty where nothing stands there. */
    public OptionalLong count(String column) {
        String text = values[table.place(column)];
        if (text == null) {
            return OptionalLong.empty();
        }
        if (text.startsWith("-") && NUMBER.matcher(text).matches()) {
            throw trouble(column, "is below zero", "A count is 0 or more.");
        }
        if (!COUNT.matcher(text).matches()) {
            throw trouble(column, "is no whole number", "A count is written as 1234.");
        }
        return OptionalLong.of(Long.parseLong(text.replace(",", "").replaceFirst("\\.0+$", "")));
    }

    /** The whole number of 0 or more in a cell that may not be empty. */
    public long requiredCount(String column) {
        return count(column)
                .orElseThrow(
                        () -> trouble(column, "is empty", "Fill it in, or leave the row out; nothing is not zero."));
    }

    /** An error about one cell, which names its place and never its content. */
    public CommandException trouble(String column, String what, String remedy) {
        return new CommandException(
                "FIGURES-CELL",
                ExitCode.COULD_NOT,
                "In data row " + number + " of " + table.file() + ", column " + column + " " + what + ". " + remedy);
    }
}
