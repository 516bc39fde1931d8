package org.concordat.server.foundation.parts;

import java.util.List;
import java.util.Optional;

/**
 * One line of a list of tasks.
 *
 * @param labelKey what is to be done
 * @param arguments of the label
 * @param address where it is done; empty while it cannot be
 * @param statusKey how it stands
 * @param colour of the status, one of the Design System's tags; empty text for no tag, as for what is done
 */
public record Task(String labelKey, List<String> arguments, Optional<String> address, String statusKey, String colour) {
    public Task {
        arguments = List.copyOf(arguments);
    }

    /** For templates. */
    public boolean hasAddress() {
        return address.isPresent();
    }

    /** For templates. */
    public String addressText() {
        return address.orElse("");
    }

    /** For Thymeleaf, which takes an array. */
    public Object[] argumentArray() {
        return arguments.toArray();
    }
}
