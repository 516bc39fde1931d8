package org.concordat.ledger.notes;

/** What a key may be called: not empty, no space of any kind, no plus sign, no control character. */
final class KeyNames {
    private KeyNames() {}

    static boolean isOne(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE);
    }

    static void check(String name) {
        if (!isOne(name)) {
            throw new IllegalArgumentException(
                    "a key's name is not empty and has neither spaces nor plus signs, such as ledger.example/tideford");
        }
    }
}
