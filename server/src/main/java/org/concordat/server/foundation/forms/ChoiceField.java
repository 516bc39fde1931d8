package org.concordat.server.foundation.forms;

import java.util.Map;
import java.util.Optional;

/**
 * A field in which one of several things is chosen: radios or a list. What was not offered is refused.
 *
 * @param <T> what is chosen from
 */
public final class ChoiceField<T> extends Field<ChoiceField<T>> {

    private final Map<String, T> offered;

    ChoiceField(Form form, String name, Map<String, T> offered) {
        super(form, name);
        this.offered = Map.copyOf(offered);
    }

    @Override
    ChoiceField<T> self() {
        return this;
    }

    /** What was chosen, where anything was and has no problem. */
    public Optional<T> value() {
        String typed = form.only(this, false);
        if (typed.isEmpty()) {
            if (isRequired()) {
                problem("choose");
            }
            return Optional.empty();
        }
        T chosen = offered.get(typed);
        if (chosen == null) {
            problem("unknown");
        }
        return form.hasProblem(name) ? Optional.empty() : Optional.ofNullable(chosen);
    }
}
