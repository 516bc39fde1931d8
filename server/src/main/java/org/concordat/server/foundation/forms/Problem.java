package org.concordat.server.foundation.forms;

import java.util.List;

/**
 * What is wrong with one field, to be said beside it and at the top of the page.
 *
 * @param field by its name
 * @param target id of the element that the message at the top leads to
 * @param specific key of a message written for this very field, used where it exists, such as {@code parties.person.name.required}
 * @param message key of the general message, used otherwise
 * @param arguments of either; the first is the field's label
 */
public record Problem(String field, String target, String specific, String message, List<Object> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** For Thymeleaf, which takes an array. */
    public Object[] argumentArray() {
        return arguments.toArray();
    }

    /** Names the field and the message only: the arguments can hold what was typed. */
    @Override
    public String toString() {
        return "Problem[" + field + ": " + message + "]";
    }
}
