package org.concordat.files.values;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value as it stands after standardising, with the rules that were applied to it.
 *
 * @param value the value written the one way, or {@code null} when it is missing or was set aside; never empty
 * @param ruleBits the rules applied, one bit each, by {@link Rule#ordinal}; {@link #rules} reads them
 */
public record Standardised(@Nullable String value, long ruleBits) {

    /** Nothing was there, and nothing was done. */
    public static final Standardised MISSING = new Standardised(null, 0);

    /** Refuses the empty string: a missing value is {@code null}. */
    public Standardised {
        if (value != null && value.isEmpty()) {
            throw new IllegalArgumentException("value must be null or not empty, but was empty");
        }
    }

    /** The rules that were applied. */
    public Set<Rule> rules() {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (Rule rule : Rule.values()) {
            if ((ruleBits & rule.bit()) != 0) {
                rules.add(rule);
            }
        }
        return rules;
    }

    static Standardised of(String value) {
        return new Standardised(value, 0);
    }

    static Standardised of(String value, Rule rule) {
        return new Standardised(value, rule.bit());
    }

    static Standardised setAside(Rule rule) {
        return new Standardised(null, rule.bit());
    }

    /** Hides the value, which may name a person. */
    @Override
    public String toString() {
        return "Standardised[" + (value == null ? "missing" : "hidden") + ", " + rules() + "]";
    }
}
