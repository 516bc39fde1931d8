package org.concordat.ledger.proofs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.ledger.entries.Examples.AT;

import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.MemoryStore;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.SigningKey;
import org.junit.jupiter.api.Test;

/** What ledgers hand out as text, what comes back from it, and what is refused instead of being half understood. */
final class ProofBundleTest {
    private static final SigningKey KEY = Keys.named("ledger.example");
    private static final String HASH = new TreeHasher().empty().base64();

    private final Ledger ledger = Ledger.create(new MemoryStore(), KEY.verifier());
    private final ProofBundle proof;
    private final String text;

    ProofBundleTest() {
        ledger.append(LongStream.range(0, 7).mapToObj(Examples::decision).toList());
        ledger.sign(KEY, AT);
        proof = ledger.prove(4, List.of(3L));
        text = proof.text();
    }

    @Test
    void isReadAsItWasWritten() {
        ProofBundle read = ProofBundle.parse(text.getBytes(UTF_8));
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.keys()).isEqualTo(ledger.keys());
        assertThat(read.checkpoint()).isEqualTo(proof.checkpoint());
        assertThat(read.since()).containsExactly(ledger.consistency(3, 7));
    }

    @Test
    void theOnlyEntryOfALedgerIsProvedWithoutAnyHash() {
        Ledger small = Ledger.create(new MemoryStore(), KEY.verifier());
        small.append(Examples.decision(1));
        small.sign(KEY, AT);
        ProofBundle read = ProofBundle.parse(bytes(small.prove(0, List.of()).text()));
        assertThat(read.inclusion().hashes()).isEmpty();
        assertThat(read.entry()).isEqualTo(Examples.decision(1).canonical());
        assertThat(read).hasToString("ProofBundle[0]");
    }

    @Test
    void nobodyCanChangeItsEntryAfterwards() {
        byte[] entry = proof.entry();
        ProofBundle other = new ProofBundle(entry, proof.inclusion(), proof.checkpoint(), proof.keys(), proof.since());
        entry[0] = 'x';
        other.entry()[0] = 'x';
        assertThat(other.entry()).isEqualTo(proof.entry()).startsWith('{');
    }

    @Test
    void aTextThatIsNoProofIsRefused() {
        for (String wrong : List.of(
                "",
                "c2sp.org/tlog-proof@v1\n",
                text.replace("tlog-proof@v1", "tlog-proof@v2"),
                text.replace("\nextra ", "\nmore "),
                text.replace("\nindex ", "\nplace "),
                text.substring(text.indexOf("\nextra ")),
                text.substring(0, text.indexOf("\nindex ")) + text.substring(text.indexOf("\n\n")))) {
            assertUnreadable("does not begin as a proof", wrong);
        }
        assertThatThrownBy(() -> ProofBundle.parse("é".getBytes(ISO_8859_1))).hasMessageContaining("is not UTF-8");
        assertUnreadable("not base64", text.replace("\nextra ", "\nextra ?"));
        assertUnreadable("a hash that is none", text.replace("\nindex 4\n", "\nindex 4\nAAAA\n"));
    }

    @Test
    void isForAnEntryThatItsCheckpointReaches() {
        assertThat(ProofBundle.parse(bytes(text.replace("\nindex 4\n", "\nindex 6\n")))
                        .inclusion()
                        .index())
                .isEqualTo(6);
        assertUnreadable("does not reach", text.replace("\nindex 4\n", "\nindex 7\n"));
    }

    @Test
    void leadsToNoCheckpointLaterThanItsOwn() {
        assertThat(withExtra(extra -> extra.replace("since 3 ", "since 7 ")).since())
                .extracting(since -> since.oldSize())
                .containsExactly(7L);
        assertThatThrownBy(() -> withExtra(extra -> extra.replace("since 3 ", "since 8 ")))
                .hasMessageContaining("later than its own")
                .hasMessageEndingWith("(PROOF-UNREADABLE)");
    }

    @Test
    void whatBelongsToTheApplicationIsReadWholeOrNotAtAll() {
        List<UnaryOperator<String>> lacking = List.of(
                extra -> "",
                extra -> extra.replace("concordat ledger proof 1", "concordat ledger proof 2"),
                extra -> extra.replace("\nentry ", "\nevent "),
                extra -> extra.replace("\nkeys ", "\nlocks "),
                extra -> extra.substring(0, extra.indexOf("\nkeys ") + 1),
                String::stripTrailing);
        for (UnaryOperator<String> change : lacking) {
            assertThatThrownBy(() -> withExtra(change))
                    .hasMessageContaining("does not hold the entry and the ledger's keys")
                    .hasMessageEndingWith("(PROOF-UNREADABLE)");
        }
        for (String line : List.of("since\n", "until 3\n", "\n")) {
            assertThatThrownBy(() -> withExtra(extra -> extra + line))
                    .hasMessageContaining("has a line that is not known")
                    .hasMessageEndingWith("(PROOF-UNREADABLE)");
        }
        assertThat(withExtra(extra -> extra + "since 0\n").since()).hasSize(2);
        assertThat(withExtra(extra -> extra.substring(0, extra.indexOf("since ")))
                        .since())
                .isEmpty();
    }

    @Test
    void hasAtMost128HashesForEachOfItsProofs() {
        String bare = text.replaceAll("\nindex 4\n(?s:.*?)\n\n", "\nindex 4\n\n");
        assertThat(ProofBundle.parse(bytes(bare.replace("\nindex 4\n", "\nindex 4\n" + (HASH + "\n").repeat(128))))
                        .inclusion()
                        .hashes())
                .hasSize(128);
        assertUnreadable(
                "does not begin as a proof", bare.replace("\nindex 4\n", "\nindex 4\n" + (HASH + "\n").repeat(129)));
        assertThat(withExtra(extra -> extra + "since 1" + (" " + HASH).repeat(128) + "\n")
                        .since()
                        .getLast()
                        .hashes())
                .hasSize(128);
        assertThatThrownBy(() -> withExtra(extra -> extra + "since 1" + (" " + HASH).repeat(129) + "\n"))
                .hasMessageContaining("has a line that is not known");
    }

    @Test
    void whatIsLongerThanAnyProofIsNotRead() {
        assertUnreadable("does not begin as a proof", " ".repeat(ProofBundle.LONGEST_BYTES));
        assertUnreadable("is longer than", " ".repeat(ProofBundle.LONGEST_BYTES + 1));
        assertThatThrownBy(() -> WitnessRequest.parse(new byte[2 << 20])).hasMessageContaining("does not begin");
        assertThatThrownBy(() -> WitnessRequest.parse(new byte[(2 << 20) + 1])).hasMessageContaining("is longer than");
    }

    @Test
    void aRequestToAWitnessIsReadAsItWasWritten() {
        String request = ledger.witnessRequest(3).text();
        WitnessRequest read = WitnessRequest.parse(bytes(request));
        assertThat(read.text()).isEqualTo(request);
        assertThat(read.proof()).isEqualTo(ledger.consistency(3, 7));
        assertThat(WitnessRequest.parse(bytes(request.replace("old 3\n", "old 7\n")))
                        .proof()
                        .oldSize())
                .isEqualTo(7);
    }

    @Test
    void aTextThatIsNoRequestToAWitnessIsRefused() {
        String request = ledger.witnessRequest(0).text();
        assertNoRequest("does not begin with the size", "");
        assertNoRequest("does not begin with the size", "old 0\n");
        assertNoRequest("does not begin with the size", request.replace("old 0\n", "new 0\n"));
        assertNoRequest("smaller than what the witness knows", request.replace("old 0\n", "old 8\n"));
        assertNoRequest("a hash that is none", request.replace("old 0\n", "old 0\nAAAA\n"));
        assertThatThrownBy(() -> WitnessRequest.parse("é".getBytes(ISO_8859_1))).hasMessageContaining("is not UTF-8");
        // c2sp.org/tlog-witness: at most 63 lines, as no tree of at most 2^63 leaves needs more.
        String most = request.replace("old 0\n", "old 0\n" + (HASH + "\n").repeat(63));
        assertThat(WitnessRequest.parse(bytes(most)).proof().hashes()).hasSize(63);
        assertNoRequest("does not begin with the size", most.replace("old 0\n", "old 0\n" + HASH + "\n"));
    }

    private static void assertNoRequest(String how, String wrong) {
        assertThatThrownBy(() -> WitnessRequest.parse(bytes(wrong)))
                .hasMessageContaining(how)
                .hasMessageEndingWith("(PROOF-UNREADABLE)");
    }

    private static void assertUnreadable(String how, String wrong) {
        assertThatThrownBy(() -> ProofBundle.parse(bytes(wrong)))
                .hasMessageContaining(how)
                .hasMessageEndingWith("(PROOF-UNREADABLE)");
    }

    private ProofBundle withExtra(UnaryOperator<String> change) {
        String line = text.lines().skip(1).findFirst().orElseThrow();
        String extra = new String(Base64.getDecoder().decode(line.substring("extra ".length())), UTF_8);
        String changed = Base64.getEncoder().encodeToString(bytes(change.apply(extra)));
        return ProofBundle.parse(bytes(text.replace(line, "extra " + changed)));
    }

    private static byte[] bytes(String of) {
        return of.getBytes(UTF_8);
    }
}
