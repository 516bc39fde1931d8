package org.concordat.benchmarks.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Writes a {@link ScoringPlan} as SQL over a table {@code records} with the number {@code record} and one text column a
 * compared column.
 *
 * <p>The shape is Splink's, so that what is measured is what its users get: an equality join a blocking rule, earlier
 * rules excluded by a condition, then levels, then weights.
 */
final class ScoringSql {

    private final ScoringPlan plan;

    ScoringSql(ScoringPlan plan) {
        this.plan = plan;
    }

    /** Loads the file: text columns with blanks as missing, and every blocking key computed once a record. */
    String loadRecords(String file) {
        StringJoiner columns = new StringJoiner(",\n  ");
        columns.add("row_number() over () - 1 as record");
        columns.add("columns(*)");
        int rule = 0;
        for (List<String> keys : plan.blockingRules()) {
            for (int key = 0; key < keys.size(); key++) {
                columns.add("(" + keys.get(key) + ") as " + key(rule, key));
            }
            rule++;
        }
        return "create or replace table records as select\n  " + columns + "\nfrom (select nullif(trim(columns(*)), '')"
                + " from read_csv(" + literal(file) + ", all_varchar = true, header = true))";
    }

    /** Makes the table {@code candidates} of pairs {@code left_record < right_record}, each once. */
    String makeCandidates() {
        List<List<String>> rules = plan.blockingRules();
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("A plan without \"block\" lines needs a file of pairs, given none");
        }
        List<String> parts = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            StringBuilder sql = new StringBuilder(
                    "select l.record as left_record, r.record as right_record\nfrom records l join records r on ");
            sql.append(ruleHolds(rule)).append("\nwhere l.record < r.record");
            for (int earlier = 0; earlier < rule; earlier++) {
                sql.append("\n  and not coalesce(").append(ruleHolds(earlier)).append(", false)");
            }
            parts.add(sql.toString());
        }
        return "create or replace table candidates as\n" + String.join("\nunion all\n", parts);
    }

    /** Makes the table {@code candidates} from a file of record numbers {@code left_record,right_record}, from 0. */
    String loadCandidates(String file) {
        return "create or replace table candidates as select left_record::bigint as left_record,"
                + " right_record::bigint as right_record from read_csv(" + literal(file) + ", header = true)";
    }

    /** Makes the table {@code scored} of all pairs that weigh enough. */
    String scoreCandidates() {
        StringJoiner levels = new StringJoiner(",\n    ");
        StringJoiner weights = new StringJoiner("\n  + ");
        int number = 0;
        for (Comparison comparison : plan.comparisons()) {
            levels.add(levelCase(comparison) + " as level_" + number);
            weights.add(weightCase(comparison, "level_" + number));
            number++;
        }
        String kept = Double.isInfinite(plan.keptWeightBits())
                ? ""
                : "\nwhere weight_bits >= " + Level.number(plan.keptWeightBits());
        return """
                create or replace table scored as
                with levels as (
                  select candidates.left_record, candidates.right_record,
                    %s
                  from candidates
                  join records l on l.record = candidates.left_record
                  join records r on r.record = candidates.right_record),
                weighed as (select left_record, right_record, %s as weight_bits from levels)
                select * from weighed%s""".formatted(levels, weights, kept);
    }

    private String ruleHolds(int rule) {
        StringJoiner all = new StringJoiner(" and ", "(", ")");
        for (int key = 0; key < plan.blockingRules().get(rule).size(); key++) {
            all.add("l." + key(rule, key) + " = r." + key(rule, key));
        }
        return all.toString();
    }

    private static String levelCase(Comparison comparison) {
        String column = quoted(comparison.column());
        StringBuilder sql = new StringBuilder("case when l.%1$s is null or r.%1$s is null then -1".formatted(column));
        List<Level> levels = comparison.levels();
        for (int level = 0; level < levels.size(); level++) {
            sql.append(" when ")
                    .append(levels.get(level).condition(column))
                    .append(" then ")
                    .append(level);
        }
        return sql.append(" else -1 end").toString();
    }

    private static String weightCase(Comparison comparison, String level) {
        StringBuilder sql = new StringBuilder("case " + level);
        for (int number = 0; number < comparison.levels().size(); number++) {
            sql.append(" when ").append(number).append(" then ");
            sql.append(Level.number(comparison.levels().get(number).weightBits()));
            sql.append("::double");
        }
        return sql.append(" else 0.0::double end").toString();
    }

    private static String key(int rule, int key) {
        return "block_key_" + rule + "_" + key;
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
