package org.concordat.policy.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SigningTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 6);

    private final KeyPair pair = pair("Ed25519");
    private final Organisation.Signatory chief = signatory(raw(pair));
    private final String file = Signing.sign("s1", "SC-1", "abcd", "council", "chief", DAY, pair.getPrivate());

    @Test
    void writesAFileWhoseValueIsTheSignatorysOwn() {
        assertThat(file)
                .startsWith(
                        "signature: s1\nof: SC-1\nfingerprint: abcd\norganisation: council\nsignatory: chief\non: 2026-01-06\n")
                .endsWith("=\n");
        assertThat(Signing.isSignedBy(chief, signature(Optional.of(value())))).isTrue();
        assertThat(Signing.isSignedBy(signatory(raw(pair("Ed25519"))), signature(Optional.of(value()))))
                .isFalse();
    }

    @Test
    void signsAMessageThatCanBeTakenForNothingElse() {
        assertThat(new String(Signing.message("SC-1", "abcd", "council", "chief", DAY), UTF_8))
                .isEqualTo("concordat agreement signature v1\n"
                        + "{\"fingerprint\":\"abcd\",\"of\":\"SC-1\",\"on\":\"2026-01-06\","
                        + "\"organisation\":\"council\",\"signatory\":\"chief\"}");
    }

    @Test
    void anythingOddIsNoSignature() {
        assertThat(Signing.isSignedBy(chief, signature(Optional.empty())))
                .as("a typed name")
                .isFalse();
        assertThat(Signing.isSignedBy(chief, signature(Optional.of(new byte[64]))))
                .as("nothing but zeros")
                .isFalse();
        assertThat(Signing.isSignedBy(chief, signature(Optional.of(Arrays.copyOf(value(), 63)))))
                .as("one byte short")
                .isFalse();
        byte[] noPoint = new byte[32];
        Arrays.fill(noPoint, (byte) 0xff);
        assertThat(Signing.isSignedBy(signatory(noPoint), signature(Optional.of(value()))))
                .as("a key that is none")
                .isFalse();
        assertThat(Signing.isSignedBy(signatory(new byte[31]), signature(Optional.of(value()))))
                .as("a key that is too short")
                .isFalse();
    }

    @Test
    void aKeyOfAnotherKindSignsNothing() {
        assertThatThrownBy(() -> Signing.sign(
                        "s1",
                        "SC-1",
                        "abcd",
                        "council",
                        "chief",
                        DAY,
                        pair("X25519").getPrivate()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ed25519");
    }

    @Test
    void aSignatorysKeyCannotBeChangedBehindItsBack() {
        byte[] key = raw(pair);
        Organisation.Signatory signatory = signatory(key);
        key[0] ^= 1;
        signatory.key()[1] ^= 1;
        assertThat(signatory.key()).isEqualTo(raw(pair));
    }

    private byte[] value() {
        return Base64.getDecoder()
                .decode(file.substring(file.indexOf("value: ") + 7).strip());
    }

    private static Signature signature(Optional<byte[]> value) {
        return new Signature("s1", "SC-1", "abcd", "council", "chief", DAY, value);
    }

    private static Organisation.Signatory signatory(byte[] key) {
        return new Organisation.Signatory("chief", "Chief executive", key, DAY, Optional.empty());
    }

    private static byte[] raw(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
