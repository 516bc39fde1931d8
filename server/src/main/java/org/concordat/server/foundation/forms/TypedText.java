package org.concordat.server.foundation.forms;

import java.text.Normalizer;
import java.util.Optional;

/** Text as somebody typed it, made fit to keep. */
final class TypedText {

    private TypedText() {}

    /**
     * In composed form, with plain line ends, trimmed.
     *
     * @param lines whether it may have more than one line
     * @return empty when it holds a character that nobody types: a control character, half of a pair, or one that turns the
     *     direction of the text, with which one can make a name look like another
     */
    static Optional<String> clean(String typed, boolean lines) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
        boolean fit = text.codePoints().allMatch(point -> isFit(point, lines));
        return fit ? Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC)) : Optional.empty();
    }

    /** The same without the characters that are not fit, for showing it again. */
    static String shown(String typed) {
        var shown = new StringBuilder();
        typed.codePoints().filter(point -> isFit(point, true)).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** In characters as people count them, roughly: a letter outside the basic plane counts once. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isFit(int point, boolean lines) {
        if (point == '\n' || point == '\t') {
            return lines;
        }
        boolean turns = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        boolean separates = point == 0x2028 || point == 0x2029;
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noCharacter = (point & 0xFFFE) == 0xFFFE || point == 0xFEFF;
        return !(Character.isISOControl(point) || turns || separates || half || noCharacter);
    }
}
