package org.concordat.synthetic;

/**
 * The world would not let the town be written: a sink that cannot be opened, a full disk, a damaged name table.
 *
 * <p>The message ends with a stable code in brackets and never names a person, made up or not.
 */
public final class SyntheticException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what happened, to which thing and what to do; the code is written behind the message. */
    public SyntheticException(String message, String code, Throwable cause) {
        super(message + " (" + code + ")", cause);
    }
}
