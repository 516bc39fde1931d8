package org.concordat.server.agreements.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.UUID;
import javax.crypto.Mac;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.concordat.server.foundation.keys.Keys;
import org.springframework.stereotype.Component;

/**
 * The keys with which the server signs for people who have signed in to it: one Ed25519 key for each person and organisation, derived
 * by HMAC-SHA-256 from a secret outside the database. Whoever reads a signature later can verify it without the server.
 */
@Component
class SignatoryKeys {

    private final Keys keys;

    SignatoryKeys(Keys keys) {
        this.keys = keys;
    }

    /** 32 bytes, as signatories' files hold them. */
    byte[] publicKey(String organisation, UUID person) {
        return new Ed25519PrivateKeyParameters(seed(organisation, person))
                .generatePublicKey()
                .getEncoded();
    }

    PrivateKey privateKey(String organisation, UUID person) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed(organisation, person)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has Ed25519.", impossible);
        }
    }

    private byte[] seed(String organisation, UUID person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.secret("signatories").key("HmacSHA256"));
            return mac.doFinal((organisation + " " + person).getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", impossible);
        }
    }
}
