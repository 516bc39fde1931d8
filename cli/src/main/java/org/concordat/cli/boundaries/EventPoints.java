package org.concordat.cli.boundaries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.figures.FigureRow;
import org.concordat.cli.figures.FigureTable;
import org.concordat.measures.areas.Projection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where events happened, in the system of the boundaries they are to be counted into.
 *
 * @param xs eastings or longitudes
 * @param ys northings or latitudes
 * @param rows the row that each came of
 * @param without rows that say no place
 * @param converted whether any was turned from degrees into metres or back, and so may be off by some metres
 */
public record EventPoints(double[] xs, double[] ys, List<FigureRow> rows, int without, boolean converted) {
    private record Pair(String x, String y) {}

    private static final List<Pair> DEGREES =
            List.of(new Pair("longitude", "latitude"), new Pair("lon", "lat"), new Pair("lng", "lat"));
    private static final List<Pair> METRES =
            List.of(new Pair("easting", "northing"), new Pair("eastings", "northings"), new Pair("x", "y"));

    /**
     * The points of a table.
     *
     * @param x the column of longitudes or eastings, or {@code null} where it is to be found by its usual names
     * @param y the column of latitudes or northings, likewise
     * @param toGrid whether metres of the British National Grid are wanted, else degrees
     */
    public static EventPoints of(FigureTable table, @Nullable String x, @Nullable String y, boolean toGrid) {
        Pair columns = columns(table, x, y, toGrid);
        Projection grid = Projection.britishNationalGrid();
        double[] xs = new double[table.rows().size()];
        double[] ys = new double[xs.length];
        var kept = new ArrayList<FigureRow>();
        int count = 0;
        int without = 0;
        boolean converted = false;
        for (FigureRow row : table.rows()) {
            OptionalDouble east = row.number(columns.x());
            OptionalDouble north = row.number(columns.y());
            if (east.isEmpty() || north.isEmpty()) {
                without++;
                continue;
            }
            Coordinate at = new Coordinate(east.getAsDouble(), north.getAsDouble());
            boolean isGrid = Projection.isGrid(at.getX(), at.getY());
            if (!isGrid && !Projection.isGreatBritain(at.getX(), at.getY())) {
                throw row.trouble(
                        columns.x(),
                        "and " + columns.y() + " are no place in Great Britain",
                        "Give degrees, or metres of the British National Grid; or leave the row out.");
            }
            if (isGrid != toGrid) {
                converted = true;
                at = toGrid ? grid.toMetres(at.getX(), at.getY()) : grid.toDegrees(at.getX(), at.getY());
            }
            xs[count] = at.getX();
            ys[count++] = at.getY();
            kept.add(row);
        }
        return new EventPoints(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), kept, without, converted);
    }

    public EventPoints {
        rows = List.copyOf(rows);
    }

    private static Pair columns(FigureTable table, @Nullable String x, @Nullable String y, boolean toGrid) {
        if ((x == null) != (y == null)) {
            throw new CommandException(
                    "WRONG-USE",
                    ExitCode.WRONG_USE,
                    "--x and --y name the two columns of a place, so give both or neither.");
        }
        if (x != null && y != null) {
            table.require(x, "--x");
            table.require(y, "--y");
            return new Pair(x, y);
        }
        var pairs = new ArrayList<>(toGrid ? METRES : DEGREES);
        pairs.addAll(toGrid ? DEGREES : METRES);
        return pairs.stream()
                .filter(pair -> table.has(pair.x()) && table.has(pair.y()))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "HOTSPOTS-NO-PLACES",
                        ExitCode.WRONG_USE,
                        table.file()
                                + " has no columns longitude and latitude, or easting and northing. Say with --x and"
                                + " --y which of its columns they are: " + String.join(", ", table.columns()) + "."));
    }
}
