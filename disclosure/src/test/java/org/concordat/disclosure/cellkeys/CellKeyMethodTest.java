package org.concordat.disclosure.cellkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CellKeyMethodTest {
    private static final byte[] SECRET = "a secret for tests alone".getBytes(StandardCharsets.UTF_8);
    private static final int KEYS = 1 << 16;

    @Test
    void givesTheSameCellTheSameValueWhereverAndInWhateverOrderItIsCounted() {
        CellKeyMethod method = new CellKeyMethod(PerturbationTable.designed(new Design(3, 2, 0), KEYS), 0);
        RecordKeys keys = new RecordKeys(SECRET, KEYS);
        int[] ward = IntStream.range(0, 40).map(i -> keys.of("person-" + i)).toArray();
        int[] again = IntStream.range(0, 40)
                .map(i -> new RecordKeys(SECRET, KEYS).of("person-" + (39 - i)))
                .toArray();
        assertThat(method.cellKey(again)).isEqualTo(method.cellKey(ward));
        assertThat(method.published(40, method.cellKey(again))).isEqualTo(method.published(40, method.cellKey(ward)));
        int[] oneLess = IntStream.range(0, 39).map(i -> ward[i]).toArray();
        assertThat(method.cellKey(oneLess)).isNotEqualTo(method.cellKey(ward));
    }

    @Test
    void spreadsKeysEvenlyAndDifferentlyForEachSecret() {
        RecordKeys keys = new RecordKeys(SECRET, 256);
        double mean =
                IntStream.range(0, 20_000).map(i -> keys.of("r" + i)).average().orElseThrow();
        assertThat(mean).isEqualTo(127.5, within(2.0));
        RecordKeys other = new RecordKeys("another secret for tests".getBytes(StandardCharsets.UTF_8), 256);
        long alike = IntStream.range(0, 20_000)
                .filter(i -> keys.of("r" + i) == other.of("r" + i))
                .count();
        assertThat(alike).isBetween(30L, 140L);
    }

    @Test
    void leavesZeroAtZeroAndHidesWhatIsBelowTheLeast() {
        CellKeyMethod method = new CellKeyMethod(PerturbationTable.designed(new Design(2, 1, 0), 256), 3);
        assertThat(method.published(0, 0)).isEqualTo(OptionalLong.of(0));
        for (int key = 0; key < 256; key++) {
            OptionalLong published = method.published(3, key);
            assertThat(published.isEmpty() || published.getAsLong() >= 3).isTrue();
            assertThat(method.published(1, key).orElse(3)).isEqualTo(3);
        }
        assertThat(IntStream.range(0, 256)
                        .filter(key -> method.published(3, key).isEmpty()))
                .isNotEmpty();
    }

    @Test
    void refusesASecretThatCanBeGuessedAndANumberOfKeysThatIsNoPowerOfTwo() {
        assertThatThrownBy(() -> new RecordKeys(new byte[15], 256)).hasMessageContaining("given 15");
        assertThatThrownBy(() -> new RecordKeys(SECRET, 100)).hasMessageContaining("given 100");
        assertThatThrownBy(() -> new CellKeyMethod(PerturbationTable.designed(new Design(2, 1, 0), 256), -1))
                .hasMessageContaining("given -1");
    }
}
