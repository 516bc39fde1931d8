package org.concordat.linkage.judge;

import java.util.List;
import java.util.stream.Stream;

/**
 * How many links of some bands match, with a 95 per cent interval.
 *
 * <p>Each band has Wilson's interval (1927, Probable inference), for as many labels as would be as telling without the
 * finite number of links: a band that is labelled whole is known. The distances from the estimate to the bands' limits
 * are put together as the root of the sum of their squares, upwards and downwards apart (Zou and Donner 2008,
 * Construction of confidence limits about effect measures), and those of a ratio by the formula for two independent
 * figures (Donner and Zou 2012, Closed-form confidence intervals for functions of the normal mean and standard
 * deviation). Unlike limits from one normal distribution these stay lopsided where nearly all
 * links of a band match, as they do.
 *
 * @param links how many links the bands have
 * @param estimate how many of them match
 * @param low the least, by the interval
 * @param high the most
 */
record MatchTotal(int links, double estimate, double low, double high) {
    /** The normal distribution's quantile for 95 per cent. */
    private static final double Z = 1.959964;

    static MatchTotal of(Stream<ClericalEstimate.Band> of) {
        List<ClericalEstimate.Band> bands = of.toList();
        int links = 0;
        double estimate = 0;
        double down = 0;
        double up = 0;
        int knownMatches = 0;
        int knownOthers = 0;
        for (ClericalEstimate.Band band : bands) {
            Interval share = share(band);
            links += band.links();
            estimate += band.links() * share.estimate();
            down += square(band.links() * (share.estimate() - share.low()));
            up += square(band.links() * (share.high() - share.estimate()));
            knownMatches += band.matches();
            knownOthers += band.labelled() - band.matches();
        }
        return new MatchTotal(
                links,
                estimate,
                Math.min(estimate, Math.max(knownMatches, estimate - Math.sqrt(down))),
                Math.max(estimate, Math.min(links - knownOthers, estimate + Math.sqrt(up))));
    }

    private static double square(double number) {
        return number * number;
    }

    /** The share of a band's links that match. */
    static Interval share(ClericalEstimate.Band band) {
        double share = band.share();
        if (band.labelled() == 0) {
            return new Interval(share, 0, 1);
        }
        if (band.labelled() >= band.links()) {
            return new Interval(share, share, share);
        }
        double labels = band.labelled() * (band.links() - 1.0) / (band.links() - band.labelled());
        double middle = share + Z * Z / (2 * labels);
        double reach = Z * Math.sqrt(share * (1 - share) / labels + Z * Z / (4 * labels * labels));
        double scale = 1 + Z * Z / labels;
        return new Interval(
                share, Math.clamp((middle - reach) / scale, 0, share), Math.clamp((middle + reach) / scale, share, 1));
    }

    /** The share of the links that match; 1 where there are none. */
    Interval shareOfLinks() {
        return links == 0 ? new Interval(1, 1, 1) : interval(estimate / links, low / links, high / links);
    }

    /** The share of the matches of both that are in this; 1 where there are none. */
    Interval shareOfBoth(MatchTotal other) {
        if (other.high == 0) {
            return new Interval(1, 1, 1);
        }
        if (estimate == 0) {
            return new Interval(other.estimate == 0 ? 1 : 0, 0, 1);
        }
        double product = estimate * other.estimate;
        double lowPart = other.low * (2 * other.estimate - other.low);
        double least = lowPart == 0
                ? 0
                : lowPart / (product + Math.sqrt(square(product) - lowPart * high * (2 * estimate - high)));
        double divisor = low * (2 * estimate - low);
        double highPart = other.high * (2 * other.estimate - other.high);
        double most = divisor == 0
                ? Double.POSITIVE_INFINITY
                : (product + Math.sqrt(square(product) - highPart * divisor)) / divisor;
        return interval(1 / (1 + other.estimate / estimate), 1 / (1 + most), 1 / (1 + least));
    }

    /** Takes rounding errors off. */
    private static Interval interval(double estimate, double low, double high) {
        double share = Math.clamp(estimate, 0, 1);
        return new Interval(share, Math.clamp(low, 0, share), Math.clamp(high, share, 1));
    }
}
