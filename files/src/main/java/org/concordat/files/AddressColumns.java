package org.concordat.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedColumn;
import org.concordat.files.tables.Table;
import org.concordat.files.values.AddressLine;
import org.concordat.files.values.AddressParts;
import org.concordat.files.values.Addresses;

/** Takes apart addresses that stand in one column or in several lines; columns of single parts go before them. */
final class AddressColumns {

    private final int wholeColumn;
    private final ValueCache<AddressParts> wholes;
    private final int[] lineColumns;
    private final boolean placesElsewhere;
    private final boolean streetFirst;
    private final boolean streetElsewhere;
    private final RuleCounter counter;
    private final List<ValueCache<AddressLine>> lineCaches = new ArrayList<>();
    private final List<AddressLine> lines = new ArrayList<>();

    AddressColumns(ColumnMapping mapping, StandardiserOptions options, RuleCounter counter) {
        this.counter = counter;
        this.wholeColumn =
                mapping.first(Meaning.ADDRESS).map(RecognisedColumn::index).orElse(-1);
        this.wholes = new ValueCache<>(options.cacheSlots(), Addresses::whole);
        this.lineColumns = mapping.of(Meaning.ADDRESS_LINE).stream()
                .mapToInt(RecognisedColumn::index)
                .toArray();
        for (int i = 0; i < lineColumns.length; i++) {
            lineCaches.add(new ValueCache<>(options.cacheSlots(), Addresses::line));
        }
        this.placesElsewhere = mapping.has(Meaning.LOCALITY);
        this.streetElsewhere = mapping.has(Meaning.STREET);
        this.streetFirst = mapping.has(Meaning.STREET_NUMBER) && !streetElsewhere;
    }

    boolean isNeeded() {
        return wholeColumn >= 0 || lineColumns.length > 0;
    }

    void addFields(Set<StandardField> fields) {
        if (!isNeeded()) {
            return;
        }
        fields.add(StandardField.ADDRESS_REST);
        fields.add(StandardField.STREET);
        fields.add(StandardField.STREET_NUMBER);
        if (!placesElsewhere) {
            fields.add(StandardField.LOCALITY);
            fields.add(StandardField.REGION);
        }
        fields.add(StandardField.POSTCODE);
    }

    /** Reads the address of a row whose single-part columns have been read. */
    void read(Table row, StandardRow out) {
        if (lineColumns.length > 0) {
            lines.clear();
            if (streetElsewhere) {
                lines.add(AddressLine.EMPTY);
            }
            for (int i = 0; i < lineColumns.length; i++) {
                String raw = row.value(lineColumns[i]);
                lines.add(raw == null ? AddressLine.EMPTY : lineCaches.get(i).get(raw));
            }
            AddressParts parts = Addresses.lines(lines, placesElsewhere, streetFirst || streetElsewhere);
            put(parts, out);
            counter.add(lineColumns[0], parts.ruleBits());
        }
        if (wholeColumn >= 0) {
            String raw = row.value(wholeColumn);
            if (raw != null) {
                AddressParts parts = wholes.get(raw);
                put(parts, out);
                counter.add(wholeColumn, parts.ruleBits());
            }
        }
    }

    private void put(AddressParts parts, StandardRow out) {
        out.putIfMissing(StandardField.STREET_NUMBER, parts.number());
        out.putIfMissing(StandardField.STREET, parts.street());
        out.putIfMissing(StandardField.ADDRESS_REST, parts.rest());
        out.putIfMissing(StandardField.POSTCODE, parts.postcode());
        if (!placesElsewhere) {
            out.putIfMissing(StandardField.LOCALITY, parts.locality());
            out.putIfMissing(StandardField.REGION, parts.region());
        }
    }
}
