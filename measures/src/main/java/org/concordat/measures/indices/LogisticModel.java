package org.concordat.measures.indices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.measures.Estimate;
import org.concordat.measures.Status;

/**
 * A logistic model that someone fitted to a survey, applied to counts of people: how likely each kind of person is to be, say,
 * lonely, and so how many there may be in each area (synthetic estimation; Age UK's loneliness maps of 2015 are made so).
 *
 * <p>Known limits: it says where people live who in the survey were likelier to be lonely, not who is or how many there
 * really are; it carries no interval, since the published standard errors leave out how the coefficients go together.
 * It must never be used about a person.
 *
 * @param constant the logarithm of the odds of somebody to whom no variable applies
 * @param coefficients what each variable adds to the logarithm of the odds
 */
public record LogisticModel(double constant, Map<String, Double> coefficients) {
    /**
     * People of one kind in one area, a cell of a census table.
     *
     * @param area its code
     * @param people how many there are
     * @param variables what they are: the value of each variable that is not 0
     */
    public record Cell(String area, double people, Map<String, Double> variables) {
        public Cell {
            if (!(people >= 0)) {
                throw new IllegalArgumentException("a cell of " + area + " counts 0 people or more, given " + people);
            }
            variables = Map.copyOf(variables);
        }
    }

    public LogisticModel {
        if (!Double.isFinite(constant) || !coefficients.values().stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a model's constant and coefficients are finite numbers");
        }
        coefficients = Map.copyOf(coefficients);
    }

    /** How likely it is for somebody to whom these variables apply, each by 1. */
    public double probability(Set<String> variables) {
        var values = new TreeMap<String, Double>();
        variables.forEach(variable -> values.put(variable, 1.0));
        return probability(values);
    }

    /** How likely it is for somebody with these values; variables not named are 0, unknown ones are refused. */
    public double probability(Map<String, Double> values) {
        double logit = constant;
        for (var value : new TreeMap<>(values).entrySet()) {
            Double coefficient = coefficients.get(value.getKey());
            if (coefficient == null) {
                throw new IllegalArgumentException("the model has no variable " + value.getKey() + "; it has "
                        + String.join(
                                ", ", coefficients.keySet().stream().sorted().toList()));
            }
            logit += coefficient * value.getValue();
        }
        return 1 / (1 + Math.exp(-logit));
    }

    /** The share of people expected in each area, in the order in which areas are first met. */
    public Map<String, Estimate> shares(List<Cell> cells) {
        var expected = new LinkedHashMap<String, Double>();
        var people = new LinkedHashMap<String, Double>();
        for (Cell cell : cells) {
            expected.merge(cell.area(), cell.people() * probability(cell.variables()), Double::sum);
            people.merge(cell.area(), cell.people(), Double::sum);
        }
        var shares = new LinkedHashMap<String, Estimate>();
        String method = "synthetic estimate from a logistic model and counts of kinds of people";
        for (var area : expected.entrySet()) {
            double of = people.getOrDefault(area.getKey(), 0.0);
            shares.put(
                    area.getKey(),
                    of == 0
                            ? Estimate.none(0, 0, method, Status.NOT_APPLICABLE)
                            : new Estimate(
                                    OptionalDouble.of(area.getValue() / of),
                                    OptionalDouble.of(area.getValue()),
                                    OptionalDouble.of(of),
                                    Optional.empty(),
                                    method,
                                    Status.ESTIMATED));
        }
        return shares;
    }
}
