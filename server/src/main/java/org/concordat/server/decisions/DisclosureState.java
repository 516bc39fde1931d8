package org.concordat.server.decisions;

import java.util.Arrays;
import java.util.Locale;

/** Where a single disclosure stands. Which follows which is in {@link DisclosureStates}. */
public enum DisclosureState {
    /** Somebody asked. */
    RECEIVED,
    /** An officer tested basis and exemption; a senior officer is to sign it off. */
    TESTED,
    /** It cannot be said yet: an answer is missing. */
    WAITING,
    /** It may be shared, and was not yet. */
    PERMITTED,
    /** It may not be shared. */
    REFUSED,
    /** A person decided not to share. */
    NOT_SHARED,
    /** The answer went out with what was asked. */
    SENT,
    /** The answer went out, and it was no. */
    TURNED_DOWN;

    /** As the database has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that word. */
    static DisclosureState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a kept disclosure is in a state that is none"));
    }

    /** Whether nothing more is to be done. */
    public boolean isClosed() {
        return this == SENT || this == TURNED_DOWN;
    }
}
