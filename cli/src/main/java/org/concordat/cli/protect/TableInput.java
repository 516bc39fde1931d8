package org.concordat.cli.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.LookUp;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.RowCounter;
import org.concordat.disclosure.tables.Table;
import org.concordat.disclosure.tables.TableReading;

/** A file of counts or of rows about persons or firms, put together to a table. */
final class TableInput {
    private static final int MOST_DECIMALS = 9;

    private final FigureTable file;
    private final List<String> by;
    private final List<LookUp> lookUps;
    private final String total;
    private final List<Dimension> dimensions = new ArrayList<>();

    TableInput(FigureTable file, List<String> by, List<LookUp> lookUps, String total) {
        this.file = file;
        this.by = by;
        this.lookUps = lookUps;
        this.total = total;
        by.forEach(column -> file.require(column, "--by"));
        for (LookUp lookUp : lookUps) {
            if (by.stream().noneMatch(lookUp.column()::equalsIgnoreCase)) {
                throw new CommandException(
                        "FIGURES-LOOKUP",
                        ExitCode.WRONG_USE,
                        "--within names the column " + lookUp.column() + ", which --by does not; name it in both.");
            }
        }
        if (file.rows().isEmpty()) {
            throw new CommandException(
                    "PROTECT-NO-ROWS",
                    ExitCode.COULD_NOT,
                    file.file() + " has no rows, so there is nothing to protect.");
        }
        by.forEach(column -> dimensions.add(dimension(column)));
    }

    /**
     * The table of a file in which each row is a cell.
     *
     * @param impossible cells that nobody can be in, base ones, by the same columns
     */
    TableReading cells(String countColumn, boolean totalsIgnored, Optional<FigureTable> impossible) {
        file.require(countColumn, "--count");
        GivenCells cells = new GivenCells(dimensions);
        impossible.ifPresent(nobody -> {
            by.forEach(column -> nobody.require(column, "--by (in the file of --impossible)"));
            nobody.rows().forEach(row -> cells.structuralZero(nobodysCodes(row)));
        });
        for (FigureRow row : file.rows()) {
            List<String> codes = codes(row);
            if (cells.isGiven(codes)) {
                throw new CommandException(
                        "PROTECT-CELL-TWICE",
                        ExitCode.COULD_NOT,
                        "Data row " + row.number() + " of " + file.file() + " is about the same cell as a row before: "
                                + String.join(", ", codes)
                                + ". Each cell stands once; add the rows up, or name with --by"
                                + " the column that tells them apart.");
            }
            long figure = row.requiredCount(countColumn);
            if (figure > 0 && cells.isImpossible(codes)) {
                throw row.trouble(
                        countColumn, "counts somebody where --impossible says that nobody can be", "Mend either.");
            }
            cells.cell(codes, figure);
        }
        return totalsIgnored ? new TableReading.AddsUp(cells.fromBase()) : cells.read();
    }

    /** The table of a file in which each row is about a person or firm. */
    TableReading rows(Optional<String> amountColumn, Optional<String> contributorColumn) {
        amountColumn.ifPresent(column -> file.require(column, "--amount"));
        contributorColumn.ifPresent(column -> file.require(column, "--contributor"));
        RowCounter counter = new RowCounter(dimensions, decimals(amountColumn));
        for (FigureRow row : file.rows()) {
            List<String> codes = baseCodes(row);
            if (contributorColumn.isEmpty() && amountColumn.isEmpty()) {
                counter.row(codes);
            } else {
                String contributor = contributorColumn.map(row::requiredText).orElseGet(() -> "row " + row.number());
                counter.row(
                        codes,
                        contributor,
                        amountColumn.map(column -> amount(row, column)).orElse(BigDecimal.ONE));
            }
        }
        return new TableReading.AddsUp(counter.table());
    }

    /** The sums, cell by cell, of a whole number that each row has, such as its key; the file holds a person a row. */
    Table sums(ToLongFunction<FigureRow> number) {
        RowCounter counter = new RowCounter(dimensions);
        for (FigureRow row : file.rows()) {
            counter.row(baseCodes(row), "row " + row.number(), BigDecimal.valueOf(number.applyAsLong(row)));
        }
        return counter.table();
    }

    private List<String> nobodysCodes(FigureRow row) {
        for (int d = 0; d < by.size(); d++) {
            OptionalInt code = dimensions.get(d).find(row.requiredText(by.get(d)));
            if (code.isEmpty() || code.getAsInt() >= dimensions.get(d).baseCount()) {
                throw row.trouble(
                        by.get(d),
                        "holds a code that is none of the table's smallest groups",
                        "Mend it, or leave the row out.");
            }
        }
        return codes(row);
    }

    private List<String> baseCodes(FigureRow row) {
        List<String> codes = codes(row);
        for (int d = 0; d < codes.size(); d++) {
            int code = dimensions.get(d).find(codes.get(d)).orElseThrow();
            if (code >= dimensions.get(d).baseCount()) {
                throw row.trouble(
                        by.get(d),
                        "holds a total, but each row is about one person or firm",
                        "If the file holds counts, name their column with --count.");
            }
        }
        return codes;
    }

    private int decimals(Optional<String> amountColumn) {
        int most = 0;
        if (amountColumn.isPresent()) {
            for (FigureRow row : file.rows()) {
                most = Math.max(
                        most,
                        amount(row, amountColumn.get()).stripTrailingZeros().scale());
            }
        }
        if (most > MOST_DECIMALS) {
            throw new CommandException(
                    "PROTECT-DECIMALS",
                    ExitCode.COULD_NOT,
                    "An amount of " + file.file() + " has " + most + " digits after the point; at most " + MOST_DECIMALS
                            + " are taken. Round the amounts.");
        }
        return most;
    }

    private static BigDecimal amount(FigureRow row, String column) {
        row.requiredNumber(column);
        BigDecimal amount = new BigDecimal(row.requiredText(column).replace(",", ""));
        if (amount.signum() < 0) {
            throw row.trouble(column, "is below zero", "Amounts are 0 or more.");
        }
        if (amount.precision() - amount.scale() > MOST_DECIMALS) {
            throw row.trouble(column, "is a thousand million or more", "Give amounts in thousands or millions.");
        }
        return amount;
    }

    private List<String> codes(FigureRow row) {
        List<String> codes = new ArrayList<>();
        for (int d = 0; d < by.size(); d++) {
            String code = row.requiredText(by.get(d));
            if (dimensions.get(d).find(code).isEmpty()) {
                throw unknown(row, by.get(d), code);
            }
            codes.add(code);
        }
        return codes;
    }

    private Dimension dimension(String column) {
        List<LookUp> own = lookUps.stream()
                .filter(lookUp -> lookUp.column().equalsIgnoreCase(column))
                .toList();
        SequencedSet<String> small = new LinkedHashSet<>();
        for (FigureRow row : file.rows()) {
            String code = row.requiredText(column);
            boolean isTotal = code.equals(total) || own.stream().anyMatch(lookUp -> lookUp.isLarger(code));
            for (LookUp lookUp : own) {
                if (!isTotal && !lookUp.isSmall(code)) {
                    throw unknown(row, column, code);
                }
            }
            if (!isTotal) {
                small.add(code);
            }
        }
        if (small.isEmpty()) {
            throw new CommandException(
                    "PROTECT-NO-ROWS",
                    ExitCode.COULD_NOT,
                    "Column " + column + " of " + file.file() + " holds totals alone. The smallest areas or groups are"
                            + " needed, since totals are summed from them; or leave them out of --within.");
        }
        if (own.isEmpty()) {
            return Dimension.flat(column, total, List.copyOf(small));
        }
        Dimension dimension = nested(column, own.getFirst(), small);
        for (LookUp lookUp : own.subList(1, own.size())) {
            dimension = dimension.with(nested(column, lookUp, small));
        }
        return dimension;
    }

    private Dimension nested(String column, LookUp lookUp, Set<String> small) {
        List<List<String>> paths = small.stream()
                .map(code -> lookUp.paths().getOrDefault(code, List.of(code)))
                .toList();
        if (Stream.concat(paths.stream().flatMap(List::stream), lookUp.larger().keySet().stream())
                .anyMatch(total::equals)) {
            throw new CommandException(
                    "FIGURES-LOOKUP",
                    ExitCode.WRONG_USE,
                    "The word " + total + " stands for the whole of " + column + ", but " + lookUp.file()
                            + " uses it for a part. Give another word with --total.");
        }
        return Dimension.nested(column, total, paths);
    }

    private CommandException unknown(FigureRow row, String column, String code) {
        return new CommandException(
                "FIGURES-CODE-UNKNOWN",
                ExitCode.COULD_NOT,
                "In data row " + row.number() + " of " + file.file() + ", column " + column + " holds the code " + code
                        + ", which the look-up of --within does not have. It may be misspelt, or of another year than the"
                        + " look-up; convert it first, or take the look-up of its year.");
    }
}
