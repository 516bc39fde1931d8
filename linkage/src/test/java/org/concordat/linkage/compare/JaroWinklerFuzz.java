package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JaroWinklerFuzz {
    private final PlainJaroWinkler plain = new PlainJaroWinkler();

    @Test
    void theStringFormEqualsThePlainAlgorithmBothWaysRound() {
        RandomPairs.inBatches(RandomPairs.SEED, (values, first) -> {
            for (int i = 0; i < values.size(); i += 2) {
                String left = values.get(i);
                String right = values.get(i + 1);
                double expected = plain.similarity(left.toCharArray(), right.toCharArray());
                if (JaroWinkler.similarity(left, right) != expected
                        || JaroWinkler.similarity(right, left) != expected) {
                    assertThat(List.of(JaroWinkler.similarity(left, right), JaroWinkler.similarity(right, left)))
                            .as(RandomPairs.repeat(first + i / 2))
                            .containsExactly(expected, expected);
                }
            }
        });
    }

    @Test
    void theScorerEqualsThePlainAlgorithm() {
        RandomPairs.inBatches(RandomPairs.SEED, (values, first) -> {
            TextPool pool = TextPool.of(values);
            JaroWinklerScorer scorer = new JaroWinklerScorer();
            for (int i = 0; i < values.size(); i += 2) {
                scorer.fix(pool, i);
                for (int right = i; right < Math.min(i + 4, values.size()); right++) {
                    double expected = plain.similarity(
                            values.get(i).toCharArray(), values.get(right).toCharArray());
                    if (scorer.against(right) != expected) {
                        assertThat(scorer.against(right))
                                .as(RandomPairs.repeat(first + i / 2))
                                .isEqualTo(expected);
                    }
                }
            }
        });
    }
}
