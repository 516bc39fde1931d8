package org.concordat.disclosure.tables;

import java.math.BigDecimal;
import java.util.List;

/**
 * A published total that is not the sum of its published parts. Holds figures: show it to whoever holds the table, not to the
 * public.
 *
 * @param total the codes of the total, one a dimension
 * @param dimension along which it is summed
 * @param parts how many cells were added
 * @param sum what its parts come to
 * @param published what was given for it
 */
public record Disagreement(List<String> total, String dimension, int parts, BigDecimal sum, BigDecimal published) {
    public Disagreement {
        total = List.copyOf(total);
        if (sum.compareTo(published) == 0) {
            throw new IllegalArgumentException("a disagreement is between different figures, given the same twice");
        }
    }

    /** How much more was published than the parts come to; below 0 where it was less. */
    public BigDecimal excess() {
        return published.subtract(sum);
    }
}
