package org.concordat.files.tables;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table in JSON, whose columns are the names that its first thousand objects have, in order of appearance.
 *
 * <p>Names that only appear later are left out, and counted.
 */
final class JsonTable extends ReadTable {

    private static final int OBJECTS_THAT_NAME_COLUMNS = 1_000;
    private static final int MOST_LATE_NAMES = 1_000;

    private final JsonObjects objects;
    private final JsonFlattener flattener;
    private final String format;
    private final Deque<JsonObjects.Row> ahead = new ArrayDeque<>();
    private final Header header;
    private final Map<String, Integer> positions = new HashMap<>();
    private final @Nullable String[] current;
    private final Set<String> lateNames = new HashSet<>();
    private long lateValues;

    JsonTable(String fileName, JsonObjects objects, JsonFlattener flattener, String format, ReadOptions.Limits limits)
            throws IOException {
        super(fileName, objects);
        this.objects = objects;
        this.flattener = flattener;
        this.format = format;
        List<String> names = collectNames();
        this.header = Header.of(fileName, names, limits);
        header.notes().forEach(this::note);
        for (int i = 0; i < names.size(); i++) {
            positions.put(names.get(i), i);
        }
        this.current = new @Nullable String[header.names().size()];
    }

    private List<String> collectNames() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        while (ahead.size() < OBJECTS_THAT_NAME_COLUMNS) {
            JsonObjects.Row row = objects.next();
            if (row == null) {
                break;
            }
            ahead.add(row);
            names.addAll(row.values().keySet());
        }
        if (names.isEmpty() && !ahead.isEmpty() && ahead.getFirst().fault() != null) {
            throw Trouble.damaged(
                    fileName(),
                    "not one of its first " + ahead.size() + " rows is JSON as it should be ("
                            + ahead.getFirst().fault() + ")");
        }
        return new ArrayList<>(names);
    }

    @Override
    public List<String> columnNames() {
        return header.names();
    }

    @Override
    boolean readRow() throws IOException {
        while (true) {
            JsonObjects.Row row = ahead.isEmpty() ? objects.next() : ahead.poll();
            if (row == null) {
                return false;
            }
            countRow();
            if (row.fault() != null) {
                setAside(row.fault());
            } else {
                take(row.values());
                return true;
            }
        }
    }

    private void take(Map<String, @Nullable String> values) {
        Arrays.fill(current, null);
        values.forEach((name, value) -> {
            Integer position = positions.get(name);
            if (position != null && position < current.length) {
                current[position] = value;
            } else {
                lateValues++;
                if (lateNames.size() < MOST_LATE_NAMES) {
                    lateNames.add(name);
                }
            }
        });
    }

    @Override
    @Nullable String rawValue(int column) {
        return current[column];
    }

    @Override
    boolean headerIsARow() {
        return false;
    }

    @Override
    String format() {
        return format;
    }

    @Override
    List<String> runningNotes() {
        List<String> notes = new ArrayList<>();
        if (lateValues > 0) {
            notes.add("Left out: " + counted(lateValues, "value") + " under " + counted(lateNames.size(), "name")
                    + " not met in the first " + OBJECTS_THAT_NAME_COLUMNS + " objects.");
        }
        if (flattener.listsLeftOut() > 0) {
            notes.add("Left out: " + counted(flattener.listsLeftOut(), "list") + " of objects or lists within rows.");
        }
        return notes;
    }
}
