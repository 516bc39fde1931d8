package org.concordat.pictures.pages;

/** Words as a style sheet quotes them: whatever is no plain letter, digit or space is written as its number. */
final class StyleText {
    private StyleText() {}

    static String quoted(String words) {
        var out = new StringBuilder("\"");
        words.codePoints().forEach(c -> {
            if (c == ' ' || (c < 0x7F && Character.isLetterOrDigit(c))) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(java.util.Locale.ROOT, "\\%06x ", c < 0x20 && c != '\n' ? 0xFFFD : c));
            }
        });
        return out.append('"').toString();
    }
}
