package org.concordat.disclosure.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything released so far, which is all that an attacker can put together. A value: the caller keeps it, and gets a new
 * one with each release that is accepted.
 *
 * @param all in the order in which they went out
 */
public record Releases(List<Release> all) {
    public Releases {
        all = List.copyOf(all);
    }

    /** Nothing has been released. */
    public static Releases none() {
        return new Releases(List.of());
    }

    /**
     * The same and one more, without asking whether it is safe: for what went out before there was a gate. What can be
     * worked out from it already is held against no later release.
     */
    public Releases with(Release release) {
        List<Release> more = new ArrayList<>(all);
        more.add(release);
        return new Releases(more);
    }
}
