package org.concordat.cli.protect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.LookUp;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.Table;
import picocli.CommandLine.Option;

/** What goes out of the table, and what is out already, as the options of {@code protect} say it. */
final class LinkedChoices {
    @Option(
            names = "--table",
            paramLabel = "COL,COL",
            description = "Publish a table by these columns of --by, not the whole; give several for linked tables.")
    private List<String> tables = new ArrayList<>();

    @Option(
            names = "--level",
            paramLabel = "COL=LEVEL,…",
            description = "Publish these levels of a look-up only, named as its columns; totals always.")
    private List<String> levels = new ArrayList<>();

    @Option(
            names = "--earlier",
            paramLabel = "TABLE",
            description = "A table that is out already, hidden cells as c; give several for several.")
    private List<Path> earlier = new ArrayList<>();

    /**
     * A table that goes out.
     *
     * @param file what it is called, without ending
     * @param columns by which it is broken down; in the others it has the whole
     */
    record Part(String file, Set<String> columns) {}

    List<Path> earlier() {
        return List.copyOf(earlier);
    }

    /** Whether anything but the whole table by itself is asked for. */
    boolean any() {
        return !tables.isEmpty() || !levels.isEmpty() || !earlier.isEmpty();
    }

    /** The tables that go out; the whole one where none is named. */
    List<Part> parts(List<String> by) {
        if (tables.isEmpty()) {
            return List.of(new Part("table", new TreeSet<>(by)));
        }
        List<Part> parts = new ArrayList<>();
        for (String asked : tables) {
            SequencedSet<String> columns = new LinkedHashSet<>();
            for (String column : asked.split(",", -1)) {
                columns.add(by.stream()
                        .filter(column.strip()::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> wrong("--table names the column " + column.strip()
                                + ", which --by does not; --by has " + String.join(", ", by) + ".")));
            }
            parts.add(new Part(fileName(columns), new TreeSet<>(columns)));
        }
        if (parts.stream().map(Part::file).distinct().count() < parts.size()) {
            throw wrong("--table names the same columns twice.");
        }
        return parts;
    }

    private static String fileName(Set<String> columns) {
        return "table-by-" + String.join("-", columns).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /** The cells that go out: those of some part, at the levels asked for. */
    Set<Integer> cells(Table table, List<Part> parts, List<LookUp> lookUps, String total) {
        Map<String, Set<String>> allowed = allowed(table.dimensions(), lookUps, total);
        Set<Integer> cells = new TreeSet<>();
        IntStream.range(0, table.cellCount())
                .filter(cell -> parts.stream().anyMatch(part -> holds(part, table, cell, allowed)))
                .forEach(cells::add);
        if (cells.isEmpty()) {
            throw wrong("--table and --level leave nothing to publish.");
        }
        return cells;
    }

    private static boolean holds(Part part, Table table, int cell, Map<String, Set<String>> allowed) {
        List<String> codes = table.codes(cell);
        return IntStream.range(0, codes.size()).allMatch(d -> {
            Dimension dimension = table.dimensions().get(d);
            String code = codes.get(d);
            return dimension.tops().contains(code)
                    || part.columns().contains(dimension.name())
                            && allowed.getOrDefault(dimension.name(), Set.copyOf(dimension.codes()))
                                    .contains(code);
        });
    }

    /** By column, the codes of the levels that go out; a column of which no level was named is not in it. */
    private Map<String, Set<String>> allowed(List<Dimension> dimensions, List<LookUp> lookUps, String total) {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        for (String asked : levels) {
            int equals = asked.indexOf('=');
            String column = equals < 1 ? "" : asked.substring(0, equals).strip();
            Dimension dimension = dimensions.stream()
                    .filter(one -> one.name().equalsIgnoreCase(column))
                    .findFirst()
                    .orElseThrow(() ->
                            wrong("--level is written COL=LEVEL,… with a column of --by, such as area=msoa, given "
                                    + asked + "."));
            Set<String> codes = allowed.computeIfAbsent(dimension.name(), name -> new TreeSet<>(Set.of(total)));
            for (String level : asked.substring(equals + 1).split(",", -1)) {
                codes.addAll(codes(dimension, level.strip(), lookUps));
            }
        }
        return allowed;
    }

    private static List<String> codes(Dimension dimension, String level, List<LookUp> lookUps) {
        List<LookUp> own = lookUps.stream()
                .filter(lookUp -> lookUp.column().equalsIgnoreCase(dimension.name()))
                .toList();
        for (LookUp lookUp : own) {
            int place = lookUp.levels().indexOf(level);
            if (place >= 0) {
                return dimension.codes().stream()
                        .filter(code -> place == 0
                                ? lookUp.isSmall(code)
                                : Integer.valueOf(place).equals(lookUp.larger().get(code)))
                        .toList();
            }
        }
        throw wrong("--level names " + level + " for " + dimension.name() + ", but its look-ups have "
                + (own.isEmpty()
                        ? "no levels, since --within gives none for it."
                        : own.stream()
                                        .flatMap(lookUp -> lookUp.levels().stream())
                                        .distinct()
                                        .toList() + "."));
    }

    private static CommandException wrong(String message) {
        return new CommandException("PROTECT-TABLES", ExitCode.WRONG_USE, message);
    }
}
