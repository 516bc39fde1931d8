package org.concordat.files.tables;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.concordat.files.FilesException;

/** Opens tables of any format. What a file is, its content decides first and its name second. */
public final class Tables {

    private static final int SNIFFED_CHARACTERS = 1 << 16;

    private Tables() {}

    /**
     * Opens the table in a file.
     *
     * @return a table whose header is read and that has at least one good row, unless no rows are accepted
     * @throws FilesException when the file is no table that can be read, here or later from {@link Table#next}.
     *     <ul>
     *       <li>Nothing in it: {@code FILE-EMPTY}, {@code FILE-HEADER-ONLY}, {@code FILE-NO-GOOD-ROWS}
     *       <li>No table, or none we read: {@code FILE-BINARY}, {@code FILE-NOT-A-TABLE}, {@code FILE-FORMAT-OLD-EXCEL},
     *           {@code FILE-ENCRYPTED}, {@code FILE-PACKED-TWICE}, {@code FILE-PARQUET-CODEC}, {@code FILE-JSON-SHAPE},
     *           {@code FILE-NO-SUCH-SHEET}, {@code FILE-ENCODING}
     *       <li>Broken: {@code FILE-CUT-SHORT}, {@code FILE-DAMAGED}, {@code FILE-QUOTES}, {@code FILE-HEADER-BROKEN},
     *           {@code FILE-DUPLICATE-COLUMNS}
     *       <li>Too much: {@code FILE-TOO-LARGE}, {@code FILE-TOO-WIDE}
     *       <li>Its place failed: {@code FILE-UNREADABLE}
     *     </ul>
     */
    public static Table open(InputSource source, ReadOptions options) {
        try {
            return opened(source, options);
        } catch (IOException trouble) {
            throw Trouble.reading(source.name(), trouble);
        }
    }

    private static Table opened(InputSource source, ReadOptions options) throws IOException {
        Content content = Content.open(source, options.limits());
        try {
            ReadTable table = tableOf(source, content, options);
            table.lookAhead(options.acceptNoRows());
            return table;
        } catch (IOException | RuntimeException trouble) {
            content.stream().close();
            throw trouble;
        }
    }

    private static ReadTable tableOf(InputSource source, Content content, ReadOptions options) throws IOException {
        Foreign.refuse(source.name(), content);
        if (content.startsWith('P', 'K', 3, 4) || content.startsWith('P', 'K', 5, 6)) {
            byte[] bytes = content.readWhole(source.name(), options.limits().inMemoryBytes());
            content.stream().close();
            return WorkbookTable.open(source.name(), bytes, options, content.packed());
        }
        if (content.startsWith('P', 'A', 'R', '1') || content.startsWith('P', 'A', 'R', 'E')) {
            byte[] bytes = content.readWhole(source.name(), options.limits().inMemoryBytes());
            content.stream().close();
            return ParquetTable.open(source.name(), bytes, options, content.packed());
        }
        return textTable(source.name(), content, options);
    }

    private static ReadTable textTable(String fileName, Content content, ReadOptions options) throws IOException {
        Encodings.Start start = Encodings.find(content);
        if (start == null) {
            throw new FilesException(
                    "FILE-ENCODING", fileName + " is text in UTF-32, which is not read. Save it as UTF-8.");
        }
        Charset charset = options.encoding() == null ? start.charset() : options.encoding();
        content.stream().skipNBytes(start.markBytes());
        TextReader text = new TextReader(
                fileName,
                content.stream(),
                charset,
                start.certain() && charset.equals(StandardCharsets.UTF_8),
                options.encoding() != null);
        char[] sample = new char[SNIFFED_CHARACTERS];
        int known = fill(text, sample);
        refuseBinary(fileName, sample, known);
        String beginning = new String(sample, 0, known);
        boolean complete = known < sample.length;
        Reader whole = new Joined(new CharArrayReader(Arrays.copyOf(sample, known)), text);
        JsonShape json = options.delimiter() == null ? JsonShape.find(fileName, beginning, complete) : null;
        if (json != null) {
            return jsonTable(fileName, json, whole, content.packed() ? ", gzip" : "", options.limits());
        }
        Dialect dialect = new DialectSniffer(beginning, complete).find(options.delimiter());
        return new DelimitedTable(fileName, text, whole, dialect, options, content.packed());
    }

    private static ReadTable jsonTable(
            String fileName, JsonShape shape, Reader text, String packing, ReadOptions.Limits limits)
            throws IOException {
        JsonFlattener flattener = new JsonFlattener(limits.columns());
        return switch (shape) {
            case DOCUMENT ->
                new JsonTable(
                        fileName,
                        new JsonDocument(fileName, text, flattener, limits),
                        flattener,
                        "JSON" + packing,
                        limits);
            case LINES ->
                new JsonTable(
                        fileName, new JsonLines(text, flattener, limits), flattener, "JSON lines" + packing, limits);
        };
    }

    private static int fill(Reader text, char[] sample) throws IOException {
        int known = 0;
        while (known < sample.length) {
            int read = text.read(sample, known, sample.length - known);
            if (read < 0) {
                break;
            }
            known += read;
        }
        return known;
    }

    // A stray control character spoils a row; many of them mean that this never was text.
    private static void refuseBinary(String fileName, char[] sample, int known) {
        int controls = 0;
        boolean blank = true;
        for (int i = 0; i < known; i++) {
            controls += Trimming.isControl(sample[i]) || sample[i] == '\ufffd' ? 1 : 0;
            blank &= Trimming.isWhite(sample[i]);
        }
        if (controls > 8 && controls * 25L > known) {
            throw Foreign.binary(fileName);
        }
        if (blank) {
            throw Foreign.empty(fileName);
        }
    }

    /** One text after another. */
    private static final class Joined extends Reader {
        private final Reader first;
        private final Reader second;
        private boolean firstDone;

        Joined(Reader first, Reader second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (!firstDone) {
                int read = first.read(target, offset, length);
                if (read >= 0) {
                    return read;
                }
                firstDone = true;
            }
            return second.read(target, offset, length);
        }

        @Override
        public void close() throws IOException {
            second.close();
        }
    }
}
