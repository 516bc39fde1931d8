package org.concordat.server.foundation;

import java.util.List;

/**
 * Says no to a request, and why: the page or the API answers with the status, a sentence from the messages, and the code.
 *
 * <p>The arguments of the sentence are shown to whoever asked and are never logged. They name things such as agreements and
 * organisations, never residents.
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final String messageKey;
    private final List<Object> arguments;

    /**
     * A refusal.
     *
     * @param status of the answer, 400 to 599
     * @param code stable, listed in the manual's page of errors, such as {@code FORM-TAMPERED}
     * @param messageKey of the sentence that says what happened and what to do next
     * @param arguments of that sentence
     */
    public Refusal(int status, String code, String messageKey, Object... arguments) {
        super(code + " (" + messageKey + ")");
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status of a refusal must be from 400 to 599, was " + status);
        }
        this.status = status;
        this.code = code;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** Of the answer. */
    public int status() {
        return status;
    }

    /** Stable. */
    public String code() {
        return code;
    }

    /** Of the sentence that says what happened and what to do next. */
    public String messageKey() {
        return messageKey;
    }

    /** Of that sentence. */
    public List<Object> arguments() {
        return arguments;
    }
}
