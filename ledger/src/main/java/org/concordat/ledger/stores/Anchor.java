package org.concordat.ledger.stores;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.ledger.merkle.Hash;

/**
 * Up to where a file store's hashes and index are known to be on disk, so that opening it need not read everything again.
 *
 * @param size entries up to there
 * @param endBytes where their last batch ends in the file of entries
 * @param root of the tree over them
 */
record Anchor(long size, long endBytes, Hash root) {
    private static final Pattern TEXT =
            Pattern.compile("concordat ledger anchor 1\n(\\d{1,18})\n(\\d{1,18})\n([A-Za-z0-9+/]{43}=)\n");

    /** Empty unless it is one, whole; then everything is read again. */
    static Optional<Anchor> parse(byte[] text) {
        Matcher parts = TEXT.matcher(new String(text, US_ASCII));
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Hash.ofBase64(parts.group(3))
                .map(root -> new Anchor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), root));
    }

    byte[] text() {
        return ("concordat ledger anchor 1\n" + size + "\n" + endBytes + "\n" + root.base64() + "\n")
                .getBytes(US_ASCII);
    }
}
