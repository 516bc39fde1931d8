package org.concordat.files.tables;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.concordat.files.FilesException;

/** Unpacks the pages of a Parquet file, each in plain Java and never beyond the size it claims. */
final class ParquetCodec {

    private static final int LARGEST_PAGE_BYTES = 256 << 20;

    private ParquetCodec() {}

    /**
     * Unpacks one page.
     *
     * @param unpackedBytes the size that the page claims to have, which must turn out right
     */
    static byte[] unpacked(
            String fileName, CompressionCodec codec, byte[] bytes, int offset, int length, int unpackedBytes)
            throws IOException {
        if (unpackedBytes < 0 || unpackedBytes > LARGEST_PAGE_BYTES) {
            throw Trouble.damaged(fileName, "a page of it claims " + unpackedBytes + " bytes");
        }
        byte[] unpacked = switch (codec) {
            case UNCOMPRESSED -> Arrays.copyOfRange(bytes, offset, offset + length);
            case SNAPPY -> drained(new SnappyCompressorInputStream(in(bytes, offset, length)), unpackedBytes);
            case GZIP -> drained(new GZIPInputStream(in(bytes, offset, length)), unpackedBytes);
            case LZ4_RAW -> drained(new BlockLZ4CompressorInputStream(in(bytes, offset, length)), unpackedBytes);
            case ZSTD -> zstd(bytes, offset, length, unpackedBytes);
            case LZO, BROTLI, LZ4 ->
                throw new FilesException(
                        "FILE-PARQUET-CODEC",
                        fileName + " is Parquet packed with " + codec + ", which is not read. Write it with"
                                + " snappy, gzip, zstd or no compression.");
        };
        if (unpacked.length != unpackedBytes) {
            throw Trouble.damaged(fileName, "a page of it has not the size it claims");
        }
        return unpacked;
    }

    private static InputStream in(byte[] bytes, int offset, int length) {
        return new ByteArrayInputStream(bytes, offset, length);
    }

    private static byte[] drained(InputStream in, int unpackedBytes) throws IOException {
        try (in) {
            return in.readNBytes(unpackedBytes);
        }
    }

    private static byte[] zstd(byte[] bytes, int offset, int length, int unpackedBytes) {
        byte[] target = new byte[unpackedBytes];
        int written = new ZstdDecompressor().decompress(bytes, offset, length, target, 0, unpackedBytes);
        return written == unpackedBytes ? target : new byte[0];
    }
}
