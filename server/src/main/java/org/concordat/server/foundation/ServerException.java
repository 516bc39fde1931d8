package org.concordat.server.foundation;

/**
 * The server cannot go on, because of a setting or the world outside (a disk, a database, a key): the one unchecked
 * exception of the server for such trouble.
 *
 * <p>The message says what happened, to which thing and what to do, and ends with the code. It holds no personal data and
 * no secret.
 */
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public ServerException(String code, String message) {
        super(message + " (" + code + ")");
        this.code = code;
    }

    /** @param cause trouble of the world outside, such as a full disk */
    public ServerException(String code, String message, Throwable cause) {
        super(message + " (" + code + ")", cause);
        this.code = code;
    }

    /** A stable code such as {@code DATABASE-START}, listed in the manual's page of errors. */
    public String code() {
        return code;
    }
}
