package org.concordat.pictures.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.concordat.pictures.Numbers;

/**
 * The limits between the shades of a map, rising. A value on a limit belongs to the class above it; the last class holds
 * its upper end.
 *
 * @param limits at least two: the lower end, the limits between, the upper end
 */
public record Classes(List<Double> limits) {
    /** Refuses limits that do not rise, and more classes than shades that can be told apart. */
    public Classes {
        if (limits.size() < 2 || limits.size() > 8) {
            throw new IllegalArgumentException("Classes: 1 to 7, given " + (limits.size() - 1) + ".");
        }
        for (int i = 1; i < limits.size(); i++) {
            if (!(limits.get(i - 1) < limits.get(i))) {
                throw new IllegalArgumentException("Classes: limits rise, given " + limits + ".");
            }
        }
        limits = List.copyOf(limits);
    }

    /** Limits chosen by hand, such as targets or those of last year's map. */
    public static Classes at(double... limits) {
        return new Classes(Arrays.stream(limits).boxed().toList());
    }

    /** Classes of equal width from the lowest to the highest value. */
    public static Classes equal(int classes, DoubleStream values) {
        var all = values.summaryStatistics();
        checkSome(all.getCount());
        double low = all.getMin();
        double high = all.getMax() > low ? all.getMax() : low + 1;
        var limits = new ArrayList<Double>();
        for (int i = 0; i <= classes; i++) {
            limits.add(i == classes ? high : low + (high - low) * i / classes);
        }
        return new Classes(limits);
    }

    /**
     * Classes that hold about as many values each: limits at the k/n quantiles, interpolated linearly (type 7 of Hyndman
     * and Fan 1996). Where many values are equal there are fewer classes than asked for.
     */
    public static Classes quantiles(int classes, DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        checkSome(sorted.length);
        var limits = new ArrayList<Double>();
        for (int i = 0; i <= classes; i++) {
            double rank = (sorted.length - 1) * (double) i / classes;
            int below = (int) Math.floor(rank);
            int above = Math.min(below + 1, sorted.length - 1);
            double limit = sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
            if (limits.isEmpty() || limit > limits.getLast()) {
                limits.add(limit);
            }
        }
        if (limits.size() == 1) {
            limits.add(limits.getFirst() + 1);
        }
        return new Classes(limits);
    }

    /** The same with limits raised to whole numbers, the lowest lowered; fewer classes where limits then fall together. */
    Classes whole() {
        var whole = new ArrayList<Double>();
        whole.add(Math.floor(limits.getFirst()));
        for (double limit : limits.subList(1, limits.size())) {
            if (Math.ceil(limit) > whole.getLast()) {
                whole.add(Math.ceil(limit));
            }
        }
        return new Classes(whole);
    }

    private static void checkSome(long count) {
        if (count == 0) {
            throw new IllegalArgumentException("Classes: at least one value to choose limits by, given none.");
        }
    }

    public int count() {
        return limits.size() - 1;
    }

    /** From where to where a class reaches, in words. */
    String words(int index, Numbers style) {
        return style.write(limits.get(index))
                + (index == count() - 1 ? " to " : " to under ")
                + style.write(limits.get(index + 1));
    }

    /** The class of a value, counted from 0; values beyond the ends belong to the first or last. */
    public int of(double value) {
        int index = 0;
        while (index < count() - 1 && value >= limits.get(index + 1)) {
            index++;
        }
        return index;
    }
}
