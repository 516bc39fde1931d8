package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedTextsTest {
    private static final long SEED = 20_260_101;

    @Test
    void saysTheSameAsTheStringsThemselves() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int[] shape : new int[][] {{2, 4}, {3, 16}, {10, 16}, {15, 16}, {36, 10}, {63, 10}, {1, 64}}) {
            List<String> values = IntStream.range(0, 400)
                    .mapToObj(i -> text(random, shape[0], shape[1]))
                    .distinct()
                    .toList();
            PackedTexts packed = Objects.requireNonNull(PackedTexts.of(values));
            int near = 0;
            for (int a = 0; a < values.size(); a++) {
                for (int b = 0; b < values.size(); b++) {
                    boolean expected = OneEdit.isWithin(values.get(a), values.get(b));
                    assertThat(packed.isWithinOneEdit(a, b))
                            .as("%s and %s, seed %d", values.get(a), values.get(b), SEED)
                            .isEqualTo(expected);
                    near += a != b && expected ? 1 : 0;
                }
            }
            assertThat(near)
                    .as("pairs one edit apart among %d symbols", shape[0])
                    .isPositive();
        }
    }

    /** Mostly short changes of few roots, so that many are one edit apart. */
    private static String text(SplittableRandom random, int symbols, int longest) {
        SplittableRandom root = new SplittableRandom(random.nextInt(12));
        StringBuilder text = new StringBuilder();
        int length = 1 + root.nextInt(longest);
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + root.nextInt(symbols)));
        }
        for (int edits = random.nextInt(3); edits > 0 && text.length() > 1; edits--) {
            int at = random.nextInt(text.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) ('0' + random.nextInt(symbols)));
                case 1 -> text.deleteCharAt(at);
                default -> {
                    char moved = text.charAt(at);
                    text.deleteCharAt(at).insert(at + 1, moved);
                }
            }
        }
        return text.toString();
    }

    @Test
    void declinesWhatDoesNotFitOneWord() {
        assertThat(PackedTexts.of(List.of("0123456789abcdefg"))).isNull();
        assertThat(PackedTexts.of(List.of("møller"))).isNull();
        assertThat(PackedTexts.of(List.of("", "447700900123"))).isNotNull();
    }
}
