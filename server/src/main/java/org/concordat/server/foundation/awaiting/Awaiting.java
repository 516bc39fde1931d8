package org.concordat.server.foundation.awaiting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that waits for somebody.
 *
 * @param messageKey of the sentence that says what to do, in the area's messages, such as {@code agreements.awaiting.sign}
 * @param arguments of that sentence: titles and names of organisations, never of residents
 * @param address of the page on which it is done
 * @param by the last day on which it is in time
 */
public record Awaiting(String messageKey, List<String> arguments, String address, Optional<LocalDate> by) {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");

    public Awaiting {
        arguments = List.copyOf(arguments);
    }

    /** For Thymeleaf, which takes an array. Numbers are numbers there, so that a message can choose its words by them. */
    public Object[] argumentArray() {
        return arguments.stream()
                .map(each -> NUMBER.matcher(each).matches() ? Integer.valueOf(each) : each)
                .toArray();
    }
}
