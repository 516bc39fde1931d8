package org.concordat.ledger.notes;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** Keys for tests, new in every run: nothing in a test depends on which. */
public final class Keys {
    private Keys() {}

    /** A new key with a name. */
    public static SigningKey named(String name) {
        return SigningKey.of(name, pair("Ed25519"));
    }

    static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
