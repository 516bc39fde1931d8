package org.concordat.cli.hotspots;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.concordat.cli.boundaries.BoundaryAreas;
import org.concordat.cli.boundaries.EventPoints;
import org.concordat.measures.areas.AreaSet;
import org.concordat.measures.hotspots.GlobalMoran;
import org.concordat.measures.hotspots.GlobalStatistic;
import org.concordat.measures.hotspots.Hotspots;
import org.concordat.measures.hotspots.Neighbours;

/**
 * All that was found, for the table, the page and machines.
 *
 * @param pointsFile the name of the file of points
 * @param counted points in each area
 * @param residents of each area, where they were given
 * @param figures what was tested: counts, or steadied rates in 1,000 residents
 * @param whole whether like lies beside like over the whole map; empty where no area has a neighbour
 */
record HotspotFigures(
        String pointsFile,
        BoundaryAreas areas,
        EventPoints points,
        AreaSet.Counted counted,
        Optional<double[]> residents,
        double[] figures,
        NeighbourRule rule,
        Neighbours neighbours,
        Hotspots hotspots,
        Optional<GlobalStatistic> whole) {

    static final GlobalMoran.Null CHANCE = GlobalMoran.Null.RANDOMISATION;

    String figureWords() {
        return residents.isPresent() ? "events in 1,000 residents, steadied" : "events";
    }

    int size() {
        return areas.given().size();
    }

    long count(Hotspots.Spot spot) {
        return hotspots.spots().stream().filter(spot::equals).count();
    }

    /** Areas that stand out on the high side at 90 % or more, in the order of their z-scores. */
    List<Integer> hot() {
        return IntStream.range(0, size())
                .filter(area -> hotspots.spots().get(area).isHot())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer area) -> -hotspots.statistic().z(area)))
                .toList();
    }

    int inside() {
        return Arrays.stream(counted.counts()).sum();
    }
}
