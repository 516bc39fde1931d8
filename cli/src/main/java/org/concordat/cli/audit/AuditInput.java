package org.concordat.cli.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.LookUp;
import org.concordat.disclosure.audit.Figure;
import org.concordat.disclosure.audit.TableAudit;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.files.tables.ReadOptions;
import org.jspecify.annotations.Nullable;

/** Released tables read from files and put together over common dimensions. */
final class AuditInput {
    private static final Set<String> COUNT_NAMES =
            Set.of("count", "counts", "freq", "frequency", "value", "number", "n", "persons", "people", "observation");
    /** Beside a figure, not a code: what must be known of it. */
    private static final String STATUS = "status";

    private final AuditRequest request;
    private final List<FigureTable> tables = new ArrayList<>();
    private final SequencedMap<String, SequencedSet<String>> codes = new LinkedHashMap<>();
    private final Map<FigureTable, String> counts = new LinkedHashMap<>();

    private AuditInput(AuditRequest request) {
        this.request = request;
    }

    /** Everything that the tables say, ready to be worked on. */
    static TableAudit read(AuditRequest request, ReadOptions options) {
        AuditInput input = new AuditInput(request);
        for (Path path : request.tables()) {
            input.take(FigureTable.read(path, options));
        }
        input.requireEveryColumnNamed();
        List<Dimension> dimensions = new ArrayList<>();
        for (String column : input.codes.sequencedKeySet()) {
            dimensions.add(input.dimension(column));
        }
        TableAudit audit;
        try {
            audit = TableAudit.over(dimensions, request.zerosPublished() ? 1 : 0);
        } catch (IllegalArgumentException tooLarge) {
            throw new CommandException(
                    "AUDIT-TOO-LARGE",
                    ExitCode.WRONG_USE,
                    "The tables broken down by " + String.join(", ", input.codes.keySet()) + " have too many cells: "
                            + tooLarge.getMessage() + ". Name the columns that break them down with --by.",
                    tooLarge);
        }
        input.tables.forEach(table -> input.say(audit, table, dimensions));
        return audit;
    }

    private void take(FigureTable table) {
        String count = countColumn(table);
        counts.put(table, count);
        tables.add(table);
        List<String> by = request.by().isEmpty()
                ? table.columns().stream()
                        .filter(column -> !column.equalsIgnoreCase(count) && !column.equalsIgnoreCase(STATUS))
                        .toList()
                : request.by().stream().filter(table::has).toList();
        if (by.isEmpty()) {
            throw new CommandException(
                    "AUDIT-NOTHING-BY",
                    ExitCode.WRONG_USE,
                    table.file() + " is broken down by nothing: it has the columns "
                            + String.join(", ", table.columns()) + ". Name those that hold codes with --by.");
        }
        for (String column : by) {
            String name = column.toLowerCase(Locale.ROOT);
            SequencedSet<String> found = codes.computeIfAbsent(name, key -> new LinkedHashSet<>());
            table.rows().forEach(row -> found.add(row.requiredText(column)));
        }
    }

    /** A table may lack a column, and then has its total there; a column that all lack was misspelt. */
    private void requireEveryColumnNamed() {
        for (String column : request.by()) {
            if (!codes.containsKey(column.toLowerCase(Locale.ROOT))) {
                throw unknownColumn("AUDIT-NOTHING-BY", column, "--by");
            }
        }
        for (LookUp lookUp : request.lookUps()) {
            if (!codes.containsKey(lookUp.column().toLowerCase(Locale.ROOT))) {
                throw unknownColumn("FIGURES-LOOKUP", lookUp.column(), "--within");
            }
        }
    }

    private CommandException unknownColumn(String code, String column, String option) {
        return new CommandException(
                code,
                ExitCode.WRONG_USE,
                "No table is broken down by the column " + column + ", which " + option
                        + " names. They are broken down by: " + String.join(", ", codes.keySet()) + ".");
    }

    private String countColumn(FigureTable table) {
        if (request.count() != null) {
            table.require(request.count(), "--count");
            return request.count();
        }
        List<String> candidates = table.columns().stream()
                .filter(column -> COUNT_NAMES.contains(column.toLowerCase(Locale.ROOT)))
                .toList();
        if (candidates.size() != 1) {
            throw new CommandException(
                    "AUDIT-WHICH-COUNT",
                    ExitCode.WRONG_USE,
                    "Which column of " + table.file() + " holds the counts? Say so with --count; its columns are: "
                            + String.join(", ", table.columns()) + ".");
        }
        return candidates.getFirst();
    }

    private Dimension dimension(String column) {
        SequencedSet<String> found = codes.getOrDefault(column, new LinkedHashSet<>());
        String total = request.total();
        List<LookUp> lookUps = request.lookUps().stream()
                .filter(one -> one.column().equalsIgnoreCase(column))
                .toList();
        try {
            if (lookUps.isEmpty()) {
                List<String> parts =
                        found.stream().filter(code -> !code.equals(total)).toList();
                return Dimension.flat(column, total, parts.isEmpty() ? List.of("everything") : parts);
            }
            SequencedSet<String> known = new LinkedHashSet<>(List.of(total));
            List<Dimension> each = new ArrayList<>();
            for (LookUp lookUp : lookUps) {
                List<List<String>> paths = paths(lookUp, found);
                paths.forEach(known::addAll);
                each.add(Dimension.nested(column, total, paths));
            }
            requireKnown(column, found, known);
            return each.stream().reduce(Dimension::with).orElseThrow();
        } catch (IllegalArgumentException wrong) {
            throw new CommandException(
                    "FIGURES-LOOKUP",
                    ExitCode.COULD_NOT,
                    "The codes of column " + column + " do not fit together: " + wrong.getMessage() + ".",
                    wrong);
        }
    }

    private static List<List<String>> paths(LookUp lookUp, Set<String> found) {
        List<List<String>> paths = lookUp.pathsThrough(found);
        if (paths.isEmpty()) {
            throw new CommandException(
                    "FIGURES-CODE-UNKNOWN",
                    ExitCode.COULD_NOT,
                    "No code of the tables is in the look-up " + lookUp.file()
                            + ". It may be of another place or vintage.");
        }
        return paths;
    }

    private static void requireKnown(String column, Set<String> found, Set<String> known) {
        for (String code : found) {
            if (!known.contains(code)) {
                throw new CommandException(
                        "FIGURES-CODE-UNKNOWN",
                        ExitCode.COULD_NOT,
                        "The code " + code + " in column " + column
                                + " is in none of its look-ups. It may be misspelt or of"
                                + " another vintage: give the look-up that knows it with --within.");
            }
        }
    }

    private void say(TableAudit audit, FigureTable table, List<Dimension> dimensions) {
        String count = counts.getOrDefault(table, "");
        Set<List<String>> seen = new LinkedHashSet<>();
        for (FigureRow row : table.rows()) {
            List<String> cell = new ArrayList<>();
            for (Dimension dimension : dimensions) {
                cell.add(
                        table.has(dimension.name())
                                ? row.requiredText(dimension.name())
                                : dimension.tops().getFirst());
            }
            if (!seen.add(cell)) {
                throw new CommandException(
                        "AUDIT-CELL-TWICE",
                        ExitCode.COULD_NOT,
                        "Data row " + row.number() + " of " + table.file() + " is about the same cell as one before: "
                                + String.join(", ", cell)
                                + ". A column that tells them apart may be missing from --by.");
            }
            audit.figure(table.file(), cell, figure(row, count));
        }
    }

    private Figure figure(FigureRow row, String column) {
        if (row.hidden(column)) {
            return Figure.hidden();
        }
        long count = row.requiredCount(column);
        @Nullable Long base = request.roundedBase();
        if (base == null) {
            return Figure.exact(count);
        }
        if (count % base != 0) {
            throw row.trouble(column, "is no multiple of " + base, "Correct it, or the base given.");
        }
        return request.eitherWay() ? Figure.roundedEitherWay(count, base) : Figure.rounded(count, base);
    }
}
