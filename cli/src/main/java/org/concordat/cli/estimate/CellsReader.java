package org.concordat.cli.estimate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.indices.LogisticModel;

/** Reads a census table, a row for each kind of people of each area, into the variables of a model. */
final class CellsReader {
    private final FigureTable table;
    private final LogisticModel model;
    private final Named named;
    private final SmallCounts counts;
    private final Set<String> met = new HashSet<>();

    /**
     * What the options name.
     *
     * @param by columns that say what kind of people a row counts
     * @param references categories that the model measures all others against
     * @param absent variables of the model that apply to nobody in the table
     */
    record Named(String area, String people, List<String> by, Set<String> references, Set<String> absent) {}

    /**
     * What was read.
     *
     * @param cells of the areas that can be shown
     * @param hidden codes of areas with a cell that is hidden or small
     */
    record Read(List<LogisticModel.Cell> cells, Set<String> hidden) {}

    CellsReader(FigureTable table, LogisticModel model, Named named, SmallCounts counts) {
        this.table = table;
        this.model = model;
        this.named = named;
        this.counts = counts;
        table.require(named.area(), "--area");
        table.require(named.people(), "--people");
        named.by().forEach(column -> table.require(column, "--by"));
    }

    Read read() {
        Map<String, List<LogisticModel.Cell>> areas = new LinkedHashMap<>();
        Set<String> hidden = new LinkedHashSet<>();
        Set<List<String>> places = new HashSet<>();
        for (FigureRow row : table.rows()) {
            String area = row.requiredText(named.area());
            List<String> place = new ArrayList<>(List.of(area));
            named.by().forEach(column -> place.add(row.requiredText(column)));
            if (!places.add(place)) {
                throw row.trouble(
                        named.area(), "repeats the kind of an earlier row", "Count each kind of people once.");
            }
            Map<String, Double> variables = variables(row);
            if (row.hidden(named.people())) {
                hidden.add(area);
                continue;
            }
            double people = row.requiredNumber(named.people());
            if (people < 0) {
                throw row.trouble(named.people(), "is below zero", "A count is 0 or more.");
            }
            if (counts.small(people)) {
                hidden.add(area);
            }
            areas.computeIfAbsent(area, any -> new ArrayList<>()).add(new LogisticModel.Cell(area, people, variables));
        }
        checkGiven();
        areas.keySet().removeAll(hidden);
        return new Read(areas.values().stream().flatMap(List::stream).toList(), hidden);
    }

    private Map<String, Double> variables(FigureRow row) {
        Map<String, Double> variables = new LinkedHashMap<>();
        for (String column : named.by()) {
            if (model.coefficients().containsKey(column)) {
                met.add(column);
                variables.put(column, row.requiredNumber(column));
                continue;
            }
            String category = row.requiredText(column);
            String variable = column + "_" + category;
            if (!model.coefficients().containsKey(variable)) {
                variable = category;
            }
            if (model.coefficients().containsKey(variable)) {
                met.add(variable);
                variables.put(variable, 1.0);
            } else if (!named.references().contains(column + "_" + category)
                    && !named.references().contains(category)) {
                throw new CommandException(
                        "ESTIMATE-UNKNOWN",
                        ExitCode.REFUSED,
                        "In data row " + row.number() + " of " + table.file() + ", column " + column
                                + " names a category that the model does not know. Its variables are: " + variables()
                                + ". If it is one that the model measures all others against, name it with --reference.");
            }
        }
        return variables;
    }

    private String variables() {
        return String.join(", ", new TreeSet<>(model.coefficients().keySet()));
    }

    /** Refuses a variable that nothing gives: left out, it would count as 0 for everybody. */
    private void checkGiven() {
        Set<String> missing = new TreeSet<>();
        for (String variable : model.coefficients().keySet()) {
            boolean given =
                    met.contains(variable) || named.by().stream().anyMatch(column -> variable.startsWith(column + "_"));
            if (!given && !named.absent().contains(variable)) {
                missing.add(variable);
            }
        }
        if (!missing.isEmpty()) {
            throw new CommandException(
                    "ESTIMATE-MISSING",
                    ExitCode.REFUSED,
                    table.file() + " says nothing of " + String.join(", ", missing)
                            + ", which the model needs and which would count as 0 for everybody. Add a column and name it with"
                            + " --by, or name what applies to nobody with --absent.");
        }
        for (String variable : named.absent()) {
            if (!model.coefficients().containsKey(variable) || met.contains(variable)) {
                throw new CommandException(
                        "WRONG-USE",
                        ExitCode.WRONG_USE,
                        "--absent names " + variable
                                + (met.contains(variable)
                                        ? ", which some of the people have."
                                        : ", which the model does not have. Its variables are: " + variables() + "."));
            }
        }
    }
}
