package org.concordat.measures.indices;

import static org.concordat.measures.indices.Working.plain;

import java.util.Locale;

/**
 * The method of England's Indices of Deprivation: each domain's ranks are turned into an exponential scale, then weighed and
 * added, so that being among the most deprived in one domain is not made up for by being well off in another.
 *
 * <p>With R = (N − rank + 1) / N, which is 1 for the most deprived of N areas, the transformed score is X = −23 ln(1 − R (1 −
 * e<sup>−100/23</sup>)): 100 for the most deprived, about 50 at the tenth part, near 0 for the least. Source: McLennan and
 * others, The English Indices of Deprivation 2019: technical report (2019), chapter 3. Published weights add up to .999,
 * and so need not add up to 1 here.
 *
 * <p>Known limit: domain ranks are published without the scores' further decimals, so that ranks of the overall index
 * differ by up to 2 from the published ones where scores nearly tie (108 of 32,844 areas in 2019).
 */
public final class DeprivationIndex {
    private static final double SCALE = 23;
    private static final double REACH = -Math.expm1(-100 / SCALE);
    private static final String METHOD =
            "weighted sum of exponentially transformed domain ranks (English Indices of Deprivation 2019)";

    private DeprivationIndex() {}

    /** What the rank of one of so many areas becomes, from 0 to 100; rank 1 is the most deprived. */
    public static double transformed(double rank, int areas) {
        if (!(rank >= 1 && rank <= areas)) {
            throw new IllegalArgumentException(
                    "a rank lies between 1 and the " + areas + " areas ranked, given " + rank);
        }
        return -SCALE * Math.log1p(-share(rank, areas) * REACH);
    }

    private static double share(double rank, int areas) {
        return (areas - rank + 1) / areas;
    }

    /**
     * The index from domain ranks.
     *
     * @param ranks one column a domain, 1 the most deprived
     * @param weights one a domain
     * @param ranked how many areas were ranked: more than there are rows where the rows are part of a country
     */
    public static CompositeIndex ofRanks(Indicators ranks, double[] weights, int ranked) {
        for (int domain = 0; domain < ranks.names().size(); domain++) {
            Ranking.check(ranks.column(domain), ranked, ranks.names().get(domain));
        }
        return CompositeIndex.of(METHOD, ranks, weights, new CompositeIndex.Transformation() {
            @Override
            public double of(int domain, double rank) {
                return transformed(rank, ranked);
            }

            @Override
            public String words(int domain, double rank) {
                return String.format(
                        Locale.ROOT,
                        "rank %s of %d, R = %.6f, X = -23 ln(1 - R (1 - exp(-100/23))) = %.4f",
                        plain(rank),
                        ranked,
                        share(rank, ranked),
                        transformed(rank, ranked));
            }
        });
    }

    /**
     * The index from domain scores, of which the highest is the most deprived. Areas with equal scores share the mean of
     * their ranks, so that none gains by its place in the file.
     */
    public static CompositeIndex ofScores(Indicators scores, double[] weights) {
        int areas = scores.areas().size();
        Indicators ranks = Indicators.of(scores.areas());
        for (int domain = 0; domain < scores.names().size(); domain++) {
            scores.checkVaries(domain);
            Ranking ranking = Ranking.of(scores.column(domain), Ranking.Order.HIGHEST_FIRST, Ranking.Ties.MEAN);
            ranks = ranks.with(scores.names().get(domain), ranking.ranks());
        }
        return ofRanks(ranks, weights, areas);
    }
}
