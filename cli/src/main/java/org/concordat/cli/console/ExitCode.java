package org.concordat.cli.console;

/** What a command ends with, the same for all commands. */
public enum ExitCode {
    DONE(0),
    /** The command worked, and its answer is no. */
    REFUSED(1),
    WRONG_USE(2),
    /** The world did not let it: no such file, no space, no memory. */
    COULD_NOT(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the shell sees. */
    public int number() {
        return number;
    }
}
