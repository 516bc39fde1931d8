package org.concordat.files;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.tables.Table;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of one source to {@link StandardField}s, and counts what it changed and set aside.
 *
 * <p>Not for several threads at once; several standardisers of one mapping can work side by side, and their reports add
 * up ({@link StandardisationReport#plus}). They give the same values in whatever order the rows come. Memory is bounded
 * by {@link StandardiserOptions#cacheSlots} values a column.
 */
public final class Standardiser {

    private final List<StandardField> fields;
    private final RuleCounter counter;
    private final NameColumns names;
    private final SingleColumns singles;
    private final AddressColumns addresses;
    private final StandardRow row;

    private Standardiser(ColumnMapping mapping, StandardiserOptions options) {
        this.counter = new RuleCounter(mapping);
        this.names = new NameColumns(mapping, options, counter);
        this.singles = new SingleColumns(mapping, options, counter);
        this.addresses = new AddressColumns(mapping, options, counter);
        Set<StandardField> filled = EnumSet.noneOf(StandardField.class);
        names.addFields(filled);
        singles.addFields(filled);
        addresses.addFields(filled);
        this.fields = List.copyOf(filled);
        this.row = new StandardRow(fields);
    }

    /** A standardiser for files whose columns are those of the mapping. */
    public static Standardiser of(ColumnMapping mapping, StandardiserOptions options) {
        return new Standardiser(mapping, options);
    }

    /** The fields that the mapping can fill, in the order of the enum; perhaps none. */
    public List<StandardField> fields() {
        return fields;
    }

    /**
     * The current row of a table, standardised: one value a field, aligned with {@link #fields}, {@code null} where
     * missing. The array is the caller's to keep.
     *
     * @param table stands on a row, and has the columns of the mapping
     */
    public @Nullable String[] standardise(Table table) {
        counter.row();
        row.begin();
        names.read(table, row);
        singles.read(table, row);
        if (addresses.isNeeded()) {
            addresses.read(table, row);
        }
        return row.values();
    }

    /** What was changed and set aside in the rows so far. */
    public StandardisationReport report() {
        return counter.report();
    }
}
