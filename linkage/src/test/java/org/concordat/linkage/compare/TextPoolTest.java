package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
}
