package org.concordat.disclosure.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.concordat.disclosure.microdata.Anonymised.Done;
import org.concordat.disclosure.microdata.Anonymised.NotPossible;
import org.junit.jupiter.api.Test;

final class AnonymiserTest {
    private static final Generalisation AGE = new Generalisation("age", List.of(ages(5), ages(10), ages(30)));
    private static final Generalisation WARD = new Generalisation("ward", List.of(halves()));

    private static Map<String, String> ages(int width) {
        Map<String, String> labels = new HashMap<>();
        for (int age = 0; age < 90; age++) {
            labels.put("" + age, age / width * width + " to " + (age / width * width + width - 1));
        }
        return labels;
    }

    private static Map<String, String> halves() {
        return Map.of("w1", "north", "w2", "north", "w3", "south", "w4", "south");
    }

    private static Extract town(long seed, int persons) {
        SplittableRandom random = new SplittableRandom(seed);
        Extract extract = new Extract(List.of(AGE, WARD), List.of("illness"));
        for (int person = 0; person < persons; person++) {
            extract.add(
                    List.of("" + random.nextInt(90), "w" + (1 + random.nextInt(4))),
                    List.of("illness-" + random.nextInt(6)));
        }
        return extract;
    }

    @Test
    void countsWhoStandsOut() {
        Extract extract = new Extract(List.of(AGE, WARD), List.of("illness"));
        extract.add(List.of("30", "w1"), List.of("a"));
        extract.add(List.of("30", "w1"), List.of("b"));
        extract.add(List.of("30", "w1"), List.of("b"));
        extract.add(List.of("30", "w1"), List.of("b"));
        extract.add(List.of("31", "w1"), List.of("a"));
        Risk risk = Risk.of(extract);
        assertThat(risk.rows()).isEqualTo(5);
        assertThat(risk.classes()).isEqualTo(2);
        assertThat(risk.smallestClass()).isEqualTo(1);
        assertThat(risk.uniqueRows()).isEqualTo(1);
        assertThat(risk.highestRisk()).isEqualTo(1);
        assertThat(risk.averageRisk()).isEqualTo(.4);
        assertThat(risk.fewestDifferent()).containsEntry("illness", 1);
        assertThat(risk.lowestEntropy().get("illness")).isEqualTo(1, within(1e-12));
    }

    /** Entropy of a quarter and three quarters: .8113 bits, so 2 to that is 1.7548. */
    @Test
    void countsOneValueThatIsMostOfAClassForLessThanItsShare() {
        Extract extract = new Extract(List.of(AGE), List.of("illness"));
        for (String illness : List.of("a", "b", "b", "b")) {
            extract.add(List.of("30"), List.of(illness));
        }
        assertThat(Risk.of(extract).fewestDifferent()).containsEntry("illness", 2);
        assertThat(Risk.of(extract).lowestEntropy().get("illness")).isEqualTo(1.7547654, within(1e-6));
    }

    @Test
    void leavesNobodyInAClassThatIsTooSmallOrTooUniform() {
        for (int seed = 0; seed < 10; seed++) {
            Extract extract = town(seed, 400);
            Done done = (Done) new Anonymiser(5, 3, .02).anonymise(extract);
            assertThat(done.after().smallestClass()).as("seed %d", seed).isGreaterThanOrEqualTo(5);
            assertThat(done.after().fewestDifferent().get("illness")).isGreaterThanOrEqualTo(3);
            assertThat(done.leftOut()).hasSizeLessThanOrEqualTo(8);
            assertThat(done.after().rows()).isEqualTo(400 - done.leftOut().size());
            assertThat(done.before().uniqueRows()).isPositive();
        }
    }

    /** Every finer combination of levels is tried by hand: none will do. */
    @Test
    void tellsAsMuchAsItMay() {
        for (int seed = 0; seed < 10; seed++) {
            Extract extract = town(seed, 300);
            Done done = (Done) new Anonymiser(4, 2, .05).anonymise(extract);
            double loss = loss(done.levels());
            for (int age = 0; age <= AGE.top(); age++) {
                for (int ward = 0; ward <= WARD.top(); ward++) {
                    List<Integer> levels = List.of(age, ward);
                    long standOut = extract.classes(levels).stream()
                            .filter(rows -> rows.size() < 4 || Risk.different(extract, rows, 0) < 2)
                            .mapToLong(List::size)
                            .sum();
                    assertThat(loss(levels) >= loss || standOut > 15)
                            .as("seed %d, levels %s", seed, levels)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void saysWhereEvenTellingNothingWillNotDo() {
        Extract few = new Extract(List.of(AGE), List.of());
        IntStream.range(0, 4).forEach(i -> few.add(List.of("" + i), List.of()));
        assertThat(new Anonymiser(5, 1, .9).anonymise(few)).isInstanceOf(NotPossible.class);
        assertThat(new Anonymiser(4, 1, 0).anonymise(few)).isInstanceOf(Done.class);
        Extract alike = new Extract(List.of(AGE), List.of("illness"));
        IntStream.range(0, 50).forEach(i -> alike.add(List.of("" + i), List.of("the same")));
        assertThat(new Anonymiser(2, 2, 0).anonymise(alike))
                .isInstanceOfSatisfying(
                        NotPossible.class,
                        answer -> assertThat(answer.because()).contains("fewer than 2 values"));
    }

    @Test
    void refusesLevelsThatAreNotNestedAndValuesThatTheyDoNotName() {
        Map<String, String> fine = Map.of("a", "x", "b", "x", "c", "y");
        Map<String, String> crossing = Map.of("a", "p", "b", "q", "c", "q");
        assertThatThrownBy(() -> new Generalisation("column", List.of(fine, crossing)))
                .hasMessageContaining("are alike on level 1");
        assertThatThrownBy(() -> new Generalisation("column", List.of(fine, Map.of("a", "p"))))
                .hasMessageContaining("the same values");
        Extract extract = new Extract(List.of(WARD), List.of());
        assertThatThrownBy(() -> extract.add(List.of("w9"), List.of()))
                .hasMessageContaining("not among those")
                .hasMessageNotContaining("w9");
        assertThatThrownBy(() -> extract.add(List.of(), List.of())).hasMessageContaining("given 0 and 0");
        assertThatThrownBy(() -> new Extract(List.of(WARD, WARD), List.of())).hasMessageContaining("[ward, ward]");
        assertThatThrownBy(() -> new Extract(List.of(WARD), List.of("ward"))).hasMessageContaining("[ward]");
        assertThatThrownBy(() -> WARD.label("w1", 3)).hasMessageContaining("from 0 to 2, given 3");
        assertThatThrownBy(() -> new Anonymiser(1, 1, 0)).hasMessageContaining("given 1, 1 and 0.0");
    }

    private static double loss(List<Integer> levels) {
        List<Double> shares = new ArrayList<>();
        shares.add((double) levels.get(0) / AGE.top());
        shares.add((double) levels.get(1) / WARD.top());
        return (shares.get(0) + shares.get(1)) / 2;
    }
}
