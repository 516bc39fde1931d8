package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextPoolTest {
    @Test
    void givesBackEveryValueByItsPlaceInTheList() {
        List<String> values = List.of("o'brien", "", "zoë", "smith-jones", "\0nul", "😀 face");
        TextPool pool = TextPool.of(values);
        assertThat(pool.size()).isEqualTo(6);
        assertThat(pool.isWide()).isFalse();
        for (int code = 0; code < values.size(); code++) {
            assertThat(pool.value(code)).isEqualTo(values.get(code));
            assertThat(pool.length(code)).isEqualTo(values.get(code).length());
        }
    }

    @Test
    void isWideFromTheTwoHundredAndFiftySixthCharacterOn() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 255; i++) {
            values.add(String.valueOf((char) (1000 + i)));
        }
        TextPool narrow = TextPool.of(values);
        assertThat(narrow.isWide()).isFalse();
        assertThat(narrow.value(254)).isEqualTo(values.get(254));
        values.add("a");
        TextPool wide = TextPool.of(values);
        assertThat(wide.isWide()).isTrue();
        assertThat(wide.value(255)).isEqualTo("a");
        assertThat(wide.length(255)).isEqualTo(1);
    }

    @Test
    void neverPrintsAValue() {
        assertThat(TextPool.of(List.of("smith")).toString()).isEqualTo("TextPool[1 values hidden]");
    }

    @Test
    void neverRulesOutTwoValuesThatAreAsAlikeAsAsked() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        List<String> values = Stream.generate(() -> random.ints(random.nextInt(12), 'a', 'a' + 1 + random.nextInt(20))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .limit(600)
                .distinct()
                .toList();
        TextPool pool = TextPool.of(values);
        int ruledOut = 0;
        for (int a = 0; a < values.size(); a++) {
            for (int b = 0; b < values.size(); b++) {
                double similarity = JaroWinkler.similarity(values.get(a), values.get(b));
                assertThat(pool.mayReach(a, b, similarity))
                        .as("%s and %s", values.get(a), values.get(b))
                        .isTrue();
                ruledOut += pool.mayReach(a, b, .8) ? 0 : 1;
            }
        }
        assertThat(ruledOut).as("pairs ruled out at .8").isGreaterThan(values.size() * values.size() / 2);
    }
}
