package org.concordat.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.LinkageProgress;
import org.concordat.linkage.Linker;
import org.concordat.linkage.MadeUpPeople;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

/** Model files damaged at random. Repeat with {@code -Dconcordat.fuzz.seed=…} from the failure's message. */
class ModelFileFuzz {
    private static final long SEED = Long.getLong("concordat.fuzz.seed", 51_202_607L);
    private static final int FILES = Integer.getInteger("concordat.fuzz.rounds", 4000);
    private static final String[] PIECES = {
        "null",
        "-1",
        "1e400",
        "0.5",
        "\"\"",
        "[]",
        "{}",
        "true",
        "NaN",
        ",",
        ":",
        "}",
        "]",
        "\"",
        "\\u0000",
        "99999999999"
    };

    private final Records records = new MadeUpPeople(150, MadeUpPeople.SEED).records;
    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void aDamagedFileIsEitherRefusedOrStillAModel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(
                new Linker(MadeUpPeople.settings().withCandidateBudget(20_000), LinkageProgress.silent())
                        .link(records)
                        .trainedModel(),
                out);
        byte[] whole = out.toByteArray();
        int refused = 0;
        for (int file = 0; file < FILES; file++) {
            byte[] damaged = damaged(whole);
            try {
                TrainedModel model = ModelFile.read(new ByteArrayInputStream(damaged));
                ByteArrayOutputStream again = new ByteArrayOutputStream();
                ModelFile.write(model, again);
                assertThat(again.size()).isPositive();
            } catch (LinkageException e) {
                assertThat(e.code()).as(repeat(file)).isIn("MODEL-UNREADABLE", "MODEL-NEWER");
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError(repeat(file), e);
            }
        }
        assertThat(refused).as(repeat(-1)).isGreaterThan(FILES / 2);
    }

    private byte[] damaged(byte[] whole) {
        byte[] damaged = whole.clone();
        int edits = 1 + random.nextInt(2);
        for (int e = 0; e < edits; e++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged = Arrays.copyOf(damaged, at);
                case 2 -> damaged = spliced(damaged, at, Math.min(damaged.length, at + random.nextInt(60)));
                default -> damaged = spliced(damaged, at, at);
            }
            if (damaged.length == 0) {
                return damaged;
            }
        }
        return damaged;
    }

    private byte[] spliced(byte[] bytes, int from, int to) {
        byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] result = new byte[from + piece.length + bytes.length - to];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
        return result;
    }

    private static String repeat(int file) {
        return "file " + file + "; repeat with -Dconcordat.fuzz.seed=" + SEED;
    }
}
