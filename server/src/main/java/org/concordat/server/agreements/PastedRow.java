package org.concordat.server.agreements;

import java.util.Optional;
import java.util.UUID;

/**
 * One row of a spreadsheet in a sign-up, as it was pasted, and what became of it.
 *
 * @param line its number within the sign-up
 * @param email of whoever signs
 * @param registration with the Information Commissioner, or of a charity or company; may be empty
 * @param office of whoever signs; may be empty
 * @param sameAs code of the organisation here that it is, or {@code new}; empty while nobody has said
 * @param organisation once it went ahead
 * @param person who signs by a link; none where the organisation looks after itself
 * @param admission once it went ahead
 */
public record PastedRow(
        int line,
        String name,
        String kind,
        String nation,
        String email,
        String registration,
        String office,
        String sameAs,
        Optional<String> organisation,
        Optional<UUID> person,
        Optional<UUID> admission) {

    /** What {@code sameAs} says of one that is not here yet. */
    public static final String NEW = "new";

    /** Where nobody said in which office somebody signs. */
    static final String USUAL_OFFICE = "Authorised signatory";

    /** The cells as a spreadsheet takes them, for correcting. */
    public String cells() {
        return String.join("\t", name, kind, nation, email, registration, office)
                .stripTrailing();
    }

    String officeOrUsual() {
        return office.isEmpty() ? USUAL_OFFICE : office;
    }

    /** Holds somebody's address. */
    @Override
    public String toString() {
        return "PastedRow[" + line + "]";
    }
}
