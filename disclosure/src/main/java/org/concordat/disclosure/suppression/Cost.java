package org.concordat.disclosure.suppression;

/** What hiding a safe cell costs: the less, the sooner it is hidden. */
public enum Cost {
    /** As much as its figure: many small cells are hidden rather than one large. */
    SIZE,
    /** One each: as few cells as possible are hidden. */
    EQUAL
}
