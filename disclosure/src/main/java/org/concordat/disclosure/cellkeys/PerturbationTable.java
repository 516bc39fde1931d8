package org.concordat.disclosure.cellkeys;

import java.util.Arrays;
import java.util.Collection;
import org.concordat.disclosure.audit.Noise;
import org.concordat.disclosure.audit.QueryBudget;

/**
 * Which change each count gets for each key. Counts above the table's last row use the last rows again and again, so that a
 * rule which depends on the last digits, such as rounding, goes on.
 */
public final class PerturbationTable {
    private static final int UNSET = Integer.MIN_VALUE;

    private final int keys;
    private final int repeating;
    private final int[][] changes;

    private PerturbationTable(int keys, int repeating, int[][] changes) {
        this.keys = keys;
        this.repeating = repeating;
        this.changes = changes;
    }

    /**
     * One line of a published table.
     *
     * @param count from 1
     * @param key from 0
     * @param change what is added to the count; not below minus the count
     */
    public record Row(int count, int key, int change) {
        public Row {
            if (count < 1 || key < 0 || change < -count) {
                throw new IllegalArgumentException(
                        "a row has a count from 1, a key from 0 and a change that leaves no count below 0, given count "
                                + count + ", key " + key + ", change " + change);
            }
        }
    }

    /**
     * A table as a statistical office publishes it.
     *
     * @param rows one for each count from 1 to the largest and each key from 0 to one less than their number
     * @param repeating how many of the last counts serve for all larger ones, from 1; for the table of the UK's Office for
     *     National Statistics 250
     * @throws IllegalArgumentException where a row is missing or stands twice
     */
    public static PerturbationTable loaded(Collection<Row> rows, int repeating) {
        int counts = rows.stream().mapToInt(Row::count).max().orElse(0);
        int keys = rows.stream().mapToInt(Row::key).max().orElse(0) + 1;
        CellKeyMethod.requirePowerOfTwo(keys);
        if (repeating < 1 || repeating > counts) {
            throw new IllegalArgumentException(
                    "between 1 and " + counts + " of the last counts repeat, given " + repeating);
        }
        int[][] changes = new int[counts + 1][keys];
        Arrays.stream(changes).forEach(row -> Arrays.fill(row, UNSET));
        for (Row row : rows) {
            if (changes[row.count()][row.key()] != UNSET) {
                throw new IllegalArgumentException("each count and key stand once in a perturbation table, given count "
                        + row.count() + " with key " + row.key() + " twice");
            }
            changes[row.count()][row.key()] = row.change();
        }
        for (int count = 1; count <= counts; count++) {
            for (int key = 0; key < keys; key++) {
                if (changes[count][key] == UNSET) {
                    throw new IllegalArgumentException(
                            "a perturbation table has a row for every count and key, but none for" + " count " + count
                                    + " with key " + key);
                }
            }
        }
        return new PerturbationTable(keys, repeating, changes);
    }

    /**
     * A table made from a design: each change stands for as many keys as its probability asks, so that probabilities are off
     * by at most one in {@code keys}.
     *
     * @param keys how many keys there are, a power of two up to 2^30; 2^16 serves well
     */
    public static PerturbationTable designed(Design design, int keys) {
        CellKeyMethod.requirePowerOfTwo(keys);
        // From the last of these on no change leads to a result that must not occur, so it stands for all larger
        // counts.
        int counts = design.largestChange() + design.leastPublished() + 1;
        int[][] changes = new int[counts + 1][keys];
        for (int count = 1; count <= counts; count++) {
            Design.Changes chances = design.changes(count);
            double cumulated = 0;
            int key = 0;
            for (int i = 0; i < chances.size(); i++) {
                cumulated += chances.probability(i);
                long end = i == chances.size() - 1 ? keys : Math.round(cumulated * keys);
                for (; key < end; key++) {
                    changes[count][key] = chances.change(i);
                }
            }
        }
        return new PerturbationTable(keys, 1, changes);
    }

    /** How many keys there are; each is from 0 to one less. */
    public int keys() {
        return keys;
    }

    /**
     * What is added to a count.
     *
     * @param count from 1
     * @param key from 0 to one less than {@link #keys()}
     */
    public int change(long count, int key) {
        if (count < 1 || key < 0 || key >= keys) {
            throw new IllegalArgumentException(
                    "a count is 1 or more and a key from 0 to " + (keys - 1) + ", given " + count + " and " + key);
        }
        int last = changes.length - 1;
        int row = (int) (count <= last ? count : last - repeating + 1 + (count - last - 1) % repeating);
        return changes[row][key];
    }

    /** The most that any count is changed, up or down. */
    public int largestChange() {
        return Arrays.stream(changes)
                .skip(1)
                .flatMapToInt(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /**
     * How large counts are changed, by chance as far as anybody without the keys can tell. What {@link QueryBudget} reckons
     * with; small counts are changed by other chances.
     *
     * @throws IllegalArgumentException where the change depends on the count's last digits, as where a table rounds, or is not 0
     *     on average: that is no noise
     */
    public Noise noise() {
        int last = changes.length - 1;
        long[] keysByChange = keysByChange(last);
        for (int row = last - repeating + 1; row < last; row++) {
            if (!Arrays.equals(keysByChange(row), keysByChange)) {
                throw new IllegalArgumentException(
                        "the changes of large counts depend on the count, as where counts are"
                                + " rounded, and are no noise: those of " + row + " and " + last + " differ");
            }
        }
        return Noise.ofKeys(-largestChange(), keysByChange);
    }

    private long[] keysByChange(int row) {
        int most = largestChange();
        long[] counted = new long[2 * most + 1];
        for (int change : changes[row]) {
            counted[change + most]++;
        }
        return counted;
    }
}
