package org.concordat.files.tables;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPInputStream;
import org.concordat.files.FilesException;

/** The bytes of a file after unpacking, with the first of them known beforehand. */
final class Content {

    private static final int SAMPLE_BYTES = 1 << 16;

    private final InputStream stream;
    private final byte[] sample;
    private final boolean packed;

    private Content(InputStream stream, byte[] sample, boolean packed) {
        this.stream = stream;
        this.sample = sample;
        this.packed = packed;
    }

    /** Opens a source and unpacks it when its first bytes say that it is gzipped, whatever its name. */
    static Content open(InputSource source, ReadOptions.Limits limits) throws IOException {
        InputStream raw = source.open();
        try {
            byte[] sample = raw.readNBytes(SAMPLE_BYTES);
            InputStream whole = joined(sample, raw);
            if (!isGzip(sample)) {
                return new Content(whole, sample, false);
            }
            InputStream unpacked = new Counted(new GZIPInputStream(whole, 1 << 15), limits.unpackedBytes());
            byte[] unpackedSample = unpacked.readNBytes(SAMPLE_BYTES);
            if (isGzip(unpackedSample)) {
                throw new FilesException(
                        "FILE-PACKED-TWICE",
                        source.name() + " is gzipped twice. Unpack it once and send what is inside.");
            }
            return new Content(joined(unpackedSample, unpacked), unpackedSample, true);
        } catch (IOException | FilesException trouble) {
            raw.close();
            throw trouble;
        }
    }

    /** All bytes, from the first. */
    InputStream stream() {
        return stream;
    }

    /** The first 64 KiB, or all there are; not to be changed. */
    byte[] sample() {
        return sample;
    }

    /** Whether the file was gzipped. */
    boolean packed() {
        return packed;
    }

    /** Everything, in memory. */
    byte[] readWhole(String fileName, long limitBytes) throws IOException {
        byte[] bytes = stream.readNBytes((int) limitBytes);
        if (bytes.length == limitBytes && stream.read() >= 0) {
            throw new FilesException(
                    "FILE-TOO-LARGE",
                    fileName + " is larger than " + limitBytes + " bytes, the most that is held in memory for its"
                            + " format. Export it as CSV, which is read row by row, or raise the limit.");
        }
        return bytes;
    }

    private static boolean isGzip(byte[] sample) {
        return sample.length >= 2 && (sample[0] & 0xff) == 0x1f && (sample[1] & 0xff) == 0x8b;
    }

    private static InputStream joined(byte[] first, InputStream rest) {
        return new AlwaysAvailable(new SequenceInputStream(new ByteArrayInputStream(first), rest));
    }

    /** Whether the sample starts with these bytes (0 to 255 each). */
    boolean startsWith(int... bytes) {
        if (sample.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((sample[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    // The JDK looks for a second gzip member only when bytes are "available", which a joined stream denies.
    private static final class AlwaysAvailable extends FilterInputStream {
        AlwaysAvailable(InputStream in) {
            super(in);
        }

        @Override
        public int available() throws IOException {
            return Math.max(1, super.available());
        }
    }

    /** Stops a stream that gives more than it may. */
    private static final class Counted extends FilterInputStream {
        private final long limitBytes;
        private long given;

        Counted(InputStream in, long limitBytes) {
            super(in);
            this.limitBytes = limitBytes;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws Trouble.LimitReached {
            given += bytes;
            if (given > limitBytes) {
                throw new Trouble.LimitReached(limitBytes);
            }
        }
    }
}
