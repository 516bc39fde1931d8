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

    /** Something was done. */
    public static final String DONE = "done";

    /** Something is worth knowing. */
    public static final String NOTICE = "notice";

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** With these arguments. */
    public static Notice of(String messageKey, String... arguments) {
        return new Notice(messageKey, List.of(arguments));
    }

    /** For Thymeleaf, which takes an array. Numbers are numbers there, so that a message can choose its words by them. */
    public Object[] argumentArray() {
        return arguments.stream()
                .map(each -> NUMBER.matcher(each).matches() ? Integer.valueOf(each) : each)
                .toArray();
    }
}
