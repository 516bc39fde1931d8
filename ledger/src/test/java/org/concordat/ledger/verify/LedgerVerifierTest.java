package org.concordat.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.MemoryStore;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.merkle.ConsistencyProof;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.merkle.InclusionProof;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.proofs.ProofBundle;
import org.concordat.ledger.stores.FileStore;
import org.concordat.ledger.stores.FolderDisk;
import org.concordat.ledger.stores.LedgerStore;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the outsider's verifier says of sound ledgers and of others. */
final class LedgerVerifierTest {
    private static final Trust NOTHING = new Trust("", List.of(), new byte[0]);

    private final Path folder;
    private final SmallLedger small;

    LedgerVerifierTest(@TempDir Path folder) {
        this.folder = folder;
        this.small = new SmallLedger(folder);
    }

    @Test
    void aSoundFolderAndProofAreSound() {
        assertSound(
                LedgerVerifier.folder(folder, small.everything()),
                "The ledger ledger.example holds 121 entries",
                "The ledger ledger.example signed a checkpoint of 121 entries, at 2026-11-21T09:30:00Z by its own clock.",
                "The ledger continues the checkpoint of 81 entries that you kept.",
                "The witness witness.example saw those 121 entries at 2026-11-21T09:30:00Z by its own clock.",
                "So its first 81 entries were recorded before you kept your checkpoint, and nothing in it has changed since.",
                "So its first 121 entries were recorded before 2026-11-21T09:30:00Z, if the clock of witness.example was"
                        + " right, and nothing in it has changed since.");
        assertSound(
                LedgerVerifier.proof(small.proof, small.everything()),
                "Entry 57 of the ledger ledger.example, word for word: {\"agreements\":{\"SA-56\"",
                "continues the checkpoint of 81 entries",
                "So entry 57 was recorded before you kept your checkpoint",
                "So entry 57 was recorded before 2026-11-21T09:30:00Z, if the clock of witness.example was right");
    }

    @Test
    void theDateIsTheEarliestThatATrustedWitnessGivesAndNeverTheKeepers() {
        SigningKey key = Keys.named("ledger.example");
        SigningKey early = Keys.named("early.example");
        SigningKey late = Keys.named("late.example");
        Ledger ledger = Ledger.create(new MemoryStore(), key.verifier());
        ledger.append(Examples.decision(1));
        Instant keepers = Instant.parse("2020-01-01T00:00:00Z"); // set back by the keeper
        SignedCheckpoint signed = ledger.sign(key, keepers);
        ledger.witnessRequest(0);
        ledger.append(Examples.decision(2));
        ledger.sign(key, keepers);
        Instant first = Examples.AT.plusSeconds(60);
        ledger.addCosignature(late.cosign(signed.checkpoint(), first.plusSeconds(5)), late.cosigner());
        ledger.addCosignature(early.cosign(signed.checkpoint(), first), early.cosigner());
        ledger.addCosignature(early.cosign(signed.checkpoint(), first.plusSeconds(9)), early.cosigner());
        byte[] proof = ledger.prove(0, List.of()).text().getBytes(UTF_8);
        String earlyKey = early.cosigner().toString();
        String lateKey = late.cosigner().toString();
        assertSound(
                LedgerVerifier.proof(proof, new Trust("", List.of(lateKey, earlyKey), new byte[0])),
                "So entry 0 was recorded before " + first + ", if the clock of early.example was right",
                "Whose ledger it is was not checked");
        assertSound(
                LedgerVerifier.proof(proof, new Trust(key.verifier().toString(), List.of(lateKey), new byte[0])),
                "So entry 0 was recorded before " + first.plusSeconds(5) + ", if the clock of late.example was right");
        Verdict keepersWord =
                LedgerVerifier.proof(proof, new Trust(key.verifier().toString(), List.of(), new byte[0]));
        assertSound(keepersWord, "2020-01-01T00:00:00Z by its own clock", "only the keeper's word");
        assertThat(keepersWord.findings()).noneMatch(line -> line.startsWith("So "));
        assertWanting(
                "WITNESS-IS-KEEPER",
                LedgerVerifier.proof(proof, new Trust("", List.of(key.cosigner().toString()), new byte[0])));
        // What a kept checkpoint does not reach, it does not date; a witness's line below it dates what it reaches.
        byte[] kept = signed.with(late.cosign(signed.checkpoint(), first.minusSeconds(7)))
                .note()
                .bytes();
        byte[] later = ledger.prove(1, List.of(1L)).text().getBytes(UTF_8);
        Verdict beyond = LedgerVerifier.proof(later, new Trust("", List.of(), kept));
        assertSound(beyond, "continues the checkpoint of 1 entry", "only the keeper's word");
        byte[] reached = ledger.prove(0, List.of(1L, 2L)).text().getBytes(UTF_8);
        assertWanting("WITNESS-MISSING", LedgerVerifier.proof(reached, new Trust("", List.of(lateKey), kept)));
        assertSound(
                LedgerVerifier.proof(proof, new Trust("", List.of(lateKey), kept)),
                "So entry 0 was recorded before " + first.minusSeconds(7));
    }

    @Test
    void whatAProofHoldsCannotMoveOrHideTextOnAScreen() {
        MemoryStore store = new MemoryStore();
        SigningKey key = Keys.named("ledger.example");
        Ledger.create(store, key.verifier()).close();
        String entry = "\u001b[2K\rIt verifies.\u202e\n";
        Hash leaf = new TreeHasher().leaf(entry.getBytes(UTF_8));
        store.append(List.of(entry.getBytes(UTF_8)), List.of(new LedgerStore.Node(0, 0, leaf)));
        Ledger ledger = Ledger.open(store);
        ledger.sign(key, Examples.AT);
        byte[] proof = ledger.prove(0, List.of()).text().getBytes(UTF_8);
        assertSound(LedgerVerifier.proof(proof, NOTHING), "word for word: \uFFFD[2K\uFFFDIt verifies.\uFFFD\uFFFD");
    }

    @Test
    void saysWhenNothingFromElsewhereWasCompared() {
        assertSound(LedgerVerifier.folder(folder, NOTHING), "only that it agrees with itself");
        assertSound(LedgerVerifier.proof(small.proof, NOTHING), "only that it agrees with itself");
        assertThat(LedgerVerifier.folder(folder, small.everything()).findings())
                .noneMatch(line -> line.contains("agrees with itself"));
    }

    @Test
    void agreesWithTheLibraryOnEverySmallProof() {
        MemoryStore store = new MemoryStore();
        SigningKey key = Keys.named("ledger.example");
        Ledger ledger = Ledger.create(store, key.verifier());
        List<SignedCheckpoint> checkpoints = new ArrayList<>(List.of(ledger.sign(key, Examples.AT)));
        for (int size = 1; size <= 17; size++) {
            ledger.append(Examples.decision(size));
            SignedCheckpoint now = ledger.sign(key, Examples.AT);
            checkpoints.add(now);
            for (int old = 0; old <= size; old++) {
                ConsistencyProof since = ledger.consistency(old, size);
                int index = old % size;
                var proof = new ProofBundle(
                        store.entry(index), ledger.inclusion(index, size), now, ledger.keys(), List.of(since));
                Trust kept = new Trust(
                        key.verifier().toString(),
                        List.of(),
                        checkpoints.get(old).note().bytes());
                assertSound(LedgerVerifier.proof(proof.text().getBytes(UTF_8), kept));
                // The same proof for another place or another past is wrong.
                if (size > 1) {
                    int elsewhere = (index + 1) % size;
                    var moved = new ProofBundle(
                            store.entry(index),
                            new InclusionProof(
                                    elsewhere, size, proof.inclusion().hashes()),
                            now,
                            ledger.keys(),
                            List.of());
                    assertWanting(
                            "PROOF-WRONG", LedgerVerifier.proof(moved.text().getBytes(UTF_8), NOTHING));
                }
                if (old > 0 && old < size) {
                    Checkpoint past = new Checkpoint("ledger.example", old, ledger.root(old - 1));
                    byte[] other =
                            SignedCheckpoint.sign(past, key, Examples.AT).note().bytes();
                    assertWanting(
                            "LEDGER-FORKED",
                            LedgerVerifier.proof(proof.text().getBytes(UTF_8), new Trust("", List.of(), other)));
                }
            }
        }
    }

    @Test
    void trustsAKeyAndTheKeysThatItNamedAndNoOther() {
        String second = small.secondKey.verifier().toString();
        assertSound(LedgerVerifier.folder(folder, new Trust(second, List.of(), new byte[0])));
        String stranger = Keys.named("ledger.example").verifier().toString();
        assertWanting("KEY-OTHER", LedgerVerifier.folder(folder, new Trust(stranger, List.of(), new byte[0])));
        assertWanting("KEY-OTHER", LedgerVerifier.proof(small.proof, new Trust(stranger, List.of(), new byte[0])));
        assertWanting("KEY-UNREADABLE", LedgerVerifier.proof(small.proof, new Trust("x", List.of(), new byte[0])));
        assertWanting(
                "KEY-UNREADABLE",
                LedgerVerifier.proof(
                        small.proof, new Trust(second.substring(0, second.length() - 4), List.of(), new byte[0])));
    }

    @Test
    void asksForEveryWitnessThatIsNamed() {
        String stranger = Keys.named("witness.example").cosigner().toString();
        Trust trust = new Trust("", List.of(small.witness.cosigner().toString(), stranger), new byte[0]);
        assertWanting("WITNESS-MISSING", LedgerVerifier.folder(folder, trust));
        assertWanting("WITNESS-MISSING", LedgerVerifier.proof(small.proof, trust));
    }

    @Test
    void aCheckpointKeptByAWitnessCountsEvenWhereTheLedgersKeyIsUnknown() {
        SignedCheckpoint kept = SignedCheckpoint.parse(small.kept);
        byte[] unsigned = SignedCheckpoint.sign(kept.checkpoint(), Keys.named("ledger.example"), Examples.AT)
                .note()
                .bytes();
        assertWanting("SIGNATURE-MISSING", LedgerVerifier.folder(folder, new Trust("", List.of(), unsigned)));
        byte[] other = SignedCheckpoint.sign(
                        new Checkpoint("other.example", 1, kept.checkpoint().root()),
                        Keys.named("other.example"),
                        Examples.AT)
                .note()
                .bytes();
        assertWanting("KEY-OTHER", LedgerVerifier.folder(folder, new Trust("", List.of(), other)));
    }

    @Test
    void aProofMustLeadToTheCheckpointThatWasKept() {
        ProofBundle proof = ProofBundle.parse(small.proof);
        byte[] leadsNowhere = new ProofBundle(
                        proof.entry(), proof.inclusion(), proof.checkpoint(), proof.keys(), List.of())
                .text()
                .getBytes(UTF_8);
        assertWanting("PROOF-TOO-SHORT", LedgerVerifier.proof(leadsNowhere, small.everything()));
        byte[] last = proof.checkpoint().note().bytes();
        assertSound(LedgerVerifier.proof(leadsNowhere, new Trust("", List.of(), last)));
        try (Ledger ledger = Ledger.open(FileStore.open(FolderDisk.of(folder)))) {
            ledger.append(Examples.decision(1000));
            byte[] later = ledger.sign(small.secondKey, Examples.AT).note().bytes();
            assertWanting("PROOF-TOO-OLD", LedgerVerifier.proof(small.proof, new Trust("", List.of(), later)));
        }
    }

    @Test
    void anEntryThatChangedOrMovedIsSeen() {
        ProofBundle proof = ProofBundle.parse(small.proof);
        byte[] changed = new ProofBundle(
                        Examples.decision(58).canonical(),
                        proof.inclusion(),
                        proof.checkpoint(),
                        proof.keys(),
                        proof.since())
                .text()
                .getBytes(UTF_8);
        assertWanting("PROOF-WRONG", LedgerVerifier.proof(changed, NOTHING));
        byte[] moved = new String(small.proof, UTF_8)
                .replace("\nindex 57\n", "\nindex 58\n")
                .getBytes(UTF_8);
        assertWanting("PROOF-WRONG", LedgerVerifier.proof(moved, NOTHING));
        byte[] beyond = new String(small.proof, UTF_8)
                .replace("\nindex 57\n", "\nindex 121\n")
                .getBytes(UTF_8);
        assertWanting("PROOF-WRONG", LedgerVerifier.proof(beyond, NOTHING));
    }

    @Test
    void aRetiredKeySignsNothingLater() {
        try (Ledger ledger = Ledger.open(FileStore.open(FolderDisk.of(folder)))) {
            Checkpoint now = ledger.checkpoint().orElseThrow().checkpoint();
            small.write(
                    "checkpoint",
                    SignedCheckpoint.sign(now, small.firstKey, Examples.AT)
                            .note()
                            .bytes());
        }
        assertWanting("KEY-RETIRED", LedgerVerifier.folder(folder, NOTHING));
    }

    @Test
    void aCheckpointWithoutATimeIsWanting() {
        Checkpoint now = SignedCheckpoint.parse(small.read("checkpoint")).checkpoint();
        String signature = small.secondKey.sign(now.text()).line();
        small.write("checkpoint", (now.text() + "\n" + signature + "\n").getBytes(UTF_8));
        assertWanting("SIGNATURE-MISSING", LedgerVerifier.folder(folder, NOTHING));
    }

    @Test
    void aLedgerWithoutACheckpointProvesNothing() throws IOException {
        Files.delete(folder.resolve("checkpoint"));
        assertSound(LedgerVerifier.folder(folder, NOTHING));
        Files.delete(folder.resolve("checkpoint-witnessed"));
        assertWanting("CHECKPOINT-MISSING", LedgerVerifier.folder(folder, NOTHING));
        Files.delete(folder.resolve("keys"));
        assertWanting("LEDGER-UNREADABLE", LedgerVerifier.folder(folder, NOTHING));
    }

    @Test
    void wrongHashesOrAWrongIndexAreSeenThoughTheEntriesAreSound() {
        for (String name : List.of("hashes-0", "index")) {
            byte[] right = small.read(name);
            byte[] wrong = right.clone();
            wrong[right.length / 2] ^= 1;
            small.write(name, wrong);
            assertWanting("INDEX-WRONG", LedgerVerifier.folder(folder, NOTHING));
            small.write(name, right);
        }
        assertSound(LedgerVerifier.folder(folder, NOTHING));
    }

    @Test
    void anEmptyLedgerIsSound(@TempDir Path empty) {
        SigningKey key = Keys.named("ledger.example");
        try (Ledger ledger = Ledger.create(FileStore.open(FolderDisk.of(empty)), key.verifier())) {
            byte[] kept = ledger.sign(key, Examples.AT).note().bytes();
            assertSound(LedgerVerifier.folder(empty, new Trust("", List.of(), kept)), "holds 0 entries");
            assertSound(LedgerVerifier.folder(folder, new Trust("", List.of(), emptyOf(small.firstKey))));
        }
    }

    private static byte[] emptyOf(SigningKey key) {
        return Ledger.create(new MemoryStore(), key.verifier())
                .sign(key, Examples.AT)
                .note()
                .bytes();
    }

    @Test
    void runsByItself() throws Exception {
        Path proof = Files.write(folder.resolve("proof"), small.proof);
        Path kept = Files.write(folder.resolve("kept"), small.kept);
        String witness = small.witness.cosigner().toString();
        LedgerVerifier.main(new String[] {
            "" + proof, "--against", "" + kept, "--witness", witness, "--key", "" + small.firstKey.verifier()
        });
        LedgerVerifier.main(new String[] {"" + folder, "--witness", witness});
        String stranger = Keys.named("witness.example").cosigner().toString();
        assertThatThrownBy(() -> LedgerVerifier.main(new String[] {"" + proof, "--witness", stranger}))
                .hasMessageContaining("WITNESS-MISSING")
                // Java's launcher of single files shows another message where there is no trace.
                .satisfies(wanting -> assertThat(wanting.getStackTrace()).isNotEmpty());
        assertThatThrownBy(() -> LedgerVerifier.main(new String[] {})).hasMessageContaining("WRONG-USE");
        assertThatThrownBy(() -> LedgerVerifier.main(new String[] {"" + proof, "--witness"}))
                .hasMessageContaining("WRONG-USE");
        assertThatThrownBy(() -> LedgerVerifier.main(new String[] {"" + proof, "--no", "x"}))
                .hasMessageContaining("WRONG-USE");
    }

    private static void assertSound(Verdict verdict, String... says) {
        assertThat(verdict.findings()).allSatisfy(line -> assertThat(line).doesNotEndWith(")"));
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.code()).isEmpty();
        for (String said : says) {
            assertThat(String.join("\n", verdict.findings())).contains(said);
        }
    }

    private static void assertWanting(String code, Verdict verdict) {
        assertThat(verdict.sound()).as(verdict.findings().toString()).isFalse();
        assertThat(verdict.findings().getLast()).endsWith("(" + code + ")");
        assertThat(verdict.code()).isEqualTo(code);
    }
}
