package org.concordat.disclosure.tables;

import java.util.BitSet;
import java.util.List;

/** A table without its figures: how cells are numbered, and how figures of base cells roll up. */
record Frame(List<Dimension> dimensions, int[] strides, int cellCount) {
    static Frame of(List<Dimension> dimensions) {
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("a table has at least one dimension, given none");
        }
        if (dimensions.stream().map(Dimension::name).distinct().count() < dimensions.size()) {
            throw new IllegalArgumentException("the dimensions of a table have different names");
        }
        int[] strides = new int[dimensions.size()];
        long count = 1;
        for (int d = dimensions.size() - 1; d >= 0; d--) {
            strides[d] = (int) count;
            count *= dimensions.get(d).codes().size();
            if (count > Table.MOST_CELLS) {
                throw new IllegalArgumentException("a table has at most " + Table.MOST_CELLS
                        + " cells, but these dimensions make more; leave one out or take coarser codes");
            }
        }
        return new Frame(List.copyOf(dimensions), strides, (int) count);
    }

    int cell(List<String> codes) {
        if (codes.size() != strides.length) {
            throw new IllegalArgumentException(
                    "a cell has one code a dimension, which are " + strides.length + ", given " + codes.size());
        }
        int cell = 0;
        for (int d = 0; d < strides.length; d++) {
            cell += dimensions.get(d).place(codes.get(d)) * strides[d];
        }
        return cell;
    }

    boolean isBase(int cell) {
        for (int d = 0; d < strides.length; d++) {
            Dimension dimension = dimensions.get(d);
            if (cell / strides[d] % dimension.codes().size() >= dimension.baseCount()) {
                return false;
            }
        }
        return true;
    }

    /** Fills every total from the base cells. A total with several sums is filled by each, to the same figure. */
    void sumUp(long[] values) {
        for (int d = 0; d < strides.length; d++) {
            Dimension dimension = dimensions.get(d);
            int stride = strides[d];
            int block = stride * dimension.codes().size();
            for (int sum = 0; sum < dimension.sumCount(); sum++) {
                for (int high = 0; high < cellCount; high += block) {
                    for (int low = high; low < high + stride; low++) {
                        long total = 0;
                        for (int part : dimension.parts(sum)) {
                            total = Math.addExact(total, values[low + part * stride]);
                        }
                        values[low + dimension.total(sum) * stride] = total;
                    }
                }
            }
        }
    }

    /** Marks every total of nothing but impossible cells as impossible. */
    void spreadImpossible(BitSet impossible) {
        if (impossible.isEmpty()) {
            return;
        }
        long[] possible = new long[cellCount];
        for (int cell = 0; cell < cellCount; cell++) {
            possible[cell] = isBase(cell) && !impossible.get(cell) ? 1 : 0;
        }
        sumUp(possible);
        for (int cell = 0; cell < cellCount; cell++) {
            impossible.set(cell, possible[cell] == 0);
        }
    }
}
