package org.concordat.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.figures.FigureRow;
import org.concordat.measures.evaluation.Covariates;

/**
 * Turns columns into numbers: figures stay as they are, and a column with words becomes one column of 0 and 1 for each word.
 * The model leaves out the most frequent word of each, which the others determine; the balance shows all.
 */
final class CovariateColumns {
    private static final int MOST_WORDS = 20;

    private final List<String> modelNames = new ArrayList<>();
    private final List<double[]> model = new ArrayList<>();
    private final List<String> comparedNames = new ArrayList<>();
    private final List<double[]> compared = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();

    CovariateColumns(List<String> columns, List<FigureRow> people) {
        for (String column : columns) {
            double[] numbers = new double[people.size()];
            if (numeric(column, people, numbers)) {
                add(column, numbers, true);
            } else {
                addWords(column, people);
            }
        }
    }

    private static boolean numeric(String column, List<FigureRow> people, double[] numbers) {
        try {
            for (int i = 0; i < numbers.length; i++) {
                OptionalDouble number = people.get(i).number(column);
                numbers[i] = number.orElseThrow();
            }
            return true;
        } catch (CommandException words) {
            return false;
        }
    }

    private void addWords(String column, List<FigureRow> people) {
        Map<String, Integer> counts = new TreeMap<>();
        for (FigureRow person : people) {
            counts.merge(person.requiredText(column), 1, Integer::sum);
            if (counts.size() > MOST_WORDS) {
                throw EvaluateTrouble.refused(
                        "EVALUATE-COVARIATE",
                        "Column " + column + " has more than " + MOST_WORDS
                                + " different words, at latest in data row " + person.number()
                                + ". Figures are written as 1234.5; put words into fewer groups.");
            }
        }
        String usual = "";
        int most = 0;
        for (Map.Entry<String, Integer> word : counts.entrySet()) {
            if (word.getValue() > most) {
                usual = word.getKey();
                most = word.getValue();
            }
        }
        words.add(counts.keySet().stream().map(word -> named(column, word)).toList());
        for (String word : counts.keySet()) {
            double[] numbers = new double[people.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = people.get(i).requiredText(column).equals(word) ? 1 : 0;
            }
            add(named(column, word), numbers, !word.equals(usual) || counts.size() == 1);
        }
    }

    private static String named(String column, String word) {
        return column + " = " + word;
    }

    private void add(String name, double[] numbers, boolean inModel) {
        comparedNames.add(name);
        compared.add(numbers);
        if (inModel) {
            modelNames.add(name);
            model.add(numbers);
        }
    }

    Covariates model() {
        return Covariates.of(modelNames, model.toArray(double[][]::new));
    }

    /** For each column of words the names of the covariates that were made of it. */
    List<List<String>> words() {
        return List.copyOf(words);
    }

    Covariates compared() {
        return Covariates.of(comparedNames, compared.toArray(double[][]::new));
    }
}
