package org.concordat.cli.density;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.maps.SurfaceMap;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** The surface as one page with a map. */
final class DensityPage {
    static final String NAME = "density.html";

    private final DensityMap map;

    private DensityPage(DensityMap map) {
        this.map = map;
    }

    static ReportPage of(DensityMap map, LocalDate day) {
        var page = new DensityPage(map);
        return ReportPage.titled("How densely events lie: " + map.what())
                .lead("Where events were recorded, spread out over "
                        + DensityFile.metres(map.surface().bandwidthMetres())
                        + " around each. It says nothing of chance: for that, take hotspots.")
                .madeOn(day)
                .section("Before you use this map", page::fillCautions)
                .section("What was found", page::fillFound)
                .section("How it was made", page::fillMaking)
                .footer("Made by Concordat. All cells stand in " + DensityFile.NAME + "."
                        + map.areas()
                                .map(areas -> " Boundaries: " + areas.given().name() + ".")
                                .orElse("")
                        + " Name the owners of data and boundaries where you show this page.");
    }

    private void fillFound(Section s) {
        s.keyFigures(
                new KeyFigure(Numbers.COUNT.write((double) map.events()), "events"),
                new KeyFigure(DensityFile.metres(map.surface().bandwidthMetres()), "bandwidth"));
        SurfaceMap drawn = SurfaceMap.of("Density of " + map.what())
                .saying("Another bandwidth gives another map: try several before you believe one.")
                .levelsAre("events in a square kilometre");
        DensityBands.of(map).forEach(band -> drawn.level(band.words(), band.rings(), band.squareKilometres()));
        DensityBands.Band hidden = DensityBands.hidden(map);
        if (!hidden.rings().isEmpty()) {
            drawn.withheld(hidden.words(), hidden.rings(), hidden.squareKilometres());
        }
        map.areas().ifPresent(areas -> {
            for (int i = 0; i < areas.given().size(); i++) {
                drawn.outline(areas.rings(i));
            }
        });
        s.picture(drawn);
    }

    private void fillCautions(Section s) {
        List<String> notes = map.notes();
        s.warning(notes.getFirst());
        var bullets = new ArrayList<>(notes.subList(1, notes.size()));
        bullets.add(
                "Recorded events are not all events: what people report and what police look for differs from place to"
                        + " place.");
        s.bullets(bullets);
    }

    private void fillMaking(Section s) {
        s.summary(
                "Events",
                Numbers.COUNT.write((double) map.read()) + " rows read, "
                        + Numbers.COUNT.write((double) map.withoutPlace()) + " without a place");
        s.summary("Kernel", map.kernelWords());
        s.summary("Bandwidth", DensityFile.metres(map.surface().bandwidthMetres()) + " (" + map.rule() + ")");
        s.summary("Cells", DensityFile.metres(map.surface().grid().cellMetres()) + " wide");
        map.areas()
                .filter(areas -> !areas.repaired().isEmpty())
                .ifPresent(areas -> s.summary("Repaired shapes", String.join(", ", areas.repaired())));
        s.paragraph(
                "Each event is spread out over a round hill and the hills are added (Silverman, Density Estimation, 1986;"
                        + " Bailey and Gatrell, Interactive Spatial Data Analysis, 1995). The Gaussian hill reaches, ever lower, to five"
                        + " bandwidths; the quartic one ends at one.");
    }
}
