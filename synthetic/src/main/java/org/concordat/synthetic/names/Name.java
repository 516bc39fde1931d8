package org.concordat.synthetic.names;

import java.util.List;

/**
 * One name in all its current spellings, the commonest first; most have only one.
 *
 * @param spellings at least one
 */
public record Name(List<String> spellings) {
    /** Checks that there is a spelling. */
    public Name {
        spellings = List.copyOf(spellings);
        if (spellings.isEmpty()) {
            throw new IllegalArgumentException("a name needs at least one spelling");
        }
    }

    /** The commonest spelling. */
    public String first() {
        return spellings.getFirst();
    }
}
