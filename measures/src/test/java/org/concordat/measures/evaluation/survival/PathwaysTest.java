package org.concordat.measures.evaluation.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.concordat.measures.evaluation.survival.Pathways.Step;
import org.concordat.measures.evaluation.survival.Pathways.Way;
import org.junit.jupiter.api.Test;

final class PathwaysTest {

    @Test
    void countsWaysAndStepsAndMarksTheSmall() {
        List<List<String>> people = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            people.add(List.of("referred", "assessed", "assessed", "supported"));
        }
        people.add(List.of("referred", "assessed", "referred", "assessed"));
        Pathways pathways = Pathways.of(people, 6);
        assertThat(pathways.ways())
                .containsExactly(
                        new Way(List.of("referred", "assessed", "supported"), 7, false),
                        new Way(List.of("referred", "assessed", "referred", "assessed"), 1, true));
        assertThat(pathways.steps())
                .containsExactly(
                        new Step("referred", "assessed", 9, 8, false),
                        new Step("assessed", "supported", 7, 7, false),
                        new Step("assessed", "referred", 1, 1, true));
    }

    @Test
    void refusesAPersonWithoutAState() {
        assertThatThrownBy(() -> Pathways.of(List.of(List.of()), 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one or more");
    }
}
