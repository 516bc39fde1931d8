package org.concordat.linkage.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.scoring.Links;
import org.jspecify.annotations.Nullable;

/**
 * Precision and recall of the links at a threshold, estimated from a labelled sample of them, with intervals that are
 * meant to hold the true figure 95 times in 100 (in simulations with 200 labels, 92 to 98 times).
 *
 * <p>The labels must be those of a {@link ClericalSample} of the same links: within a band of probability every link
 * must have had the same chance to be labelled. A band is parted where the threshold lies in it. The estimate weighs
 * the labelled share of each band by how many links the band has. A band without labels counts with the linkage's own
 * probabilities, and its interval is everything from none to all; {@link MatchTotal} says how the intervals are made.
 *
 * <p>Recall is relative to the pairs that were kept as links. It cannot see matches that blocking did not bring together
 * or that scored too little to be kept; {@link org.concordat.linkage.blocking.BlockingPlan#expectedCoverage} says how
 * many blocking should have found. Labels are taken as right, and unsure ones as if they had not been given.
 *
 * @param threshold the least probability of a link that counts as found
 * @param precision the share of links at the threshold that match
 * @param recall the share of matching links that are at the threshold
 * @param labelled labels that counted
 * @param unsure labels that said unsure
 * @param notLinked labelled pairs that are not among the links, so that nothing follows from them
 * @param bands what each band had
 */
public record ClericalEstimate(
        double threshold,
        Interval precision,
        Interval recall,
        int labelled,
        int unsure,
        int notLinked,
        List<Band> bands) {
    /**
     * A band of probability, or the part of one on this side of the threshold.
     *
     * @param from the least probability in it
     * @param to where it ends
     * @param links how many links it has
     * @param labelled how many of them were labelled match or no match
     * @param matches how many of those were labelled match
     * @param meanProbability what the linkage thought of its links, on average
     */
    public record Band(double from, double to, int links, int labelled, int matches, double meanProbability) {
        /** The share of its links that match, by the labels; by the linkage's own probabilities where there are none. */
        double share() {
            return labelled == 0 ? meanProbability : (double) matches / labelled;
        }
    }

    public ClericalEstimate {
        bands = List.copyOf(bands);
    }

    /** Estimates at a probability from the labels of a sample of a linkage's links. */
    public static ClericalEstimate of(Linkage linkage, List<LabelledPair> labels, double threshold) {
        return of(linkage.links(), labels, threshold);
    }

    /**
     * @param threshold the least probability of a link that counts as found, above 0 and below 1
     * @throws LinkageException {@code REVIEW-CONTRADICTS} when a pair has two different labels
     */
    public static ClericalEstimate of(Links links, List<LabelledPair> labels, double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold: expected between 0 and 1, given " + threshold);
        }
        Map<Long, Label> known = new HashMap<>();
        for (LabelledPair pair : labels) {
            Label before = known.putIfAbsent(pair.key(), pair.label());
            if (before != null && before != pair.label()) {
                throw new LinkageException(
                        "REVIEW-CONTRADICTS",
                        "Records " + pair.left() + " and " + pair.right() + " are labelled both " + before.words()
                                + " and " + pair.label().words() + ". Settle on one and remove the other row.");
            }
        }
        Count count = new Count(threshold);
        for (int l = 0; l < links.size(); l++) {
            long key = new LabelledPair(links.left(l), links.right(l), Label.UNSURE).key();
            count.add(PairScorer.probability(links.bits(l)), known.remove(key));
        }
        List<Band> bands = count.bands();
        MatchTotal found = MatchTotal.of(bands.stream().filter(b -> b.from() >= threshold));
        MatchTotal below = MatchTotal.of(bands.stream().filter(b -> b.from() < threshold));
        return new ClericalEstimate(
                threshold,
                found.shareOfLinks(),
                found.shareOfBoth(below),
                bands.stream().mapToInt(Band::labelled).sum(),
                count.unsure,
                known.size(),
                bands);
    }

    /** Sorts links and their labels into bands. */
    private static final class Count {
        private final double threshold;
        // Two parts of each stratum: below the threshold and from it on.
        private final int[] links = new int[2 * Strata.count()];
        private final int[] labelled = new int[links.length];
        private final int[] matches = new int[links.length];
        private final double[] sums = new double[links.length];
        private int unsure;

        Count(double threshold) {
            this.threshold = threshold;
        }

        void add(double probability, @Nullable Label label) {
            int part = 2 * Strata.of(probability) + (probability >= threshold ? 1 : 0);
            links[part]++;
            sums[part] += probability;
            if (label == Label.UNSURE) {
                unsure++;
            } else if (label != null) {
                labelled[part]++;
                matches[part] += label == Label.MATCH ? 1 : 0;
            }
        }

        List<Band> bands() {
            List<Band> bands = new ArrayList<>();
            for (int part = 0; part < links.length; part++) {
                if (links[part] > 0) {
                    double from = Strata.from(part / 2);
                    double to = Strata.to(part / 2);
                    boolean found = part % 2 == 1;
                    bands.add(new Band(
                            found ? Math.max(from, threshold) : from,
                            found ? to : Math.min(to, threshold),
                            links[part],
                            labelled[part],
                            matches[part],
                            sums[part] / links[part]));
                }
            }
            return bands;
        }
    }
}
