package org.concordat.files.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of one column within one row group, unpacked one at a time. */
final class ParquetPages implements PageReader {

    private final String fileName;
    private final byte[] bytes;
    private final CompressionCodec codec;
    private final long valueCount;
    private final int end;
    private int position;
    private long valuesGiven;

    /** @param footerStart where the file's values end at the latest */
    ParquetPages(String fileName, byte[] bytes, ColumnMetaData column, int footerStart) {
        this.fileName = fileName;
        this.bytes = bytes;
        this.codec = column.getCodec();
        this.valueCount = column.getNum_values();
        long start = column.getData_page_offset();
        if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
            start = Math.min(start, column.getDictionary_page_offset());
        }
        long length = column.getTotal_compressed_size();
        if (start < 4 || length < 0 || length > footerStart || start + length > footerStart || valueCount < 0) {
            throw Trouble.damaged(fileName, "a column of it lies outside of it");
        }
        this.position = (int) start;
        this.end = (int) (start + length);
    }

    @Override
    public long getTotalValueCount() {
        return valueCount;
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        int before = position;
        if (position == end) {
            return null;
        }
        PageHeader header = readHeader();
        if (header.getType() != PageType.DICTIONARY_PAGE) {
            position = before;
            return null;
        }
        DictionaryPageHeader dictionary = header.getDictionary_page_header();
        byte[] content = unpackWhole(header);
        // Every value takes at least a byte, save that a table of nothing but empty fixed values would not.
        if (dictionary.getNum_values() < 0 || dictionary.getNum_values() > content.length) {
            throw Trouble.damaged(fileName, "a dictionary of it claims more values than it holds");
        }
        return new DictionaryPage(
                BytesInput.from(content), dictionary.getNum_values(), encoding(dictionary.getEncoding()));
    }

    @Override
    public @Nullable DataPage readPage() {
        while (valuesGiven < valueCount && position < end) {
            PageHeader header = readHeader();
            switch (header.getType()) {
                case DATA_PAGE -> {
                    return firstKind(header);
                }
                case DATA_PAGE_V2 -> {
                    return secondKind(header);
                }
                case INDEX_PAGE, DICTIONARY_PAGE -> position += header.getCompressed_page_size();
            }
        }
        return null;
    }

    private PageHeader readHeader() {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, position, end - position);
        try {
            PageHeader header = Util.readPageHeader(in);
            position = end - in.available();
            if (header.getCompressed_page_size() < 0 || header.getCompressed_page_size() > end - position) {
                throw Trouble.damaged(fileName, "a page of it lies outside of its column");
            }
            return header;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private DataPage firstKind(PageHeader header) {
        DataPageHeader page = header.getData_page_header();
        int values = countValues(page.getNum_values());
        byte[] content = unpackWhole(header);
        return new DataPageV1(
                BytesInput.from(content),
                values,
                content.length,
                null,
                encoding(page.getRepetition_level_encoding()),
                encoding(page.getDefinition_level_encoding()),
                encoding(page.getEncoding()));
    }

    // In pages of the second kind only the values are packed, not the levels before them.
    private DataPage secondKind(PageHeader header) {
        DataPageHeaderV2 page = header.getData_page_header_v2();
        int values = countValues(page.getNum_values());
        int repetition = page.getRepetition_levels_byte_length();
        int definition = page.getDefinition_levels_byte_length();
        int packed = header.getCompressed_page_size() - repetition - definition;
        int unpacked = header.getUncompressed_page_size() - repetition - definition;
        if (repetition < 0 || definition < 0 || packed < 0) {
            throw Trouble.damaged(fileName, "a page of it claims more levels than it holds");
        }
        int start = position;
        position += header.getCompressed_page_size();
        boolean isPacked = !page.isSetIs_compressed() || page.isIs_compressed();
        byte[] content = packed == 0
                ? new byte[0]
                : unpack(
                        isPacked ? codec : CompressionCodec.UNCOMPRESSED,
                        start + repetition + definition,
                        packed,
                        unpacked);
        return DataPageV2.uncompressed(
                page.getNum_rows(),
                page.getNum_nulls(),
                values,
                BytesInput.from(bytes, start, repetition),
                BytesInput.from(bytes, start + repetition, definition),
                encoding(page.getEncoding()),
                BytesInput.from(content),
                null);
    }

    private int countValues(int values) {
        if (values < 0 || values > valueCount - valuesGiven) {
            throw Trouble.damaged(fileName, "a page of it claims more values than its column has");
        }
        valuesGiven += values;
        return values;
    }

    private byte[] unpackWhole(PageHeader header) {
        int start = position;
        position += header.getCompressed_page_size();
        return unpack(codec, start, header.getCompressed_page_size(), header.getUncompressed_page_size());
    }

    private byte[] unpack(CompressionCodec how, int start, int packed, int unpacked) {
        try {
            return ParquetCodec.unpacked(fileName, how, bytes, start, packed, unpacked);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding written) {
        return Encoding.valueOf(written.name());
    }
}
