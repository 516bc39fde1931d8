package org.concordat.policy.law;

import java.time.LocalDate;

/**
 * An officer's record of having read a provision and found it in force, for their own partnership's use.
 *
 * @param row its id
 * @param rowFingerprint the row as it was when verified; a row that changed since is not verified any more
 * @param officer an id, never a name
 * @param on the day it was verified; it counts from then
 * @param source where the text was read
 */
public record Verification(String id, String row, String rowFingerprint, String officer, LocalDate on, String source) {

    /** Whether it is about that row, as it stands, and was made by {@code day}. */
    public boolean covers(LawRow other, LocalDate day) {
        return row.equals(other.id()) && rowFingerprint.equals(other.fingerprint()) && !on.isAfter(day);
    }
}
