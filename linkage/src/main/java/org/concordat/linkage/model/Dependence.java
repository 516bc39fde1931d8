package org.concordat.linkage.model;

import java.util.Arrays;
import org.concordat.linkage.levels.PairComparer;

/**
 * How likely each pattern is among pairs of one kind, when each comparison may depend on one other (a tree; Chow and
 * Liu, 1968, Approximating discrete probability distributions with dependence trees).
 *
 * <p>A missing level has no say: a comparison whose parent is missing falls back on its own distribution.
 */
final class Dependence {
    /** Pairs that a conditional distribution borrows from the unconditional one: steadies rare parents. */
    private static final double BORROWED = 20;

    private final int[] parents;
    /** Probabilities: comparison, level of the parent (0 unconditional), level. Kept so that a file can hold them. */
    private final double[][][] probabilities;
    /** Their natural logarithms. */
    private final double[][][] logs;

    Dependence(int[] parents, double[][][] probabilities) {
        this.parents = parents;
        this.probabilities = probabilities;
        this.logs = new double[probabilities.length][][];
        for (int c = 0; c < logs.length; c++) {
            logs[c] = new double[probabilities[c].length][];
            for (int p = 0; p < logs[c].length; p++) {
                logs[c][p] = logged(probabilities[c][p]);
            }
        }
    }

    /** Independent comparisons with these distributions over levels (index 0 unused). */
    static Dependence independent(double[][] distributions) {
        int n = distributions.length;
        int[] parents = new int[n];
        Arrays.fill(parents, -1);
        double[][][] probabilities = new double[n][1][];
        for (int c = 0; c < n; c++) {
            probabilities[c][0] = distributions[c];
        }
        return new Dependence(parents, probabilities);
    }

    private static double[] logged(double[] distribution) {
        double[] logged = new double[distribution.length];
        for (int l = 1; l < logged.length; l++) {
            logged[l] = Math.log(distribution[l]);
        }
        return logged;
    }

    /** The same with comparisons in another order: the one at {@code order[c]} comes to stand at {@code c}. */
    Dependence inOrder(int[] order) {
        int[] newPlace = new int[order.length];
        for (int c = 0; c < order.length; c++) {
            newPlace[order[c]] = c;
        }
        int[] newParents = new int[order.length];
        double[][][] tables = new double[order.length][][];
        for (int c = 0; c < order.length; c++) {
            int parent = parents[order[c]];
            newParents[c] = parent < 0 ? -1 : newPlace[parent];
            tables[c] = probabilities[order[c]];
        }
        return new Dependence(newParents, tables);
    }

    int comparisons() {
        return parents.length;
    }

    int parent(int comparison) {
        return parents[comparison];
    }

    int[] parents() {
        return parents.clone();
    }

    /** The natural logarithm of the probability of this level, given the parent's (0: missing or none). */
    double log(int comparison, int parentLevel, int level) {
        double[][] given = logs[comparison];
        return given[parentLevel < given.length ? parentLevel : 0][level];
    }

    /** Probabilities by level of the parent (0 unconditional) and level. Shared, not copied: read only. */
    double[][] table(int comparison) {
        return probabilities[comparison];
    }

    /** The contribution of one comparison to the logarithm of a pattern's probability; 0 when missing. */
    double contribution(long pattern, int comparison) {
        int level = PairComparer.level(pattern, comparison);
        if (level == 0) {
            return 0;
        }
        int parent = parents[comparison];
        return log(comparison, parent < 0 ? 0 : PairComparer.level(pattern, parent), level);
    }

    /** The natural logarithm of the pattern's probability among pairs that miss the same values. */
    double log(long pattern) {
        double sum = 0;
        for (int c = 0; c < parents.length; c++) {
            sum += contribution(pattern, c);
        }
        return sum;
    }

    /** The unconditional probability of a level. */
    double probability(int comparison, int level) {
        return probabilities[comparison][0][level];
    }

    /** Weighted counts of single comparisons and of pairs of comparisons, from which a tree is made. */
    static final class Counts {
        private final int[] levelCounts;
        private final double[][] singles;
        private final double[][][][] pairs;

        Counts(int[] levelCounts) {
            this.levelCounts = levelCounts;
            int n = levelCounts.length;
            singles = new double[n][];
            pairs = new double[n][n][][];
            for (int c = 0; c < n; c++) {
                singles[c] = new double[levelCounts[c] + 1];
                for (int d = 0; d < c; d++) {
                    pairs[c][d] = new double[levelCounts[c] + 1][levelCounts[d] + 1];
                }
            }
        }

        void add(long pattern, double weight) {
            int n = levelCounts.length;
            for (int c = 0; c < n; c++) {
                int level = PairComparer.level(pattern, c);
                if (level == 0) {
                    continue;
                }
                singles[c][level] += weight;
                for (int d = 0; d < c; d++) {
                    int other = PairComparer.level(pattern, d);
                    if (other != 0) {
                        pairs[c][d][level][other] += weight;
                    }
                }
            }
        }

        private double pair(int c, int levelC, int d, int levelD) {
            return c > d ? pairs[c][d][levelC][levelD] : pairs[d][c][levelD][levelC];
        }

        /** The weight of all pairs with this level. */
        double count(int comparison, int level) {
            return singles[comparison][level];
        }

        /** Distributions over levels, each level given this many pairs beforehand. */
        double[][] distributions(double prior) {
            double[][] result = new double[levelCounts.length][];
            for (int c = 0; c < result.length; c++) {
                result[c] = new double[levelCounts[c] + 1];
                double sum = 0;
                for (int l = 1; l <= levelCounts[c]; l++) {
                    sum += singles[c][l] + prior;
                }
                for (int l = 1; l <= levelCounts[c]; l++) {
                    result[c][l] = (singles[c][l] + prior) / sum;
                }
            }
            return result;
        }

        /** The mutual information of two comparisons in nats times the pairs where neither is missing. */
        private double information(int c, int d) {
            double total = 0;
            double[] ofC = new double[levelCounts[c] + 1];
            double[] ofD = new double[levelCounts[d] + 1];
            for (int i = 1; i <= levelCounts[c]; i++) {
                for (int j = 1; j <= levelCounts[d]; j++) {
                    double n = pair(c, i, d, j);
                    total += n;
                    ofC[i] += n;
                    ofD[j] += n;
                }
            }
            double sum = 0;
            for (int i = 1; i <= levelCounts[c]; i++) {
                for (int j = 1; j <= levelCounts[d]; j++) {
                    double n = pair(c, i, d, j);
                    if (n > 0) {
                        sum += n * Math.log(n * total / (ofC[i] * ofD[j]));
                    }
                }
            }
            return sum;
        }

        /** The tree that keeps most mutual information; edges that chance could explain are left out. */
        int[] tree(boolean[][] allowed) {
            int n = levelCounts.length;
            int[] parents = new int[n];
            Arrays.fill(parents, -1);
            boolean[] in = new boolean[n];
            double[] best = new double[n];
            int[] from = new int[n];
            Arrays.fill(from, -1);
            for (int step = 0; step < n; step++) {
                int next = -1;
                for (int c = 0; c < n; c++) {
                    if (!in[c] && (next < 0 || best[c] > best[next])) {
                        next = c;
                    }
                }
                in[next] = true;
                parents[next] = from[next];
                for (int c = 0; c < n; c++) {
                    if (in[c] || !allowed[c][next]) {
                        continue;
                    }
                    double information = information(c, next);
                    // Twice the information is chi-squared under independence; three times its degrees of
                    // freedom is far beyond what chance gives.
                    double chance = 1.5 * (levelCounts[c] - 1) * (levelCounts[next] - 1) + 5;
                    if (information > chance && information > best[c]) {
                        best[c] = information;
                        from[c] = next;
                    }
                }
            }
            return parents;
        }

        /** The distribution with these parents. */
        Dependence with(int[] parents, double prior) {
            int n = levelCounts.length;
            double[][] alone = distributions(prior);
            double[][][] tables = new double[n][][];
            for (int c = 0; c < n; c++) {
                int parent = parents[c];
                tables[c] = new double[parent < 0 ? 1 : levelCounts[parent] + 1][];
                tables[c][0] = alone[c];
                for (int p = 1; p < tables[c].length; p++) {
                    double sum = 0;
                    for (int l = 1; l <= levelCounts[c]; l++) {
                        sum += pair(c, l, parent, p);
                    }
                    double[] given = new double[levelCounts[c] + 1];
                    for (int l = 1; l <= levelCounts[c]; l++) {
                        given[l] = (pair(c, l, parent, p) + BORROWED * alone[c][l]) / (sum + BORROWED);
                    }
                    tables[c][p] = given;
                }
            }
            return new Dependence(parents, tables);
        }
    }
}
