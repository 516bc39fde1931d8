package org.concordat.benchmarks.duckdb;

import java.util.Locale;

/**
 * One level of agreement of a comparison: what must hold for it, and what it weighs.
 *
 * @param measure how the two values are compared
 * @param bound smallest similarity or largest distance that still belongs to this level; number of characters for
 *     {@link Measure#PREFIX}; ignored by the others
 * @param weightBits log2 of m over u, in bits
 */
public record Level(Measure measure, double bound, double weightBits) {

    /** How two present values are compared; names are those of the plan file. */
    public enum Measure {
        /** The values are the same. */
        EXACT,
        /** Their Jaro-Winkler similarity is at least the bound, which is between 0 and 1. */
        JARO_WINKLER,
        /** Their Levenshtein distance is at most the bound. */
        LEVENSHTEIN,
        /** Their Damerau-Levenshtein distance is at most the bound. */
        DAMERAU_LEVENSHTEIN,
        /** Their first characters are the same, as many as the bound says. */
        PREFIX,
        /** Anything else. */
        ELSE
    }

    /** The condition in SQL over the column's values {@code l.column} and {@code r.column}. */
    String condition(String quotedColumn) {
        String values = "l." + quotedColumn + ", r." + quotedColumn;
        return switch (measure) {
            case EXACT -> "l." + quotedColumn + " = r." + quotedColumn;
            case JARO_WINKLER -> "jaro_winkler_similarity(" + values + ") >= " + number(bound);
            case LEVENSHTEIN -> "levenshtein(" + values + ") <= " + number(bound);
            case DAMERAU_LEVENSHTEIN -> "damerau_levenshtein(" + values + ") <= " + number(bound);
            case PREFIX -> "substr(l.%1$s, 1, %2$d) = substr(r.%1$s, 1, %2$d)".formatted(quotedColumn, (int) bound);
            case ELSE -> "true";
        };
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.10f", value);
    }
}
