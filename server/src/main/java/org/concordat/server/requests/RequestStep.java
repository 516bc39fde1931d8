package org.concordat.server.requests;

import org.concordat.policy.words.Word;

/** What can be done with a request that changes how it stands. */
public enum RequestStep implements Word {
    /** Hand it to the asking organisation's officers. */
    SUBMIT,
    /** Give it back to whoever wrote it. */
    GIVE_BACK,
    /** Begin to test it. */
    ASSESS,
    /** Send it to the organisation that holds the data. */
    PASS_ON,
    /** Ask the asking organisation something. */
    ASK,
    /** Say that the questions are answered. */
    ANSWER,
    /** Decide that it will be shared, which drafts the agreement. */
    APPROVE,
    /** Decide that it will not be shared. */
    REFUSE,
    /** Decide not to share now. */
    POSTPONE,
    /** Take up again what was not to be shared now. */
    TAKE_UP_AGAIN,
    /** Take it back. */
    WITHDRAW,
    /** Close what nobody took further; done by the server. */
    EXPIRE;

    /** Whether it decides the request. */
    public boolean decides() {
        return switch (this) {
            case APPROVE, REFUSE, POSTPONE -> true;
            case SUBMIT, GIVE_BACK, ASSESS, PASS_ON, ASK, ANSWER, TAKE_UP_AGAIN, WITHDRAW, EXPIRE -> false;
        };
    }
}
