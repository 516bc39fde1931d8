package org.concordat.server.foundation.parts;

/**
 * A piece of a text that was kept, added or removed between two versions.
 *
 * @param kind which
 * @param text the piece itself
 */
public record Change(Kind kind, String text) {

    /** What became of a piece. */
    public enum Kind {
        KEPT,
        ADDED,
        REMOVED
    }

    /** For templates. */
    public boolean isKept() {
        return kind == Kind.KEPT;
    }

    /** For templates. */
    public boolean isAdded() {
        return kind == Kind.ADDED;
    }

    /** For templates. */
    public boolean isRemoved() {
        return kind == Kind.REMOVED;
    }
}
