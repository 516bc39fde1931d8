package org.concordat.server.catalogue.web;

import org.concordat.policy.reading.Values;

/** One field of a dataset, as the page shows it. */
record FieldLine(String code, String about, String fieldClass, String writtenAs, String sensitive) {

    static FieldLine of(Values values) {
        return new FieldLine(
                values.text("field"),
                values.text("about"),
                values.text("class"),
                values.text("written-as"),
                String.join(", ", values.texts("sensitive")).replace('-', ' '));
    }
}
