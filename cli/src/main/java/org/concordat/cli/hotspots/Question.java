package org.concordat.cli.hotspots;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.concordat.measures.hotspots.Clusters;
import org.concordat.measures.hotspots.EmpiricalBayes;
import org.concordat.measures.hotspots.FalseDiscovery;
import org.concordat.measures.hotspots.GetisOrd;
import org.concordat.measures.hotspots.GlobalMoran;
import org.concordat.measures.hotspots.GlobalStatistic;
import org.concordat.measures.hotspots.Hotspots;
import org.concordat.measures.hotspots.LocalStatistic;
import org.concordat.measures.hotspots.Neighbours;
import org.concordat.measures.hotspots.SpatialWeights;

/**
 * What is asked of counts: by which method, among which neighbours, with which correction. Counts are all that is left open, so
 * that what would be said of other counts can be asked too.
 *
 * @param residents of each area, where rates are to be tested
 */
record Question(Method method, FalseDiscovery correction, Neighbours neighbours, Optional<double[]> residents) {
    private static final double PER = 1_000;

    /** By what each area is judged. */
    enum Method {
        GI_STAR,
        GI,
        LOCAL_MORAN
    }

    /**
     * What is said of counts.
     *
     * @param figures what was tested: counts, or steadied rates in 1,000 residents
     * @param moran whether like lies beside like over the whole map; empty where no area has a neighbour
     * @param g whether high figures lie beside high ones over the whole map, or low beside low; empty likewise
     */
    record Answer(
            double[] figures,
            LocalStatistic statistic,
            double[] corrected,
            List<Verdict> verdicts,
            Optional<GlobalStatistic> moran,
            Optional<GlobalStatistic> g) {}

    /** The figures that are tested. */
    double[] figures(double[] counts) {
        return residents
                .map(people -> Arrays.stream(EmpiricalBayes.global(counts, people))
                        .map(rate -> rate * PER)
                        .toArray())
                .orElse(counts);
    }

    /** The answer; empty where the figures do not differ, so that none can stand out. */
    Optional<Answer> answer(double[] counts) {
        double[] figures = figures(counts);
        if (Arrays.stream(figures).allMatch(figure -> figure == figures[0])) {
            return Optional.empty();
        }
        SpatialWeights binary = SpatialWeights.binary(neighbours);
        boolean linked = neighbours.links() > 0;
        Optional<GlobalStatistic> moran = linked
                ? Optional.of(GlobalMoran.of(figures, binary, GlobalMoran.Null.RANDOMISATION))
                : Optional.empty();
        Optional<GlobalStatistic> g = linked ? Optional.of(GetisOrd.global(figures, binary)) : Optional.empty();
        return Optional.of(
                switch (method) {
                    case GI_STAR -> hot(figures, Hotspots.of(figures, binary, correction), moran, g);
                    case GI -> hot(figures, Hotspots.aroundAreas(figures, binary, correction), moran, g);
                    case LOCAL_MORAN -> {
                        Clusters clusters =
                                Clusters.of(figures, SpatialWeights.rowStandardised(neighbours), correction);
                        yield new Answer(
                                figures,
                                clusters.moran().statistic(),
                                clusters.corrected(),
                                clusters.kinds().stream().map(Verdict::of).toList(),
                                moran,
                                g);
                    }
                });
    }

    private static Answer hot(
            double[] figures, Hotspots hotspots, Optional<GlobalStatistic> moran, Optional<GlobalStatistic> g) {
        return new Answer(
                figures,
                hotspots.statistic(),
                hotspots.corrected(),
                hotspots.spots().stream().map(Verdict::of).toList(),
                moran,
                g);
    }

    /** The verdicts that the method can give, in the order of a legend. */
    List<Verdict> possible() {
        return switch (method) {
            case GI_STAR, GI ->
                Arrays.stream(Hotspots.Spot.values()).map(Verdict::of).toList();
            case LOCAL_MORAN ->
                Arrays.stream(Clusters.Kind.values()).map(Verdict::of).toList();
        };
    }

    String figureWords() {
        return residents.isPresent() ? "events in 1,000 residents, steadied" : "events";
    }

    /** What the method asks of an area, and where it comes from. */
    String methodWords() {
        return switch (method) {
            case GI_STAR ->
                "Getis and Ord's Gi* (Ord and Getis, Geographical Analysis 27, 1995) asks of each area whether it and its"
                        + " neighbours together have more, or less, than so many areas taken at random would. A z-score is how many"
                        + " standard deviations more.";
            case GI ->
                "Getis and Ord's Gi (Ord and Getis, Geographical Analysis 27, 1995) asks of each area whether its neighbours,"
                        + " the area itself left out, have more, or less, than so many areas taken at random would. A z-score is"
                        + " how many standard deviations more.";
            case LOCAL_MORAN ->
                "Local Moran (Anselin, Geographical Analysis 27, 1995) asks of each area whether it is like its neighbours:"
                        + " high among high ones, low among low ones, or the odd one out. A z-score above 0 says like, one below 0"
                        + " unlike, in standard deviations from what chance would make (Sokal, Oden and Thomson, Geographical"
                        + " Analysis 30, 1998).";
        };
    }
}
