package org.concordat.measures.lifetables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.concordat.measures.Closeness.CLOSED_FORM;
import static org.concordat.measures.Closeness.ITERATIVE;
import static org.concordat.measures.Closeness.assertClose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.standardised.AgeBand;
import org.concordat.measures.standardised.Stratum;
import org.junit.jupiter.api.Test;

/** Life tables: by hand where that can be done, else against the definition worked out the slow way. */
class LifeTableTest {
    private static final List<AgeBand> USUAL =
            AgeBand.startingAt(List.of(0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90));
    private static final long SEED = 20261130;

    @Test
    void twoBandsComeOutAsByHand() {
        // 200 deaths in 20,000 years of infants, 1,000 in 80,000 later ones.
        LifeTable table = table(
                List.of(new Stratum(AgeBand.parse("0"), 200, 20_000), new Stratum(AgeBand.andOver(1), 1000, 80_000)));
        double dying = .01 / (1 + .01 * .9);
        double survivors = 1 - dying;
        LifeTable.Row infants = table.rows().getFirst();
        assertClose("dying", infants.dying(), dying, CLOSED_FORM);
        assertClose("years in the first", infants.yearsLived(), 1e5 * (survivors + .1 * dying), CLOSED_FORM);
        assertClose("at 1", value(table.atAge(1)), 80, CLOSED_FORM);
        assertClose("at birth", value(table.atBirth()), survivors + .1 * dying + survivors * 80, CLOSED_FORM);
        // The last band's variance is that of the mean length of life, 80 years, by 1,000 deaths.
        assertClose("error at 1", error(table.atAge(1)), 80 / Math.sqrt(1000), CLOSED_FORM);
        double ofDying = dying * dying * (1 - dying) / 200;
        double lost = .9 + 80;
        assertClose(
                "error at birth",
                error(table.atBirth()),
                Math.sqrt(lost * lost * ofDying + survivors * survivors * 6.4),
                CLOSED_FORM);
        assertThat(table.atBirth().numerator()).hasValue(1200);
        assertThat(table.atBirth().denominator()).hasValue(100_000);
        assertThat(table.atAge(1).numerator()).hasValue(1000);
    }

    @Test
    void anyTableAgreesWithTheDefinitionDifferentiatedNumerically() {
        Random random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            List<Stratum> strata = strata(random);
            LifeTable table = table(strata);
            double[] dying =
                    table.rows().stream().mapToDouble(LifeTable.Row::dying).toArray();
            Stratum oldest = strata.getLast();
            double rate = oldest.events() / oldest.population();
            assertClose("run " + run + " of " + SEED, value(table.atBirth()), expectation(dying, rate), CLOSED_FORM);
            double variance = 0;
            for (int i = 0; i < dying.length - 1; i++) {
                if (strata.get(i).events() > 0) {
                    double step = 1e-4 * dying[i];
                    double slope =
                            (expectation(changed(dying, i, step), rate) - expectation(changed(dying, i, -step), rate))
                                    / (2 * step);
                    variance += slope
                            * slope
                            * dying[i]
                            * dying[i]
                            * (1 - dying[i])
                            / strata.get(i).events();
                }
            }
            double step = 1e-4 * rate;
            double slope = (expectation(dying, rate + step) - expectation(dying, rate - step)) / (2 * step);
            variance += slope * slope * rate * rate / oldest.events();
            assertClose("error in run " + run + " of " + SEED, error(table.atBirth()), Math.sqrt(variance), ITERATIVE);
        }
    }

    private static double[] changed(double[] dying, int i, double by) {
        double[] copy = dying.clone();
        copy[i] += by;
        return copy;
    }

    /** Years to live at birth, if so many die in each band and those of the last at this rate. */
    private static double expectation(double[] dying, double lastRate) {
        double alive = 1;
        double years = 0;
        for (int i = 0; i < dying.length - 1; i++) {
            AgeBand band = USUAL.get(i);
            double width = band.to() - band.from() + 1;
            double livedByTheDying = band.from() == 0 ? .1 : .5;
            years += alive * width * (1 - dying[i] + dying[i] * livedByTheDying);
            alive *= 1 - dying[i];
        }
        return years + alive / lastRate;
    }

    private static List<Stratum> strata(Random random) {
        List<Stratum> strata = new ArrayList<>();
        for (AgeBand band : USUAL) {
            double population = 2000 + random.nextInt(50_000);
            double rate = .0002 * Math.exp(band.from() / 13.0) * (.5 + random.nextDouble());
            strata.add(new Stratum(band, Math.rint(population * rate) + (band.isOpen() ? 1 : 0), population));
        }
        return strata;
    }

    @Test
    void theOrderOfTheBandsDoesNotMatter() {
        List<Stratum> strata = strata(new Random(SEED));
        LifeExpectancy inOrder = LifeTable.of(strata, .95);
        Collections.shuffle(strata, new Random(SEED));
        assertThat(LifeTable.of(strata, .95)).isEqualTo(inOrder);
    }

    @Test
    void fewerThanFiveThousandYearsAreRefusedAndFiveThousandAreNot() {
        assertThat(LifeTable.of(scaled(4999.5 / 20), .95))
                .isInstanceOfSatisfying(
                        LifeExpectancy.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(LifeExpectancy.Reason.POPULATION_TOO_SMALL));
        assertThat(LifeTable.of(scaled(250), .95)).isInstanceOf(LifeTable.class);
    }

    /** The usual bands with so many people in each, of whom a tenth die. */
    private static List<Stratum> scaled(double population) {
        return USUAL.stream()
                .map(band -> new Stratum(band, population / 10, population))
                .toList();
    }

    @Test
    void aTableWithoutADeathAmongTheOldestIsRefused() {
        List<Stratum> strata = new ArrayList<>(scaled(1000));
        strata.set(19, new Stratum(AgeBand.andOver(90), 0, 1000));
        assertThat(LifeTable.of(strata, .95)).isInstanceOfSatisfying(LifeExpectancy.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(LifeExpectancy.Reason.NO_DEATH_AMONG_THE_OLDEST);
            assertThat(refused.words()).contains("90+");
        });
    }

    @Test
    void moreDeathsThanYearsAreRefused() {
        List<Stratum> strata = new ArrayList<>(scaled(1000));
        strata.set(18, new Stratum(USUAL.get(18), 1001, 1000));
        assertThat(LifeTable.of(strata, .95)).isInstanceOfSatisfying(LifeExpectancy.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(LifeExpectancy.Reason.MORE_DEATHS_THAN_YEARS);
            assertThat(refused.words()).contains("85-89");
        });
    }

    @Test
    void whereAllDieInABandNobodyIsSaidToReachTheNext() {
        List<Stratum> strata = new ArrayList<>(scaled(1000));
        strata.set(10, new Stratum(USUAL.get(10), 900, 1000));
        LifeTable table = table(strata);
        assertThat(table.rows().get(10).dying()).isEqualTo(1);
        assertThat(table.rows().get(11).survivors()).isZero();
        assertThat(table.rows().get(11).expectation().status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(table.atBirth().value()).isPresent();
    }

    @Test
    void anIntervalWiderThanTwentyYearsTakesTheValueAwayAndStays() {
        List<Stratum> strata =
                List.of(new Stratum(AgeBand.parse("0"), 1, 3000), new Stratum(AgeBand.andOver(1), 30, 2400));
        Estimate atBirth = table(strata).atBirth();
        assertThat(atBirth.value()).isEmpty();
        assertThat(atBirth.status()).isEqualTo(Status.LOW_RELIABILITY);
        assertThat(atBirth.interval()).isPresent();
        assertThat(atBirth.method()).endsWith("wider than 20 years");
    }

    @Test
    void refusesBandsThatDoNotReachFromBirthToTheOldest() {
        List<Stratum> strata = scaled(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeTable.of(strata.subList(1, 20), .95))
                .withMessageContaining("begin at 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeTable.of(strata.subList(0, 19), .95))
                .withMessageContaining("open one");
        List<Stratum> gap = new ArrayList<>(strata);
        gap.remove(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeTable.of(gap, .95))
                .withMessageContaining("no age band covers 20-24");
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(AgeBand.parse("0"), 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(strata).atAge(3))
                .withMessageContaining("begins at 3");
    }

    private static LifeTable table(List<Stratum> strata) {
        return (LifeTable) LifeTable.of(strata, .95);
    }

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    private static double error(Estimate estimate) {
        Interval interval = estimate.interval().orElseThrow();
        return (interval.upper() - interval.lower()) / 2 / 1.959963984540054;
    }
}
