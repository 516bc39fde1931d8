package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditDistanceTest {
    @Test
    void givesThePublishedAnswers() {
        for (List<String> row : KnownAnswers.of("edit_distance.csv")) {
            int expected = Integer.parseInt(row.get(2));
            int withSwaps = Integer.parseInt(row.get(3));
            TextPool pool = TextPool.of(row.subList(0, 2));
            LevenshteinScorer levenshtein = new LevenshteinScorer();
            levenshtein.fix(pool, 0);
            DamerauLevenshteinScorer damerau = new DamerauLevenshteinScorer();
            damerau.fix(pool, 0);
            assertThat(Levenshtein.distance(row.get(0), row.get(1)))
                    .as("%s", row)
                    .isEqualTo(expected);
            assertThat(levenshtein.distance(1)).as("%s", row).isEqualTo(expected);
            assertThat(DamerauLevenshtein.distance(row.get(0), row.get(1)))
                    .as("%s", row)
                    .isEqualTo(withSwaps);
            assertThat(damerau.distance(1)).as("%s", row).isEqualTo(withSwaps);
        }
    }

    @Test
    void sharesOutTheDistanceOverTheLongerValue() {
        TextPool pool = TextPool.of(List.of("smith", "smyth", "", "jones-smith"));
        LevenshteinScorer scorer = new LevenshteinScorer();
        scorer.fix(pool, 0);
        assertThat(scorer.against(1)).isCloseTo(0.8, within(1e-12));
        assertThat(scorer.against(2)).isZero();
        assertThat(scorer.against(3)).isCloseTo(1 - 6 / 11.0, within(1e-12));
        assertThat(Levenshtein.similarity("smith", "smyth")).isCloseTo(0.8, within(1e-12));
        assertThat(Levenshtein.similarity("", "")).isEqualTo(1);
        assertThat(DamerauLevenshtein.similarity("smith", "smiht")).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void seesASwapAcrossTheBoundaryBetweenTwoMachineWords() {
        String start = "x".repeat(63);
        String rest = "y".repeat(40);
        assertThat(DamerauLevenshtein.distance(start + "ab" + rest, start + "ba" + rest))
                .isEqualTo(1);
        assertThat(Levenshtein.distance(start + "ab" + rest, start + "ba" + rest))
                .isEqualTo(2);
    }

    @Test
    void scoresAPoolWithMoreCharactersThanBytesCanTellApart() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            values.add("ab" + (char) (0x4e00 + i));
        }
        TextPool pool = TextPool.of(values);
        LevenshteinScorer scorer = new LevenshteinScorer();
        scorer.fix(pool, 3);
        assertThat(scorer.distance(4)).isEqualTo(1);
        assertThat(scorer.distance(3)).isZero();
    }

    @Test
    void isWithinItsLimitExactly() {
        assertThat(Levenshtein.isWithin("kitten", "sitting", 3)).isTrue();
        assertThat(Levenshtein.isWithin("kitten", "sitting", 2)).isFalse();
        assertThat(DamerauLevenshtein.isWithin("smith", "smiht", 1)).isTrue();
        assertThat(DamerauLevenshtein.isWithin("smith", "smithers", 2)).isFalse();
        assertThat(Levenshtein.isWithin("", "abc", 2)).isFalse();
        assertThatThrownBy(() -> Levenshtein.isWithin("a", "b", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("edits: 0 or more, given -1.");
    }
}
