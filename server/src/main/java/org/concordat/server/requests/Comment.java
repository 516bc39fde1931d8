package org.concordat.server.requests;

import java.time.Instant;
import java.util.UUID;
import org.concordat.policy.words.Word;

/** What a member of the public wrote about a request; nobody is asked who they are. */
public record Comment(UUID id, String text, Instant at, State state) {

    /** Whether it is shown to the public. */
    public enum State implements Word {
        /** Nobody has looked at it yet. */
        WAITING,
        /** Shown. */
        SHOWN,
        /** Kept for the officers, and not shown, for instance because it names somebody. */
        HIDDEN
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "Comment[" + id + "]";
    }
}
