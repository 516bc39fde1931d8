package org.concordat.server.agreements.web;

import java.util.List;
import org.concordat.server.foundation.forms.Option;

/** A part of a form that was made from the shape of a file. Pages ask for its {@link #kind()}. */
sealed interface Part {

    /** Which fragment of the page shows it. */
    String kind();

    /**
     * One field.
     *
     * @param kind text, number, area, date, radios, checkboxes or select
     * @param labelKey key of what it is called
     * @param hint a sentence of the shape
     * @param optional whether it may be left empty
     */
    record Question(String name, String kind, String labelKey, String hint, List<Option> options, boolean optional)
            implements Part {
        public Question {
            options = List.copyOf(options);
        }
    }

    /** Fields that belong together. */
    record Together(String name, String labelKey, String hint, List<Part> parts, boolean optional) implements Part {
        public Together {
            parts = List.copyOf(parts);
        }

        @Override
        public String kind() {
            return "together";
        }
    }

    /** A list of such, to which one can be added. */
    record Several(String name, String labelKey, String hint, List<Together> items, boolean optional) implements Part {
        public Several {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "several";
        }
    }
}
