package org.concordat.server.foundation.pages;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence at the top of the next page: hand it over as flash attribute {@code done} when something was done, or
 * {@code notice} for anything else worth knowing.
 *
 * @param messageKey in the area's messages
 * @param arguments of the sentence; they wait in the session for the next page
 */
public record Notice(String messageKey, List<String> arguments) implements Serializable {

    /** Longer ones are codes or years with something before them. */
    private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,2}");

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

    /** For Thymeleaf, which takes an array: a whole number as a number, so that the sentence can agree with it. */
    public Object[] argumentArray() {
        return asWritten(arguments);
    }

    /** Arguments that were kept as texts, as a message takes them. */
    public static Object[] asWritten(List<String> arguments) {
        return arguments.stream()
                .map(argument -> COUNT.matcher(argument).matches() ? Integer.valueOf(argument) : argument)
                .toArray();
    }
}
