package org.concordat.ledger.stores;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.merkle.Frontier;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.merkle.PlainTree;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.stores.FileStore.Recovery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file store does with its files as it finds them: whole, behind, cut off, or damaged. */
final class FileStoreTest {
    private static final SigningKey KEY = Keys.named("ledger.example");
    private static final int HEADER_BYTES = FileStore.HEADER.length;

    private final ForgetfulDisk disk = new ForgetfulDisk(1);

    @Test
    void keepsEntriesIndexAndHashesWhereTheFormatSays() {
        Ledger ledger = ledger(3);
        ledger.append(entries(3, 600));
        List<byte[]> leaves = entries(0, 600).stream().map(Entry::canonical).toList();
        assertThat(new String(disk.bytes("entries"), US_ASCII)).startsWith("concordat ledger entries 1\n");
        assertThat(disk.bytes("index")).hasSize(600 * 8);
        assertThat(disk.bytes("hashes-0")).hasSize(600 * 32);
        assertThat(disk.bytes("hashes-8")).hasSize(2 * 32);
        assertThat(Hash.at(disk.bytes("hashes-8"), 32)).isEqualTo(PlainTree.root(leaves.subList(256, 512)));
        assertThat(disk.bytes("hashes-16")).isEmpty();
        assertThat(ledger.root(600)).isEqualTo(PlainTree.root(leaves));
    }

    @Test
    void closingLaysAnAnchorSoThatOpeningReadsNothingAgain() {
        ledger(5).close();
        FileStore store = FileStore.open(disk);
        assertThat(store.recovery()).isEqualTo(new Recovery(0, 0, false));
        assertThat(store.size()).isEqualTo(5);
    }

    @Test
    void letsGoOfEveryFileWhenItIsClosedOrCannotBeOpened() {
        Ledger ledger = ledger(5);
        assertThat(disk.isLetGo()).isFalse();
        ledger.close();
        assertThat(disk.isLetGo()).isTrue();
        ForgetfulDisk nonsense = new ForgetfulDisk(1);
        nonsense.put("entries", "something else".getBytes(US_ASCII));
        assertThatThrownBy(() -> FileStore.open(nonsense)).hasMessageEndingWith("(LEDGER-DAMAGED)");
        assertThat(nonsense.isLetGo()).isTrue();
        ForgetfulDisk empty = new ForgetfulDisk(1);
        assertThatThrownBy(() -> Ledger.open(FileStore.open(empty))).hasMessageEndingWith("(LEDGER-NOT-FOUND)");
        assertThat(empty.isLetGo()).isTrue();
    }

    @Test
    void makesTheFilesOfHigherLevelsWhenTheTreeGrowsToThemAndFindsThemAgain() {
        FileStore store = FileStore.open(disk);
        store.append(
                List.of(new byte[1]), List.of(new LedgerStore.Node(0, 0, hash()), new LedgerStore.Node(24, 0, hash())));
        assertThat(store.hashes(24, 0, 1)).isEqualTo(hash().bytes());
        assertThat(disk.lengths()).containsEntry("hashes-24", 32).doesNotContainKey("hashes-32");
        store.close();
        assertThat(disk.isLetGo()).isTrue();
        FileStore again = FileStore.open(disk);
        assertThat(again.hashes(24, 0, 1)).isEqualTo(hash().bytes());
    }

    @Test
    void closingAnEmptyStoreOrOneThatNothingWasAddedToWritesNothing() {
        FileStore.open(disk).close();
        assertThat(disk.load("anchor")).isEmpty();
        ledger(5).close();
        disk.put("anchor", disk.bytes("anchor")); // nothing is unforced
        FileStore store = FileStore.open(disk);
        disk.cutPowerAfter(0);
        store.close();
        assertThat(FileStore.open(disk).size()).isEqualTo(5);
    }

    @Test
    void openingReadsWhatCameAfterTheAnchor() {
        ledger(5).close();
        Ledger.open(FileStore.open(disk)).append(entries(5, 8));
        FileStore store = FileStore.open(disk);
        assertThat(store.recovery()).isEqualTo(new Recovery(3, 0, false));
        assertThat(store.entry(7)).isEqualTo(Examples.decision(7).canonical());
        assertThat(FileStore.open(disk).recovery().entriesRead()).isZero();
    }

    @Test
    void makesHashesAndIndexAgainWhereTheyAreMissingOrWrong() {
        ledger(300).close();
        Hash root =
                PlainTree.root(entries(0, 300).stream().map(Entry::canonical).toList());
        for (String name : List.of("anchor", "index", "hashes-0", "hashes-8")) {
            disk.remove(name);
            assertRebuilt(root);
        }
        byte[] wrong = disk.bytes("hashes-0").clone();
        wrong[299 * 32] ^= 1; // a leaf beside the last subtree
        disk.put("hashes-0", wrong);
        assertRebuilt(root);
        disk.put("index", Arrays.copyOf(disk.bytes("index"), 299 * 8));
        assertRebuilt(root);
        disk.put("anchor", "concordat ledger anchor 2\n".getBytes(US_ASCII));
        assertRebuilt(root);
    }

    private void assertRebuilt(Hash root) {
        FileStore store = FileStore.open(disk);
        assertThat(store.recovery()).isEqualTo(new Recovery(300, 0, true));
        assertThat(Ledger.open(store).root(300)).isEqualTo(root);
        store.close();
    }

    @Test
    void setsAsideABatchThatWasCutOff() {
        ledger(5);
        int whole = disk.bytes("entries").length;
        Ledger.open(FileStore.open(disk)).append(entries(5, 9));
        byte[] all = disk.bytes("entries").clone();
        for (int length : new int[] {whole + 1, whole + 31, whole + 32, whole + 33, all.length - 1}) {
            disk.put("entries", Arrays.copyOf(all, length));
            disk.remove("anchor");
            disk.remove("acknowledged");
            FileStore store = FileStore.open(disk);
            assertThat(store.recovery()).isEqualTo(new Recovery(5, length - whole, true));
            assertThat(store.size()).isEqualTo(5);
            assertThat(disk.bytes("cut-off-at-" + whole)).isEqualTo(Arrays.copyOfRange(all, whole, length));
            assertThat(disk.bytes("entries")).isEqualTo(Arrays.copyOf(all, whole));
            Ledger.open(store).append(entries(5, 6));
            assertThat(FileStore.open(disk).size()).isEqualTo(6);
        }
        byte[] zeros = Arrays.copyOf(Arrays.copyOf(all, whole), whole + 100);
        disk.put("entries", zeros);
        disk.remove("anchor");
        disk.remove("acknowledged");
        assertThat(FileStore.open(disk).recovery().bytesSetAside()).isEqualTo(100);
    }

    @Test
    void refusesToOpenWhereAcknowledgedEntriesAreBroken() {
        Ledger ledger = ledger(5);
        int firstBatchEnds = disk.bytes("entries").length;
        ledger.append(entries(5, 9));
        ledger.append(entries(9, 12));
        byte[] all = disk.bytes("entries").clone();
        for (int place :
                new int[] {HEADER_BYTES, HEADER_BYTES + 13, HEADER_BYTES + 40, firstBatchEnds, firstBatchEnds + 50}) {
            byte[] broken = all.clone();
            broken[place] ^= 4;
            disk.put("entries", broken);
            disk.remove("anchor");
            disk.remove("acknowledged");
            assertThatThrownBy(() -> FileStore.open(disk))
                    .as("byte %d", place)
                    .hasMessageEndingWith("(LEDGER-DAMAGED)");
            assertThat(disk.bytes("entries")).isEqualTo(broken);
        }
        // A batch that stands twice has a whole head too.
        byte[] twice = Arrays.copyOf(all, all.length + firstBatchEnds - HEADER_BYTES);
        System.arraycopy(all, HEADER_BYTES, twice, all.length, firstBatchEnds - HEADER_BYTES);
        disk.put("entries", twice);
        FileStore store = FileStore.open(disk);
        assertThat(store.size()).isEqualTo(12);
        assertThat(store.recovery().bytesSetAside()).isEqualTo(firstBatchEnds - HEADER_BYTES);
    }

    @Test
    void refusesToOpenWhereTheLastBatchWasDamagedAfterItWasAcknowledged() {
        Ledger ledger = ledger(5);
        int before = disk.bytes("entries").length;
        ledger.append(entries(5, 9));
        byte[] all = disk.bytes("entries").clone();
        for (int place = before; place < all.length; place += 37) {
            byte[] broken = all.clone();
            broken[place] ^= 1;
            disk.put("entries", broken);
            assertThatThrownBy(() -> FileStore.open(disk))
                    .as("byte %d", place)
                    .hasMessageStartingWith("After entry number 4 a batch is broken that had been acknowledged")
                    .hasMessageEndingWith("(LEDGER-DAMAGED)");
            assertThat(disk.bytes("entries")).isEqualTo(broken);
        }
        for (int length : new int[] {before, before + 1, before + 32, all.length - 1}) {
            disk.put("entries", Arrays.copyOf(all, length));
            assertThatThrownBy(() -> FileStore.open(disk))
                    .hasMessageStartingWith("The ledger had 9 entries")
                    .hasMessageEndingWith("(LEDGER-CUT-SHORT)");
        }
        disk.put("entries", all);
        assertThat(FileStore.open(disk).size()).isEqualTo(9);
    }

    @Test
    void aMarkThatIsBrokenOrBehindIsNoReasonToRefuse() {
        Ledger ledger = ledger(5);
        byte[] behind = disk.bytes("acknowledged").clone();
        ledger.append(entries(5, 9));
        byte[] all = disk.bytes("entries").clone();
        byte[] broken = disk.bytes("acknowledged").clone();
        broken[7] ^= 1;
        for (byte[] mark : List.of(behind, broken, new byte[19], new byte[0])) {
            disk.put("acknowledged", mark);
            disk.put("entries", all);
            disk.remove("anchor");
            assertThat(FileStore.open(disk).size()).isEqualTo(9);
            // Whether this batch was ever whole, nobody can say: it is kept, and the ledger opens.
            disk.put("entries", Arrays.copyOf(all, all.length - 1));
            disk.remove("anchor");
            FileStore store = FileStore.open(disk);
            assertThat(store.size()).isEqualTo(5);
            assertThat(store.recovery().bytesSetAside()).isPositive();
        }
    }

    @Test
    void whatAnotherProgramHasSeenStaysThoughItsWriterWasKilledBeforeItWasForced() {
        for (int seed = 0; seed < 20; seed++) {
            ForgetfulDisk own = new ForgetfulDisk(seed);
            Ledger ledger = Ledger.create(FileStore.open(own), KEY.verifier());
            ledger.append(entries(0, 3));
            own.cutPowerAfter(3); // index and hashes are written, and the entries, and nothing is forced
            assertThatThrownBy(() -> ledger.append(entries(3, 6))).hasMessageEndingWith("(STORE-FAILED)");
            own.restartProgram();
            assertThat(FileStore.open(own).size()).isEqualTo(6);
            own.restart();
            assertThat(Ledger.open(FileStore.open(own)).entry(5)).isEqualTo(Examples.decision(5));
        }
    }

    @Test
    void whatWasSeenStaysThoughTheDiskFailedToTakeItAndForgotThat() {
        Ledger ledger = ledger(3);
        disk.fail(true);
        assertThatThrownBy(() -> ledger.append(entries(3, 6))).hasMessageEndingWith("(STORE-FAILED)");
        disk.fail(false);
        assertThat(FileStore.open(disk).size()).isEqualTo(6);
        disk.restart();
        assertThat(FileStore.open(disk).size()).isEqualTo(6);
    }

    @Test
    void refusesToOpenWhereEntriesBelowTheAnchorAreGoneOrOthers() {
        ledger(5).close();
        byte[] five = disk.bytes("entries").clone();
        Ledger.open(FileStore.open(disk)).append(entries(5, 9));
        FileStore.open(disk).close();
        disk.put("entries", five);
        assertThatThrownBy(() -> FileStore.open(disk)).hasMessageEndingWith("(LEDGER-CUT-SHORT)");

        ForgetfulDisk other = new ForgetfulDisk(2);
        Ledger.create(FileStore.open(other), KEY.verifier()).append(entries(100, 110));
        disk.put("entries", other.bytes("entries"));
        disk.remove("index");
        assertThatThrownBy(() -> FileStore.open(disk)).hasMessageEndingWith("(LEDGER-DAMAGED)");
        byte[] nonsense = disk.bytes("entries").clone();
        nonsense[3] = 'X';
        disk.put("entries", nonsense);
        assertThatThrownBy(() -> FileStore.open(disk)).hasMessageContaining("does not begin as one");
    }

    @Test
    void refusesToOpenWhereTheEndIsFarLongerThanAnyBatch() {
        ledger(5);
        byte[] all = disk.bytes("entries");
        disk.put("entries", Arrays.copyOf(all, all.length + LedgerStore.LARGEST_BATCH_BYTES + 33));
        assertThatThrownBy(() -> FileStore.open(disk)).hasMessageEndingWith("(LEDGER-DAMAGED)");
        disk.put("entries", Arrays.copyOf(all, all.length + LedgerStore.LARGEST_BATCH_BYTES + 32));
        assertThat(FileStore.open(disk).size()).isEqualTo(5);
    }

    @Test
    void takesNothingMoreAfterAFailure() {
        FileStore store = FileStore.open(disk);
        Ledger ledger = Ledger.create(store, KEY.verifier());
        ledger.append(entries(0, 3));
        disk.cutPowerAfter(2);
        assertThatThrownBy(() -> ledger.append(entries(3, 6))).hasMessageEndingWith("(STORE-FAILED)");
        disk.cutPowerAfter(1000);
        assertThatThrownBy(() -> ledger.append(entries(3, 6))).hasMessageContaining("failed before");
        assertThatThrownBy(() -> store.putDocument("x", new byte[1])).hasMessageContaining("failed before");
        assertThat(ledger.entry(2)).isEqualTo(Examples.decision(2));
        ledger.close();
        assertThatThrownBy(() -> store.putDocument("x", new byte[1])).hasMessageContaining("failed before");
    }

    @Test
    void laysAnAnchorEverySoManyEntries() {
        FileStore store = FileStore.open(disk);
        store.append(Collections.nCopies(65_535, new byte[1]), List.of(new LedgerStore.Node(0, 0, hash())));
        assertThat(disk.load("anchor")).isEmpty();
        List<byte[]> leaves = Collections.nCopies(65_536, new byte[1]);
        ForgetfulDisk other = new ForgetfulDisk(3);
        FileStore again = FileStore.open(other);
        Frontier frontier = new Frontier();
        List<LedgerStore.Node> nodes = new ArrayList<>();
        var hasher = new TreeHasher();
        leaves.forEach(leaf -> frontier.add(hasher.leaf(leaf), (level, index, hash) -> {
            if (LedgerStore.isKept(level)) {
                nodes.add(new LedgerStore.Node(level, index, hash));
            }
        }));
        again.append(leaves, nodes);
        assertThat(new String(other.load("anchor").orElseThrow(), US_ASCII))
                .startsWith("concordat ledger anchor 1\n65536\n")
                .endsWith(frontier.root().base64() + "\n");
        assertThat(FileStore.open(other).recovery()).isEqualTo(new Recovery(0, 0, false));
    }

    private static Hash hash() {
        return new TreeHasher().empty();
    }

    @Test
    void refusesBatchesThatAreEmptyOrTooLarge() {
        FileStore store = FileStore.open(disk);
        assertThatThrownBy(() -> store.append(List.of(), List.of())).hasMessageContaining("given 0");
        assertThatThrownBy(() -> store.append(Collections.nCopies(65_537, new byte[0]), List.of()))
                .hasMessageContaining("given 65537");
        assertThatThrownBy(() -> store.append(Collections.nCopies(17, new byte[1 << 20]), List.of()))
                .hasMessageContaining("at most 16777216 bytes");
        assertThatThrownBy(() -> store.append(List.of(new byte[(1 << 20) + 1]), List.of()))
                .hasMessageContaining("an entry 1048576");
        assertThat(store.size()).isZero();
    }

    @Test
    void anIndexThatLeadsAstrayIsSeen() {
        Ledger ledger = ledger(3);
        byte[] index = disk.bytes("index");
        Arrays.fill(index, 8, 16, (byte) 0); // the header's letters, read as a length, are far too much
        assertThatThrownBy(() -> ledger.entry(1)).hasMessageContaining("leads to no entry");
    }

    @Test
    void aFolderServesOneProgramAtATime(@TempDir Path folder) {
        FolderDisk first = FolderDisk.of(folder);
        assertThatThrownBy(() -> FolderDisk.of(folder)).hasMessageEndingWith("(LEDGER-IN-USE)");
        FileStore.open(first).close();
        FileStore again = FileStore.open(FolderDisk.of(folder));
        again.putDocument("x", new byte[] {1});
        again.putDocument("x", new byte[] {2, 3});
        assertThat(again.document("x")).contains(new byte[] {2, 3});
        assertThat(again.document("y")).isEmpty();
        again.close();
        assertThatThrownBy(() -> FolderDisk.of(folder.resolve("nowhere"))).hasMessageEndingWith("(STORE-FAILED)");
    }

    @Test
    void readersGoOnWhileThreadsAreInterrupted(@TempDir Path folder) {
        try (Ledger ledger = Ledger.create(FileStore.open(FolderDisk.of(folder)), KEY.verifier())) {
            ledger.append(entries(0, 10));
            Thread.currentThread().interrupt();
            assertThat(ledger.entry(3)).isEqualTo(Examples.decision(3));
            ledger.append(entries(10, 12));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(ledger.entry(11)).isEqualTo(Examples.decision(11));
        }
    }

    private Ledger ledger(int size) {
        Ledger ledger = Ledger.create(FileStore.open(disk), KEY.verifier());
        ledger.append(entries(0, size));
        return ledger;
    }

    private static List<Entry> entries(long from, long to) {
        return LongStream.range(from, to).mapToObj(Examples::decision).toList();
    }
}
