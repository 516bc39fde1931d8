package org.concordat.server.requests;

import java.time.LocalDate;

/**
 * A page on which anybody may comment on a request.
 *
 * @param code in its address; cannot be guessed
 * @param about what is planned, in plain words
 */
public record CommentPage(String code, String request, String title, String about, LocalDate closesOn) {

    /** Whether comments are still taken. */
    public boolean isOpenOn(LocalDate day) {
        return !day.isAfter(closesOn);
    }
}
