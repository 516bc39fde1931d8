package org.concordat.measures.indices;

import static org.concordat.measures.indices.Working.plain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The Vulnerable Localities Index: how neighbourhoods compare, in six things that go with community tension, with the mean of
 * all neighbourhoods looked at. 100 is the mean; its authors look closer at those over 200.
 *
 * <p>Each of six rates is divided by the mean of all areas' rates and multiplied by 100; the index is the mean of the six.
 * Source: Chainey, Identifying priority neighbourhoods using the Vulnerable Localities Index, Policing 2 (2008), 196-209.
 * Known limits: the mean is that of the study area, so indices of two districts cannot be compared; rates of areas with few
 * dwellings swing wildly.
 */
public final class VulnerableLocalities {
    /** From here on the method's author looks closer at a locality. */
    public static final double PRIORITY = 200;

    private static final String METHOD = "Vulnerable Localities Index (Chainey 2008)";

    /**
     * What is counted of one neighbourhood.
     *
     * @param area its code
     * @param dwellings above 0
     * @param residents above 0
     * @param burglaries of dwellings in a period
     * @param criminalDamage to dwellings in the same period
     * @param incomeDeprivation a rate or score that is 0 where there is none
     * @param employmentDeprivation a rate or score that is 0 where there is none
     * @param aged15To24 residents of that age
     * @param lowAttainment residents without qualifications, or another count of low attainment
     */
    public record Locality(
            String area,
            double dwellings,
            double residents,
            double burglaries,
            double criminalDamage,
            double incomeDeprivation,
            double employmentDeprivation,
            double aged15To24,
            double lowAttainment) {
        public Locality {
            if (!(dwellings > 0 && residents > 0)) {
                throw new IllegalArgumentException(
                        area + " needs dwellings and residents above 0, given " + dwellings + " and " + residents);
            }
            for (double count : new double[] {
                burglaries, criminalDamage, incomeDeprivation, employmentDeprivation, aged15To24, lowAttainment
            }) {
                if (!(count >= 0)) {
                    throw new IllegalArgumentException(
                            "counts and scores of " + area + " are 0 or more, given " + count);
                }
            }
            if (aged15To24 > residents || lowAttainment > residents) {
                throw new IllegalArgumentException(
                        area + " has " + plain(residents) + " residents, and more of them young or of low attainment");
            }
        }
    }

    private VulnerableLocalities() {}

    /** The index of at least two localities. */
    public static CompositeIndex of(List<Locality> localities) {
        Indicators rates = Indicators.of(localities.stream().map(Locality::area).toList())
                .with("burglaries in 1,000 dwellings", rates(localities, l -> 1_000 * l.burglaries() / l.dwellings()))
                .with(
                        "criminal damage in 1,000 dwellings",
                        rates(localities, l -> 1_000 * l.criminalDamage() / l.dwellings()))
                .with("income deprivation", rates(localities, Locality::incomeDeprivation))
                .with("employment deprivation", rates(localities, Locality::employmentDeprivation))
                .with("share aged 15 to 24", rates(localities, l -> l.aged15To24() / l.residents()))
                .with("share of low attainment", rates(localities, l -> l.lowAttainment() / l.residents()));
        return of(rates);
    }

    private static double[] rates(List<Locality> localities, ToDoubleFunction<Locality> rate) {
        return localities.stream().mapToDouble(rate).toArray();
    }

    /** The index of rates worked out elsewhere, in which each indicator counts the same. */
    public static CompositeIndex of(Indicators rates) {
        int count = rates.names().size();
        double[] means = new double[count];
        for (int indicator = 0; indicator < count; indicator++) {
            means[indicator] = Moments.mean(rates.column(indicator));
            if (!(means[indicator] > 0)
                    || Arrays.stream(rates.column(indicator)).anyMatch(rate -> rate < 0)) {
                throw new IllegalArgumentException(rates.names().get(indicator)
                        + " must be 0 or more everywhere and above 0 somewhere, to be divided by its mean "
                        + means[indicator]);
            }
        }
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return CompositeIndex.of(METHOD, rates, weights, new CompositeIndex.Transformation() {
            @Override
            public double of(int indicator, double rate) {
                return 100 * rate / means[indicator];
            }

            @Override
            public String words(int indicator, double rate) {
                return String.format(
                        Locale.ROOT,
                        "%s divided by the mean %.6f, times 100, gives %.4f",
                        plain(rate),
                        means[indicator],
                        of(indicator, rate));
            }
        });
    }
}
