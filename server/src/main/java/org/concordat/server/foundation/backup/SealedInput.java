package org.concordat.server.foundation.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.keys.Secret;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SealedOutput} wrote, and gives out no byte that was not written there and then. */
final class SealedInput extends InputStream {
    private final PushbackInputStream ahead;
    private final DataInputStream in;
    private final Blocks blocks;
    private byte[] block = new byte[0];
    private int next;
    private boolean last;

    SealedInput(InputStream file, Secret secret) throws IOException, GeneralSecurityException {
        this.ahead = new PushbackInputStream(file);
        this.in = new DataInputStream(ahead);
        if (!Arrays.equals(in.readNBytes(Blocks.FIRST_LINE.length), Blocks.FIRST_LINE)) {
            throw new ServerException(
                    "BACKUP-UNREADABLE",
                    "The file is no back-up of Concordat, or one of a newer form. Name the file that concordat backup"
                            + " wrote.");
        }
        byte[] salt = in.readNBytes(Blocks.SALT_BYTES);
        if (salt.length < Blocks.SALT_BYTES) {
            throw damaged(null);
        }
        this.blocks = new Blocks(secret, salt);
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
        while (next == block.length) {
            if (last) {
                return -1;
            }
            readBlock();
        }
        int part = Math.min(length, block.length - next);
        System.arraycopy(block, next, target, offset, part);
        next += part;
        return part;
    }

    private void readBlock() throws IOException {
        try {
            int length = in.readInt();
            if (length < Blocks.TAG_BYTES || length > Blocks.BLOCK_BYTES + Blocks.TAG_BYTES) {
                throw damaged(null);
            }
            byte[] sealed = in.readNBytes(length);
            if (sealed.length < length) {
                throw damaged(null);
            }
            int following = ahead.read();
            last = following < 0;
            if (!last) {
                ahead.unread(following);
            }
            block = blocks.open(sealed, last);
            next = 0;
        } catch (EOFException | GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private static ServerException damaged(@Nullable Exception cause) {
        String message =
                "The back-up cannot be opened: it was changed or cut short, or the key back-up is another one than"
                        + " it was written with. Take an undamaged copy, and restore the keys that belong to it.";
        return cause == null
                ? new ServerException("BACKUP-DAMAGED", message)
                : new ServerException("BACKUP-DAMAGED", message, cause);
    }
}
