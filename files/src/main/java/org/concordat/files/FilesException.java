package org.concordat.files;

import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read as the table it should be: what is wrong, with which file, what to do next, and a code.
 *
 * <p>The message never holds a value of the file, only its name, positions, counts and column names. It ends with the
 * code in brackets, as in {@code (FILE-EMPTY)}.
 */
public final class FilesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, for programs and manuals: {@code FILE-CUT-SHORT}
     * @param message full sentences, without the code
     */
    public FilesException(String code, String message) {
        this(code, message, null);
    }

    /** @param cause trouble of the world outside (a disk, a connection), never a parser's that may quote the file */
    public FilesException(String code, String message, @Nullable Throwable cause) {
        super(message + " (" + code + ")", cause);
        this.code = code;
    }

    /** The stable code, without brackets. */
    public String code() {
        return code;
    }
}
