package org.concordat.ledger.notes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.concordat.ledger.notes.VerifierKey.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes, beside the examples that their authors publish. */
final class SignedNoteTest {

    /** From the documentation of golang.org/x/mod/sumdb/note (BSD-3-Clause). */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PETERS_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String PETERS_TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETERS_NOTE = PETERS_TEXT
            + "\n\u2014 PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void thePublishedNoteIsMadeAndVerified() {
        SigningKey peter = SigningKey.parse(PETERS_SECRET + "\n" + PETER + "\n");
        assertThat(new SignedNote(PETERS_TEXT, List.of(peter.sign(PETERS_TEXT))))
                .hasToString(PETERS_NOTE);

        SignedNote note = SignedNote.parse(PETERS_NOTE.getBytes(UTF_8));
        assertThat(note.text()).isEqualTo(PETERS_TEXT);
        assertThat(note.signedBy(VerifierKey.parse(PETER))).isTrue();
        assertThat(note.signedBy(Keys.named("PeterNeumann").verifier())).isFalse();
        assertThat(note.bytes()).isEqualTo(PETERS_NOTE.getBytes(UTF_8));
    }

    /** The key of sum.golang.org, as the Go command holds it, and the examples of c2sp.org/signed-note and tlog-cosignature. */
    @Test
    void publishedKeysAndNotesAreReadAndWrittenUnchanged() {
        String sum = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
        assertThat(VerifierKey.parse(sum)).hasToString(sum);
        String poem =
                "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned \u00e8 subito sera.\n\n"
                        + "\u2014 quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0"
                        + "xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
        SignedNote note = SignedNote.parse(poem.getBytes(UTF_8));
        assertThat(note).hasToString(poem);
        assertThat(note.text()).endsWith(":\n\ned \u00e8 subito sera.\n");
        String sofa = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
                + "\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gG"
                + "zGku9nTo+zyWE+xeMcTOAYQ8=\n"
                + "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin"
                + "1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(sofa.getBytes(UTF_8));
        assertThat(checkpoint.note()).hasToString(sofa);
        assertThat(checkpoint.checkpoint().size()).isEqualTo(20852163);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "\n\n\u2014 a AAAAAAA=",
                "text\n\n\u2014 a AAAAAAA=",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a AAAA\n",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n\u2014 a ?\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAA=\n",
                "text\n\n\u2014 a\n",
                "te\txt\n\n\u2014 a AAAAAAA=\n",
                "text\r\n\n\u2014 a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA= \n",
                "text\n\n\u2014 a AAAAAAA=\n\u2014 b\n"
            })
    void refusesWhatIsNoNote(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text.getBytes(UTF_8))).hasMessageEndingWith("(NOTE-UNREADABLE)");
    }

    @Test
    void refusesOtherEncodingsAndTooMuch() {
        assertThatThrownBy(() -> SignedNote.parse("é\n\n— a AAAAAAA=\n".getBytes(ISO_8859_1)))
                .hasMessageContaining("not UTF-8");
        String line = "\u2014 a AAAAAAA=\n";
        assertThat(SignedNote.parse(("text\n\n" + line.repeat(100)).getBytes(UTF_8))
                        .signatures())
                .hasSize(100);
        assertThatThrownBy(() -> SignedNote.parse(("text\n\n" + line.repeat(101)).getBytes(UTF_8)))
                .hasMessageContaining("more than 100");
        assertThatThrownBy(() -> SignedNote.parse(new byte[SignedNote.LONGEST_BYTES + 1]))
                .hasMessageContaining("longer than");
        assertThatThrownBy(() ->
                        SignedNote.parse(" ".repeat(SignedNote.LONGEST_BYTES).getBytes(UTF_8)))
                .hasMessageContaining("no signatures below an empty line");
        assertThatThrownBy(() -> SignedNote.parse("text\n\n".getBytes(UTF_8)))
                .hasMessageContaining("no signatures below an empty line");
        assertThat(SignedNote.parse(("\n\n" + line).getBytes(UTF_8)).text()).isEqualTo("\n");
        NoteSignature signature = NoteSignature.parse(line.strip()).orElseThrow();
        assertThatThrownBy(() -> new SignedNote("text", List.of(signature))).hasMessageContaining("newline");
        assertThatThrownBy(() -> new SignedNote("\u0001\n", List.of(signature))).hasMessageContaining("control");
        assertThatThrownBy(() -> new SignedNote("text\n", List.of())).hasMessageContaining("signatures");
        assertThatThrownBy(() -> new SignedNote("text\n", Collections.nCopies(101, signature)))
                .hasMessageContaining("signatures");
    }

    @Test
    void aSignatureOfAKnownKeyThatIsWrongSpoilsTheNote() {
        SigningKey key = Keys.named("a");
        SignedNote forged = new SignedNote("text\n", List.of(key.sign("other\n")));
        assertThatThrownBy(() -> forged.signedBy(key.verifier())).hasMessageEndingWith("(SIGNATURE-WRONG)");
        SignedNote besideARightOne = forged.with(key.sign("text\n"));
        assertThatThrownBy(() -> besideARightOne.signedBy(key.verifier())).hasMessageContaining("by a is not");
        NoteSignature short_ = new NoteSignature("a", key.verifier().id(), new byte[3]);
        assertThatThrownBy(() -> new SignedNote("text\n", List.of(short_)).signedBy(key.verifier()))
                .hasMessageEndingWith("(SIGNATURE-WRONG)");
    }

    @Test
    void aNoteKeyAndACosignersKeyAreDifferentKeys() {
        SigningKey key = Keys.named("a");
        SignedNote note = new SignedNote("text\n", List.of(key.sign("text\n")));
        assertThat(note.signedBy(key.verifier())).isTrue();
        assertThat(note.signedBy(key.cosigner())).isFalse();
        assertThat(key.cosigner().id()).isNotEqualTo(key.verifier().id());
        assertThat(key.cosigner().sameKeyAs(key.verifier())).isTrue();
        assertThat(key.cosigner().sameKeyAs(Keys.named("a").verifier())).isFalse();
        assertThat(note.signer(List.of(Keys.named("a").verifier(), key.verifier())))
                .contains(key.verifier());
        assertThat(note.signer(List.of())).isEmpty();
        // A signature for notes under the cosigner's id is none of the cosigner's.
        var disguised =
                new NoteSignature("a", key.cosigner().id(), key.sign("text\n").signature());
        assertThat(new SignedNote("text\n", List.of(disguised)).signedBy(key.cosigner()))
                .isFalse();
    }

    @Test
    void aSignatureHasAtMost12000BytesWithItsKeysId() {
        assertThat(NoteSignature.parse(lineOf(12_000)).orElseThrow().signature())
                .hasSize(11_996);
        assertThat(NoteSignature.parse(lineOf(12_001))).isEmpty();
        assertThat(NoteSignature.parse(lineOf(5)).orElseThrow().signature()).hasSize(1);
        assertThat(NoteSignature.parse(lineOf(4))).isEmpty();
        assertThat(new NoteSignature("a", 7, new byte[12_000]).signature()).hasSize(12_000);
        for (int wrong : new int[] {0, 12_001}) {
            assertThatThrownBy(() -> new NoteSignature("a", 7, new byte[wrong]))
                    .hasMessage("a signature has 1 to 12000 bytes");
        }
    }

    private static String lineOf(int bytes) {
        return "\u2014 a " + Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    @Test
    void aSignatureOnceMadeStaysAsItIs() {
        byte[] bytes = {1, 2, 3};
        var line = new NoteSignature("a", 7, bytes);
        bytes[0] = 9;
        line.signature()[1] = 9;
        assertThat(line).isEqualTo(new NoteSignature("a", 7, new byte[] {1, 2, 3}));
        assertThat(line).hasSameHashCodeAs(new NoteSignature("a", 7, new byte[] {1, 2, 3}));
        assertThat(line).doesNotHaveSameHashCodeAs(new NoteSignature("a", 8, new byte[] {1, 2, 3}));
        assertThat(line).hasToString("\u2014 a AAAABwECAw==");
    }

    @Test
    void noKeyIsCalledWhatCouldBeTakenForSomethingElse() {
        for (String name : List.of("", "a b", "a+b", "a\u00a0b", "a\u2028b", "a\nb", "a\0b", "a\u0085b", "a\ud800b")) {
            assertThatThrownBy(() -> Keys.named(name)).hasMessageContaining("a key's name is not empty");
        }
        assertThat(Keys.named("a.b/\u00e9-\ud83d\ude00").verifier().name()).isEqualTo("a.b/\u00e9-\ud83d\ude00");
    }

    /** RFC 8032, section 5.1.3: some texts of 32 bytes are no public key, since no point of the curve has that y. */
    @Test
    void nothingIsSignedByAKeyThatIsNoPointOfTheCurve() throws Exception {
        byte[] encoded = HexFormat.of().parseHex("302a300506032b6570032100" + "02" + "00".repeat(31));
        var noPoint = VerifierKey.of(
                "a", Use.NOTE, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        SignedNote note = new SignedNote("text\n", List.of(new NoteSignature("a", noPoint.id(), new byte[64])));
        assertThatThrownBy(() -> note.signedBy(noPoint)).hasMessageEndingWith("(SIGNATURE-WRONG)");
    }

    @Test
    void addingALineTwiceAddsItOnce() {
        SigningKey key = Keys.named("a");
        SignedNote note = new SignedNote("text\n", List.of(key.sign("text\n")));
        assertThat(note.with(key.sign("text\n"))).isEqualTo(note);
        assertThat(note.with(Keys.named("b").sign("text\n")).signatures()).hasSize(2);
    }

    @Test
    void keysComeBackFromTheirFiles() {
        SigningKey key = Keys.named("ledger.example/tideford");
        SigningKey again = SigningKey.parse(key.file());
        assertThat(again.file()).isEqualTo(key.file());
        assertThat(again.sign("x\n")).isEqualTo(key.sign("x\n"));
        assertThat(key).hasToString("SigningKey[ledger.example/tideford, hidden]");
        assertThat(VerifierKey.parse(key.cosigner().toString()))
                .isEqualTo(key.cosigner())
                .hasSameHashCodeAs(key.cosigner());
        assertThat(key.verifier()).isNotEqualTo(key.cosigner()).doesNotHaveSameHashCodeAs(key.cosigner());
        assertThat(SigningKey.parse("\n" + key.file().replace("\n", " \n\n")).file())
                .isEqualTo(key.file());
        assertThat(key.cosigner().use()).isEqualTo(Use.COSIGNATURE);
    }

    @Test
    void refusesKeysThatAreNone() {
        for (String wrong : List.of(
                "",
                "a",
                "a+b",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                PETER.replace("c7", "c8"),
                PETER.replace("Peter", "Pieter"),
                PETER + "=",
                PETER.substring(0, PETER.length() - 4),
                PETER.replace("+AR", "+Ag"),
                PETER.replace("ARpc", "?Rpc"),
                PETER.replace("c74f", "C74F"))) {
            assertThatThrownBy(() -> VerifierKey.parse(wrong)).as(wrong).hasMessageEndingWith("(KEY-UNREADABLE)");
        }
        assertThatThrownBy(
                        () -> VerifierKey.of("a", Use.NOTE, Keys.pair("X25519").getPublic()))
                .hasMessageContaining("XDH");
        assertThatThrownBy(() ->
                        VerifierKey.of("a b", Use.NOTE, Keys.pair("Ed25519").getPublic()))
                .hasMessageContaining("spaces");
        for (String other : List.of("Ed448", "X25519")) {
            assertThatThrownBy(() -> SigningKey.of("a", Keys.pair(other))).hasMessageContaining("Ed25519");
        }
        SigningKey key = Keys.named("a");
        String secret = key.file().lines().findFirst().orElseThrow();
        for (String wrong : List.of(
                "",
                secret,
                secret + "\n" + Keys.named("a").verifier(),
                secret + "\n" + key.cosigner(),
                key.file() + secret,
                secret.replace("PRIVATE", "private") + "\n" + key.verifier(),
                secret.replace(id(key.verifier()), id(key.cosigner())) + "\n" + key.cosigner(),
                PETERS_SECRET.substring(0, 40) + "\n" + PETER,
                PETERS_SECRET.replace("AYEK", "?YEK") + "\n" + PETER,
                PETERS_SECRET.replace("AYEK", "AoEK") + "\n" + PETER,
                PETERS_SECRET.replace("KDFz", "KDFy") + "\n" + PETER)) {
            assertThatThrownBy(() -> SigningKey.parse(wrong))
                    .hasMessageEndingWith("(KEY-UNREADABLE)")
                    .hasMessageNotContaining("AYEK");
        }
    }

    private static String id(VerifierKey key) {
        return "+" + HexFormat.of().toHexDigits(key.id()) + "+";
    }
}
