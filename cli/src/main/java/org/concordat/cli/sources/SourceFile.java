package org.concordat.cli.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.files.columns.ColumnMapping;
import org.concordat.files.columns.ColumnRecogniser;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedColumn;
import org.concordat.files.tables.ReadOptions;
import org.concordat.files.tables.ReadingReport;
import org.concordat.files.tables.Table;
import org.concordat.files.tables.Tables;
import org.jspecify.annotations.Nullable;

/** One file whose columns are recognised and whose rows are being read, once and in order. */
public final class SourceFile implements AutoCloseable {
    private static final int SAMPLED_ROWS = 10_000;

    private final String name;
    private final DiskFile disk;
    private final Table table;
    private final ColumnMapping mapping;
    private final int truthColumn;
    private final boolean[] needed;
    private final List<@Nullable String[]> firstRows;
    private final long[] firstRowNumbers;
    private int handedOut;

    private SourceFile(
            String name,
            DiskFile disk,
            Table table,
            ColumnMapping mapping,
            int truthColumn,
            boolean[] needed,
            List<@Nullable String[]> firstRows,
            long[] firstRowNumbers) {
        this.name = name;
        this.disk = disk;
        this.table = table;
        this.mapping = mapping;
        this.truthColumn = truthColumn;
        this.needed = needed;
        this.firstRows = firstRows;
        this.firstRowNumbers = firstRowNumbers;
    }

    /**
     * Opens files and recognises their columns.
     *
     * @param wholeRows whether columns that are not recognised are wanted too
     * @param progress is told how many bytes were read
     * @throws CommandException when one is missing, two are called alike, or a choice cannot be followed
     */
    public static List<SourceFile> openAll(
            List<Path> paths, ReadOptions options, ChoicesOfSources choices, boolean wholeRows, LongConsumer progress) {
        List<DiskFile> disk = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path path : paths) {
            DiskFile file = new DiskFile(path, progress);
            if (!names.add(file.sourceName())) {
                throw new CommandException(
                        "SOURCE-TWICE",
                        ExitCode.WRONG_USE,
                        "Two of the files give a source called " + file.sourceName()
                                + ", so their rows could not be told apart in the results. Rename one.");
            }
            disk.add(file);
        }
        ColumnChoices said = choices.of(names);
        List<SourceFile> opened = new ArrayList<>();
        try {
            for (DiskFile file : disk) {
                opened.add(open(file, options, said, wholeRows));
            }
            said.requireUse(opened);
            return opened;
        } catch (RuntimeException trouble) {
            opened.forEach(SourceFile::close);
            throw trouble;
        }
    }

    /** Makes choices once the sources' names are known. */
    @FunctionalInterface
    public interface ChoicesOfSources {
        ColumnChoices of(Set<String> sources);
    }

    private static SourceFile open(DiskFile file, ReadOptions options, ColumnChoices choices, boolean wholeRows) {
        Table table = Tables.open(file, options);
        try {
            int columns = table.columnNames().size();
            List<@Nullable String[]> sample = new ArrayList<>();
            long[] numbers = new long[SAMPLED_ROWS];
            boolean[] all = new boolean[columns];
            Arrays.fill(all, true);
            while (sample.size() < SAMPLED_ROWS && table.next()) {
                numbers[sample.size()] = table.rowNumber();
                sample.add(row(table, all));
            }
            ColumnMapping recognised = ColumnRecogniser.recognise(table.columnNames(), sample);
            String source = file.sourceName();
            String truth = choices.truth();
            int truthColumn = truth == null ? -1 : ColumnChoices.requireColumn(recognised, source, truth, "--truth");
            ColumnMapping mapping = choices.appliedTo(recognised, source);
            boolean[] needed = wholeRows ? all : needed(mapping, truthColumn);
            return new SourceFile(source, file, table, mapping, truthColumn, needed, sample, numbers);
        } catch (RuntimeException trouble) {
            table.close();
            throw trouble;
        }
    }

    private static boolean[] needed(ColumnMapping mapping, int truthColumn) {
        boolean[] needed = new boolean[mapping.columns().size()];
        for (RecognisedColumn column : mapping.columns()) {
            needed[column.index()] = column.meaning() != Meaning.UNRECOGNISED || column.index() == truthColumn;
        }
        return needed;
    }

    private static @Nullable String[] row(Table table, boolean[] needed) {
        @Nullable String[] row = new String[needed.length];
        for (int c = 0; c < needed.length; c++) {
            row[c] = needed[c] ? table.value(c) : null;
        }
        return row;
    }

    /** What the source is called in results. */
    public String name() {
        return name;
    }

    /** The size of the file, or -1 where nobody knows. */
    public long sizeBytes() {
        return disk.sizeBytes();
    }

    /** What each column holds. */
    public ColumnMapping mapping() {
        return mapping;
    }

    /** The column that says who is who; -1 for none. */
    int truthColumn() {
        return truthColumn;
    }

    List<String> columnNames() {
        return table.columnNames();
    }

    /** What was read and set aside so far. */
    public ReadingReport report() {
        return table.report();
    }

    /** Hands over every row in order, to the end of the file; the table stands on the row. */
    public void forEachRow(Consumer<Table> taker) {
        for (RowBatch rows = nextRows(); rows.size() > 0; rows = nextRows()) {
            BatchTable batch = new BatchTable(columnNames(), rows);
            while (batch.next()) {
                taker.accept(batch);
            }
        }
    }

    /**
     * The next rows in order; none at the end of the file.
     *
     * @throws CommandException at the end of a file that was changed meanwhile
     */
    RowBatch nextRows() {
        RowBatch batch = RowBatch.empty();
        int size = 0;
        while (size < RowBatch.ROWS && handedOut < firstRows.size()) {
            batch.values()[size] = firstRows.get(handedOut);
            batch.rowNumbers()[size++] = firstRowNumbers[handedOut];
            firstRows.set(handedOut++, new String[0]);
        }
        while (size < RowBatch.ROWS && table.next()) {
            batch.values()[size] = row(table, needed);
            batch.rowNumbers()[size++] = table.rowNumber();
        }
        if (size == 0) {
            disk.requireUnchanged();
        }
        return batch.ofSize(size);
    }

    @Override
    public void close() {
        table.close();
    }
}
