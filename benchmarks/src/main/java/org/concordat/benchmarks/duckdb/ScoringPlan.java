package org.concordat.benchmarks.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The work to be measured: which pairs are candidates, how they are compared, and what is kept.
 *
 * <p>As a text, one statement a line; a hash sign opens a comment:
 *
 * <pre>
 * block surname | dob
 * block substr(first_name, 1, 3) | postcode
 * compare surname exact:8.1 jaro_winkler>=0.92:6.0 else:-3.2
 * compare dob exact:9.5 levenshtein<=1:5 prefix=4:1.5 else:-5
 * keep -6.6
 * </pre>
 *
 * {@code block} names the keys of one rule, separated by bars, each an SQL expression over one record; a pair is a
 * candidate when any rule holds, and counts once. {@code keep} is the smallest total weight, in bits, of a pair that is
 * written down (none: all are).
 *
 * @param blockingRules the rules, each a list of expressions
 * @param comparisons the comparisons, at least one
 * @param keptWeightBits smallest weight kept
 */
public record ScoringPlan(List<List<String>> blockingRules, List<Comparison> comparisons, double keptWeightBits) {

    private static final Pattern LEVEL =
            Pattern.compile("(?<measure>[a-z_]+)(?:(?<sign><=|>=|=)(?<bound>[0-9.]+))?:(?<weight>[-+]?[0-9.]+)");

    public ScoringPlan {
        blockingRules = blockingRules.stream().map(List::copyOf).toList();
        comparisons = List.copyOf(comparisons);
        if (comparisons.isEmpty()) {
            throw new IllegalArgumentException("A plan needs at least one \"compare\" line, given none");
        }
    }

    /**
     * Reads a plan.
     *
     * @param lines the text's lines
     * @throws IllegalArgumentException for a line that cannot be read, naming it
     */
    public static ScoringPlan parse(List<String> lines) {
        List<List<String>> rules = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        double kept = Double.NEGATIVE_INFINITY;
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).replaceFirst("#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String[] words = line.split("\\s+", 2);
            String rest = words.length == 2 ? words[1] : "";
            switch (words[0]) {
                case "block" -> rules.add(keysOf(rest, number));
                case "compare" -> comparisons.add(comparisonOf(rest, number));
                case "keep" -> kept = Double.parseDouble(rest);
                default ->
                    throw new IllegalArgumentException(
                            "Line %d of the plan begins with \"%s\"; allowed are block, compare and keep"
                                    .formatted(number, words[0]));
            }
        }
        return new ScoringPlan(rules, comparisons, kept);
    }

    private static List<String> keysOf(String text, int number) {
        List<String> keys = new ArrayList<>();
        for (String key : text.split("\\|", -1)) {
            if (key.isBlank()) {
                throw new IllegalArgumentException("Line %d of the plan has an empty key".formatted(number));
            }
            keys.add(key.strip());
        }
        return keys;
    }

    private static Comparison comparisonOf(String text, int number) {
        String[] words = text.split("\\s+");
        List<Level> levels = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            levels.add(levelOf(words[i], number));
        }
        return new Comparison(words[0], levels);
    }

    private static Level levelOf(String word, int number) {
        Matcher found = LEVEL.matcher(word);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "Line %d of the plan: \"%s\" is no level; one looks like exact:8.1 or jaro_winkler>=0.92:6"
                            .formatted(number, word));
        }
        Level.Measure measure;
        try {
            measure = Level.Measure.valueOf(found.group("measure").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "Line %d of the plan: \"%s\" is no measure; allowed are %s"
                            .formatted(number, found.group("measure"), List.of(Level.Measure.values())),
                    unknown);
        }
        String sign = switch (measure) {
            case EXACT, ELSE -> null;
            case JARO_WINKLER -> ">=";
            case LEVENSHTEIN, DAMERAU_LEVENSHTEIN -> "<=";
            case PREFIX -> "=";
        };
        if (!Objects.equals(sign, found.group("sign"))) {
            throw new IllegalArgumentException("Line %d of the plan: \"%s\" should %s"
                    .formatted(number, word, sign == null ? "have no bound" : "have a bound after " + sign));
        }
        double bound = sign == null ? 0 : Double.parseDouble(found.group("bound"));
        return new Level(measure, bound, Double.parseDouble(found.group("weight")));
    }
}
