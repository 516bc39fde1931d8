package org.concordat.server.foundation.forms;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/**
 * A field in which several things can be chosen: checkboxes. What was not offered is refused.
 *
 * @param <T> what is chosen from
 */
public final class ChoicesField<T> extends Field<ChoicesField<T>> {

    private final Map<String, T> offered;

    ChoicesField(Form form, String name, Map<String, T> offered) {
        super(form, name);
        this.offered = Map.copyOf(offered);
    }

    @Override
    ChoicesField<T> self() {
        return this;
    }

    /** What was chosen, in the order of the page; empty when nothing was, or when it has a problem. */
    public SequencedSet<T> value() {
        var chosen = new LinkedHashSet<T>();
        for (String typed : form.all(name)) {
            T one = offered.get(typed);
            if (one == null) {
                problem("unknown");
                return new LinkedHashSet<>();
            }
            chosen.add(one);
        }
        if (chosen.isEmpty() && isRequired()) {
            problem("chooseSome");
        }
        return chosen;
    }
}
