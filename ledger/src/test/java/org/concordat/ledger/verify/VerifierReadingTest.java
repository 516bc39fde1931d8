package org.concordat.ledger.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.merkle.TreeProofs;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.KeySuccession;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.NoteSignature;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.SignedNote;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.stores.FileStore;
import org.concordat.ledger.stores.FolderDisk;
import org.concordat.ledger.stores.KeptNodes;
import org.concordat.ledger.stores.LedgerStore;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the outsider's verifier reads files, proofs, notes and keys that somebody wrote by hand, checksums and signatures
 * included: each part is as its format says, or the whole is refused.
 */
final class VerifierReadingTest {
    private static final Trust NOTHING = new Trust("", List.of(), new byte[0]);
    private static final int HEADER_BYTES = "concordat ledger entries 1\n".length();
    private static final String HASH = new TreeHasher().empty().base64();

    private final Path folder;
    private final SmallLedger small;

    VerifierReadingTest(@TempDir Path folder) {
        this.folder = folder;
        this.small = new SmallLedger(folder);
    }

    @Test
    void aBatchWhoseHeadSaysWhatIsNotSoIsRefusedThoughItsChecksumsAreRight() {
        byte[] entries = small.read("entries");
        int length = ByteBuffer.wrap(entries).getInt(HEADER_BYTES + 16);
        int count = ByteBuffer.wrap(entries).getInt(HEADER_BYTES + 12);
        assertSound(withFirstBatch(head -> {}));
        for (Consumer<ByteBuffer> change : List.<Consumer<ByteBuffer>>of(
                head -> head.putInt(0, 0xFFC0DE02),
                head -> head.putLong(4, 1),
                head -> head.putInt(12, 0),
                head -> head.putInt(12, -1),
                head -> head.putInt(16, -1),
                head -> head.putInt(16, length + 1),
                head -> head.putInt(16, Integer.MAX_VALUE),
                head -> head.putInt(20, head.getInt(20) + 1),
                head -> head.putInt(24, 1))) {
            assertWanting("LEDGER-DAMAGED", "is broken", withFirstBatch(change));
        }
        assertWanting("LEDGER-DAMAGED", "contradicts itself", withFirstBatch(head -> head.putInt(12, count + 1)));
        assertWanting("LEDGER-DAMAGED", "bytes to spare", withFirstBatch(head -> head.putInt(12, count - 1)));
    }

    @Test
    void whatFollowsTheLastBatchMustBeAWholeBatchToo() {
        byte[] entries = small.read("entries");
        for (int bytes : new int[] {1, 31, 32, 33}) {
            small.write("entries", Arrays.copyOf(entries, entries.length + bytes));
            assertWanting("LEDGER-DAMAGED", "is broken", LedgerVerifier.folder(folder, NOTHING));
        }
        byte[][] bodies = {{}, {0, 0, 0}, {-1, -1, -1, -1}, {0, 0, 0, 2, 7}};
        for (byte[] body : bodies) {
            small.write("entries", joined(entries, batch(body.length == 0 ? 0 : 1, body)));
            assertWanting(
                    "LEDGER-DAMAGED",
                    body.length == 0 ? "is broken" : "contradicts itself",
                    LedgerVerifier.folder(folder, NOTHING));
        }
        small.write("entries", Arrays.copyOf(entries, HEADER_BYTES - 1));
        assertWanting("LEDGER-DAMAGED", "does not begin as one", LedgerVerifier.folder(folder, NOTHING));
    }

    private static byte[] batch(int count, byte[] body) {
        ByteBuffer bytes = ByteBuffer.allocate(32 + body.length);
        bytes.putInt(0xFFC0DE01).putLong(SmallLedger.SIZE).putInt(count).putInt(body.length);
        bytes.putInt(checksum(body, 0, body.length)).putInt(0);
        bytes.putInt(checksum(bytes.array(), 0, 28)).put(body);
        return bytes.array();
    }

    private Verdict withFirstBatch(Consumer<ByteBuffer> change) {
        byte[] entries = small.read("entries");
        ByteBuffer head = ByteBuffer.wrap(entries, HEADER_BYTES, 32).slice();
        change.accept(head);
        head.putInt(28, checksum(entries, HEADER_BYTES, 28));
        byte[] right = small.read("entries");
        small.write("entries", entries);
        Verdict verdict = LedgerVerifier.folder(folder, NOTHING);
        small.write("entries", right);
        return verdict;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }

    @Test
    void anEntryWithoutBytesIsAnEntryAndTheFirstIsSpokenOfAsOne(@TempDir Path other) {
        SigningKey key = Keys.named("ledger.example");
        Ledger.create(FileStore.open(FolderDisk.of(other)), key.verifier()).close();
        FileStore store = FileStore.open(FolderDisk.of(other));
        Hash leaf = new TreeHasher().leaf(new byte[0]);
        store.append(List.of(new byte[0]), List.of(new LedgerStore.Node(0, 0, leaf)));
        byte[] kept;
        try (Ledger ledger = Ledger.open(store)) {
            kept = ledger.sign(key, Examples.AT).note().bytes();
        }
        assertSound(
                LedgerVerifier.folder(other, new Trust("", List.of(), kept)),
                "holds 1 entry,",
                "So its first entry was recorded before you kept your checkpoint");
    }

    @Test
    void everyKeptLevelOfHashesMustFollowFromTheEntries(@TempDir Path large) throws IOException {
        SigningKey key = Keys.named("ledger.example");
        try (Ledger ledger = Ledger.create(FileStore.open(FolderDisk.of(large)), key.verifier())) {
            ledger.append(LongStream.range(0, 600).mapToObj(Examples::decision).toList());
            ledger.sign(key, Examples.AT);
        }
        assertSound(LedgerVerifier.folder(large, NOTHING), "holds 600 entries");
        for (String name : List.of("hashes-0", "hashes-8", "index")) {
            byte[] right = Files.readAllBytes(large.resolve(name));
            byte[] wrong = right.clone();
            wrong[wrong.length - 1] ^= 1;
            Files.write(large.resolve(name), wrong);
            assertWanting("INDEX-WRONG", "do not follow", LedgerVerifier.folder(large, NOTHING));
            Files.write(large.resolve(name), Arrays.copyOf(right, right.length - 8));
            assertThat(LedgerVerifier.folder(large, NOTHING).sound()).as(name).isFalse();
            Files.write(large.resolve(name), right);
        }
    }

    @Test
    void aProofIsReadWholeOrNotAtAll() {
        String proof = new String(small.proof, UTF_8);
        assertWanting("PROOF-UNREADABLE", "is not a proof.", proof("\n\n" + proof));
        assertWanting("PROOF-UNREADABLE", "is not a proof.", proof("\n"));
        String[] lines = proof.split("\n", -1);
        String checkpoint = proof.substring(proof.indexOf("\n\n"));
        for (String wrong : List.of(
                lines[0] + "\n" + lines[1] + checkpoint,
                proof.replace("tlog-proof@v1", "tlog-proof@v2"),
                proof.replace("\nextra ", "\nmore "))) {
            assertWanting("PROOF-UNREADABLE", "of this kind", proof(wrong));
        }
        assertSound(proof(lines[0] + "\n" + lines[1] + "\n" + lines[2] + proof.substring(proof.indexOf(lines[3]) - 1)));
        assertWanting("PROOF-UNREADABLE", "begins with index", proof(proof.replace("\nindex ", "\nplace ")));
        assertWanting("PROOF-UNREADABLE", "A number is not one", proof(proof.replace("\nindex 57", "\nindex 057")));
        assertWanting("PROOF-UNREADABLE", "should be base64", proof(proof.replace("\nextra ", "\nextra ?")));
        assertWanting("PROOF-UNREADABLE", "32 bytes", proof(proof.replace("\nindex 57\n", "\nindex 57\nAAAA\n")));
        assertWanting("PROOF-WRONG", "longer than the tree", proof(proof.replaceFirst("\n\n", "\n" + HASH + "\n\n")));
        assertWanting("PROOF-WRONG", "not at this place", proof(proof.replace("\n" + lines[9] + "\n\n", "\n\n")));
        byte[] latin = "é".getBytes(ISO_8859_1);
        assertWanting("PROOF-UNREADABLE", "not UTF-8", LedgerVerifier.proof(latin, NOTHING));
        assertWanting("PROOF-UNREADABLE", "is not a proof.", proof(" ".repeat(16 << 20)));
        assertWanting("PROOF-UNREADABLE", "far longer", proof(" ".repeat((16 << 20) + 1)));
    }

    @Test
    void whatAProofHoldsBesidesItsHashesIsReadWholeOrNotAtAll() {
        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                extra -> extra.replace("ledger proof 1", "ledger proof 2"),
                extra -> extra.substring(0, extra.indexOf("keys ")),
                String::stripTrailing)) {
            assertWanting("PROOF-UNREADABLE", "lacks its entry or its keys", withExtra(change));
        }
        assertWanting("PROOF-UNREADABLE", "begins with entry", withExtra(e -> e.replace("\nentry ", "\nevent ")));
        assertWanting("PROOF-UNREADABLE", "begins with keys", withExtra(e -> e.replace("\nkeys ", "\nlocks ")));
        assertWanting("PROOF-UNREADABLE", "misspelt", withExtra(e -> e.replace("=\nkeys ", "\nkeys ")));
        // Without any way to an earlier checkpoint it is whole, and of use to whoever kept none.
        assertSound(withExtra(extra -> extra.substring(0, extra.indexOf("since "))));
    }

    @Test
    void aWayToTheKeptCheckpointWithAnythingTooManyOrMissingIsNoWay() {
        String kept = "since " + SmallLedger.KEPT_SIZE + " ";
        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                extra -> extra.replace(kept, kept + HASH + " "),
                extra -> extra.substring(0, extra.length() - 1) + " " + HASH + "\n",
                extra -> extra.substring(0, extra.lastIndexOf(' ')) + "\n",
                extra -> extra.substring(0, extra.indexOf(kept)) + kept.strip() + "\n")) {
            assertWanting("LEDGER-FORKED", "does not continue", withExtra(change, small.everything()));
        }
        for (String wrong : List.of("until 81 ", "since\nuntil 81 ", "since 80 ")) {
            assertWanting(
                    "PROOF-TOO-SHORT", "--since", withExtra(extra -> extra.replace(kept, wrong), small.everything()));
        }
    }

    private Verdict withExtra(UnaryOperator<String> change) {
        return withExtra(change, NOTHING);
    }

    private Verdict withExtra(UnaryOperator<String> change, Trust trust) {
        String proof = new String(small.proof, UTF_8);
        String line = proof.lines().skip(1).findFirst().orElseThrow();
        String extra = new String(Base64.getDecoder().decode(line.substring("extra ".length())), UTF_8);
        String changed = Base64.getEncoder().encodeToString(change.apply(extra).getBytes(UTF_8));
        return LedgerVerifier.proof(proof.replace(line, "extra " + changed).getBytes(UTF_8), trust);
    }

    private static Verdict proof(String text) {
        return LedgerVerifier.proof(text.getBytes(UTF_8), NOTHING);
    }

    @Test
    void aKeptCheckpointIsASignedNoteOfThreeLines() {
        String kept = new String(small.kept, UTF_8);
        String line = "\u2014 a AAAAAAA=\n";
        int parting = kept.indexOf("\n\n") + 2;
        assertSound(against(kept + line));
        for (String wrong : List.of("\n\n" + line, kept.substring(0, parting), kept.stripTrailing())) {
            assertWanting("NOTE-UNREADABLE", "is no signed note", against(wrong));
        }
        for (String wrong :
                List.of("- a AAAAAAA=\n", "\u2014 a AAAAAA==\n", "\u2014 a b AAAAAAA=\n", "\u2014 a\n", "x\n")) {
            assertWanting("NOTE-UNREADABLE", "is no signature", against(kept + wrong));
        }
        int lines = (int) kept.substring(parting).lines().count();
        assertSound(against(kept + line.repeat(100 - lines)));
        assertWanting("NOTE-UNREADABLE", "more than 100", against(kept + line.repeat(101 - lines)));
        assertWanting("NOTE-UNREADABLE", "three lines", against(kept.replaceFirst("\n\n", "\nmore\n\n")));
        assertWanting("NOTE-UNREADABLE", "three lines", against(kept.substring(kept.indexOf('\n') + 1)));
    }

    private Verdict against(String kept) {
        return LedgerVerifier.proof(small.proof, new Trust("", List.of(), kept.getBytes(UTF_8)));
    }

    @Test
    void aCosignatureMayBeOfAnyTimeThatIsOneAndOfNoOther() {
        Checkpoint checkpoint = SignedCheckpoint.parse(small.kept).checkpoint();
        for (Instant time : List.of(Instant.EPOCH, Instant.ofEpochSecond(Instant.MAX.getEpochSecond()))) {
            assertSound(withLine(small.witness.cosign(checkpoint, time)));
        }
        byte[] right = small.witness.cosign(checkpoint, Examples.AT).signature();
        byte[] negative = right.clone();
        negative[0] = -1;
        byte[] tooLate = ByteBuffer.allocate(72)
                .putLong(Instant.MAX.getEpochSecond() + 1)
                .array();
        for (byte[] wrong : List.of(negative, tooLate, Arrays.copyOf(right, 71), Arrays.copyOf(right, 73))) {
            int id = small.witness.cosigner().id();
            assertWanting(
                    "SIGNATURE-WRONG", "witness.example", withLine(new NoteSignature("witness.example", id, wrong)));
        }
    }

    private Verdict withLine(NoteSignature line) {
        byte[] kept = SignedCheckpoint.parse(small.kept).with(line).note().bytes();
        String witness = small.witness.cosigner().toString();
        return LedgerVerifier.proof(small.proof, new Trust("", List.of(witness), kept));
    }

    @Test
    void aKeyIsOfItsKindAndCopiedWhole() {
        String note = small.firstKey.verifier().toString();
        String cosigner = small.witness.cosigner().toString();
        String id = note.split("\\+", 3)[1];
        for (String wrong : List.of("a", "a+b", small.firstKey.cosigner().toString(), note + "AAAA")) {
            assertWanting("KEY-UNREADABLE", "not one of its kind", trusting(wrong, cosigner));
        }
        assertWanting("KEY-UNREADABLE", "miscopied", trusting(note.replace(id, "00000000"), cosigner));
        assertWanting("KEY-UNREADABLE", "not one of its kind", trusting(note, note));
        assertSound(trusting(note, cosigner));
    }

    private Verdict trusting(String key, String witness) {
        return LedgerVerifier.proof(small.proof, new Trust(key, List.of(witness), new byte[0]));
    }

    @Test
    void whereKeysChangedBothMaySignAndElsewhereOneOfThem() throws IOException {
        Files.delete(folder.resolve("checkpoint-witnessed"));
        assertSound(checkpointOf(40, small.firstKey));
        assertSound(checkpointOf(41, small.firstKey));
        assertSound(checkpointOf(41, small.secondKey));
        assertSound(checkpointOf(42, small.secondKey));
        assertWanting("KEY-RETIRED", "whose time it was", checkpointOf(40, small.secondKey));
        assertWanting("KEY-RETIRED", "whose time it was", checkpointOf(42, small.firstKey));
        assertWanting("SIGNATURE-MISSING", "whose time it was", checkpointOf(42, Keys.named("ledger.example")));
    }

    private Verdict checkpointOf(long size, SigningKey key) {
        Hash root;
        try (FileStore store = FileStore.open(FolderDisk.of(folder))) {
            root = new TreeProofs(new KeptNodes(store)).root(size);
        }
        Checkpoint checkpoint = new Checkpoint("ledger.example", size, root);
        small.write(
                "checkpoint",
                SignedCheckpoint.sign(checkpoint, key, Examples.AT).note().bytes());
        return LedgerVerifier.folder(folder, NOTHING);
    }

    @Test
    void aFileOfKeysNamesEachKeyByTheOneBeforeItAndNoneTwice() {
        SigningKey third = Keys.named("ledger.example");
        String first = small.firstKey.verifier() + "\n";
        String change = "=\n" + KeySuccession.sign(small.firstKey, small.secondKey, 41);
        assertSound(withKeys(first + change));
        assertSound(withKeys(first + change + "=\n" + KeySuccession.sign(small.secondKey, third, SmallLedger.SIZE)));
        assertWanting("KEY-UNREADABLE", "does not begin with a key", withKeys(first.strip()));
        assertWanting(
                "KEY-RETIRED",
                "goes back",
                withKeys(first + change + "=\n" + KeySuccession.sign(small.secondKey, small.firstKey, 50)));
        assertWanting(
                "NOTE-UNREADABLE",
                "succession of keys is none",
                withKeys(first + change + "=\n" + KeySuccession.sign(small.secondKey, third, 40)));
        assertWanting("KEY-UNREADABLE", "more than 1000 changes", withKeys(first + "=\n".repeat(1001)));
        assertWanting("NOTE-UNREADABLE", "is no signed note", withKeys(first + "=\n".repeat(1000)));
        String text = KeySuccession.sign(small.firstKey, small.secondKey, 41).text();
        for (String wrong : List.of(
                text.replace("succession 1", "succession 2"),
                text + "\n",
                text.replace("\nledger.example\n", "\nother.example\n"))) {
            assertWanting(
                    "NOTE-UNREADABLE",
                    "succession of keys is none",
                    withKeys(first + "=\n" + signed(wrong, small.firstKey, small.secondKey)));
        }
        String toAnother = text.replace(
                small.secondKey.verifier().toString(), small.witness.verifier().toString());
        for (SignedNote wrong : List.of(
                signed(text, small.firstKey),
                signed(text, small.secondKey),
                signed(toAnother, small.firstKey, small.witness))) {
            assertWanting("SIGNATURE-MISSING", "not signed by both", withKeys(first + "=\n" + wrong));
        }
    }

    private static SignedNote signed(String text, SigningKey... keys) {
        return new SignedNote(
                text, Arrays.stream(keys).map(key -> key.sign(text)).toList());
    }

    private Verdict withKeys(String keys) {
        small.write("keys", keys.getBytes(UTF_8));
        return LedgerVerifier.folder(folder, NOTHING);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static void assertSound(Verdict verdict, String... says) {
        assertThat(verdict.sound()).as(verdict.findings().toString()).isTrue();
        for (String said : says) {
            assertThat(String.join("\n", verdict.findings())).contains(said);
        }
    }

    private static void assertWanting(String code, String how, Verdict verdict) {
        assertThat(verdict.sound()).as("%s", verdict.findings()).isFalse();
        assertThat(verdict.findings().getLast()).contains(how).endsWith("(" + code + ")");
    }
}
