package org.concordat.files.tables;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.concordat.files.FilesException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A table in an Excel workbook (.xlsx, .xlsm): the sheet that was asked for, or the first visible one that has rows and
 * at least two columns.
 *
 * <p>The rows of a sheet are streamed; the packed workbook and its shared texts are in memory.
 */
final class WorkbookTable extends ReadTable {

    private static final int ROWS_LOOKED_AT = 20;

    private final ReadableWorkbook workbook;
    private final WorkbookCells cells;
    private final ReadOptions.Limits limits;
    private final boolean packed;
    private final Deque<@Nullable String[]> ahead = new ArrayDeque<>();
    private final Header header;
    private Iterator<Row> rows = List.<Row>of().iterator();
    private @Nullable String[] current = {};

    private WorkbookTable(
            String fileName, ReadableWorkbook workbook, Sheets sheets, ReadOptions options, boolean packed) {
        super(fileName, sheets);
        this.workbook = workbook;
        this.cells = new WorkbookCells(workbook.isDate1904());
        this.limits = options.limits();
        this.packed = packed;
        chooseSheet(sheets, options.sheet());
        this.header = Header.of(fileName, Arrays.asList(takeHeader()), limits);
        header.notes().forEach(this::note);
    }

    static WorkbookTable open(String fileName, byte[] bytes, ReadOptions options, boolean packed) {
        Archive.requireWorkbook(fileName, bytes, options.limits());
        return guarded(fileName, () -> {
            ReadableWorkbook workbook = workbook(fileName, bytes);
            return new WorkbookTable(fileName, workbook, new Sheets(workbook), options, packed);
        });
    }

    // A workbook without a styles part can only be read without formats, and has none.
    private static ReadableWorkbook workbook(String fileName, byte[] bytes) {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException _) {
            try {
                return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true));
            } catch (IOException | RuntimeException _) {
                throw Trouble.damaged(fileName, "its workbook parts are missing or damaged");
            }
        }
    }

    // The reader below throws whatever a damaged part makes it stumble over, and its messages quote cells.
    private static <T> T guarded(String fileName, Supplier<T> step) {
        try {
            return step.get();
        } catch (FilesException refused) {
            throw refused;
        } catch (RuntimeException _) {
            throw Trouble.damaged(fileName, "a sheet of it is damaged");
        }
    }

    /** The open workbook and the open sheet. */
    private static final class Sheets implements Closeable {
        private final ReadableWorkbook workbook;
        private @Nullable Stream<Row> open;

        Sheets(ReadableWorkbook workbook) {
            this.workbook = workbook;
        }

        Iterator<Row> open(Sheet sheet) throws IOException {
            closeSheet();
            Stream<Row> stream = sheet.openStream();
            open = stream;
            return stream.iterator();
        }

        private void closeSheet() {
            if (open != null) {
                open.close();
                open = null;
            }
        }

        @Override
        public void close() throws IOException {
            closeSheet();
            workbook.close();
        }
    }

    private void chooseSheet(Sheets sheets, @Nullable String wanted) {
        List<Sheet> all = workbook.getSheets().toList();
        if (wanted != null) {
            Sheet sheet = all.stream()
                    .filter(each -> wanted.equals(each.getName()))
                    .findFirst()
                    .orElseThrow(() -> new FilesException(
                            "FILE-NO-SUCH-SHEET",
                            fileName() + " has no sheet called " + wanted + " among its " + all.size()
                                    + ". Look at the names at the foot of the workbook."));
            look(sheets, sheet);
            return;
        }
        List<Sheet> visible = all.stream()
                .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        for (int leastColumns = 2; leastColumns >= 1; leastColumns--) {
            for (Sheet sheet : visible) {
                look(sheets, sheet);
                if (ahead.size() >= leastColumns && widest() >= leastColumns) {
                    if (all.size() > 1) {
                        note("Sheet " + (sheet.getIndex() + 1) + " of " + all.size() + " was read.");
                    }
                    return;
                }
            }
        }
        throw Foreign.empty(fileName());
    }

    private void look(Sheets sheets, Sheet sheet) {
        ahead.clear();
        try {
            rows = sheets.open(sheet);
        } catch (IOException _) {
            throw Trouble.damaged(fileName(), "a sheet of it is damaged");
        }
        while (ahead.size() < ROWS_LOOKED_AT) {
            @Nullable String[] texts = nextTexts();
            if (texts == null) {
                break;
            }
            ahead.add(texts);
        }
    }

    private int widest() {
        return ahead.stream().mapToInt(WorkbookTable::filled).max().orElse(0);
    }

    private static int filled(@Nullable String[] texts) {
        int filled = 0;
        for (String text : texts) {
            filled += text == null ? 0 : 1;
        }
        return filled;
    }

    // A title above the header fills one cell where the table below fills several.
    private @Nullable String[] takeHeader() {
        int above = 0;
        if (widest() >= 3) {
            while (filled(ahead.getFirst()) <= 1) {
                ahead.removeFirst();
                above++;
            }
        }
        if (above > 0) {
            note("Skipped above the header: " + counted(above, "row") + ".");
        }
        if (ahead.isEmpty()) {
            throw Foreign.empty(fileName());
        }
        return ahead.removeFirst();
    }

    /** The next row that is not blank, {@code null} at the end. */
    private @Nullable String @Nullable [] nextTexts() {
        while (rows.hasNext()) {
            Row row = rows.next();
            int last = -1;
            @Nullable String[] texts = new @Nullable String[Math.min(row.getCellCount(), limits.columns() + 1)];
            for (int i = 0; i < texts.length; i++) {
                String text = cells.text(row.getOptionalCell(i).orElse(null));
                texts[i] = text == null ? null : Trimming.trimmed(text);
                last = texts[i] == null ? last : i;
            }
            if (last >= 0) {
                return Arrays.copyOf(texts, last + 1);
            }
        }
        return null;
    }

    @Override
    public List<String> columnNames() {
        return header.names();
    }

    @Override
    boolean readRow() {
        while (true) {
            @Nullable String[] texts = ahead.isEmpty() ? guardedNext() : ahead.poll();
            if (texts == null) {
                return false;
            }
            countRow();
            int columns = header.names().size();
            if (texts.length <= columns) {
                current = Arrays.copyOf(texts, columns);
                return true;
            }
            setAside(texts.length + " fields where the header has " + columns);
        }
    }

    private @Nullable String @Nullable [] guardedNext() {
        try {
            return nextTexts();
        } catch (RuntimeException _) {
            throw Trouble.damaged(fileName(), "a sheet of it is damaged");
        }
    }

    @Override
    @Nullable String rawValue(int column) {
        return current[column];
    }

    @Override
    String format() {
        return "Excel" + (packed ? ", gzip" : "");
    }

    @Override
    List<String> runningNotes() {
        List<String> notes = new ArrayList<>();
        if (cells.errors() > 0) {
            notes.add("Read as empty: " + counted(cells.errors(), "cell") + " with the error of a formula.");
        }
        if (cells.formulasWithoutResult() > 0) {
            notes.add("Read as empty: " + counted(cells.formulasWithoutResult(), "formula")
                    + " saved without a result; open the file in Excel and save it.");
        }
        return notes;
    }
}
