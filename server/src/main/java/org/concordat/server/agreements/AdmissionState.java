package org.concordat.server.agreements;

import java.util.EnumSet;
import java.util.Set;
import org.concordat.policy.words.Word;

/** How far an organisation that wants to join has come. All permitted changes stand here. */
public enum AdmissionState implements Word {
    /** It waits for the joiner's signature, or to be accepted, or for both. */
    ASKED,
    /** Both are there: decisions count it as a party. */
    JOINED,
    /** The party that accepts joiners will not have it. */
    REFUSED,
    /** The joiner will not sign. */
    DECLINED,
    /** Given up before it joined. */
    WITHDRAWN,
    /** It was a party, and its last day is set. */
    LEFT;

    /** What it may become next. */
    public Set<AdmissionState> next() {
        return switch (this) {
            case ASKED -> EnumSet.of(JOINED, REFUSED, DECLINED, WITHDRAWN);
            // A new version of the document asks its joiners again, or lets them join no more.
            case JOINED -> EnumSet.of(LEFT, ASKED);
            case REFUSED, DECLINED, WITHDRAWN, LEFT -> EnumSet.noneOf(AdmissionState.class);
        };
    }

    /** Whether it may become that next. */
    public boolean mayBecome(AdmissionState other) {
        return next().contains(other);
    }

    /** Whether it can still be signed and accepted, or was. */
    public boolean isLive() {
        return this == ASKED || this == JOINED;
    }
}
