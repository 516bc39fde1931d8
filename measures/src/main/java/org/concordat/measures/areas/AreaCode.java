package org.concordat.measures.areas;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The nine-character code of a statistical area of England or Wales, such as E01006074: a letter, two digits that say the
 * kind, and six that say nothing.
 *
 * @param text the code in capitals
 * @param kind what its first three characters say
 */
public record AreaCode(String text, AreaKind kind) {
    private static final Pattern SHAPE = Pattern.compile("[EW]\\d{8}");

    public AreaCode {
        if (!SHAPE.matcher(text).matches()
                || AreaKind.ofPrefix(text.substring(0, 3)).filter(kind::equals).isEmpty()) {
            throw new IllegalArgumentException("the code of an area of kind " + kind.words()
                    + " is E or W and eight digits that begin as that kind's do, given " + text);
        }
    }

    /** What a text says as a code; empty where it is none, or of a kind that we do not know. */
    public static Optional<AreaCode> read(String text) {
        String trimmed = text.trim();
        return SHAPE.matcher(trimmed).matches()
                ? AreaKind.ofPrefix(trimmed.substring(0, 3)).map(kind -> new AreaCode(trimmed, kind))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
