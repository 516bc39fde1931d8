package org.concordat.server.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.concordat.server.decisions.facts.SubjectReference;
import org.concordat.server.foundation.keys.Keys;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA256 under a key of its own for each organisation and year, in the server's key folder. Removing that key's file, and
 * starting again, makes the year's hashes say nothing for ever.
 */
@Component
final class KeyedSubjects implements SubjectHashes {

    private static final String HMAC = "HmacSHA256";
    private static final int NAME_DIGITS = 16;

    private final Keys keys;
    private final Map<String, SecretKey> opened = new ConcurrentHashMap<>();

    KeyedSubjects(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String of(String organisation, int year, SubjectReference subject) {
        SecretKey key = opened.computeIfAbsent(
                keyName(organisation, year), name -> keys.secret(name).key(HMAC));
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return "subject:"
                    + HexFormat.of().formatHex(mac.doFinal(subject.text().getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }

    /** A name that files can have, whatever the organisation's code. */
    private static String keyName(String organisation, int year) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(organisation.getBytes(UTF_8));
            return "subjects-x" + HexFormat.of().formatHex(hash).substring(0, NAME_DIGITS) + "-" + year;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
