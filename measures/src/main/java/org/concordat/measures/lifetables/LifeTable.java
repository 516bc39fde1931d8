package org.concordat.measures.lifetables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.rates.Counts;
import org.concordat.measures.rates.CriticalValues;
import org.concordat.measures.standardised.AgeBand;
import org.concordat.measures.standardised.Stratum;

/**
 * An abridged life table with its working: what becomes of 100,000 born, if at each age they die at the rates given.
 *
 * <p>Within a band the dead are taken to have lived half of it, in the first year a tenth. Where a death rate is so high
 * that nobody would be left at the band's end, all die in it.
 *
 * @param rows by age
 */
public record LifeTable(List<Row> rows) implements LifeExpectancy {
    /** So many years must have been lived for a table to be made. */
    public static final double LEAST_PERSON_YEARS = 5_000;

    private static final double WIDEST_YEARS = 20;
    private static final double BORN = 100_000;
    private static final double FIRST_YEAR_LIVED = .1;
    private static final double OTHER_YEARS_LIVED = .5;
    private static final String METHOD =
            "life expectancy, abridged life table (Chiang 1984), interval by Silcocks et al. (2001)";

    public LifeTable {
        rows = List.copyOf(rows);
    }

    /**
     * One age band.
     *
     * @param band the ages
     * @param deaths counted
     * @param personYears lived by those of these ages
     * @param dying the chance to die in the band for those who reach it
     * @param survivors of 100,000 born, those who reach it
     * @param dead of 100,000 born, those who die in it
     * @param yearsLived by the survivors in the band
     * @param expectation years still to live for those who reach it; its numerator and denominator are the deaths and the
     *     years lived from here on. Not applicable where nobody reaches the band
     */
    public record Row(
            AgeBand band,
            double deaths,
            double personYears,
            double dying,
            double survivors,
            double dead,
            double yearsLived,
            Estimate expectation) {}

    /** Years to live at birth. */
    public Estimate atBirth() {
        return rows.getFirst().expectation();
    }

    /** Years still to live at this age, which must be the youngest of a band. */
    public Estimate atAge(int age) {
        return rows.stream()
                .filter(row -> row.band().from() == age)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no age band of the life table begins at " + age))
                .expectation();
    }

    /**
     * The table of a population.
     *
     * @param strata deaths and years lived by age, in any order: from 0 on, each age once, the last band open
     */
    public static LifeExpectancy of(Collection<Stratum> strata, double confidence) {
        Counts.confidence(confidence);
        List<Stratum> sorted = Stratum.inOrder(strata);
        if (sorted.size() < 2
                || sorted.getFirst().band().from() != 0
                || !sorted.getLast().band().isOpen()) {
            throw new IllegalArgumentException("a life table's age bands begin at 0 and end with an open one, given "
                    + sorted.stream().map(Stratum::band).toList());
        }
        double years = sorted.stream().mapToDouble(Stratum::population).sum();
        if (years < LEAST_PERSON_YEARS) {
            return new Refused(
                    Reason.POPULATION_TOO_SMALL,
                    "only " + Math.round(years) + " years were lived, and life expectancy needs 5,000");
        }
        for (Stratum stratum : sorted) {
            if (stratum.events() > stratum.population()) {
                return new Refused(
                        Reason.MORE_DEATHS_THAN_YEARS,
                        "at ages " + stratum.band() + " there are more deaths than years lived");
            }
        }
        if (sorted.getLast().events() == 0) {
            return new Refused(
                    Reason.NO_DEATH_AMONG_THE_OLDEST,
                    "there is no death at ages " + sorted.getLast().band());
        }
        return new Working(sorted).table(confidence);
    }

    /** The columns of the table, each filled from what stands left of it. */
    private static final class Working {
        private final List<Stratum> strata;
        private final int last;
        private final double[] width;
        private final double[] share;
        private final double[] dying;
        private final double[] survivors;
        private final double[] yearsLived;

        Working(List<Stratum> strata) {
            this.strata = strata;
            last = strata.size() - 1;
            width = new double[last + 1];
            share = new double[last + 1];
            dying = new double[last + 1];
            survivors = new double[last + 1];
            yearsLived = new double[last + 1];
            survivors[0] = BORN;
            for (int i = 0; i < last; i++) {
                AgeBand band = strata.get(i).band();
                width[i] = band.to() + 1.0 - band.from();
                share[i] = band.from() == 0 ? FIRST_YEAR_LIVED : OTHER_YEARS_LIVED;
                double rate = rate(i);
                dying[i] =
                        rate * width[i] * share[i] > 1 ? 1 : rate * width[i] / (1 + rate * width[i] * (1 - share[i]));
                survivors[i + 1] = survivors[i] * (1 - dying[i]);
                yearsLived[i] = width[i] * (survivors[i + 1] + share[i] * (survivors[i] - survivors[i + 1]));
            }
            dying[last] = 1;
            yearsLived[last] = survivors[last] / rate(last);
        }

        private double rate(int i) {
            return strata.get(i).events() / strata.get(i).population();
        }

        LifeTable table(double confidence) {
            List<Row> rows = new ArrayList<>();
            double years = 0;
            double variance = 0;
            double deaths = 0;
            double personYears = 0;
            double expectationBeyond = 0;
            for (int i = last; i >= 0; i--) {
                Stratum stratum = strata.get(i);
                years += yearsLived[i];
                deaths += stratum.events();
                personYears += stratum.population();
                variance += variance(i, expectationBeyond);
                boolean reached = survivors[i] > 0;
                double expectation = reached ? years / survivors[i] : 0;
                rows.add(new Row(
                        stratum.band(),
                        stratum.events(),
                        stratum.population(),
                        dying[i],
                        survivors[i],
                        i == last ? survivors[i] : survivors[i] - survivors[i + 1],
                        yearsLived[i],
                        reached
                                ? estimate(
                                        expectation,
                                        Math.sqrt(variance) / survivors[i],
                                        deaths,
                                        personYears,
                                        confidence)
                                : Estimate.none(deaths, personYears, METHOD, Status.NOT_APPLICABLE)));
                expectationBeyond = expectation;
            }
            return new LifeTable(rows.reversed());
        }

        /** What the band adds to the variance of the years that all survivors of the bands up to it have yet to live. */
        private double variance(int i, double expectationBeyond) {
            double deaths = strata.get(i).events();
            if (i == last) {
                // Silcocks: in the open band the years lived vary, not the chance to survive, which is none.
                double rate = rate(i);
                return survivors[i] * survivors[i] / (deaths * rate * rate);
            }
            if (deaths == 0) {
                return 0;
            }
            double ofDying = dying[i] * dying[i] * (1 - dying[i]) / deaths;
            double lost = (1 - share[i]) * width[i] + expectationBeyond;
            return survivors[i] * survivors[i] * lost * lost * ofDying;
        }

        private static Estimate estimate(
                double expectation, double error, double deaths, double personYears, double confidence) {
            double reach = CriticalValues.twoSidedNormal(confidence) * error;
            boolean unsure = 2 * CriticalValues.twoSidedNormal(.95) * error > WIDEST_YEARS;
            return new Estimate(
                    unsure ? OptionalDouble.empty() : OptionalDouble.of(expectation),
                    OptionalDouble.of(deaths),
                    OptionalDouble.of(personYears),
                    Optional.of(new Interval(expectation - reach, expectation + reach, confidence)),
                    unsure ? METHOD + "; not given where the 95 % interval is wider than 20 years" : METHOD,
                    unsure ? Status.LOW_RELIABILITY : Status.NORMAL);
        }
    }
}
