package org.concordat.files.values;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one name column says about a person's name.
 *
 * @param given first given name, joined: {@code maryjane}
 * @param middle other given names or initials, one space between
 * @param surname family name, joined: {@code obrien}
 * @param tokens every part in the order written: {@code mary jane o'brien} gives {@code mary}, {@code jane}, {@code
 *     obrien}
 * @param ruleBits the rules applied, one bit each
 */
public record PersonName(
        @Nullable String given,
        @Nullable String middle,
        @Nullable String surname,
        List<String> tokens,
        long ruleBits) {

    /** No name at all. */
    public static final PersonName MISSING = new PersonName(null, null, null, List.of(), 0);

    /** Keeps its own copy of the tokens. */
    public PersonName {
        tokens = List.copyOf(tokens);
    }

    static PersonName setAside(Rule rule) {
        return new PersonName(null, null, null, List.of(), rule.bit());
    }

    /** Hides the name. */
    @Override
    public String toString() {
        return "PersonName[hidden]";
    }
}
