package org.concordat.server.foundation.parts;

import java.util.List;

/**
 * One part of a thing in two versions.
 *
 * @param labelKey names the part
 * @param changes from the earlier to the later
 */
public record Revised(String labelKey, List<Change> changes) {
    public Revised {
        changes = List.copyOf(changes);
    }

    /** A part whose text went from this to that. */
    public static Revised of(String labelKey, String before, String after) {
        return new Revised(labelKey, Changes.between(before, after));
    }

    /** The earlier version, with what was removed marked. */
    public List<Change> before() {
        return changes.stream().filter(change -> !change.isAdded()).toList();
    }

    /** The later version, with what was added marked. */
    public List<Change> after() {
        return changes.stream().filter(change -> !change.isRemoved()).toList();
    }
}
