package org.concordat.measures.indices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.measures.Estimate;
import org.concordat.measures.PublicTable;
import org.concordat.measures.Status;
import org.junit.jupiter.api.Test;

/** Shrinkage, factor weights and estimates from a model: what makes figures of small areas bearable. */
final class SmallAreasTest {
    private static LogisticModel loneliness() {
        PublicTable table = PublicTable.real("indices/ageuk_loneliness_coefficients_2015.csv");
        var coefficients = new LinkedHashMap<String, Double>();
        double[] estimates = table.numbers("estimate");
        for (int i = 0; i < estimates.length; i++) {
            coefficients.put(table.texts("variable").get(i), estimates[i]);
        }
        double constant = coefficients.getOrDefault("(constant)", Double.NaN);
        coefficients.keySet().remove("(constant)");
        return new LogisticModel(constant, coefficients);
    }

    @Test
    void saysHowLikelyOlderPeopleAreToBeLonely() {
        // Age UK's model of 2015, as in the data's README.
        assertThat(loneliness().probability(Set.of())).isCloseTo(.06786, within(.000005));
        assertThat(loneliness().probability(Set.of("health_poor", "widowed"))).isCloseTo(.60971, within(.000005));
    }

    @Test
    void refusesAVariableThatTheModelDoesNotHave() {
        var model = new LogisticModel(-1, Map.of("widowed", 1.0));
        assertThatThrownBy(() -> model.probability(Set.of("widowd")))
                .hasMessage("the model has no variable widowd; it has widowed");
    }

    @Test
    void estimatesTheShareOfAnAreaFromItsKindsOfPeople() {
        var model = new LogisticModel(0, Map.of("widowed", Math.log(3)));
        Map<String, Estimate> shares = model.shares(List.of(
                new LogisticModel.Cell("A", 100, Map.of("widowed", 1.0)),
                new LogisticModel.Cell("A", 300, Map.of()),
                new LogisticModel.Cell("B", 0, Map.of())));
        // A hundred at 3/4 and three hundred at 1/2.
        assertThat(shares).containsOnlyKeys("A", "B");
        Estimate inA = shares.getOrDefault("A", Estimate.none(0, 0, "none", Status.NOT_AVAILABLE));
        assertThat(inA.numerator().orElseThrow()).isCloseTo(225, within(1e-9));
        assertThat(inA.value().orElseThrow()).isCloseTo(.5625, within(1e-12));
        assertThat(inA.status()).isEqualTo(Status.ESTIMATED);
        assertThat(shares.values()).last().extracting(Estimate::status).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void shrinksTheFiguresOfFewPeopleMost() {
        List<Shrinkage.Shrunken> shrunken = Shrinkage.withinDistrict(List.of(
                new Shrinkage.Count("small", 4, 10),
                new Shrinkage.Count("large", 400, 1_000),
                new Shrinkage.Count("other", 100, 1_000)));
        assertThat(shrunken.get(0).ownWeight()).isLessThan(shrunken.get(1).ownWeight());
        double small = shrunken.get(0).estimate().value().orElseThrow();
        double large = shrunken.get(1).estimate().value().orElseThrow();
        assertThat(small).isBetween(504 / 2010.0, large);
        // By hand: m = ln(4.5/6.5), M = ln(504.5/1506.5), 1/s² = 10·5·7/(11·12), t² of the three areas.
        double m = Math.log(4.5 / 6.5);
        double district = Math.log(504.5 / 1506.5);
        double between = (Math.pow(m - district, 2)
                        + Math.pow(Math.log(400.5 / 600.5) - district, 2)
                        + Math.pow(Math.log(100.5 / 900.5) - district, 2))
                / 2;
        double w = (350 / 132.0) / (350 / 132.0 + 1 / between);
        assertThat(shrunken.get(0).ownWeight()).isCloseTo(w, within(1e-12));
        double logit = w * m + (1 - w) * district;
        assertThat(small).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-12));
    }

    @Test
    void givesTheOnlyAreaOfADistrictTheDistrictsRate() {
        var only = Shrinkage.withinDistrict(List.of(new Shrinkage.Count("A", 3, 10)))
                .getFirst();
        assertThat(only.ownWeight()).isZero();
        assertThat(only.estimate().value().orElseThrow()).isCloseTo(3.5 / 11, within(1e-12));
    }

    @Test
    void findsTheFactorBehindTheCrimesOfTraffordAsRDoes() {
        PublicTable table = PublicTable.real("trafford/deprivation/iod2025_underlying_indicators_trafford_lsoa21.csv");
        PublicTable expected = PublicTable.beside(SmallAreasTest.class, "factanal.csv");
        Indicators crimes = Indicators.of(table.texts("lsoa21_code"));
        for (String indicator : expected.texts("indicator")) {
            crimes = crimes.with(indicator, NormalScores.of(table.numbers(indicator)));
        }
        if (!(FactorWeights.of(crimes) instanceof FactorWeights.Found found)) {
            throw new AssertionError("no factor");
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.loadings()[i]).isCloseTo(expected.numbers("loading")[i], within(1e-6));
            assertThat(found.uniquenesses()[i]).isCloseTo(expected.numbers("uniqueness")[i], within(1e-6));
            assertThat(found.weights()[i]).isCloseTo(expected.numbers("weight")[i], within(1e-6));
        }
        assertThat(found.against()).containsExactly("burglary_rate_per_1_000_at_risk_properties");
    }

    @Test
    void findsNoFactorWhereOneIndicatorIsAnother() {
        Indicators twins = Indicators.of(List.of("A", "B", "C", "D", "E", "F"))
                .with("one", new double[] {1, 2, 3, 4, 5, 6})
                .with("twin", new double[] {1, 2, 3, 4, 5, 6})
                .with("other", new double[] {2, 1, 4, 3, 6, 5});
        assertThat(FactorWeights.of(twins)).isInstanceOf(FactorWeights.NotFound.class);
    }

    @Test
    void givesTheMedianANormalScoreOfNought() {
        assertThat(NormalScores.of(new double[] {5, 900, 1})[0]).isCloseTo(0, within(1e-12));
    }
}
