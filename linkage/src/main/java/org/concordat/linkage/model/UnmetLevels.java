package org.concordat.linkage.model;

/**
 * Takes care that a level of agreement that training hardly ever met among pairs of one person does not speak for one.
 *
 * <p>There are far fewer pairs of one person than of strangers, so the same small count given to every level beforehand
 * makes a larger share of the few: what nobody has seen would look like strong evidence. Where a level's expected count
 * among persons is under one, its probability is capped at that among strangers; and where strangers or related people
 * have it more seldom given some other level, theirs is raised to the same. Such a level then tells nothing for, and may
 * still tell something against.
 */
final class UnmetLevels {
    private static final double MET = 1;

    private UnmetLevels() {}

    /** Which levels of each comparison were met less than once among persons; index 0 is never looked at. */
    static boolean[][] of(Dependence.Counts persons, int[] levelCounts) {
        boolean[][] unmet = new boolean[levelCounts.length][];
        for (int c = 0; c < unmet.length; c++) {
            unmet[c] = new boolean[levelCounts[c] + 1];
            for (int l = 1; l <= levelCounts[c]; l++) {
                unmet[c][l] = persons.count(c, l) < MET;
            }
        }
        return unmet;
    }

    /** The persons' distribution with unmet levels no more likely than among strangers. */
    static Dependence capped(Dependence persons, boolean[][] unmet, Dependence strangers) {
        double[][][] tables = new double[unmet.length][][];
        for (int c = 0; c < tables.length; c++) {
            double[] most = strangers.table(c)[0];
            double[][] given = persons.table(c);
            tables[c] = new double[given.length][];
            for (int p = 0; p < given.length; p++) {
                tables[c][p] = capped(given[p], unmet[c], most);
            }
        }
        return new Dependence(persons.parents(), tables);
    }

    private static double[] capped(double[] given, boolean[] unmet, double[] most) {
        double met = 0;
        double rest = 1;
        for (int l = 1; l < given.length; l++) {
            met += unmet[l] ? 0 : given[l];
            rest -= unmet[l] ? Math.min(given[l], most[l]) : 0;
        }
        if (met == 0) {
            return most.clone();
        }
        double[] capped = new double[given.length];
        for (int l = 1; l < capped.length; l++) {
            capped[l] = unmet[l] ? Math.min(given[l], most[l]) : given[l] * rest / met;
        }
        return capped;
    }

    /** The distribution of strangers or related people with unmet levels no less likely than among persons. */
    static Dependence raised(Dependence others, boolean[][] unmet, Dependence persons) {
        double[][][] tables = new double[unmet.length][][];
        for (int c = 0; c < tables.length; c++) {
            double[] least = new double[unmet[c].length];
            double sum = 0;
            for (int l = 1; l < least.length; l++) {
                for (double[] given : persons.table(c)) {
                    least[l] = unmet[c][l] ? Math.max(least[l], given[l]) : 0;
                }
                sum += least[l];
            }
            double[][] given = others.table(c);
            tables[c] = new double[given.length][];
            for (int p = 0; p < given.length; p++) {
                tables[c][p] = raised(given[p], least, sum);
            }
        }
        return new Dependence(others.parents(), tables);
    }

    private static double[] raised(double[] given, double[] least, double sum) {
        boolean enough = true;
        for (int l = 1; l < given.length; l++) {
            enough &= given[l] >= least[l];
        }
        if (enough) {
            return given;
        }
        double[] raised = new double[given.length];
        for (int l = 1; l < raised.length; l++) {
            raised[l] = given[l] * (1 - sum) + least[l];
        }
        return raised;
    }
}
