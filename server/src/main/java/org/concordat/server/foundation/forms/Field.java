package org.concordat.server.foundation.forms;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * One field of a form: what it is called, and what it must hold.
 *
 * @param <S> the kind of field
 */
public abstract sealed class Field<S extends Field<S>>
        permits ChoiceField, ChoicesField, DateField, FileField, NumberField, TextField {

    final Form form;
    final String name;
    private String label;
    private boolean required;

    Field(Form form, String name) {
        this.form = form;
        this.name = name;
        this.label = name;
    }

    abstract S self();

    /** Key of the message that names the field to people. Its messages are {@code <label>.hint} and {@code <label>.required}. */
    public S label(String messageKey) {
        this.label = messageKey;
        if (isKept()) {
            form.label(name, messageKey);
        }
        return self();
    }

    /** Whether what was typed may be shown again. */
    boolean isKept() {
        return true;
    }

    /** It must not be left empty. */
    public S required() {
        this.required = true;
        return self();
    }

    final boolean isRequired() {
        return required;
    }

    /** Notes a problem that leads to the field itself. */
    final void problem(String kind, Object... arguments) {
        problemAt(name, kind, arguments);
    }

    final void problemAt(String target, String kind, Object... arguments) {
        List<Object> all =
                Stream.concat(Stream.of(labelText()), Arrays.stream(arguments)).toList();
        form.add(new Problem(name, target, label + "." + kind, "foundation.problem." + kind, all));
    }

    /** The label, to be put into a sentence in the reader's language. */
    private DefaultMessageSourceResolvable labelText() {
        return new DefaultMessageSourceResolvable(new String[] {label}, label);
    }
}
