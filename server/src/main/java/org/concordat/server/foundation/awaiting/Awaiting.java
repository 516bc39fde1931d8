package org.concordat.server.foundation.awaiting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.concordat.server.foundation.pages.Notice;

/**
 * One thing that waits for somebody.
 *
 * @param messageKey of the sentence that says what to do, in the area's messages, such as {@code agreements.awaiting.sign}
 * @param arguments of that sentence: titles and names of organisations, never of residents
 * @param address of the page on which it is done
 * @param by the last day on which it is in time
 */
public record Awaiting(String messageKey, List<String> arguments, String address, Optional<LocalDate> by) {
    public Awaiting {
        arguments = List.copyOf(arguments);
    }

    /** For templates: a whole number as a number, so that the sentence can agree with it. */
    public Object[] argumentArray() {
        return Notice.asWritten(arguments);
    }
}
