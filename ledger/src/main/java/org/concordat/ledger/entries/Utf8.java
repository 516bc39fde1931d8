package org.concordat.ledger.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Text and bytes without the silent replacement of what does not fit. */
public final class Utf8 {
    private Utf8() {}

    /** The text, or empty where the bytes are not valid UTF-8. */
    public static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** Whether a text has no half characters (lone surrogates), which have no bytes. */
    static boolean isEncodable(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }
}
