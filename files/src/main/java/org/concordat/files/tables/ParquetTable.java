package org.concordat.files.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.concordat.files.FilesException;
import org.jspecify.annotations.Nullable;

/**
 * A table in a Parquet file. Nested columns are named with dots; the values of a list are joined with "; ".
 *
 * <p>Uses Parquet's own metadata and decoders and not its file reader, which cannot run without Hadoop. The packed file
 * is in memory, and one unpacked page for each column.
 */
final class ParquetTable extends ReadTable {

    // What writers put between the name of a list and its elements.
    private static final Set<String> LIST_PARTS = Set.of("list", "element", "item", "array", "bag", "array_element");

    private final byte[] bytes;
    private final ParquetFooter footer;
    private final boolean packed;
    private final Header header;
    private final List<ColumnDescriptor> descriptors;
    private final List<ParquetText> texts = new ArrayList<>();
    private final List<ColumnReader> readers = new ArrayList<>();
    private final long[] valuesLeft;
    private final @Nullable String[] current;
    private int nextRowGroup;
    private long rowsLeft;

    private ParquetTable(
            String fileName, byte[] bytes, ParquetFooter footer, ReadOptions.Limits limits, boolean packed) {
        super(fileName, () -> {});
        this.bytes = bytes;
        this.footer = footer;
        this.packed = packed;
        this.descriptors = footer.schema().getColumns();
        this.header =
                Header.of(fileName, descriptors.stream().map(ParquetTable::name).toList(), limits);
        header.notes().forEach(this::note);
        footer.leaves().forEach(leaf -> texts.add(new ParquetText(leaf)));
        this.valuesLeft = new long[descriptors.size()];
        this.current = new @Nullable String[descriptors.size()];
    }

    static ParquetTable open(String fileName, byte[] bytes, ReadOptions options, boolean packed) {
        try {
            ParquetFooter footer = ParquetFooter.read(fileName, bytes, options.limits());
            return new ParquetTable(fileName, bytes, footer, options.limits(), packed);
        } catch (FilesException refused) {
            throw refused;
        } catch (RuntimeException _) {
            throw Trouble.damaged(fileName, "its footer is damaged");
        }
    }

    private static String name(ColumnDescriptor column) {
        String[] path = column.getPath();
        if (column.getMaxRepetitionLevel() == 0) {
            return String.join(".", path);
        }
        List<String> telling =
                Arrays.stream(path).filter(part -> !LIST_PARTS.contains(part)).toList();
        return String.join(".", telling.isEmpty() ? Arrays.asList(path) : telling);
    }

    @Override
    public List<String> columnNames() {
        return header.names();
    }

    @Override
    boolean readRow() {
        while (true) {
            if (!readNextRow()) {
                return false;
            }
            countRow();
            if (hasControlCharacters()) {
                setAside("a control character, which no text holds");
            } else {
                return true;
            }
        }
    }

    // Parquet's decoders throw whatever damaged pages make them stumble over. The memory that a hostile page claims is
    // lost alone when it cannot be had, so that error is caught too.
    private boolean readNextRow() {
        try {
            while (rowsLeft == 0) {
                if (nextRowGroup == footer.metaData().getRow_groupsSize()) {
                    return false;
                }
                openRowGroup(footer.metaData().getRow_groups().get(nextRowGroup++));
            }
            for (int column = 0; column < current.length; column++) {
                current[column] = readValue(column);
            }
            rowsLeft--;
            return true;
        } catch (FilesException refused) {
            throw refused;
        } catch (RuntimeException | OutOfMemoryError _) {
            throw Trouble.damaged(fileName(), "row group " + nextRowGroup + " of it is damaged");
        }
    }

    private void openRowGroup(RowGroup group) {
        Map<List<String>, ColumnChunk> chunks = new HashMap<>();
        for (ColumnChunk chunk : group.getColumns()) {
            if (!chunk.isSetMeta_data()) {
                throw ParquetFooter.encrypted(fileName());
            }
            chunks.put(chunk.getMeta_data().getPath_in_schema(), chunk);
        }
        readers.clear();
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                new Pages(chunks, group.getNum_rows()), new NoRecords(footer.schema()), footer.schema(), createdBy());
        for (int column = 0; column < descriptors.size(); column++) {
            readers.add(store.getColumnReader(descriptors.get(column)));
            valuesLeft[column] = chunkOf(descriptors.get(column), chunks).getNum_values();
            if (valuesLeft[column] < group.getNum_rows()) {
                throw Trouble.damaged(fileName(), "a column of it has fewer values than there are rows");
            }
        }
        rowsLeft = Math.max(0, group.getNum_rows());
    }

    private ColumnMetaData chunkOf(ColumnDescriptor column, Map<List<String>, ColumnChunk> chunks) {
        ColumnChunk chunk = chunks.get(Arrays.asList(column.getPath()));
        if (chunk == null) {
            throw Trouble.damaged(fileName(), "a row group of it lacks a column");
        }
        return chunk.getMeta_data();
    }

    // Decoders work around bugs of certain writers, so they ask who wrote the file.
    private String createdBy() {
        String writer = footer.metaData().getCreated_by();
        return writer == null ? "unknown" : writer;
    }

    private @Nullable String readValue(int column) {
        ColumnReader reader = readers.get(column);
        int full = descriptors.get(column).getMaxDefinitionLevel();
        String first = null;
        StringBuilder joined = null;
        do {
            if (valuesLeft[column]-- <= 0) {
                throw Trouble.damaged(fileName(), "a column of it has fewer values than there are rows");
            }
            if (reader.getCurrentDefinitionLevel() == full) {
                String text = texts.get(column).text(reader);
                if (text != null && first == null) {
                    first = text;
                } else if (text != null) {
                    joined = joined == null ? new StringBuilder(first) : joined;
                    joined.append("; ").append(text);
                }
            }
            reader.consume();
        } while (valuesLeft[column] > 0 && reader.getCurrentRepetitionLevel() > 0);
        return joined == null ? first : joined.toString();
    }

    private boolean hasControlCharacters() {
        for (String text : current) {
            if (text != null && text.chars().anyMatch(c -> Trimming.isControl((char) c))) {
                return true;
            }
        }
        return false;
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
        return "Parquet" + (packed ? ", gzip" : "");
    }

    private final class Pages implements PageReadStore {
        private final Map<List<String>, ColumnChunk> chunks;
        private final long rows;

        Pages(Map<List<String>, ColumnChunk> chunks, long rows) {
            this.chunks = chunks;
            this.rows = rows;
        }

        @Override
        public PageReader getPageReader(ColumnDescriptor column) {
            return new ParquetPages(fileName(), bytes, chunkOf(column, chunks), footer.end());
        }

        @Override
        public long getRowCount() {
            return rows;
        }
    }

    /** Parquet's decoders want somewhere to build records; values are asked for one by one instead. */
    private static final class NoRecords extends GroupConverter {
        private final List<Converter> fields = new ArrayList<>();

        NoRecords(GroupType group) {
            for (org.apache.parquet.schema.Type field : group.getFields()) {
                fields.add(field.isPrimitive() ? new PrimitiveConverter() {} : new NoRecords(field.asGroupType()));
            }
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return fields.get(fieldIndex);
        }

        @Override
        public void start() {
            throw new UnsupportedOperationException("values are read one by one");
        }

        @Override
        public void end() {
            throw new UnsupportedOperationException("values are read one by one");
        }
    }
}
