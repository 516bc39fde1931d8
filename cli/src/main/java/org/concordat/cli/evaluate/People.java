package org.concordat.cli.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.measures.evaluation.Covariates;

/**
 * Everybody who is looked at, the cohort first. A cohort table with the outcome and all covariates holds its own people, who
 * may not also be in the pool; one without any of those only names people, who must all be in the pool.
 *
 * @param ids as written
 * @param treated who was in the cohort
 * @param model covariates for the propensity score
 * @param compared covariates whose balance counts
 * @param words for each column of words the names of its covariates, one for each word
 * @param outcomes of everyone
 * @param before the same measured before the service, of everyone; empty where none was asked for
 * @param binary whether each outcome is 0 or 1
 * @param leftOut how many people had a gap and were left out
 */
record People(
        List<String> ids,
        boolean[] treated,
        Covariates model,
        Covariates compared,
        List<List<String>> words,
        double[] outcomes,
        double[] before,
        boolean binary,
        int leftOut) {

    static People read(FigureTable cohort, FigureTable pool, EvaluateRequest request) {
        return new Reading(cohort, pool, request).people();
    }

    private static final class Reading {
        private final FigureTable cohort;
        private final FigureTable pool;
        private final EvaluateRequest request;
        private final List<String> needed;
        private int leftOut;

        Reading(FigureTable cohort, FigureTable pool, EvaluateRequest request) {
            this.cohort = cohort;
            this.pool = pool;
            this.request = request;
            needed = new ArrayList<>(request.covariates());
            needed.add(request.outcome());
            request.before().ifPresent(needed::add);
        }

        People people() {
            pool.require(request.id(), "--id");
            cohort.require(request.id(), "--id");
            request.covariates().forEach(column -> pool.require(column, "--covariates"));
            pool.require(request.outcome(), "--outcome");
            request.before().ifPresent(column -> pool.require(column, "--before"));
            Map<String, FigureRow> poolRows = byId(pool);
            Map<String, FigureRow> cohortRows = byId(cohort);
            Map<String, FigureRow> members = members(cohortRows, poolRows);
            List<String> ids = new ArrayList<>(members.keySet());
            List<FigureRow> rows = new ArrayList<>(members.values());
            int treatedCount = complete(ids, rows, cohortHoldsItsOwn() ? cohort : pool);
            if (treatedCount == 0) {
                throw EvaluateTrouble.refused(
                        "EVALUATE-EMPTY", "Nobody is left of the cohort in " + cohort.file() + ".");
            }
            List<String> otherIds = new ArrayList<>();
            List<FigureRow> otherRows = new ArrayList<>();
            poolRows.forEach((id, row) -> {
                if (!members.containsKey(id)) {
                    otherIds.add(id);
                    otherRows.add(row);
                }
            });
            if (complete(otherIds, otherRows, pool) == 0) {
                throw EvaluateTrouble.refused(
                        "EVALUATE-EMPTY",
                        "Nobody is left in " + pool.file() + " with whom the cohort could be compared.");
            }
            ids.addAll(otherIds);
            rows.addAll(otherRows);
            return made(ids, rows, treatedCount);
        }

        private People made(List<String> ids, List<FigureRow> rows, int treatedCount) {
            boolean[] treated = new boolean[rows.size()];
            double[] outcomes = new double[rows.size()];
            double[] before = new double[request.before().isPresent() ? rows.size() : 0];
            boolean binary = true;
            for (int i = 0; i < outcomes.length; i++) {
                treated[i] = i < treatedCount;
                outcomes[i] = outcome(rows.get(i), request.outcome());
                binary &= outcomes[i] == 0 || outcomes[i] == 1;
            }
            for (int i = 0; i < before.length; i++) {
                before[i] = outcome(rows.get(i), request.before().orElseThrow());
                if (binary && before[i] != 0 && before[i] != 1) {
                    throw EvaluateTrouble.refused(
                            "EVALUATE-OUTCOME",
                            "The outcome " + request.outcome() + " is 1 or 0 and "
                                    + request.before().orElseThrow()
                                    + ", which --before names, is not in data row "
                                    + rows.get(i).number() + " of its table. Both measure the same, before and after.");
                }
            }
            CovariateColumns columns = new CovariateColumns(request.covariates(), rows);
            return new People(
                    ids,
                    treated,
                    columns.model(),
                    columns.compared(),
                    columns.words(),
                    outcomes,
                    before,
                    binary,
                    leftOut);
        }

        private static double outcome(FigureRow row, String column) {
            try {
                return row.requiredNumber(column);
            } catch (CommandException noNumber) {
                throw EvaluateTrouble.refused(
                        "EVALUATE-OUTCOME",
                        "The outcome " + column + " is no number in data row " + row.number()
                                + " of its table. Write 1 where it happened and 0 where it did not, or a figure such as"
                                + " 1234.5.");
            }
        }

        private boolean cohortHoldsItsOwn() {
            return needed.stream().allMatch(cohort::has);
        }

        private Map<String, FigureRow> members(Map<String, FigureRow> cohortRows, Map<String, FigureRow> poolRows) {
            List<String> missing =
                    needed.stream().filter(column -> !cohort.has(column)).toList();
            if (missing.isEmpty()) {
                List<Long> both = rowsWhere(cohortRows, poolRows, true);
                if (!both.isEmpty()) {
                    throw EvaluateTrouble.refused(
                            "EVALUATE-IN-BOTH",
                            both.size() + " people of " + cohort.file() + " are in " + pool.file()
                                    + " as well, where they would be compared with themselves" + first(both)
                                    + " Take them out of one, or give a cohort of ids alone, which is looked up in the pool.");
                }
                return cohortRows;
            }
            if (missing.size() < needed.size()) {
                throw EvaluateTrouble.refused(
                        "EVALUATE-COLUMNS",
                        cohort.file() + " has some of the columns asked for and lacks " + String.join(", ", missing)
                                + ". Give all of them, or ids alone, which are looked up in the pool.");
            }
            List<Long> absent = rowsWhere(cohortRows, poolRows, false);
            if (!absent.isEmpty()) {
                throw EvaluateTrouble.refused(
                        "EVALUATE-NOT-IN-POOL",
                        absent.size() + " people of " + cohort.file() + " are not in " + pool.file()
                                + ", so nothing is known of them" + first(absent)
                                + " Add them to the pool, or take them out of the cohort.");
            }
            Map<String, FigureRow> found = new LinkedHashMap<>();
            for (String id : cohortRows.keySet()) {
                FigureRow row = poolRows.get(id);
                if (row != null) {
                    found.put(id, row);
                }
            }
            return found;
        }

        private static List<Long> rowsWhere(
                Map<String, FigureRow> cohortRows, Map<String, FigureRow> poolRows, boolean inPool) {
            List<Long> rows = new ArrayList<>();
            cohortRows.forEach((id, row) -> {
                if (poolRows.containsKey(id) == inPool) {
                    rows.add(row.number());
                }
            });
            return rows;
        }

        private static String first(List<Long> rows) {
            return "; the first is data row " + rows.getFirst() + ".";
        }

        private Map<String, FigureRow> byId(FigureTable table) {
            Map<String, FigureRow> rows = new LinkedHashMap<>();
            Set<Long> again = new HashSet<>();
            long firstAgain = 0;
            for (FigureRow row : table.rows()) {
                if (rows.putIfAbsent(row.requiredText(request.id()), row) != null && again.add(row.number())) {
                    firstAgain = firstAgain == 0 ? row.number() : firstAgain;
                }
            }
            if (!again.isEmpty()) {
                throw EvaluateTrouble.refused(
                        "EVALUATE-ID-TWICE",
                        again.size() + " rows of " + table.file()
                                + " have an id that stood there before; the first is data row " + firstAgain
                                + ". Keep one row for each person.");
            }
            return rows;
        }

        /** Refuses people with gaps, or takes them out; answers how many are left. */
        private int complete(List<String> ids, List<FigureRow> rows, FigureTable table) {
            Map<String, Integer> gaps = new HashMap<>();
            Set<Integer> incomplete = new HashSet<>();
            long first = 0;
            for (int i = 0; i < rows.size(); i++) {
                for (String column : needed) {
                    if (rows.get(i).text(column).isEmpty()) {
                        gaps.merge(column, 1, Integer::sum);
                        incomplete.add(i);
                        first = first == 0 ? rows.get(i).number() : first;
                    }
                }
            }
            if (incomplete.isEmpty()) {
                return rows.size();
            }
            if (!request.leaveOutIncomplete()) {
                String counts = needed.stream()
                        .filter(gaps::containsKey)
                        .map(column -> gaps.get(column) + " in " + column)
                        .collect(Collectors.joining(", "));
                throw EvaluateTrouble.refused(
                        "EVALUATE-MISSING",
                        incomplete.size() + " people of " + table.file() + " have gaps: " + counts
                                + "; the first is data row "
                                + first
                                + ". Fill them in, or leave those people out with --leave-out-incomplete; the page"
                                + " then says how many.");
            }
            List<String> keptIds = new ArrayList<>();
            List<FigureRow> kept = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (!incomplete.contains(i)) {
                    keptIds.add(ids.get(i));
                    kept.add(rows.get(i));
                }
            }
            leftOut += incomplete.size();
            ids.clear();
            ids.addAll(keptIds);
            rows.clear();
            rows.addAll(kept);
            return rows.size();
        }
    }

    /** The ids of the cohort, or of the others, in their order. */
    List<String> ids(boolean ofCohort) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < treated.length; i++) {
            if (treated[i] == ofCohort) {
                chosen.add(ids.get(i));
            }
        }
        return chosen;
    }
}
