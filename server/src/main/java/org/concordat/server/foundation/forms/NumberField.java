package org.concordat.server.foundation.forms;

import java.util.Optional;
import java.util.regex.Pattern;

/** A field for a whole number within bounds. */
public final class NumberField extends Field<NumberField> {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final long least;
    private final long most;

    NumberField(Form form, String name, long least, long most) {
        super(form, name);
        this.least = least;
        this.most = most;
    }

    @Override
    NumberField self() {
        return this;
    }

    /** The number, where one was typed and has no problem. Commas and spaces between the digits are understood. */
    public Optional<Long> value() {
        String typed = form.only(this, false).strip();
        String digits = typed.replaceAll("(?<=[0-9])[, ](?=[0-9]{3}([^0-9]|$))", "");
        if (typed.isEmpty()) {
            if (isRequired()) {
                problem("required");
            }
        } else if (!WHOLE.matcher(digits).matches()) {
            problem("number");
        } else {
            long number = Long.parseLong(digits);
            if (number < least || number > most) {
                problem("range", least, most);
            } else if (!form.hasProblem(name)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }
}
