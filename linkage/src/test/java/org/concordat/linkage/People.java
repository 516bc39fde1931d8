package org.concordat.linkage;

import java.util.List;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/** Records written out in a test, row by row; identifiers are given by position. */
public final class People {
    private final Records.Builder builder;
    private boolean hasSource;
    private int rows;

    private People(List<Attribute> attributes) {
        builder = Records.of(attributes);
    }

    /** Nobody yet, with these columns. */
    public static People with(Attribute... attributes) {
        return new People(List.of(attributes));
    }

    /** The rows that follow are of this source. */
    public People source(String name) {
        builder.source(name);
        hasSource = true;
        return this;
    }

    /** A row; its values stand in the order of the columns, {@code null} where missing. */
    public People row(@Nullable String... values) {
        if (!hasSource) {
            source("register");
        }
        builder.add("r" + rows++, values);
        return this;
    }

    public Records records() {
        return builder.build();
    }
}
