package org.concordat.linkage.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded pairs of values for differential tests: names with typing errors, unrelated names, and random characters of
 * alphabets of 2 to 30, from 0 to 90 characters long.
 */
final class RandomPairs {
    static final long SEED = 20_260_101;

    /** How many pairs each differential test tries; {@code -Dconcordat.fuzz.pairs=2000000} for the long run. */
    static final int PAIRS = Integer.getInteger("concordat.fuzz.pairs", 200_000);

    private static final String[] BEGINNINGS = {
        "har", "wood", "ash", "black", "mac", "o'", "fitz", "st ", "bir", "chad", "win", "thorn", "rob", "wil", "e"
    };
    private static final String[] MIDDLES = {"", "", "er", "ing", "en", "kin", "s", "le", "tt", "ber"};
    private static final String[] ENDINGS = {
        "ley", "ton", "ham", "by", "worth", "son", "man", "field", "ford", "well", "s", "donald", "wick", "-smith", "é"
    };

    /** Pairs held at a time, so that ten million take no more memory than this many. */
    private static final int BATCH = 200_000;

    private final SplittableRandom random;

    RandomPairs(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Hands over {@link #PAIRS} pairs in batches. */
    static void inBatches(long seed, Batch taker) {
        RandomPairs pairs = new RandomPairs(seed);
        for (int first = 0; first < PAIRS; first += BATCH) {
            taker.take(pairs.values(2 * Math.min(BATCH, PAIRS - first)), first);
        }
    }

    /** Takes some of the pairs. */
    @FunctionalInterface
    interface Batch {
        /** @param first the number of the first pair, counted over all batches */
        void take(List<String> values, int first);
    }

    /** As many values as asked, in pairs: the values at 2i and 2i + 1 belong together. */
    List<String> values(int count) {
        List<String> values = new ArrayList<>(count);
        while (values.size() < count) {
            String left = value();
            values.add(left);
            values.add(random.nextInt(3) == 0 ? value() : mistyped(left));
        }
        return values;
    }

    private String value() {
        return random.nextInt(2) == 0 ? name() : characters();
    }

    private String name() {
        return pick(BEGINNINGS) + pick(MIDDLES) + pick(ENDINGS);
    }

    private String characters() {
        int alphabet = random.nextInt(2, 31);
        int longest = random.nextInt(4) == 0 ? 90 : 12;
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            value.append((char) ('a' + random.nextInt(alphabet)));
        }
        return value.toString();
    }

    /** The value with up to four characters replaced, left out, added or swapped with their neighbour. */
    private String mistyped(String value) {
        StringBuilder mistyped = new StringBuilder(value);
        for (int edits = random.nextInt(5); edits > 0 && mistyped.length() > 1; edits--) {
            int at = random.nextInt(mistyped.length() - 1);
            char character = mistyped.charAt(random.nextInt(mistyped.length()));
            switch (random.nextInt(4)) {
                case 0 -> mistyped.setCharAt(at, character);
                case 1 -> mistyped.deleteCharAt(at);
                case 2 -> mistyped.insert(at, character);
                default -> {
                    char moved = mistyped.charAt(at);
                    mistyped.setCharAt(at, mistyped.charAt(at + 1));
                    mistyped.setCharAt(at + 1, moved);
                }
            }
        }
        return mistyped.toString();
    }

    private String pick(String[] parts) {
        return parts[random.nextInt(parts.length)];
    }

    /** What to say when a pair fails: which one, and how to try it again. */
    static String repeat(int pair) {
        return "pair " + pair + " of seed " + SEED
                + "; repeat with ./mvnw -pl linkage test -Dtest='*Fuzz' -Dconcordat.fuzz.pairs=" + PAIRS;
    }
}
