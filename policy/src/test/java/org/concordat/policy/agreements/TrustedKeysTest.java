package org.concordat.policy.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.Signature.State;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrustedKeysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String FILE = """
            trusted-keys: ours
            keys:
              - organisation: council
                signatory: council-chief
                key: %s
                checked-on: 2026-01-05
                checked-by: officer-1
                how: Read out by telephone.
            """.formatted(KEY);

    @Test
    void trustsExactlyTheKeyThatWasCheckedForThatSignatory() {
        TrustedKeys keys = read(FILE, new Problems()).orElseThrow();
        assertThat(keys.trusts("council", "council-chief", new byte[32])).isTrue();
        assertThat(keys.trusts("police", "council-chief", new byte[32])).isFalse();
        assertThat(keys.trusts("council", "council-deputy", new byte[32])).isFalse();
        byte[] another = new byte[32];
        another[31] = 1;
        assertThat(keys.trusts("council", "council-chief", another)).isFalse();
        assertThat(TrustedKeys.none().trusts("council", "council-chief", new byte[32]))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key: AAAA                       | key: QUFB                        | VALUE-WRONG
            checked-on: 2026-01-05          | checked-on: yesterday            | VALUE-WRONG
            how: Read out by telephone.     | who: me                          | FIELD-UNKNOWN
            signatory: council-chief        | signatory: The Chief Executive   | VALUE-WRONG
            trusted-keys: ours              | keys-trusted: ours               | FIELD-UNKNOWN
            """)
    void refusesAListWithAFault(String from, String to, String code) {
        var problems = new Problems();
        String text =
                from.startsWith("key:") ? FILE.replace(KEY, to.substring("key: ".length())) : FILE.replace(from, to);
        assertThat(read(text, problems)).isEmpty();
        assertThat(problems.inOrder()).extracting(Problem::code).contains(code);
    }

    @Test
    void whoeverPutsAnotherKeyIntoTheFolderAndSignsWithItHasNotSigned() {
        Town town = Town.asWritten();
        String own = Town.trusted().keys().stream()
                .filter(key -> key.organisation().equals("police"))
                .map(key -> Base64.getEncoder().encodeToString(key.value()))
                .findFirst()
                .orElseThrow();
        String forged = Base64.getEncoder()
                .encodeToString(Town.trusted().keys().getFirst().value());
        Town changed = town.with("organisation-police", own, forged);
        AgreementFolder folder = changed.read();
        String fingerprint =
                Optional.ofNullable(folder.fingerprints().get("SC-2")).orElseThrow();
        Town signedByAnother = changed.plus(
                "sig-x",
                Signing.sign(
                        "sig-x",
                        "SC-2",
                        fingerprint,
                        "police",
                        "police-chief",
                        DAY,
                        Town.key("charity").getPrivate()));
        assertThat(signedByAnother.read().signatureState("SC-2", "police", DAY)).isEqualTo(State.KEY_UNTRUSTED);
        assertThat(signedByAnother.read().notices())
                .anyMatch(notice -> notice.code().equals("PARTY-UNSIGNED")
                        && notice.cause().contains("nobody has checked")
                        && notice.remedy().contains("--trusted-keys"));
    }

    private static Optional<TrustedKeys> read(String text, Problems problems) {
        return TrustedKeys.read(
                new AgreementFolder.Source("keys.yaml", new ByteArrayInputStream(text.getBytes(UTF_8))), problems);
    }
}
