package org.concordat.ledger.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.merkle.TreeHasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints, their time, their witnesses, and ledgers that change keys. */
final class SignedCheckpointTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Hash ROOT = new TreeHasher().leaf("x".getBytes(UTF_8));
    private static final String ROOT_LINE = ROOT.base64() + "\n";

    private final SigningKey key = Keys.named("ledger.example");
    private final SigningKey witness = Keys.named("witness.example");
    private final Checkpoint checkpoint = new Checkpoint("ledger.example", 12, ROOT);
    private final SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, key, NOON.plusMillis(700));

    @Test
    void saysWhoSignedAndWhen() {
        assertThat(signed.signer(List.of(key.verifier()))).contains(key.verifier());
        assertThat(signed.time(key.verifier())).contains(NOON);
        assertThat(signed.time(witness.cosigner())).isEmpty();
        SignedCheckpoint witnessed = signed.with(witness.cosign(checkpoint, NOON.plusSeconds(5)));
        assertThat(witnessed.time(witness.cosigner())).contains(NOON.plusSeconds(5));
        assertThat(SignedCheckpoint.parse(witnessed.note().bytes())).isEqualTo(witnessed);
    }

    @Test
    void theLatestOfSeveralCosignaturesCounts() {
        SignedCheckpoint twice = signed.with(witness.cosign(checkpoint, NOON.plusSeconds(9)))
                .with(witness.cosign(checkpoint, NOON.plusSeconds(5)));
        assertThat(twice.time(witness.cosigner())).contains(NOON.plusSeconds(9));
    }

    @Test
    void aCosignatureMayBeOfTheFirstSecondThatClocksCountAndOfTheLastThatJavaKnows() {
        for (Instant time : List.of(Instant.EPOCH, Instant.ofEpochSecond(Instant.MAX.getEpochSecond()))) {
            SignedCheckpoint witnessed = signed.with(witness.cosign(checkpoint, time));
            assertThat(witnessed.time(witness.cosigner())).contains(time);
        }
    }

    @Test
    void whatWasSignedIsWhatTheStandardSays() {
        assertThat(checkpoint.text()).isEqualTo("ledger.example\n12\n" + ROOT_LINE);
        assertThat(new String(Cosignature.message(checkpoint, 1679315147), UTF_8))
                .isEqualTo("cosignature/v1\ntime 1679315147\nledger.example\n12\n" + ROOT_LINE);
    }

    @Test
    void aCosignatureHoldsForNoOtherTimeOrCheckpoint() {
        byte[] right = witness.cosign(checkpoint, NOON).signature();
        byte[] later = right.clone();
        later[7]++;
        byte[] negative = right.clone();
        negative[0] = -1;
        byte[] tooLate = ByteBuffer.allocate(72)
                .putLong(Instant.MAX.getEpochSecond() + 1)
                .array();
        byte[] tooLong = ByteBuffer.allocate(73).put(right).array();
        for (byte[] wrong : List.of(later, negative, tooLate, tooLong, new byte[8])) {
            SignedCheckpoint forged = signed.with(
                    new NoteSignature("witness.example", witness.cosigner().id(), wrong));
            assertThatThrownBy(() -> forged.time(witness.cosigner())).hasMessageEndingWith("(SIGNATURE-WRONG)");
        }
        Checkpoint other = new Checkpoint("ledger.example", 13, ROOT);
        assertThatThrownBy(() -> SignedCheckpoint.sign(other, key, NOON)
                        .with(witness.cosign(checkpoint, NOON))
                        .time(witness.cosigner()))
                .hasMessageEndingWith("(SIGNATURE-WRONG)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a\n1\n",
                "a\n1\nAAAA\n",
                "a b\n1\nROOT",
                "\n1\nROOT",
                "a\n01\nROOT",
                "a\n-1\nROOT",
                "a\n+1\nROOT",
                "a\n\nROOT",
                "a\n9223372036854775808\nROOT",
                "a\n1\nROOText\n",
                "a\n1\nROOText",
                "a\n1\nROOT\n",
                "a\n1\n ROOT",
                "cosignature/v1\n1\nROOT"
            })
    void refusesTextThatIsNoCheckpoint(String text) {
        String whole = text.replace("ROOT", ROOT_LINE);
        assertThatThrownBy(() -> Checkpoint.parse(whole)).hasMessageEndingWith("(NOTE-UNREADABLE)");
    }

    @Test
    void refusesCheckpointsThatCannotBe() {
        assertThat(Checkpoint.parse("a\n9223372036854775807\n" + ROOT_LINE).size())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Checkpoint.parse("a\n0\n" + ROOT_LINE).size()).isZero();
        assertThatThrownBy(() -> new Checkpoint("a", -1, ROOT)).hasMessageContaining("given -1");
        assertThatThrownBy(() -> new Checkpoint("a b", 1, ROOT)).hasMessageContaining("spaces");
        assertThatThrownBy(() -> new Checkpoint("cosignature/v1", 1, ROOT)).hasMessageContaining("called");
        assertThatThrownBy(() -> SignedCheckpoint.sign(checkpoint, witness, NOON))
                .hasMessageContaining("cannot sign for ledger.example");
        assertThatThrownBy(() -> new SignedCheckpoint(new Checkpoint("ledger.example", 13, ROOT), signed.note()))
                .hasMessageContaining("something other");
        SignedNote byAnother = new SignedNote(checkpoint.text(), List.of(witness.sign(checkpoint.text())));
        assertThat(new SignedCheckpoint(checkpoint, byAnother).signer(List.of(witness.verifier())))
                .isEmpty();
    }

    @Test
    void keysTakeOverFromEachOther() {
        SigningKey second = Keys.named("ledger.example");
        SigningKey third = Keys.named("ledger.example");
        LedgerKeys keys = new LedgerKeys(key.verifier(), List.of());
        assertThat(LedgerKeys.parse(keys.file().getBytes(UTF_8))).isEqualTo(keys);
        keys = keys.with(KeySuccession.sign(key, second, 10)).with(KeySuccession.sign(second, third, 20));
        assertThat(LedgerKeys.parse(keys.file().getBytes(UTF_8))).isEqualTo(keys);
        assertThat(keys.current()).isEqualTo(third.verifier());
        assertThat(keys.at(9)).containsExactly(key.verifier());
        assertThat(keys.at(10)).containsExactly(key.verifier(), second.verifier());
        assertThat(keys.at(11)).containsExactly(second.verifier());
        assertThat(keys.at(21)).containsExactly(third.verifier());
        assertThat(keys.signerOf(SignedCheckpoint.sign(checkpoint, second, NOON)))
                .isEqualTo(second.verifier());
    }

    @Test
    void aRetiredKeySignsNothingLater() {
        SigningKey second = Keys.named("ledger.example");
        LedgerKeys keys = new LedgerKeys(key.verifier(), List.of()).with(KeySuccession.sign(key, second, 10));
        assertThatThrownBy(() -> keys.signerOf(signed)).hasMessageEndingWith("(KEY-RETIRED)");
        Checkpoint early = new Checkpoint("ledger.example", 9, ROOT);
        assertThatThrownBy(() -> keys.signerOf(SignedCheckpoint.sign(early, second, NOON)))
                .hasMessageEndingWith("(KEY-RETIRED)");
        assertThatThrownBy(() -> keys.signerOf(SignedCheckpoint.sign(early, Keys.named("ledger.example"), NOON)))
                .hasMessageEndingWith("(SIGNATURE-MISSING)");
    }

    @Test
    void refusesSuccessionsThatAreNotByBothKeysInOrder() {
        SigningKey second = Keys.named("ledger.example");
        LedgerKeys keys = new LedgerKeys(key.verifier(), List.of());
        SignedNote right = KeySuccession.sign(key, second, 10);
        SignedNote byOldAlone = new SignedNote(right.text(), right.signatures().subList(0, 1));
        SignedNote byNewAlone = new SignedNote(right.text(), right.signatures().subList(1, 2));
        SignedNote changed = new SignedNote(right.text().replace("\n10\n", "\n11\n"), right.signatures());
        for (SignedNote wrong : List.of(byOldAlone, byNewAlone, changed)) {
            assertThatThrownBy(() -> keys.with(wrong)).hasMessageEndingWith("(SIGNATURE-WRONG)");
        }
        SigningKey third = Keys.named("ledger.example");
        assertThatThrownBy(() -> keys.with(KeySuccession.sign(second, third, 10)))
                .hasMessageEndingWith("(SIGNATURE-WRONG)");
        assertThatThrownBy(() -> keys.with(right).with(KeySuccession.sign(second, key, 12)))
                .hasMessageContaining("retired");
        assertThatThrownBy(() -> keys.with(KeySuccession.sign(key, key, 12))).hasMessageContaining("retired");
        assertThatThrownBy(() -> keys.with(right).with(KeySuccession.sign(second, third, 9)))
                .hasMessageContaining("before the one");
        assertThat(keys.with(right).with(KeySuccession.sign(second, third, 10)).at(10))
                .hasSize(3);
        assertThatThrownBy(() -> keys.with(signed.note())).hasMessageEndingWith("(NOTE-UNREADABLE)");
        assertThatThrownBy(() -> keys.with(KeySuccession.sign(witness, Keys.named("witness.example"), 3)))
                .hasMessageContaining("another ledger");
        assertThatThrownBy(() -> KeySuccession.sign(key, witness, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeySuccession.sign(key, second, -1)).hasMessageContaining("given -1");
        assertThatThrownBy(() -> new KeySuccession("ledger.example", 3, second.cosigner()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(keys.with(KeySuccession.sign(key, second, 0)).at(0))
                .containsExactly(key.verifier(), second.verifier());
    }

    @Test
    void aTextThatBothKeysSignedIsNoSuccessionUnlessItSaysSoInItsFiveLines() {
        SigningKey second = Keys.named("ledger.example");
        String right = KeySuccession.sign(key, second, 10).text();
        LedgerKeys keys = new LedgerKeys(key.verifier(), List.of());
        assertThat(keys.with(byBoth(right, second)).current()).isEqualTo(second.verifier());
        for (String wrong : List.of(
                right.replace("succession 1", "succession 2"),
                right + "\n",
                right.replace("\n10\n", "\n"),
                right.replace("\nledger.example\n", "\nother.example\n"),
                right.replace(second.verifier().toString(), second.cosigner().toString()))) {
            assertThatThrownBy(() -> keys.with(byBoth(wrong, second)))
                    .as(wrong)
                    .hasMessageContaining("key succession")
                    .hasMessageEndingWith("(NOTE-UNREADABLE)");
        }
        String toAnother =
                right.replace(second.verifier().toString(), witness.verifier().toString());
        assertThatThrownBy(() -> keys.with(byBoth(toAnother, witness)))
                .hasMessageContaining("is the key succession of another ledger");
    }

    private SignedNote byBoth(String text, SigningKey next) {
        return new SignedNote(text, List.of(key.sign(text), next.sign(text)));
    }

    @Test
    void aFileOfKeysIsReadWholeOrNotAtAll() {
        assertThatThrownBy(() -> LedgerKeys.parse(new byte[] {(byte) 0xff})).hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> LedgerKeys.parse(key.verifier().toString().getBytes(UTF_8)))
                .hasMessageContaining("on a line of its own");
        SignedNote change = KeySuccession.sign(key, Keys.named("ledger.example"), 10);
        assertThatThrownBy(() -> new LedgerKeys(key.verifier(), Collections.nCopies(LedgerKeys.MOST + 1, change)))
                .hasMessageContaining("more than 1000 changes of key");
        assertThatThrownBy(() -> new LedgerKeys(key.verifier(), Collections.nCopies(LedgerKeys.MOST, change)))
                .hasMessageContaining("goes back to a key that was retired");
    }
}
