package org.concordat.linkage.compare;

/**
 * How alike two short names are, from 0 (no letter in common) to 1 (the same), with agreement of the first letters
 * counting more.
 *
 * <p>Two characters match when they are equal and no farther apart than half the longer length less one; each matches
 * once, the earliest free one first. With {@code m} matches, of which {@code t} stand in another order on the other
 * side, the Jaro similarity is {@code (m/left + m/right + (m - floor(t/2))/m) / 3}. Winkler's bonus then moves it a
 * tenth of the way to 1 for each of the first four characters that agree.
 *
 * <p>Transpositions: {@code floor(t/2)}, as in DuckDB, and so in Splink, and as in Winkler's own program; some libraries
 * take {@code t/2}, which differs on about one pair of surnames in seventy.
 *
 * <p>Bonus: the formula of Winkler (1990) adds it always, and so do we unless told otherwise. Winkler's program,
 * DuckDB 2.0, jellyfish 1.3 and RapidFuzz 3.14 add it only where the Jaro similarity is above .7; pass
 * {@link #BOOST_ABOVE_IN_PEERS} to get their figures (equal to DuckDB's on 106,167 pairs of surnames of historical
 * records). The two rules differ only on pairs below .7 that begin alike, one of those pairs in thirteen.
 *
 * <p>Two empty values are equal, so 1 (DuckDB says 0); an empty and any other value 0. Symmetric. Compares UTF-16 code
 * units, where DuckDB compares UTF-8 bytes: figures differ for names with accents. Takes one step a character for
 * values of up to 64 characters, one step a pair of characters within reach beyond.
 *
 * <p>Sources: Jaro 1989, JASA 84 (406); Winkler 1990, Proceedings of the Section on Survey Research Methods, ASA;
 * bit-parallel matching as RapidFuzz does it, with our own test that spares counting when no two matches cross.
 */
public final class JaroWinkler {
    /** The prefix bonus is added whatever the Jaro similarity is. */
    public static final double ALWAYS_BOOST = -1;

    /** The Jaro similarity above which DuckDB, Splink, jellyfish and RapidFuzz add the prefix bonus. */
    public static final double BOOST_ABOVE_IN_PEERS = 0.7;

    static final double BONUS_A_CHARACTER = 0.1;
    static final int LONGEST_PREFIX = 4;

    private JaroWinkler() {}

    /** The similarity with the prefix bonus always added. */
    public static double similarity(String left, String right) {
        return similarity(left, right, ALWAYS_BOOST);
    }

    /** The similarity with the prefix bonus added where the Jaro similarity is greater than {@code boostAbove}. */
    public static double similarity(String left, String right, double boostAbove) {
        checkedBoost(boostAbove);
        if (left.length() > Long.SIZE || right.length() > Long.SIZE) {
            return LongJaro.similarity(left, right, boostAbove);
        }
        LetterMasks masks = new LetterMasks(left);
        int length = right.length();
        int window = window(left.length(), length);
        long reach = (2L << window) - 1;
        long leftMatched = 0;
        long rightMatched = 0;
        long crossed = 0;
        long same = 0;
        for (int j = 0; j < length; j++) {
            long places = masks.of(right.charAt(j));
            same |= places & (1L << j);
            long free = places & reach & ~leftMatched;
            long taken = free & -free;
            crossed |= leftMatched & -taken;
            leftMatched |= taken;
            rightMatched |= ((free | -free) >>> 63) << j;
            reach = (reach << 1) | ((j - window) >>> 31);
        }
        int outOfPlace = crossed == 0 ? 0 : outOfPlace(left, leftMatched, right, rightMatched);
        return score(Long.bitCount(leftMatched), outOfPlace, left.length(), length, same, boostAbove);
    }

    /** How far apart two characters may be and still match. */
    static int window(int leftLength, int rightLength) {
        return Math.max(0, Math.max(leftLength, rightLength) / 2 - 1);
    }

    /**
     * The similarity from what the matching found.
     *
     * @param outOfPlace matched characters that differ when both sides' matches are read in order
     * @param same bit {@code i} says that both values have the same character at {@code i}
     */
    static double score(int matches, int outOfPlace, int leftLength, int rightLength, long same, double boostAbove) {
        if (leftLength == 0 || rightLength == 0) {
            return leftLength == rightLength ? 1 : 0;
        }
        double found = matches;
        // Without a match all three terms are 0; no case of its own, since whether there is one is hard to foresee.
        double inPlace = (matches - outOfPlace / 2) / (double) Math.max(matches, 1);
        double jaro = (found / leftLength + found / rightLength + inPlace) / 3;
        if (jaro <= boostAbove) {
            return jaro;
        }
        int prefix = Math.min(LONGEST_PREFIX, Long.numberOfTrailingZeros(~same));
        return jaro + prefix * BONUS_A_CHARACTER * (1 - jaro);
    }

    static double checkedBoost(double boostAbove) {
        if (boostAbove >= ALWAYS_BOOST && boostAbove <= 1) {
            return boostAbove;
        }
        throw new IllegalArgumentException("boostAbove: -1 to 1, given " + boostAbove + ".");
    }

    private static int outOfPlace(String left, long leftMatched, String right, long rightMatched) {
        int count = 0;
        long leftRest = leftMatched;
        for (long rest = rightMatched; rest != 0; rest &= rest - 1) {
            char leftCharacter = left.charAt(Long.numberOfTrailingZeros(leftRest));
            count += leftCharacter == right.charAt(Long.numberOfTrailingZeros(rest)) ? 0 : 1;
            leftRest &= leftRest - 1;
        }
        return count;
    }
}
