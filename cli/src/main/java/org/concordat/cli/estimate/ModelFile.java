package org.concordat.cli.estimate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.measures.indices.LogisticModel;

/** Reads the coefficients of a logistic model: a table with the columns {@code variable} and {@code estimate}. */
final class ModelFile {
    private static final List<String> CONSTANT = List.of("(constant)", "constant", "(intercept)", "intercept");

    private ModelFile() {}

    static LogisticModel read(FigureTable table) {
        table.require("variable", "--model");
        table.require("estimate", "--model");
        OptionalDouble constant = OptionalDouble.empty();
        Map<String, Double> coefficients = new LinkedHashMap<>();
        for (FigureRow row : table.rows()) {
            String variable = row.requiredText("variable");
            double estimate = row.requiredNumber("estimate");
            boolean again;
            if (CONSTANT.contains(variable.toLowerCase(Locale.ROOT))) {
                again = constant.isPresent();
                constant = OptionalDouble.of(estimate);
            } else {
                again = coefficients.put(variable, estimate) != null;
            }
            if (again) {
                throw row.trouble("variable", "repeats an earlier row", "Give each variable once.");
            }
        }
        if (constant.isEmpty() || coefficients.isEmpty()) {
            throw new CommandException(
                    "ESTIMATE-MODEL",
                    ExitCode.REFUSED,
                    table.file()
                            + " is no model: it needs a row (constant) and one for each variable, with their estimates"
                            + " on the scale of log odds.");
        }
        return new LogisticModel(constant.getAsDouble(), coefficients);
    }
}
