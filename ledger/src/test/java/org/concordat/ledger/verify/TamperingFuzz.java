package org.concordat.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.proofs.ProofBundle;
import org.concordat.ledger.stores.FileStore;
import org.concordat.ledger.stores.FolderDisk;
import org.concordat.ledger.stores.ForgetfulDisk;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who may write to the ledger's folder, who knows its formats and has the key that signs now, changes what an
 * earlier witnessed checkpoint covers. Whoever kept that checkpoint must see it, each time.
 */
final class TamperingFuzz {
    private static final int CHANGES = Integer.getInteger("concordat.fuzz.changes", 10_000);
    private static final List<Change> ALL = List.of(Change.values());
    private static final long SEED = Long.getLong("concordat.fuzz.seed", 20261121);

    /** What somebody may do. */
    private enum Change {
        /** Flips a bit of any file that counts. */
        BIT,
        /** Flips a bit of an entry, and computes all checksums, hashes and signatures anew. */
        BIT_AND_ALL_ANEW,
        /** Takes entries out, and computes everything anew. */
        DELETION,
        /** Changes the order of entries, and computes everything anew. */
        REORDERING,
        /** Puts an entry between others, and computes everything anew. */
        INSERTION,
        /** Ends the ledger before the checkpoint, and computes everything anew. */
        TRUNCATION,
        /** Ends a file somewhere. */
        CUT_FILE,
        /** Goes another way from some entry on, with as many entries or more. */
        FORK,
        /** Signs the folder as it is with the key that was retired. */
        OLD_KEY,
        /** Begins the ledger anew under a key of their own. */
        OWN_KEY,
        /** Flips a bit of a proof. */
        BIT_OF_PROOF,
        /** Proves an entry of a fork. */
        PROOF_OF_FORK
    }

    @Test
    void everyChangeBelowAWitnessedCheckpointIsSeen(@TempDir Path original, @TempDir Path changed) throws Exception {
        SmallLedger small = new SmallLedger(original);
        Trust witnessed = new Trust("", List.of(), small.kept);
        assertThat(LedgerVerifier.folder(original, small.everything()).sound()).isTrue();
        Map<Change, Integer> seen = new EnumMap<>(Change.class);
        Tamperer tamperer = new Tamperer(small, changed);
        for (int number = 0; number < CHANGES; number++) {
            SplittableRandom random = new SplittableRandom(SEED + number);
            Change change = tamperer.choose(random);
            Verdict verdict = tamperer.apply(change, random, witnessed);
            assertThat(verdict.sound())
                    .as(
                            "%s, to be repeated with -Dconcordat.fuzz.seed=%d -Dconcordat.fuzz.changes=1",
                            change, SEED + number)
                    .isFalse();
            seen.merge(change, 1, Integer::sum);
        }
        if (CHANGES >= 10_000) {
            assertThat(seen).containsOnlyKeys(Change.values());
        }
    }

    /** Works on a copy of the folder, which is put right again after each change. */
    private static final class Tamperer {
        private static final List<String> FILES = List.of("entries", "keys", "checkpoint");

        private final SmallLedger small;
        private final Path copy;
        private final List<Entry> entries = new ArrayList<>();
        private final List<String> names;
        private final byte[] proof;
        private boolean copied;

        Tamperer(SmallLedger small, Path copy) throws IOException {
            this.small = small;
            this.copy = copy;
            try (Stream<Path> files = Files.list(small.folder)) {
                names = files.map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("lock"))
                        .toList();
            }
            try (Ledger ledger = Ledger.open(FileStore.open(FolderDisk.of(small.folder)))) {
                for (int i = 0; i < ledger.size(); i++) {
                    entries.add(ledger.entry(i));
                }
                proof = ledger.prove(57, List.of((long) SmallLedger.KEPT_SIZE))
                        .text()
                        .getBytes(UTF_8);
            }
        }

        /** Cheap changes mostly; those that build a whole ledger are a twentieth. */
        Change choose(SplittableRandom random) {
            if (random.nextInt(20) > 0) {
                return random.nextInt(4) > 0 ? Change.BIT : Change.BIT_OF_PROOF;
            }
            return ALL.get(random.nextInt(ALL.size()));
        }

        Verdict apply(Change change, SplittableRandom random, Trust trust) throws IOException {
            return switch (change) {
                case BIT -> {
                    String name = random.nextInt(10) > 0 ? "entries" : FILES.get(random.nextInt(3));
                    byte[] bytes = small.read(name);
                    // What comes after the witnessed checkpoint is not covered by it.
                    int covered = name.equals("entries") ? bytes.length / 2 : bytes.length;
                    yield withFile(name, flipped(bytes, covered, random), small.everything());
                }
                case CUT_FILE -> {
                    String name = FILES.get(random.nextInt(3));
                    byte[] bytes = small.read(name);
                    int covered = name.equals("entries") ? bytes.length / 2 : bytes.length;
                    yield withFile(name, Arrays.copyOf(bytes, random.nextInt(covered)), trust);
                }
                case BIT_OF_PROOF -> LedgerVerifier.proof(flipped(proof, proof.length, random), small.everything());
                case OLD_KEY -> {
                    SignedCheckpoint now = SignedCheckpoint.parse(small.read("checkpoint"));
                    byte[] signed = SignedCheckpoint.sign(now.checkpoint(), small.firstKey, Examples.AT)
                            .note()
                            .bytes();
                    yield withFile("checkpoint", signed, trust);
                }
                case PROOF_OF_FORK -> proofOfFork(changed(Change.FORK, random), random, trust);
                case OWN_KEY -> rebuilt(entries, Keys.named("ledger.example"), trust);
                default -> rebuilt(changed(change, random), small.secondKey, trust);
            };
        }

        private List<Entry> changed(Change change, SplittableRandom random) {
            List<Entry> other = new ArrayList<>(entries);
            int place = random.nextInt(SmallLedger.KEPT_SIZE);
            switch (change) {
                case DELETION ->
                    other.subList(place, Math.min(place + 1 + random.nextInt(5), SmallLedger.KEPT_SIZE))
                            .clear();
                case REORDERING -> Collections.swap(other, place, (place + 1 + random.nextInt(39)) % entries.size());
                case INSERTION -> other.add(place, Examples.decision(1_000_000 + random.nextInt(1000)));
                case TRUNCATION -> other.subList(place, other.size()).clear();
                case FORK -> {
                    for (int i = place; i < other.size(); i++) {
                        other.set(i, Examples.decision(2_000_000 + i));
                    }
                }
                default -> other.set(place, Examples.decision(3_000_000 + random.nextInt(1000)));
            }
            return other;
        }

        private static byte[] flipped(byte[] bytes, int covered, SplittableRandom random) {
            byte[] other = bytes.clone();
            other[random.nextInt(covered)] ^= (byte) (1 << random.nextInt(8));
            return other;
        }

        private Verdict withFile(String name, byte[] bytes, Trust trust) throws IOException {
            if (!copied) {
                for (String every : names) {
                    Files.write(copy.resolve(every), small.read(every));
                }
                // Nobody is made to keep two checkpoints.
                Files.delete(copy.resolve("checkpoint-witnessed"));
                copied = true;
            }
            Files.write(copy.resolve(name), bytes);
            Verdict verdict = LedgerVerifier.folder(copy, trust);
            Files.write(copy.resolve(name), small.read(name));
            return verdict;
        }

        /** A ledger of these entries, as sound as whoever has a key of its can make it. */
        private Verdict rebuilt(List<Entry> other, SigningKey key, Trust trust) throws IOException {
            ForgetfulDisk disk = new ForgetfulDisk(0);
            Ledger ledger = Ledger.create(FileStore.open(disk), key.verifier());
            ledger.append(other);
            ledger.sign(key, Examples.AT);
            copied = false;
            for (String name : disk.lengths().keySet()) {
                Files.write(copy.resolve(name), disk.bytes(name));
            }
            if (key == small.secondKey) {
                Files.write(copy.resolve("keys"), small.read("keys"));
            }
            Files.deleteIfExists(copy.resolve("checkpoint-witnessed"));
            return LedgerVerifier.folder(copy, trust);
        }

        private Verdict proofOfFork(List<Entry> other, SplittableRandom random, Trust trust) throws IOException {
            Ledger ledger = Ledger.create(FileStore.open(new ForgetfulDisk(0)), small.secondKey.verifier());
            ledger.append(other);
            ledger.sign(small.secondKey, Examples.AT);
            long reached = Math.min(SmallLedger.KEPT_SIZE, other.size());
            ProofBundle fork = ledger.prove(random.nextInt(other.size()), List.of(reached));
            ProofBundle withKeys = new ProofBundle(
                    fork.entry(),
                    fork.inclusion(),
                    fork.checkpoint(),
                    LedgerKeys.parse(small.read("keys")),
                    fork.since());
            return LedgerVerifier.proof(withKeys.text().getBytes(UTF_8), trust);
        }
    }

    /** The rule of this test can fail: a change after the kept checkpoint is not a change of what that covers. */
    @Test
    void aSignatureThatIsAddedOrTakenAwayChangesNothingThatIsCovered(@TempDir Path folder) {
        SmallLedger small = new SmallLedger(folder);
        SignedCheckpoint now = SignedCheckpoint.parse(small.read("checkpoint"));
        Checkpoint checkpoint = now.checkpoint();
        small.write(
                "checkpoint",
                now.with(Keys.named("passer-by.example").sign(checkpoint.text()))
                        .note()
                        .bytes());
        assertThat(LedgerVerifier.folder(folder, small.everything()).sound()).isTrue();
    }

    @Test
    void theChecksumsThatSomebodyComputesAnewAreThoseOfTheFile(@TempDir Path folder) {
        SmallLedger small = new SmallLedger(folder);
        byte[] entries = small.read("entries");
        int head = "concordat ledger entries 1\n".length();
        CRC32C checksum = new CRC32C();
        checksum.update(entries, head, 28);
        assertThat(ByteBuffer.wrap(entries).getInt(head + 28)).isEqualTo((int) checksum.getValue());
    }
}
