package org.concordat.server.foundation.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One thing that can be chosen in a form.
 *
 * @param value that the browser sends
 * @param text a key of the messages, or a name as somebody once typed it
 * @param isKey which of the two it is
 * @param hint key of a sentence that helps to choose
 */
public record Option(String value, String text, boolean isKey, Optional<String> hint) {

    /** One that the messages name. */
    public static Option key(String value, String messageKey) {
        return new Option(value, messageKey, true, Optional.empty());
    }

    /** One that has a name of its own, such as an organisation. */
    public static Option named(String value, String name) {
        return new Option(value, name, false, Optional.empty());
    }

    /** One for each constant, named by {@code <prefix>.<CONSTANT>} in the messages. */
    public static <E extends Enum<E>> List<Option> of(Class<E> kind, String prefix) {
        return Arrays.stream(kind.getEnumConstants())
                .map(constant -> key(constant.name(), prefix + "." + constant.name()))
                .toList();
    }

    /** The same with a sentence that helps to choose. */
    public Option withHint(String messageKey) {
        return new Option(value, text, isKey, Optional.of(messageKey));
    }

    /** For templates. */
    public String hintKey() {
        return hint.orElse("");
    }
}
