package org.concordat.ledger.stores;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.concordat.ledger.stores.Disk.DiskFile;

/**
 * A batch as it lies in the file: a head of 32 bytes, then each entry after its length. Checksums over both tell a batch
 * that a crash cut off from a whole one; they do not guard against anyone who can also compute them.
 *
 * <p>The head: mark, index of the first entry (8 bytes), number of entries, bytes after the head, checksum of those, four
 * bytes of zero, checksum of the head before it; 4 bytes each where nothing is said, all big-endian.
 */
record Batch(long firstIndex, List<byte[]> entries) {
    static final int HEAD_BYTES = 32;

    /** Its first bytes cannot stand in UTF-8, so no entry holds it. */
    private static final int MARK = 0xFFC0DE01;

    private static final int CHECKED_HEAD_BYTES = HEAD_BYTES - Integer.BYTES;
    private static final int LOOK_BYTES = 1 << 20;

    byte[] bytes() {
        int length = lengthBytes();
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + length);
        bytes.position(HEAD_BYTES);
        for (byte[] entry : entries) {
            bytes.putInt(entry.length).put(entry);
        }
        bytes.position(0);
        bytes.putInt(MARK).putLong(firstIndex).putInt(entries.size()).putInt(length);
        bytes.putInt(checksum(bytes.array(), HEAD_BYTES, length)).putInt(0);
        bytes.putInt(checksum(bytes.array(), 0, CHECKED_HEAD_BYTES));
        return bytes.array();
    }

    /** How far each entry's length stands from the batch's beginning. */
    long[] offsets() {
        long[] offsets = new long[entries.size()];
        long offset = HEAD_BYTES;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offset;
            offset += Integer.BYTES + entries.get(i).length;
        }
        return offsets;
    }

    private int lengthBytes() {
        return entries.stream().mapToInt(entry -> Integer.BYTES + entry.length).sum();
    }

    /** How many bytes the batch takes in the file. */
    long fileBytes() {
        return (long) HEAD_BYTES + lengthBytes();
    }

    /** The whole batch at a place; empty where there is none or not all of it. */
    static Optional<Batch> read(DiskFile file, long position, long fileBytes) throws IOException {
        if (fileBytes - position < HEAD_BYTES) {
            return Optional.empty();
        }
        byte[] head = new byte[HEAD_BYTES];
        file.read(position, head);
        Optional<Head> known = Head.of(head, 0);
        if (known.isEmpty() || known.get().length > fileBytes - position - HEAD_BYTES) {
            return Optional.empty();
        }
        byte[] body = new byte[known.get().length];
        file.read(position + HEAD_BYTES, body);
        if (checksum(body, 0, body.length) != known.get().checksum) {
            return Optional.empty();
        }
        return entries(body, known.get().count).map(entries -> new Batch(known.get().firstIndex, entries));
    }

    private static Optional<List<byte[]>> entries(byte[] body, int count) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (entries.size() < count) {
            int length = body.length - at < Integer.BYTES
                    ? -1
                    : ByteBuffer.wrap(body).getInt(at);
            at += Integer.BYTES;
            if (length < 0 || length > body.length - at) {
                return Optional.empty();
            }
            entries.add(Arrays.copyOfRange(body, at, at + length));
            at += length;
        }
        return at == body.length ? Optional.of(entries) : Optional.empty();
    }

    /** Whether a batch's head stands anywhere from {@code from} on: then what lies before it had been acknowledged. */
    static boolean anyHead(DiskFile file, long from, long fileBytes) throws IOException {
        for (long start = from; start + HEAD_BYTES <= fileBytes; start += LOOK_BYTES - HEAD_BYTES) {
            byte[] window = new byte[(int) Math.min(LOOK_BYTES, fileBytes - start)];
            file.read(start, window);
            for (int at = 0; at + HEAD_BYTES <= window.length; at++) {
                if (window[at] == (byte) (MARK >>> 24) && Head.of(window, at).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, length);
        return (int) checksum.getValue();
    }

    private record Head(long firstIndex, int count, int length, int checksum) {
        static Optional<Head> of(byte[] bytes, int offset) {
            ByteBuffer head = ByteBuffer.wrap(bytes, offset, HEAD_BYTES);
            int mark = head.getInt();
            var known = new Head(head.getLong(), head.getInt(), head.getInt(), head.getInt());
            boolean whole = mark == MARK
                    && head.getInt() == 0
                    && head.getInt() == Batch.checksum(bytes, offset, CHECKED_HEAD_BYTES)
                    && known.firstIndex >= 0
                    && known.count > 0
                    && known.length >= 0;
            return whole ? Optional.of(known) : Optional.empty();
        }
    }
}
