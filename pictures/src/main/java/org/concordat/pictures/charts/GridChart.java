package org.concordat.pictures.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;
import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Canvas.Anchor;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.markup.Element;

/**
 * A table whose cells are shaded, such as pairs of events by distance and time: figures by two things at once. Every cell says its
 * figure in words, so that the shade only helps the eye.
 *
 * <pre>{@code
 * GridChart.of("Near repeats").rowsAre("Metres apart").columns("0 to 14 days", "15 to 28 days")
 *         .level("under 1.2", pale).level("1.2 and more", dark).row("same place", GridChart.cell("2.3 *", 1), …)
 * }</pre>
 */
public final class GridChart implements Pictured {
    private static final double LEAST_CONTRAST = 4.5;

    /** One cell: what it says, and which level's shade it has, counted from 0. */
    public record Cell(String words, int level) {}

    private record Level(String name, Fill fill) {}

    private record Row(String name, List<Cell> cells) {}

    private final String title;
    private String caption = "";
    private String rowsAre = "Row";
    private String levelsAre = "";
    private List<String> columns = List.of();
    private final List<Level> levels = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private GridChart(String title) {
        this.title = title;
    }

    public static GridChart of(String title) {
        return new GridChart(title);
    }

    /** A cell for {@link #row}. */
    public static Cell cell(String words, int level) {
        return new Cell(words, level);
    }

    /** What a reader should take from the picture. */
    public GridChart saying(String words) {
        caption = words;
        return this;
    }

    /** What a row is. */
    public GridChart rowsAre(String words) {
        rowsAre = words;
        return this;
    }

    /** What the figures are, for the legend. */
    public GridChart figures(String words) {
        levelsAre = words;
        return this;
    }

    /** The names of the columns, before any row. */
    public GridChart columns(String... names) {
        if (!rows.isEmpty() || names.length == 0) {
            throw new IllegalArgumentException("Columns: at least one, named before the first row.");
        }
        columns = List.copyOf(Arrays.asList(names));
        return this;
    }

    /** A shade, in the order of the legend. */
    public GridChart level(String name, Fill fill) {
        levels.add(new Level(name, fill));
        return this;
    }

    /** A row with a cell for each column. */
    public GridChart row(String name, List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "Row " + name + ": a cell for each of " + columns.size() + " columns, given " + cells.size() + ".");
        }
        for (var cell : cells) {
            if (cell.level() < 0 || cell.level() >= levels.size()) {
                throw new IllegalArgumentException(
                        "Cell: a level from 0 to " + (levels.size() - 1) + ", given " + cell.level() + ".");
            }
        }
        rows.add(new Row(name, List.copyOf(cells)));
        return this;
    }

    @Override
    public Picture picture() {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("Grid: at least one row, given none.");
        }
        var all = List.copyOf(rows);
        var description = "Grid of " + all.size() + " rows by " + columns.size() + " columns, shaded by "
                + (levelsAre.isEmpty() ? "level" : levelsAre) + ".";
        var table = NumberTable.of(title, rowsAre).numbers(columns.toArray(String[]::new));
        for (var row : all) {
            var cells = new ArrayList<>(List.of(row.name()));
            row.cells().forEach(cell -> cells.add(cell.words()));
            table = table.row(cells);
        }
        return new Picture(title, caption, description, table, canvas -> draw(canvas, all));
    }

    private double draw(Canvas canvas, List<Row> all) {
        double line = canvas.size().line();
        double names = Math.min(
                canvas.width() * .3,
                all.stream()
                                .mapToDouble(row -> canvas.widthOf(row.name()))
                                .max()
                                .orElse(0)
                        + 12);
        double width = (canvas.width() - names - 2) / columns.size();
        double y = line;
        int headings = 0;
        for (int i = 0; i < columns.size(); i++) {
            var lines = canvas.wrapped(columns.get(i), width - 6, 3);
            headings = Math.max(headings, lines.size());
            canvas.lines(names + (i + .5) * width, y, Anchor.MIDDLE, lines);
        }
        y += (headings - 1) * line + 10;
        double height = line * 2;
        for (var row : all) {
            var lines = canvas.wrapped(row.name(), names - 8, 2);
            canvas.lines(0, y + height / 2 + line * .3 - (lines.size() - 1) * line / 2, Anchor.START, lines);
            for (int i = 0; i < row.cells().size(); i++) {
                cell(canvas, row.cells().get(i), names + i * width, y, width, height);
            }
            y += height;
        }
        return legend(canvas, y + line + 4);
    }

    private void cell(Canvas canvas, Cell cell, double x, double y, double width, double height) {
        var fill = levels.get(cell.level()).fill();
        canvas.add(square(canvas, fill, x, y, width, height).with("class", "cell"));
        double middle = x + width / 2;
        double baseline = y + height / 2 + canvas.size().fontSize() * .35;
        if (fill.pattern() != Fill.Pattern.SOLID) {
            canvas.textOnMarks(middle, baseline, Anchor.MIDDLE, cell.words());
        } else {
            Colour ink = fill.colour().contrastWith(Palette.INK) >= LEAST_CONTRAST ? Palette.INK : Colour.WHITE;
            canvas.text(middle, baseline, Anchor.MIDDLE, cell.words(), ink, false);
        }
    }

    private static Element square(Canvas canvas, Fill fill, double x, double y, double width, double height) {
        return Element.of("rect")
                .with("x", x)
                .with("y", y)
                .with("width", width)
                .with("height", height)
                .with("fill", canvas.paint(fill))
                .with("stroke", Palette.INK.hex())
                .with("stroke-width", 0.75);
    }

    private double legend(Canvas canvas, double top) {
        double line = canvas.size().line();
        double y = top;
        if (!levelsAre.isEmpty()) {
            canvas.text(0, y, Anchor.START, Marks.capital(levelsAre, ""), Palette.INK, true);
            y += 8;
        }
        double x = 0;
        for (var level : levels) {
            double needed = 34 + canvas.widthOf(level.name()) + 20;
            if (x > 0 && x + needed > canvas.width()) {
                x = 0;
                y += line * 1.25;
            }
            canvas.add(square(canvas, level.fill(), x + .5, y, 26, line * .95).with("class", "key"));
            canvas.text(x + 34, y + line * .75, Anchor.START, level.name());
            x += needed;
        }
        return y + line * 1.25 + 6;
    }
}
