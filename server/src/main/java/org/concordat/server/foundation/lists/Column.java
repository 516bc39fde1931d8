package org.concordat.server.foundation.lists;

import java.util.List;

/**
 * One column of a list.
 *
 * @param name in the address, such as {@code ends}
 * @param labelKey key of its heading in the messages
 * @param sql expressions by which it is sorted, such as {@code a.ends_on}; none when it cannot be
 * @param numeric whether it stands to the right
 */
public record Column(String name, String labelKey, List<String> sql, boolean numeric) {
    public Column {
        sql = List.copyOf(sql);
        if (!name.matches("[a-z][a-zA-Z0-9-]*")) {
            throw new IllegalArgumentException("name of a column must be letters, digits and hyphens, was " + name);
        }
    }

    /** One that can be sorted by these SQL expressions. */
    public static Column sorted(String name, String labelKey, String... sql) {
        return new Column(name, labelKey, List.of(sql), false);
    }

    /** One that cannot be sorted. */
    public static Column plain(String name, String labelKey) {
        return new Column(name, labelKey, List.of(), false);
    }

    /** The same, of numbers. */
    public Column ofNumbers() {
        return new Column(name, labelKey, sql, true);
    }

    /** Whether it can be sorted. */
    public boolean isSortable() {
        return !sql.isEmpty();
    }
}
