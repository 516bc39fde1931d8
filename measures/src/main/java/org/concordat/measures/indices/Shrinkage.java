package org.concordat.measures.indices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Status;

/**
 * Moves the rates of small areas towards that of their district, the more so the fewer people they rest on, as the Indices of
 * Deprivation do before rates are ranked.
 *
 * <p>On the scale of the empirical logit, m = ln((r + ½) / (n − r + ½)) with standard error s, where s² = (n + 1)(n + 2) / (n (r
 * + 1)(n − r + 1)). With M the logit of the district's pooled counts and t² = Σ(m − M)² / (k − 1) over its k areas, the
 * weight of an area's own figure is w = (1/s²) / (1/s² + 1/t²); its shrunken logit w m + (1 − w) M is turned back into a
 * proportion. Source: McLennan and others, The English Indices of Deprivation 2019: technical report (2019), appendix on
 * shrinkage. Of a district with a single area, or with areas that do not differ (t² = 0), all areas get the district's rate.
 */
public final class Shrinkage {
    private static final String METHOD =
            "empirical-logit shrinkage towards the district (English Indices of Deprivation)";

    /**
     * One area's count.
     *
     * @param area its code
     * @param counted how many of them, 0 to {@code of}
     * @param of people, above 0
     */
    public record Count(String area, double counted, double of) {
        public Count {
            if (!(of > 0 && counted >= 0 && counted <= of)) {
                throw new IllegalArgumentException("counts of " + area
                        + " lie between 0 and its people, who are more than none, given " + counted + " of " + of);
            }
        }

        double logit() {
            return Math.log((counted + .5) / (of - counted + .5));
        }

        /** The square of the logit's standard error. */
        double variance() {
            return (of + 1) * (of + 2) / (of * (counted + 1) * (of - counted + 1));
        }
    }

    /**
     * A rate as it is after shrinking.
     *
     * @param area its code
     * @param estimate the shrunken proportion, above and below it what was counted
     * @param ownWeight how much the area's own figure counts, 0 (the district's alone) to 1
     * @param standardError of the area's own logit
     */
    public record Shrunken(String area, Estimate estimate, double ownWeight, double standardError) {}

    private Shrinkage() {}

    /** Shrinks the rates of the areas of one district towards the district's. */
    public static List<Shrunken> withinDistrict(List<Count> areas) {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("a district has at least one area, given none");
        }
        double counted = areas.stream().mapToDouble(Count::counted).sum();
        double of = areas.stream().mapToDouble(Count::of).sum();
        double district = new Count("the district", counted, of).logit();
        double squares = 0;
        for (Count area : areas) {
            squares += Math.pow(area.logit() - district, 2);
        }
        double between = areas.size() > 1 ? squares / (areas.size() - 1) : 0;
        var shrunken = new ArrayList<Shrunken>();
        for (Count area : areas) {
            double weight = between / (between + area.variance());
            double logit = weight * area.logit() + (1 - weight) * district;
            var estimate = new Estimate(
                    OptionalDouble.of(1 / (1 + Math.exp(-logit))),
                    OptionalDouble.of(area.counted()),
                    OptionalDouble.of(area.of()),
                    Optional.empty(),
                    METHOD,
                    Status.ESTIMATED);
            shrunken.add(new Shrunken(area.area(), estimate, weight, Math.sqrt(area.variance())));
        }
        return shrunken;
    }
}
