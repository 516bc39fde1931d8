package org.concordat.disclosure.tables;

import java.util.Arrays;
import java.util.List;
import org.concordat.disclosure.attack.KnownSums;

/**
 * Every sum that holds in a table: a cell equals the sum of others. Numbered from 0; kept in flat arrays, since a real table
 * has thousands.
 */
public final class Equations {
    private final int[] totals;
    private final int[] starts;
    private final int[] parts;
    private final int[] cellStarts;
    private final int[] cellEquations;

    private Equations(int cellCount, int[] totals, int[] starts, int[] parts) {
        this.totals = totals;
        this.starts = starts;
        this.parts = parts;
        cellStarts = new int[cellCount + 1];
        cellEquations = new int[totals.length + parts.length];
        for (int total : totals) {
            cellStarts[total + 1]++;
        }
        for (int part : parts) {
            cellStarts[part + 1]++;
        }
        for (int cell = 0; cell < cellCount; cell++) {
            cellStarts[cell + 1] += cellStarts[cell];
        }
        int[] next = Arrays.copyOf(cellStarts, cellCount);
        for (int equation = 0; equation < totals.length; equation++) {
            cellEquations[next[totals[equation]]++] = equation;
            for (int i = starts[equation]; i < starts[equation + 1]; i++) {
                cellEquations[next[parts[i]]++] = equation;
            }
        }
    }

    /** The sums of a table of these dimensions, where a cell's number counts its codes up with the last dimension fastest. */
    static Equations of(List<Dimension> dimensions, int[] strides, int cellCount) {
        int count = 0;
        int length = 0;
        for (Dimension dimension : dimensions) {
            int others = cellCount / dimension.codes().size();
            count += dimension.sumCount() * others;
            for (int sum = 0; sum < dimension.sumCount(); sum++) {
                length += dimension.parts(sum).length * others;
            }
        }
        int[] totals = new int[count];
        int[] starts = new int[count + 1];
        int[] parts = new int[length];
        int equation = 0;
        for (int d = 0; d < dimensions.size(); d++) {
            Dimension dimension = dimensions.get(d);
            int stride = strides[d];
            int block = stride * dimension.codes().size();
            for (int sum = 0; sum < dimension.sumCount(); sum++) {
                for (int high = 0; high < cellCount; high += block) {
                    for (int low = high; low < high + stride; low++) {
                        totals[equation] = low + dimension.total(sum) * stride;
                        int at = starts[equation];
                        for (int part : dimension.parts(sum)) {
                            parts[at++] = low + part * stride;
                        }
                        starts[++equation] = at;
                    }
                }
            }
        }
        return new Equations(cellCount, totals, starts, parts);
    }

    /** How many there are. */
    public int count() {
        return totals.length;
    }

    /** The cell that is the sum. */
    public int total(int equation) {
        return totals[equation];
    }

    /** How many cells are summed. */
    public int partCount(int equation) {
        return starts[equation + 1] - starts[equation];
    }

    /** The {@code index}th of the cells that are summed. */
    public int part(int equation, int index) {
        return parts[starts[equation] + index];
    }

    /** In how many equations {@code cell} stands, as total or as part. */
    public int equationCount(int cell) {
        return cellStarts[cell + 1] - cellStarts[cell];
    }

    /** The {@code index}th of the equations in which {@code cell} stands, ascending. */
    public int equation(int cell, int index) {
        return cellEquations[cellStarts[cell] + index];
    }

    /** The same sums as someone knows them who knows no figure: every total equals its parts. */
    public KnownSums knownSums() {
        KnownSums.Builder known = KnownSums.over(cellStarts.length - 1);
        for (int equation = 0; equation < count(); equation++) {
            known.total(total(equation), Arrays.copyOfRange(parts, starts[equation], starts[equation + 1]));
        }
        return known.build();
    }
}
