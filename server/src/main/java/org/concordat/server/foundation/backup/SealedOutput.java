package org.concordat.server.foundation.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.concordat.server.foundation.keys.Secret;

/** Encrypts what is written to it. Without {@link #close} the last block is missing, and no reader accepts the rest. */
final class SealedOutput extends OutputStream {
    private final DataOutputStream out;
    private final Blocks blocks;
    private final byte[] block = new byte[Blocks.BLOCK_BYTES];
    private int filled;
    private boolean closed;

    SealedOutput(OutputStream out, Secret secret) throws IOException, GeneralSecurityException {
        this.out = new DataOutputStream(out);
        byte[] salt = new byte[Blocks.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        this.blocks = new Blocks(secret, salt);
        this.out.write(Blocks.FIRST_LINE);
        this.out.write(salt);
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == block.length) {
                writeBlock(false);
            }
            int part = Math.min(left, block.length - filled);
            System.arraycopy(content, from, block, filled, part);
            filled += part;
            from += part;
            left -= part;
        }
    }

    private void writeBlock(boolean last) throws IOException {
        try {
            byte[] sealed = blocks.seal(block, filled, last);
            out.writeInt(sealed.length);
            out.write(sealed);
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("a block could not be encrypted", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            writeBlock(true);
            out.flush();
        }
    }
}
