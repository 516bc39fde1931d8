package org.concordat.pictures.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void breaksBetweenWordsAndInsideEndlessOnes() {
        var lines = Words.wrapped("Homelessness charity Llanfairpwllgwyngyllgogerychwyrndrobwll", 14, 110, 9);
        assertThat(lines).first().isEqualTo("Homelessness");
        assertThat(lines).allSatisfy(l -> assertThat(Words.width(l, 14)).isLessThanOrEqualTo(110));
        assertThat(String.join("", lines)).contains("Llanfairpwll");
    }

    @Test
    void saysWhenItLeftWordsOut() {
        var lines = Words.wrapped("one two three four five six seven", 14, 60, 2);
        assertThat(lines).hasSize(2).last().asString().endsWith("…");
    }

    @Test
    void neverSplitsACharacterInTwo() {
        assertThat(Words.wrapped("😀😀😀😀😀😀", 14, 30, 9))
                .allSatisfy(l -> assertThat(l.codePoints()).allMatch(c -> c == 0x1F600));
    }

    @Test
    void givesNothingForNothing() {
        assertThat(Words.wrapped("  ", 14, 60, 2)).isEmpty();
    }
}
