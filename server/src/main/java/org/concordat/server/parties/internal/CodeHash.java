package org.concordat.server.parties.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

/** The hash by which an app makes one-time codes from its secret (RFC 6238). */
public enum CodeHash {
    /** Of secrets from before there was another, and of apps that know no other where a setting lets them in. */
    SHA1(TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1),
    SHA256(TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA256);

    private final String hmac;

    CodeHash(String hmac) {
        this.hmac = hmac;
    }

    /** Java's name of the code of authentication by it. */
    String hmac() {
        return hmac;
    }
}
