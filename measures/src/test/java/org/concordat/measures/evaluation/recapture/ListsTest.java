package org.concordat.measures.evaluation.recapture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.evaluation.recapture.ThreeLists.Model;
import org.junit.jupiter.api.Test;

final class ListsTest {

    /** Closed forms of Chapman (1951) and Seber (1970). */
    @Test
    void estimatesFromTwoLists() {
        TwoLists lists = new TwoLists(200, 150, 30);
        assertThat(lists.seen()).isEqualTo(320);
        assertThat(lists.lincolnPetersen().value()).hasValue(1000);
        assertThat(lists.chapman(.95).value().orElseThrow()).isCloseTo(201.0 * 151 / 31 - 1, within(1e-9));
        assertThat(lists.variance()).isCloseTo(201.0 * 151 * 170 * 120 / (31.0 * 31 * 32), within(1e-9));
        Interval interval = lists.chapman(.95).interval().orElseThrow();
        assertThat(interval.contains(978)).isTrue();
        assertThat(interval.lower()).isGreaterThan(320);
        assertThat(lists.chapman(.95).status()).isEqualTo(Status.ESTIMATED);
    }

    @Test
    void warnsWhereFewAreOnBothAndHasNoPetersenEstimateWithoutAny() {
        assertThat(new TwoLists(20, 15, 0).lincolnPetersen().value()).isEmpty();
        assertThat(new TwoLists(20, 15, 0).chapman(.95).status()).isEqualTo(Status.LOW_RELIABILITY);
    }

    @Test
    void isCertainWhereEverybodyIsOnBoth() {
        Interval interval = new TwoLists(20, 20, 20).chapman(.95).interval().orElseThrow();
        assertThat(interval.lower()).isEqualTo(20);
        assertThat(interval.upper()).isEqualTo(20);
    }

    /** Expected figures: R 4.2.2, glm(family = poisson) with epsilon 1e-14 for each of the eight models. */
    @Test
    void agreesWithPoissonRegressionOnEveryModelOfThreeLists() {
        List<Model> models = new ThreeLists(60, 49, 247, 4, 112, 142, 12).models(.95);
        double[][] expected = {
            {.0033354639250556, 132.321428571429, 51.9745377170932},
            {.667585069097328, 85.2323943661972, 52.6387873222654},
            {3.85985419653669, 104.928571428572, 53.8310564497048},
            {0, 136.980633802817, 53.9712022531682},
            {37.4958124800192, 735.000000000003, 89.4670147331873},
            {46.8501376800998, 205.312499999999, 96.821339933268},
            {58.3476188294189, 137.887931861345, 106.318821082587},
            {58.0884537174387, 129.943037974684, 108.059655970607}
        };
        assertThat(models).hasSameSizeAs(expected);
        for (int m = 0; m < expected.length; m++) {
            Model model = models.get(m);
            assertThat(model.deviance()).as("%s", model).isCloseTo(expected[m][0], within(1e-8));
            assertThat(model.unseen()).as("%s", model).isCloseTo(expected[m][1], within(1e-6));
            // R's criterion holds a constant of the counts besides, the same for all models.
            assertThat(model.akaike() - models.getFirst().akaike())
                    .as("%s", model)
                    .isCloseTo(expected[m][2] - expected[0][2], within(1e-8));
        }
        assertThat(models.getFirst().dependences()).containsExactly("AB", "BC");
        assertThat(models.getFirst().total().interval().orElseThrow().contains(626 + 132.3))
                .isTrue();
    }

    /**
     * Children born with spina bifida in upstate New York, 1969 to 1974, by medical rehabilitation, death certificates and
     * birth certificates. Hook, Albright and Cross (1980), "Use of Bernoulli census and log-linear methods for estimating the
     * prevalence of spina bifida", abstract: with rehabilitation and deaths depending on each other, and births and deaths, the
     * three list about 25, 27 and 68 per cent of all.
     */
    @Test
    void agreesWithThePublishedCompletenessOfThreeRegisters() {
        Model chosen = new ThreeLists(60, 49, 247, 4, 112, 142, 12).models(.95).getFirst();
        double total = chosen.total().value().orElseThrow();
        assertThat(chosen.dependences()).containsExactly("AB", "BC");
        assertThat((60 + 4 + 112 + 12) / total).isCloseTo(.25, within(.005));
        assertThat((49 + 4 + 142 + 12) / total).isCloseTo(.27, within(.005));
        assertThat((247 + 112 + 142 + 12) / total).isCloseTo(.68, within(.005));
    }

    /** With every two lists depending on each other the unseen are a ratio of products (Bishop, Fienberg and Holland 1975). */
    @Test
    void isTheRatioOfProductsWhenEveryTwoListsDependOnEachOther() {
        Model full = new ThreeLists(60, 49, 247, 4, 112, 142, 12)
                .models(.95).stream()
                        .filter(model -> model.dependences().size() == 3)
                        .findFirst()
                        .orElseThrow();
        double unseen = 12.0 * 60 * 49 * 247 / (4.0 * 112 * 142);
        assertThat(full.unseen()).isCloseTo(unseen, within(1e-6));
    }

    @Test
    void leavesOutModelsThatAnEmptyCombinationDrivesToInfinity() {
        List<Model> models = new ThreeLists(30, 20, 10, 0, 5, 6, 0).models(.95);
        assertThat(models).isNotEmpty().noneMatch(model -> model.dependences().contains("AB"));
    }

    @Test
    void refusesAnEmptyList() {
        assertThatThrownBy(() -> new ThreeLists(1, 0, 1, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("somebody on each");
    }
}
