package org.concordat.cli.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.files.tables.ReadOptions;

/**
 * Which codes lie in which others, as a look-up file says it.
 *
 * @param column of the tables whose codes it knows
 * @param file what the look-up is called
 * @param levels its columns, from the smallest to the largest
 * @param paths by smallest code: the code itself, then what it lies in, from the smallest to the largest
 * @param larger every code that others lie in, with the number of its level
 */
public record LookUp(
        String column, String file, List<String> levels, Map<String, List<String>> paths, Map<String, Integer> larger) {

    /**
     * Reads {@code COL=FILE:SMALL,LARGER,…}.
     *
     * @throws CommandException {@code FIGURES-LOOKUP} when it is written otherwise, or a code lies in two others
     */
    public static LookUp read(String asked, ReadOptions options) {
        int equals = asked.indexOf('=');
        int colon = asked.lastIndexOf(':');
        List<String> levels =
                colon < 0 ? List.of() : List.of(asked.substring(colon + 1).split(",", -1));
        if (equals < 1
                || colon < equals + 2
                || levels.size() < 2
                || levels.stream().anyMatch(String::isBlank)) {
            throw new CommandException(
                    "FIGURES-LOOKUP",
                    ExitCode.WRONG_USE,
                    "--within is written COL=FILE:SMALL,LARGER,…, such as area=lookup.csv:oa21cd,lsoa21cd,msoa21cd, given "
                            + asked + ".");
        }
        FigureTable table = FigureTable.read(Path.of(asked.substring(equals + 1, colon)), options);
        levels.forEach(level -> table.require(level, "--within"));
        Map<String, List<String>> paths = new LinkedHashMap<>();
        Map<String, Integer> larger = new HashMap<>();
        Map<String, String> parents = new HashMap<>();
        for (FigureRow row : table.rows()) {
            List<String> path = levels.stream().map(row::requiredText).toList();
            for (int level = 0; level < path.size(); level++) {
                check(table, row, levels, path, level, parents, larger);
            }
            paths.putIfAbsent(path.getFirst(), new ArrayList<>(path));
        }
        return new LookUp(asked.substring(0, equals), table.file(), levels, paths, larger);
    }

    private static void check(
            FigureTable table,
            FigureRow row,
            List<String> levels,
            List<String> path,
            int level,
            Map<String, String> parents,
            Map<String, Integer> larger) {
        String code = path.get(level);
        if (level > 0) {
            Integer before = larger.putIfAbsent(code, level);
            if (before != null && before != level) {
                throw trouble(table, row, code, "stands in two columns: a code has one level");
            }
        }
        if (level + 1 < path.size()) {
            String before = parents.putIfAbsent(code, path.get(level + 1));
            if (before != null && !before.equals(path.get(level + 1))) {
                throw trouble(
                        table,
                        row,
                        code,
                        "lies in " + before + " and in " + path.get(level + 1) + " of column " + levels.get(level + 1)
                                + ": a code lies in one, so give a second --within for a second hierarchy");
            }
        }
    }

    private static CommandException trouble(FigureTable table, FigureRow row, String code, String what) {
        return new CommandException(
                "FIGURES-LOOKUP",
                ExitCode.COULD_NOT,
                "In data row " + row.number() + " of " + table.file() + ", the code " + code + " " + what + ".");
    }

    /** Whether {@code code} is one of the smallest. */
    public boolean isSmall(String code) {
        return paths.containsKey(code);
    }

    /** Whether others lie in {@code code}. */
    public boolean isLarger(String code) {
        return larger.containsKey(code);
    }

    /** The paths that go through one of {@code found}; the others are of other places. */
    public List<List<String>> pathsThrough(Set<String> found) {
        return paths.values().stream()
                .filter(path -> path.stream().anyMatch(found::contains))
                .toList();
    }
}
