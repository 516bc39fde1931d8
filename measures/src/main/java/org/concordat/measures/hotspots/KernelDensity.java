package org.concordat.measures.hotspots;

/**
 * How densely events lie around each place of a grid: every event is spread out over a round hill, and the hills are added.
 *
 * <p>Sources: Silverman, Density Estimation (1986); Bailey and Gatrell, Interactive Spatial Data Analysis (1995). Known limits:
 * near the edge of the area looked at densities are too low, since events beyond it are missing; a surface always looks
 * smooth and certain, and says nothing of chance, so use {@link Hotspots} to tell whether a hill is more than that.
 * Cost: events times the cells within reach of one.
 */
public final class KernelDensity {
    /** The shape of the hill over an event; both add up to 1 over the plane. */
    public enum Kernel {
        /** Bell-shaped; reaches, ever lower, to five bandwidths, where it is cut off with less than 4 parts in a million left. */
        GAUSSIAN,
        /** Ends at one bandwidth, as most crime mapping has it. */
        QUARTIC
    }

    /** A grid of square cells, the densities of which are those at their middles. */
    public record Grid(double west, double south, double cellMetres, int columns, int rows) {
        /** The most cells a grid may have. */
        public static final int MOST_CELLS = 25_000_000;

        public Grid {
            if (!(cellMetres > 0)
                    || columns < 1
                    || rows < 1
                    || (long) columns * rows > MOST_CELLS
                    || !Double.isFinite(west + south)) {
                throw new IllegalArgumentException("a grid has cells above 0 metres wide, at least one, at most "
                        + MOST_CELLS + ", given " + columns + " times " + rows + " of " + cellMetres);
            }
        }

        /** The easting of the middle of a column's cells. */
        public double x(int column) {
            return west + (column + .5) * cellMetres;
        }

        /** The northing of the middle of a row's cells. */
        public double y(int row) {
            return south + (row + .5) * cellMetres;
        }
    }

    /**
     * The densities over a grid.
     *
     * @param perSquareKilometre events in a square kilometre, by rows from the south, each from the west
     */
    public record Surface(Grid grid, Kernel kernel, double bandwidthMetres, int events, double[] perSquareKilometre) {
        /** The density in a cell. */
        public double at(int column, int row) {
            return perSquareKilometre[row * grid.columns() + column];
        }
    }

    private KernelDensity() {}

    /** The densities of events over a grid. */
    public static Surface of(double[] xs, double[] ys, Grid grid, Kernel kernel, double bandwidthMetres) {
        checkPoints(xs, ys, 1);
        if (!(bandwidthMetres > 0) || Double.isInfinite(bandwidthMetres)) {
            throw new IllegalArgumentException("a bandwidth is above 0 metres, given " + bandwidthMetres);
        }
        double[] densities = new double[grid.columns() * grid.rows()];
        double reach = kernel == Kernel.GAUSSIAN ? 5 * bandwidthMetres : bandwidthMetres;
        double square = bandwidthMetres * bandwidthMetres;
        double top = switch (kernel) {
            case GAUSSIAN -> 1e6 / (2 * Math.PI * square);
            case QUARTIC -> 3e6 / (Math.PI * square);
        };
        for (int event = 0; event < xs.length; event++) {
            int west = cell(xs[event] - reach, grid.west(), grid, grid.columns());
            int east = cell(xs[event] + reach, grid.west(), grid, grid.columns());
            int south = cell(ys[event] - reach, grid.south(), grid, grid.rows());
            int north = cell(ys[event] + reach, grid.south(), grid, grid.rows());
            for (int row = south; row <= north; row++) {
                double dy = grid.y(row) - ys[event];
                for (int column = west; column <= east; column++) {
                    double dx = grid.x(column) - xs[event];
                    double u = (dx * dx + dy * dy) / square;
                    densities[row * grid.columns() + column] += switch (kernel) {
                        case GAUSSIAN -> u > 25 ? 0 : top * Math.exp(-u / 2);
                        case QUARTIC -> u >= 1 ? 0 : top * (1 - u) * (1 - u);
                    };
                }
            }
        }
        return new Surface(grid, kernel, bandwidthMetres, xs.length, densities);
    }

    /** How many events lie at most so many metres from the middle of each cell, by rows from the south, each from the west. */
    public static int[] near(double[] xs, double[] ys, Grid grid, double metres) {
        checkPoints(xs, ys, 1);
        int[] counts = new int[grid.columns() * grid.rows()];
        for (int event = 0; event < xs.length; event++) {
            int west = cell(xs[event] - metres, grid.west(), grid, grid.columns());
            int east = cell(xs[event] + metres, grid.west(), grid, grid.columns());
            int north = cell(ys[event] + metres, grid.south(), grid, grid.rows());
            for (int row = cell(ys[event] - metres, grid.south(), grid, grid.rows()); row <= north; row++) {
                double dy = grid.y(row) - ys[event];
                for (int column = west; column <= east; column++) {
                    double dx = grid.x(column) - xs[event];
                    counts[row * grid.columns() + column] += dx * dx + dy * dy <= metres * metres ? 1 : 0;
                }
            }
        }
        return counts;
    }

    private static int cell(double at, double from, Grid grid, int cells) {
        return (int) Math.max(0, Math.min(cells - 1, Math.floor((at - from) / grid.cellMetres())));
    }

    /**
     * Silverman's bandwidth for events that lie about a single centre: A σ n<sup>−1/6</sup>, σ² the mean of the variances of
     * eastings and northings (Silverman 1986, section 4.3.2). A is 1 for the Gaussian kernel and 2.78 for the quartic. Where
     * events have several centres it smooths too much.
     */
    public static double silverman(double[] xs, double[] ys, Kernel kernel) {
        checkPoints(xs, ys, 2);
        double spread = Math.sqrt((variance(xs) + variance(ys)) / 2);
        if (!(spread > 0)) {
            throw new IllegalArgumentException("all events lie at one place, so they suggest no bandwidth; choose one");
        }
        double factor = switch (kernel) {
            case GAUSSIAN -> 1;
            // The ratio of R(K)/μ₂(K)² of the kernels in the plane, to the power of 1/6.
            case QUARTIC -> Math.pow(9 * 64 / (5 * Math.PI) * 4 * Math.PI, 1.0 / 6);
        };
        return factor * spread * Math.pow(xs.length, -1.0 / 6);
    }

    /**
     * Bailey and Gatrell's rough bandwidth for the quartic kernel, .68 n<sup>−1/5</sup> times the side of a square as large as
     * the area looked at (Bailey and Gatrell 1995, page 86).
     */
    public static double baileyGatrell(int events, double squareMetres) {
        if (events < 1 || !(squareMetres > 0)) {
            throw new IllegalArgumentException(
                    "at least one event in an area above 0, given " + events + " in " + squareMetres);
        }
        return .68 * Math.pow(events, -.2) * Math.sqrt(squareMetres);
    }

    private static double variance(double[] values) {
        double sum = 0;
        for (double deviation : LocalMoran.deviations(values)) {
            sum += deviation * deviation;
        }
        return sum / (values.length - 1);
    }

    static void checkPoints(double[] xs, double[] ys, int least) {
        if (xs.length != ys.length || xs.length < least) {
            throw new IllegalArgumentException("at least " + least
                    + " events, with as many eastings as northings, given " + xs.length + " and " + ys.length);
        }
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isFinite(xs[i]) || !Double.isFinite(ys[i])) {
                throw new IllegalArgumentException("coordinates are finite numbers; those of event " + i + " are not");
            }
        }
    }
}
