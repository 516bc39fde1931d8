package org.concordat.server.foundation.pages;

import java.io.Serializable;
import java.util.List;

/**
 * A sentence at the top of the next page: hand it over as flash attribute {@code done} when something was done, or
 * {@code notice} for anything else worth knowing.
 *
 * @param messageKey in the area's messages
 * @param arguments of the sentence; they wait in the session for the next page
 */
public record Notice(String messageKey, List<String> arguments) implements Serializable {

    /** Something was done. */
    public static final String DONE = "done";

    /** Something is worth knowing. */
    public static final String NOTICE = "notice";

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** With these arguments. */
    public static Notice of(String messageKey, String... arguments) {
        return new Notice(messageKey, List.of(arguments));
    }

    /** For Thymeleaf, which takes an array. */
    public Object[] argumentArray() {
        return arguments.toArray();
    }
}
