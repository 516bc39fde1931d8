package org.concordat.server.requests;

import org.concordat.policy.words.Word;

/** On what benefit and risk are scored, each from 1, not at all, to 5, very much. */
public enum Criterion implements Word {
    /** There is a good that people would notice. */
    TANGIBLE(Side.BENEFIT),
    /** It helps many, or those who need it most. */
    REACH(Side.BENEFIT),
    /** There is reason to think that it will work. */
    EVIDENCE(Side.BENEFIT),
    /** People could come to harm. */
    HARM(Side.RISK),
    /** Some would be treated unfairly. */
    UNFAIR(Side.RISK),
    /** People would trust services less. */
    TRUST(Side.RISK),
    /** It is unclear who sees the data, and for what. */
    CONTROL(Side.RISK);

    /** The two are never added up. */
    public enum Side {
        BENEFIT,
        RISK
    }

    private final Side side;

    Criterion(Side side) {
        this.side = side;
    }

    /** Which of the two it is about. */
    public Side side() {
        return side;
    }
}
