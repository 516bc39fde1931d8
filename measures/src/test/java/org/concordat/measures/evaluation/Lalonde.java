package org.concordat.measures.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 185 who took part in a work programme of 1976 and 429 others, whose earnings two years later are known (LaLonde 1986;
 * Dehejia and Wahba 1999), as MatchIt distributes them. Read where they lie, never copied: they are under the GPL.
 */
record Lalonde(
        Covariates covariates, boolean[] treated, double[] earnings, double[] publishedScores, int[][] publishedPairs) {
    private static final Path FOLDER =
            Path.of(System.getProperty("concordat.data", "")).resolve("statistics/evaluation");

    static Lalonde read() {
        assumeTrue(Files.isDirectory(FOLDER), "Skipped: the real data are not at " + FOLDER + ".");
        List<String[]> rows = lines("lalonde_matchit.csv");
        int count = rows.size();
        double[][] columns = new double[8][count];
        boolean[] treated = new boolean[count];
        double[] earnings = new double[count];
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String[] row = rows.get(i);
            places.put(row[0], i);
            treated[i] = row[1].equals("1");
            columns[0][i] = Double.parseDouble(row[2]);
            columns[1][i] = Double.parseDouble(row[3]);
            columns[2][i] = row[4].equals("hispan") ? 1 : 0;
            columns[3][i] = row[4].equals("white") ? 1 : 0;
            for (int c = 5; c <= 8; c++) {
                columns[c - 1][i] = Double.parseDouble(row[c]);
            }
            earnings[i] = Double.parseDouble(row[9]);
        }
        double[] scores = new double[count];
        lines("matchit_propensity_scores.csv")
                .forEach(row -> scores[place(places, row[0])] = Double.parseDouble(row[1]));
        int[][] pairs = lines("matchit_nearest_noreplace_pairs.csv").stream()
                .map(row -> new int[] {place(places, row[0]), place(places, row[1])})
                .toArray(int[][]::new);
        return new Lalonde(
                Covariates.of(
                        List.of("age", "educ", "hispan", "white", "married", "nodegree", "re74", "re75"), columns),
                treated,
                earnings,
                scores,
                pairs);
    }

    private static int place(Map<String, Integer> places, String id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalStateException("the files name different people");
        }
        return place;
    }

    private static List<String[]> lines(String file) {
        try {
            List<String[]> rows = new ArrayList<>();
            Files.readAllLines(FOLDER.resolve(file)).stream().skip(1).forEach(line -> rows.add(line.split(",")));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Matched on the published scores. */
    Matches matched(MatchSettings settings) {
        return new Matcher(settings).match(of(true, publishedScores), of(false, publishedScores));
    }

    Balance balance(Matches matches) {
        return Balance.of(side(true), side(false), matches);
    }

    private Covariates side(boolean kind) {
        double[][] columns = new double[covariates.names().size()][];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = of(kind, covariates.column(c));
        }
        return Covariates.of(covariates.names(), columns);
    }

    /** Values of those who were treated, or of the others, in the order of the file. */
    double[] of(boolean kind, double[] values) {
        List<Double> chosen = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (treated[i] == kind) {
                chosen.add(values[i]);
            }
        }
        return chosen.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
