package org.concordat.policy;

/**
 * A file or pack that cannot be used at all: what is wrong, with which file, what to do next, and a code, as in {@code
 * (LAW-PACK-UNUSABLE)}. The message never holds a person's name or a value from a file.
 */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, for programs and manuals
     * @param message full sentences, without the code
     */
    public PolicyException(String code, String message) {
        super(message + " (" + code + ")");
        this.code = code;
    }

    /** The stable code, without brackets. */
    public String code() {
        return code;
    }
}
