package org.concordat.pictures;

import org.jspecify.annotations.Nullable;

/** A picture or page that could not be made because something outside it is broken. The message ends with its code. */
public final class PicturesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PicturesException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
