package org.concordat.files.tables;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a caller knows better than the file shows; everything left {@code null} is found out from the content.
 *
 * @param delimiter the character between two fields of delimited text
 * @param encoding of text. A file that breaks it is refused, whereas a guessed encoding bends
 * @param sheet name of the worksheet of a workbook
 * @param acceptNoRows whether a header with nothing below it is a table of no rows rather than an error
 * @param limits what a file may demand of the machine
 */
public record ReadOptions(
        @Nullable Character delimiter,
        @Nullable Charset encoding,
        @Nullable String sheet,
        boolean acceptNoRows,
        Limits limits) {

    public ReadOptions {
        if (delimiter != null && (delimiter == '"' || delimiter == '\n' || delimiter == '\r')) {
            throw new IllegalArgumentException(
                    "delimiter: a line break or a double quote cannot separate fields; given character "
                            + (int) delimiter);
        }
    }

    /** Everything is found out from the content, a table must have rows, and {@link Limits#defaults} apply. */
    public static ReadOptions defaults() {
        return new ReadOptions(null, null, null, false, Limits.defaults());
    }

    public ReadOptions withDelimiter(char given) {
        return new ReadOptions(given, encoding, sheet, acceptNoRows, limits);
    }

    public ReadOptions withEncoding(Charset given) {
        return new ReadOptions(delimiter, given, sheet, acceptNoRows, limits);
    }

    public ReadOptions withSheet(String given) {
        return new ReadOptions(delimiter, encoding, given, acceptNoRows, limits);
    }

    /** A header with nothing below it is read as a table of no rows. */
    public ReadOptions acceptingNoRows() {
        return new ReadOptions(delimiter, encoding, sheet, true, limits);
    }

    public ReadOptions withLimits(Limits given) {
        return new ReadOptions(delimiter, encoding, sheet, acceptNoRows, given);
    }

    /**
     * What a file may demand of the machine, so that a hostile one is refused and not obeyed.
     *
     * @param columns most columns of a table
     * @param fieldCharacters longest value of delimited text; a row with a longer one is set aside
     * @param rowCharacters longest row of delimited text or JSON lines; a longer one is set aside
     * @param inMemoryBytes largest workbook or Parquet file, which must be held in memory (compressed size)
     * @param unpackedBytes most bytes that a compressed file may unpack to
     */
    public record Limits(int columns, int fieldCharacters, int rowCharacters, long inMemoryBytes, long unpackedBytes) {

        public Limits {
            if (columns < 1 || fieldCharacters < 1 || rowCharacters < fieldCharacters) {
                throw new IllegalArgumentException("limits: at least one column and one character, and a row no"
                        + " shorter than a field; given " + columns + ", " + fieldCharacters + ", " + rowCharacters);
            }
            if (inMemoryBytes < 1 || inMemoryBytes > Integer.MAX_VALUE - 16L || unpackedBytes < 1) {
                throw new IllegalArgumentException("limits: 1 to 2147483631 bytes in memory and at least 1 unpacked;"
                        + " given " + inMemoryBytes + ", " + unpackedBytes);
            }
        }

        /** 4,096 columns, 1 million characters a field, 4 million a row, 512 MiB in memory, 64 GiB unpacked. */
        public static Limits defaults() {
            return new Limits(4_096, 1_000_000, 4_000_000, 512L << 20, 64L << 30);
        }
    }
}
