package org.concordat.linkage;

/**
 * Something outside the caller's control made linkage impossible: the one unchecked exception of this library.
 *
 * <p>The message says what happened, to which thing and what to do, and ends with the code. It never holds a value of a
 * record.
 */
public final class LinkageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public LinkageException(String code, String message) {
        super(message + " (" + code + ")");
        this.code = code;
    }

    public LinkageException(String code, String message, Throwable cause) {
        super(message + " (" + code + ")", cause);
        this.code = code;
    }

    /** A stable code such as {@code LINK-NOTHING-TO-COMPARE}. */
    public String code() {
        return code;
    }
}
