package org.concordat.measures.evaluation;

import java.util.HashSet;
import java.util.List;

/** What is known of each person before the service began: one number for each covariate, none missing. */
public final class Covariates {
    private final List<String> names;
    private final double[][] columns;
    private final int rows;

    private Covariates(List<String> names, double[][] columns) {
        this.names = List.copyOf(names);
        this.columns = columns;
        this.rows = columns[0].length;
    }

    /**
     * Takes the columns as they are, without copying them.
     *
     * @param names each once
     * @param columns one for each name, all of one length; a category stands as one 0/1 column for each of its values but one
     */
    public static Covariates of(List<String> names, double[][] columns) {
        if (names.isEmpty() || names.size() != columns.length) {
            throw new IllegalArgumentException("covariates: one column for each of one or more names, given "
                    + names.size() + " names and " + columns.length + " columns");
        }
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("names: each once, given " + names);
        }
        int rows = columns[0].length;
        for (int c = 0; c < columns.length; c++) {
            if (columns[c].length != rows) {
                throw new IllegalArgumentException("columns: all of one length, given " + rows + " values and, in "
                        + names.get(c) + ", " + columns[c].length);
            }
            for (double value : columns[c]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "covariate " + names.get(c) + ": finite numbers, given one that is not");
                }
            }
        }
        return new Covariates(names, columns);
    }

    /** The names in the order of the columns. */
    public List<String> names() {
        return names;
    }

    /** How many persons. */
    public int rows() {
        return rows;
    }

    /** The values of one covariate, person by person. */
    public double[] column(String name) {
        int covariate = names.indexOf(name);
        if (covariate < 0) {
            throw new IllegalArgumentException("name: one of " + names + ", given " + name);
        }
        return columns[covariate].clone();
    }

    double[] column(int covariate) {
        return columns[covariate];
    }
}
