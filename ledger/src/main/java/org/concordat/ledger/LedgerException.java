package org.concordat.ledger;

/**
 * The ledger, or something it was given to read, is not as it must be: the one unchecked exception of this library.
 *
 * <p>The message says what happened, to which thing and what to do, and ends with the code. It never holds the content of
 * an entry.
 */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public LedgerException(String code, String message) {
        super(message + " (" + code + ")");
        this.code = code;
    }

    /** @param cause trouble of the world outside, such as a full disk */
    public LedgerException(String code, String message, Throwable cause) {
        super(message + " (" + code + ")", cause);
        this.code = code;
    }

    /** A stable code such as {@code LEDGER-CUT-SHORT}. */
    public String code() {
        return code;
    }
}
