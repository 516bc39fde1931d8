package org.concordat.server.agreements;

import org.concordat.policy.words.Word;

/** What is wrong with a pasted row; each has a message of the area, {@code agreements.sign-up.problem.<word>}. */
public enum RowProblem implements Word {
    NAME_MISSING,
    NAME_LONG,
    FORMULA,
    NAME_TWICE,
    NAME_TAKEN,
    KIND_UNKNOWN,
    KIND_OTHER,
    NATION_UNKNOWN,
    NATION_OTHER,
    EMAIL_MISSING,
    EMAIL_WRONG,
    EMAIL_TWICE,
    EMAIL_TAKEN,
    EMAIL_OTHER,
    REGISTRATION_WRONG,
    OFFICE_WRONG,
    ALREADY_PARTY,
    UNDER_WAY,
    NO_WAY
}
