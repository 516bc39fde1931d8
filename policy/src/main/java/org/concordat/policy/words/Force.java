package org.concordat.policy.words;

/** Whether a row of the law pack is known to be in force as it stands. */
public enum Force implements Word {
    /** In force as it stands. */
    YES,
    /** Not in force: repealed, ended or not begun. */
    NO,
    /** Not known. */
    UNKNOWN,
    /** Known as enacted; later changes were not read. */
    AS_ENACTED
}
