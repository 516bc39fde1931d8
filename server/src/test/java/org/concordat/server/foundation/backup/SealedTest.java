package org.concordat.server.foundation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.keys.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encryption of back-ups, against everything that can happen to a file. */
final class SealedTest {
    private static final int HEADER_BYTES = Blocks.FIRST_LINE.length + Blocks.SALT_BYTES;
    private static final int BLOCK_IN_FILE_BYTES = Integer.BYTES + Blocks.BLOCK_BYTES + Blocks.TAG_BYTES;

    private Secret key;

    @BeforeEach
    void makeKey(@TempDir Path folder) {
        key = Keys.open(folder).secret("back-up");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Blocks.BLOCK_BYTES - 1, Blocks.BLOCK_BYTES, Blocks.BLOCK_BYTES + 1, 3_000_000})
    void givesBackWhatItWasGiven(int length) throws Exception {
        byte[] content = content(length);
        byte[] file = seal(content);
        assertThat(open(file)).isEqualTo(content);
        assertThat(indexOf(file, content)).isNegative();
    }

    @Test
    void encryptsTheSameNeverTheSameWay() throws Exception {
        assertThat(seal(content(100))).isNotEqualTo(seal(content(100)));
    }

    @Test
    void refusesAFileOfWhichAnyByteWasChanged() throws Exception {
        byte[] file = seal(content(300));
        for (int place = 0; place < file.length; place++) {
            byte[] changed = file.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> open(changed)).as("byte %s", place).hasMessageContaining("(BACKUP-");
        }
    }

    @Test
    void refusesAFileCutShortAnywhere() throws Exception {
        byte[] small = seal(content(300));
        for (int length = 0; length < small.length; length++) {
            byte[] cut = Arrays.copyOf(small, length);
            assertThatThrownBy(() -> open(cut)).as("length %s", length).hasMessageContaining("(BACKUP-");
        }
        byte[] large = seal(content(2_500_000));
        byte[] withoutLastBlock = Arrays.copyOf(large, HEADER_BYTES + 2 * BLOCK_IN_FILE_BYTES);
        assertThatThrownBy(() -> open(withoutLastBlock)).hasMessageEndingWith("(BACKUP-DAMAGED)");
    }

    @Test
    void refusesBlocksInAnotherOrderOrOfAnotherFile() throws Exception {
        byte[] file = seal(content(2_500_000));
        byte[] swapped = file.clone();
        System.arraycopy(file, HEADER_BYTES, swapped, HEADER_BYTES + BLOCK_IN_FILE_BYTES, BLOCK_IN_FILE_BYTES);
        System.arraycopy(file, HEADER_BYTES + BLOCK_IN_FILE_BYTES, swapped, HEADER_BYTES, BLOCK_IN_FILE_BYTES);
        assertThatThrownBy(() -> open(swapped)).hasMessageEndingWith("(BACKUP-DAMAGED)");

        byte[] other = seal(content(2_500_000));
        byte[] mixed = file.clone();
        System.arraycopy(other, HEADER_BYTES, mixed, HEADER_BYTES, BLOCK_IN_FILE_BYTES);
        assertThatThrownBy(() -> open(mixed)).hasMessageEndingWith("(BACKUP-DAMAGED)");
    }

    @Test
    void refusesAnotherKey(@TempDir Path elsewhere) throws Exception {
        byte[] file = seal(content(300));
        key = Keys.open(elsewhere).secret("back-up");
        assertThatThrownBy(() -> open(file)).hasMessageEndingWith("(BACKUP-DAMAGED)");
    }

    private byte[] seal(byte[] content) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (SealedOutput out = new SealedOutput(file, key)) {
            out.write(content);
        }
        return file.toByteArray();
    }

    private byte[] open(byte[] file) throws Exception {
        return new SealedInput(new ByteArrayInputStream(file), key).readAllBytes();
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        return content;
    }

    private static int indexOf(byte[] file, byte[] content) {
        if (content.length < Long.BYTES) {
            return -1;
        }
        long first = ByteBuffer.wrap(content).getLong();
        for (int place = 0; place + Long.BYTES <= file.length; place++) {
            if (ByteBuffer.wrap(file, place, Long.BYTES).getLong() == first) {
                return place;
            }
        }
        return -1;
    }
}
