package org.concordat.files;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The row being put together, aligned with the fields that a mapping can fill; other fields are passed over. */
final class StandardRow {

    private final Map<StandardField, Integer> places = new EnumMap<>(StandardField.class);
    private @Nullable String[] values;

    StandardRow(List<StandardField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            places.put(fields.get(i), i);
        }
        values = new @Nullable String[fields.size()];
    }

    void begin() {
        values = new @Nullable String[values.length];
    }

    void put(StandardField field, @Nullable String value) {
        int place = place(field);
        if (place >= 0) {
            values[place] = value;
        }
    }

    void putIfMissing(StandardField field, @Nullable String value) {
        int place = place(field);
        if (place >= 0 && values[place] == null) {
            values[place] = value;
        }
    }

    private int place(StandardField field) {
        Integer place = places.get(field);
        return place == null ? -1 : place;
    }

    @Nullable String[] values() {
        return values;
    }
}
