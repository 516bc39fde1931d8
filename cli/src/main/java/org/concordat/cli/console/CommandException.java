package org.concordat.cli.console;

import org.jspecify.annotations.Nullable;

/** Why a command could not go on: what happened, to which thing, what to do next, and a code. Never a record's value. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final ExitCode exitCode;

    /**
     * @param code stable, with a heading in the manual's page of errors
     * @param message full sentences, without the code
     */
    public CommandException(String code, ExitCode exitCode, String message) {
        this(code, exitCode, message, null);
    }

    /** @param cause trouble of the world outside */
    public CommandException(String code, ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message + " (" + code + ")", cause);
        this.code = code;
        this.exitCode = exitCode;
    }

    /** The stable code, without brackets. */
    public String code() {
        return code;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
