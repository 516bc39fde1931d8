package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditDistanceFuzz {
    private final PlainLevenshtein plain = new PlainLevenshtein();

    @Test
    void levenshteinEqualsThePlainAlgorithm() {
        RandomPairs.inBatches(RandomPairs.SEED + 1, (values, first) -> {
            for (int i = 0; i < values.size(); i += 2) {
                String left = values.get(i);
                String right = values.get(i + 1);
                int expected = plain.distance(left.toCharArray(), right.toCharArray());
                if (Levenshtein.distance(left, right) != expected) {
                    assertThat(Levenshtein.distance(left, right))
                            .as(RandomPairs.repeat(first + i / 2))
                            .isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void damerauLevenshteinEqualsThePlainAlgorithm() {
        RandomPairs.inBatches(RandomPairs.SEED + 1, (values, first) -> {
            for (int i = 0; i < values.size(); i += 2) {
                String left = values.get(i);
                String right = values.get(i + 1);
                int expected = plain.distanceWithSwaps(left.toCharArray(), right.toCharArray());
                if (DamerauLevenshtein.distance(left, right) != expected) {
                    assertThat(DamerauLevenshtein.distance(left, right))
                            .as(RandomPairs.repeat(first + i / 2))
                            .isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void stoppingEarlyNeverChangesWhetherAPairIsWithinTheLimit() {
        RandomPairs.inBatches(RandomPairs.SEED + 1, (values, first) -> {
            for (int i = 0; i < values.size(); i += 2) {
                String left = values.get(i);
                String right = values.get(i + 1);
                int distance = Levenshtein.distance(left, right);
                int withSwaps = DamerauLevenshtein.distance(left, right);
                int limit = Math.max(0, distance - 1 + i / 2 % 3);
                boolean agree = Levenshtein.isWithin(left, right, limit) == distance <= limit
                        && DamerauLevenshtein.isWithin(left, right, limit) == withSwaps <= limit;
                if (!agree) {
                    assertThat(agree).as(RandomPairs.repeat(first + i / 2)).isTrue();
                }
            }
        });
    }

    @Test
    void theScorersEqualThePlainAlgorithm() {
        RandomPairs.inBatches(RandomPairs.SEED + 1, (values, first) -> {
            TextPool pool = TextPool.of(values);
            LevenshteinScorer levenshtein = new LevenshteinScorer();
            DamerauLevenshteinScorer damerau = new DamerauLevenshteinScorer();
            char[][] characters = values.stream().map(String::toCharArray).toArray(char[][]::new);
            for (int i = 0; i < values.size(); i += 2) {
                levenshtein.fix(pool, i);
                damerau.fix(pool, i);
                for (int right :
                        IntStream.range(i, Math.min(i + 3, values.size())).toArray()) {
                    int expected = plain.distance(characters[i], characters[right]);
                    int withSwaps = plain.distanceWithSwaps(characters[i], characters[right]);
                    if (levenshtein.distance(right) != expected || damerau.distance(right) != withSwaps) {
                        assertThat(List.of(levenshtein.distance(right), damerau.distance(right)))
                                .as(RandomPairs.repeat(first + i / 2))
                                .containsExactly(expected, withSwaps);
                    }
                }
            }
        });
    }
}
