package org.concordat.ledger.stores;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.concordat.ledger.stores.Disk.DiskFile;

/**
 * Up to where batches were acknowledged. It is written after a batch was forced to disk, and not forced itself: where it is
 * found, what it covers had been safe, so whatever is broken there was damaged later. Where a crash of the machine lost it, an
 * older one is found or none, and nobody can tell a last batch that was damaged from one that was never whole.
 *
 * @param size entries up to there
 * @param endBytes where the last of their batches ends in the file of entries
 */
record Acknowledged(long size, long endBytes) {
    private static final int CHECKED_BYTES = 2 * Long.BYTES;

    void write(DiskFile file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHECKED_BYTES + Integer.BYTES);
        bytes.putLong(size).putLong(endBytes);
        bytes.putInt(checksum(bytes.array()));
        file.write(0, bytes.array());
    }

    /** Empty where there is none, or not all of one. */
    static Optional<Acknowledged> read(DiskFile file) throws IOException {
        if (file.size() < CHECKED_BYTES + Integer.BYTES) {
            return Optional.empty();
        }
        byte[] there = new byte[CHECKED_BYTES + Integer.BYTES];
        file.read(0, there);
        ByteBuffer bytes = ByteBuffer.wrap(there);
        var known = new Acknowledged(bytes.getLong(), bytes.getLong());
        return bytes.getInt() == checksum(there) ? Optional.of(known) : Optional.empty();
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, CHECKED_BYTES);
        return (int) checksum.getValue();
    }
}
