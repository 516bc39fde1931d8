package org.concordat.server.foundation.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Content of unknown length among other things: in parts with their lengths, ended by a part of length 0. */
final class Parts extends OutputStream {
    private static final int PART_BYTES = 1 << 16;

    private final DataOutputStream out;
    private final byte[] part = new byte[PART_BYTES];
    private int filled;

    Parts(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int oneByte) throws IOException {
        if (filled == part.length) {
            writePart();
        }
        part[filled++] = (byte) oneByte;
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == part.length) {
                writePart();
            }
            int fits = Math.min(left, part.length - filled);
            System.arraycopy(content, from, part, filled, fits);
            filled += fits;
            from += fits;
            left -= fits;
        }
    }

    private void writePart() throws IOException {
        out.writeInt(filled);
        out.write(part, 0, filled);
        filled = 0;
    }

    void end() throws IOException {
        if (filled > 0) {
            writePart();
        }
        out.writeInt(0);
    }

    /** Reads parts until the one that ends them. */
    static final class Reader extends InputStream {
        private final DataInputStream in;
        private int left;
        private boolean ended;

        Reader(DataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0 && !ended) {
                left = in.readInt();
                ended = left == 0;
            }
            if (ended) {
                return -1;
            }
            int read = Math.min(length, left);
            in.readFully(target, offset, read);
            left -= read;
            return read;
        }
    }
}
