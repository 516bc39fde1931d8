package org.concordat.synthetic.chance;

import java.util.Arrays;
import java.util.List;

/**
 * Draws one of many things, each as often as its weight says, in constant time.
 *
 * <p>Vose's alias method ("A linear algorithm for generating random numbers with a given distribution", 1991).
 *
 * @param <T> what is drawn
 */
public final class WeightedChoice<T> {
    private final List<T> things;
    private final double[] keep;
    private final int[] alias;

    /** A choice among {@code things}; {@code weights} are positive and of the same number, and need not sum to one. */
    public WeightedChoice(List<T> things, double[] weights) {
        if (things.isEmpty() || things.size() != weights.length) {
            throw new IllegalArgumentException(
                    "a choice needs as many weights as things and at least one, was " + things.size());
        }
        this.things = List.copyOf(things);
        int count = weights.length;
        this.keep = new double[count];
        this.alias = new int[count];
        double mean = Arrays.stream(weights).sum() / count;
        int[] small = new int[count];
        int[] large = new int[count];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < count; i++) {
            keep[i] = weights[i] / mean;
            if (keep[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int poor = small[--smalls];
            int rich = large[larges - 1];
            alias[poor] = rich;
            keep[rich] -= 1 - keep[poor];
            if (keep[rich] < 1) {
                larges--;
                small[smalls++] = rich;
            }
        }
        while (larges > 0) {
            keep[large[--larges]] = 1;
        }
        while (smalls > 0) {
            keep[small[--smalls]] = 1;
        }
    }

    /** One thing. */
    public T draw(Dice dice) {
        int column = dice.below(keep.length);
        return things.get(dice.fraction() < keep[column] ? column : alias[column]);
    }

    /** All things that can be drawn, in the order given. */
    public List<T> things() {
        return things;
    }
}
