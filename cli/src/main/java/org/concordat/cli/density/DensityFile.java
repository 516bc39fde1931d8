package org.concordat.cli.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.NewFolder;

/** The surface as a table of cells, as lines and for machines. */
final class DensityFile {
    static final String NAME = "density.csv";

    private DensityFile() {}

    static void write(DensityMap map, NewFolder folder) {
        FigureFile file = FigureFile.titled(
                        "Density of " + map.what(),
                        "Kernel density at the middles of square cells "
                                + metres(map.surface().grid().cellMetres())
                                + " wide: " + map.kernelWords() + " kernel, bandwidth "
                                + metres(map.surface().bandwidthMetres()) + " (" + map.rule() + ").")
                .number("easting", "Easting", "Middle of the cell, metres of the British National Grid")
                .number("northing", "Northing", "Middle of the cell, metres of the British National Grid")
                .hideable("density", "Density", "Events in a square kilometre", false)
                .key("easting", "northing");
        map.notes().forEach(file::note);
        DensityMap.Cell[] cells = map.cells();
        file.writeInto(folder, NAME, rows -> {
            for (int at = 0; at < cells.length; at++) {
                if (cells[at] == DensityMap.Cell.OUTSIDE) {
                    continue;
                }
                rows.number(map.easting(at)).number(map.northing(at));
                if (cells[at] == DensityMap.Cell.SHOWN) {
                    rows.number(map.shown(at));
                } else {
                    rows.text(SmallCounts.MARK);
                }
                rows.end();
            }
        });
    }

    static String metres(double metres) {
        return String.format(Locale.ROOT, "%,.0f m", metres);
    }

    static List<String> lines(DensityMap map) {
        DensityMap.Cell[] cells = map.cells();
        var lines = new ArrayList<>(List.of(String.format(
                Locale.ROOT,
                "%,d events, %,d rows without a place. %s kernel, bandwidth %s (%s), %,d cells of %s, %,d of them hidden.",
                map.events(),
                map.withoutPlace(),
                map.kernelWords().substring(0, 1).toUpperCase(Locale.ROOT)
                        + map.kernelWords().substring(1),
                metres(map.surface().bandwidthMetres()),
                map.rule(),
                count(cells, DensityMap.Cell.SHOWN) + count(cells, DensityMap.Cell.HIDDEN),
                metres(map.surface().grid().cellMetres()),
                count(cells, DensityMap.Cell.HIDDEN))));
        map.areas()
                .filter(areas -> !areas.repaired().isEmpty())
                .ifPresent(areas -> lines.add(
                        "Shapes that were not valid and were repaired: " + String.join(", ", areas.repaired())));
        map.notes().forEach(note -> lines.add("- " + note));
        return lines;
    }

    static long count(DensityMap.Cell[] cells, DensityMap.Cell kind) {
        return Arrays.stream(cells).filter(kind::equals).count();
    }

    static Map<String, Object> summary(DensityMap map) {
        DensityMap.Cell[] cells = map.cells();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rows", map.read());
        summary.put("events", map.events());
        summary.put("without_place", map.withoutPlace());
        summary.put("kernel", map.kernelWords());
        summary.put("bandwidth_metres", map.surface().bandwidthMetres());
        summary.put("bandwidth_rule", map.rule());
        summary.put("cell_metres", map.surface().grid().cellMetres());
        summary.put("cells_shown", count(cells, DensityMap.Cell.SHOWN));
        summary.put("cells_hidden", count(cells, DensityMap.Cell.HIDDEN));
        summary.put("notes", map.notes());
        return summary;
    }
}
