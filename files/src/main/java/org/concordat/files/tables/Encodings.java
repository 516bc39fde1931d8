package org.concordat.files.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which encoding text was written, from its first bytes.
 *
 * <p>A byte order mark decides. Without one, text whose every second byte is mostly zero is UTF-16. Everything else
 * starts as UTF-8, which {@link TextReader} leaves for windows-1252 at the first byte that shows it was wrong.
 */
final class Encodings {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Encodings() {}

    /**
     * How text starts.
     *
     * @param charset what to decode with
     * @param markBytes length of the byte order mark to step over
     * @param certain whether a mark said so
     */
    record Start(Charset charset, int markBytes, boolean certain) {}

    /** {@code null} for UTF-32, which is not read. */
    static @Nullable Start find(Content content) {
        byte[] sample = content.sample();
        if (content.startsWith(0xEF, 0xBB, 0xBF)) {
            return new Start(StandardCharsets.UTF_8, 3, true);
        }
        if (content.startsWith(0xFF, 0xFE, 0, 0) || content.startsWith(0, 0, 0xFE, 0xFF)) {
            return null;
        }
        if (content.startsWith(0xFF, 0xFE)) {
            return new Start(StandardCharsets.UTF_16LE, 2, true);
        }
        if (content.startsWith(0xFE, 0xFF)) {
            return new Start(StandardCharsets.UTF_16BE, 2, true);
        }
        int pairs = sample.length / 2;
        int zerosFirst = 0;
        int zerosSecond = 0;
        for (int i = 0; i < pairs; i++) {
            zerosFirst += sample[2 * i] == 0 ? 1 : 0;
            zerosSecond += sample[2 * i + 1] == 0 ? 1 : 0;
        }
        if (zerosSecond * 2 > pairs && zerosFirst * 20 <= pairs) {
            return new Start(StandardCharsets.UTF_16LE, 0, false);
        }
        if (zerosFirst * 2 > pairs && zerosSecond * 20 <= pairs) {
            return new Start(StandardCharsets.UTF_16BE, 0, false);
        }
        return new Start(mostlyBrokenUtf8(sample) ? WINDOWS_1252 : StandardCharsets.UTF_8, 0, false);
    }

    // A windows-1252 text can hold two letters that happen to be one in UTF-8; then the first is no proof.
    private static boolean mostlyBrokenUtf8(byte[] sample) {
        int broken = 0;
        int whole = 0;
        int i = 0;
        while (i < sample.length - 4) {
            int first = sample[i] & 0xff;
            if (first < 0x80) {
                i++;
                continue;
            }
            int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
            boolean good = length > 0 && first >= 0xC2;
            for (int k = 1; good && k < length; k++) {
                good = (sample[i + k] & 0xC0) == 0x80;
            }
            whole += good ? 1 : 0;
            broken += good ? 0 : 1;
            i += good ? length : 1;
        }
        return broken > whole;
    }
}
