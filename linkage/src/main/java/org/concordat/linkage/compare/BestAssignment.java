package org.concordat.linkage.compare;

import java.util.Arrays;

/**
 * The pairing of rows with columns that makes the sum of their gains greatest; each row and column at most once.
 *
 * <p>Exact for any size, in steps of the order of rows squared times columns. Source: Kuhn 1955, Naval Research Logistics
 * Quarterly 2, in the form with row and column prices (Jonker and Volgenant 1987, Computing 38).
 */
final class BestAssignment {
    private static final int NONE = -1;

    private final double[][] gains;
    private final int rows;
    private final int columns;
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] rowOf;

    private BestAssignment(double[][] gains) {
        this.gains = gains;
        rows = gains.length;
        columns = gains[0].length;
        rowPrice = new double[rows];
        columnPrice = new double[columns];
        rowOf = new int[columns];
        Arrays.fill(rowOf, NONE);
    }

    /** The greatest sum. There must be a row, and no more rows than columns. */
    static double total(double[][] gains) {
        BestAssignment assignment = new BestAssignment(gains);
        for (int row = 0; row < assignment.rows; row++) {
            assignment.place(row);
        }
        double total = 0;
        for (int column = 0; column < assignment.columns; column++) {
            int row = assignment.rowOf[column];
            total += row == NONE ? 0 : gains[row][column];
        }
        return total;
    }

    /** Gives the row a column, moving rows placed before along the cheapest chain that ends at a free column. */
    private void place(int newRow) {
        double[] distance = new double[columns];
        int[] cameFrom = new int[columns];
        boolean[] settled = new boolean[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int row = newRow;
        int reached = NONE;
        double travelled = 0;
        while (true) {
            int nearest = NONE;
            for (int column = 0; column < columns; column++) {
                if (!settled[column]) {
                    double through = travelled - gains[row][column] - rowPrice[row] - columnPrice[column];
                    if (through < distance[column]) {
                        distance[column] = through;
                        cameFrom[column] = reached;
                    }
                    if (nearest == NONE || distance[column] < distance[nearest]) {
                        nearest = column;
                    }
                }
            }
            settled[nearest] = true;
            travelled = distance[nearest];
            reached = nearest;
            if (rowOf[nearest] == NONE) {
                break;
            }
            row = rowOf[nearest];
        }
        rowPrice[newRow] += travelled;
        for (int column = 0; column < columns; column++) {
            if (settled[column]) {
                if (rowOf[column] != NONE) {
                    rowPrice[rowOf[column]] += travelled - distance[column];
                }
                columnPrice[column] -= travelled - distance[column];
            }
        }
        for (int column = reached; column != NONE; column = cameFrom[column]) {
            rowOf[column] = cameFrom[column] == NONE ? newRow : rowOf[cameFrom[column]];
        }
    }
}
