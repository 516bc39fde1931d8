package org.concordat.measures;

/**
 * What must be known of a figure before it is used. The symbols are those the UK's Government Analysis Function asks of
 * statistical tables ("Symbols in tables", 2017, updated 2024).
 */
public enum Status {
    /** Nothing to be said of it. */
    NORMAL(""),
    /** Not shown, because it could tell something about a person. */
    CONFIDENTIAL("c"),
    /** Estimated from a model, not counted. */
    ESTIMATED("e"),
    /** Rests on so few that it should not be relied on alone. */
    LOW_RELIABILITY("u"),
    /** Could not be computed from what was given. */
    NOT_AVAILABLE("x"),
    /** Makes no sense here, as a rate of nobody. */
    NOT_APPLICABLE("z");

    private final String symbol;

    Status(String symbol) {
        this.symbol = symbol;
    }

    /** One letter as it stands in a published table, without brackets; empty for {@link #NORMAL}. */
    public String symbol() {
        return symbol;
    }
}
