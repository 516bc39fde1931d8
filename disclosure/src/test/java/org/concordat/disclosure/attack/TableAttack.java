package org.concordat.disclosure.attack;

import java.util.function.IntPredicate;
import org.concordat.disclosure.tables.Table;

/** What an attacker knows of a table of which some cells are hidden: every sum, and the cells that are not. */
public final class TableAttack {
    private TableAttack() {}

    public static KnownSums sums(Table table) {
        KnownSums.Builder builder = KnownSums.over(table.cellCount());
        for (int e = 0; e < table.equations().count(); e++) {
            int[] parts = new int[table.equations().partCount(e)];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = table.equations().part(e, i);
            }
            builder.total(table.equations().total(e), parts);
        }
        return builder.build();
    }

    public static Attacker on(Table table, IntPredicate hidden) {
        long[] values = values(table);
        boolean[] published = new boolean[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            published[cell] = !hidden.test(cell);
        }
        return Attacker.onCounts(sums(table), Bounds.notBelowZero(values.length).publishing(published, values), values);
    }

    public static long[] values(Table table) {
        long[] values = new long[table.cellCount()];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = table.value(cell);
        }
        return values;
    }
}
