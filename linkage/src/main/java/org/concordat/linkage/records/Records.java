package org.concordat.linkage.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.LinkageException;
import org.jspecify.annotations.Nullable;

/**
 * All records of all sources that are to be linked, with their standardised columns.
 *
 * <p>A record is known by its number, 0 to {@link #size} - 1, in the order in which it was added. Source and identifier
 * are kept for the answer alone.
 */
public final class Records {
    private final List<String> sources;
    private final int[] sourceEnds;
    private final String[] ids;
    private final Map<Attribute, Column> columns;

    private Records(List<String> sources, int[] sourceEnds, String[] ids, Map<Attribute, Column> columns) {
        this.sources = List.copyOf(sources);
        this.sourceEnds = sourceEnds;
        this.ids = ids;
        this.columns = columns;
    }

    /** Starts a collection of records that have these columns. */
    public static Builder of(List<Attribute> attributes) {
        return new Builder(attributes);
    }

    public int size() {
        return ids.length;
    }

    /** The names of the sources, in the order in which they were added. */
    public List<String> sources() {
        return sources;
    }

    /** The number of the source that this record came from, from 0. */
    public int source(int record) {
        int low = 0;
        int high = sourceEnds.length - 1;
        while (low < high) {
            // The first source that ends after the record: an empty one ends where the one before it does.
            int middle = (low + high) >>> 1;
            if (sourceEnds[middle] <= record) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many records came from this source. */
    public int sourceSize(int source) {
        return sourceEnds[source] - (source == 0 ? 0 : sourceEnds[source - 1]);
    }

    /** The record's identifier within its source. */
    public String id(int record) {
        return ids[record];
    }

    /** The column of this attribute, or {@code null} where no source has it. */
    public @Nullable Column column(Attribute attribute) {
        return columns.get(attribute);
    }

    /** The attributes that at least one record has a value of. */
    public List<Attribute> attributes() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public String toString() {
        return "Records[" + ids.length + " from " + sources.size() + " sources]";
    }

    /** Takes the records in, one by one. */
    public static final class Builder {
        private final List<Attribute> attributes;
        private final List<Column.Builder> columns = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private final List<Integer> sourceEnds = new ArrayList<>();
        private String[] ids = new String[1024];
        private int size;

        private Builder(List<Attribute> attributes) {
            this.attributes = List.copyOf(attributes);
            if (Set.copyOf(attributes).size() < attributes.size()) {
                throw new IllegalArgumentException("attributes: expected each once, given " + attributes);
            }
            for (Attribute attribute : attributes) {
                columns.add(new Column.Builder(attribute));
            }
        }

        /** The records that follow are of this source. */
        public Builder source(String name) {
            if (sources.contains(name)) {
                throw new LinkageException(
                        "LINK-SOURCE-TWICE",
                        "Two sources are called " + name + ", so their records could not be told apart. Rename one.");
            }
            endSource();
            sources.add(name);
            return this;
        }

        private void endSource() {
            if (sourceEnds.size() < sources.size()) {
                sourceEnds.add(size);
            }
        }

        /**
         * Adds one record.
         *
         * @param id its identifier, carried to the answer
         * @param values standardised values in the order of the attributes; {@code null} where missing
         */
        public Builder add(String id, @Nullable String[] values) {
            if (sources.isEmpty()) {
                throw new IllegalStateException("source(name) must be called before the first record is added");
            }
            if (values.length != attributes.size()) {
                throw new IllegalArgumentException(
                        "values: expected " + attributes.size() + " values, given " + values.length);
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size + (size >> 1));
            }
            ids[size] = id;
            for (int c = 0; c < values.length; c++) {
                columns.get(c).set(size, values[c]);
            }
            size++;
            return this;
        }

        /** The records, complete; columns without any value are left out. */
        public Records build() {
            endSource();
            Map<Attribute, Column> built = new EnumMap<>(Attribute.class);
            for (int c = 0; c < columns.size(); c++) {
                Column column = columns.get(c).build(size);
                if (column.present() > 0) {
                    built.put(attributes.get(c), column);
                }
            }
            return new Records(
                    sources,
                    sourceEnds.stream().mapToInt(Integer::intValue).toArray(),
                    Arrays.copyOf(ids, size),
                    built);
        }
    }
}
