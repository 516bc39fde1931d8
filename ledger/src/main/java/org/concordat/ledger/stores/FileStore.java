package org.concordat.ledger.stores;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.merkle.Frontier;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.merkle.TreeProofs;
import org.concordat.ledger.stores.Disk.DiskFile;

/**
 * Keeps a ledger in files. The file {@code entries} is the truth: batches one after another, each written and forced to
 * disk before it is acknowledged, so one wait for the disk serves a whole batch. {@code index} (where each entry begins)
 * and {@code hashes-0}, {@code hashes-8} and so on (the kept levels) follow from it and are made again where they are
 * missing or wrong.
 *
 * <p>Opening reads the batches since the last anchor, at most {@value #ENTRIES_AN_ANCHOR} entries and one batch. A last
 * batch that a crash cut off was never acknowledged; it is set aside under a name of its own. A broken batch had been
 * acknowledged where a whole one follows it, or where the mark in the file {@code acknowledged} or the anchor covers it: then
 * the store refuses to open. See {@link Acknowledged} for the one case that nobody can tell.
 *
 * <p>After a failure to write nothing more is taken until it is opened again: nobody knows then what the disk holds.
 */
public final class FileStore implements LedgerStore {
    static final String ENTRIES = "entries";
    static final String INDEX = "index";
    static final String HASHES = "hashes-";
    static final String ANCHOR = "anchor";
    static final String ACKNOWLEDGED = "acknowledged";
    static final byte[] HEADER = "concordat ledger entries 1\n".getBytes(US_ASCII);
    private static final int ENTRIES_AN_ANCHOR = 65_536;
    private static final int LONGEST_ENTRY_BYTES = 1 << 20;

    private final Disk disk;
    private final DiskFile entries;
    private final DiskFile index;
    private final DiskFile acknowledged;
    private final Map<Integer, DiskFile> hashes = new ConcurrentSkipListMap<>();

    private volatile long size;
    private long endBytes = HEADER.length;
    private long anchoredSize;
    private boolean broken;
    private Recovery recovery = new Recovery(0, 0, false);

    /**
     * What opening had to do.
     *
     * @param entriesRead entries read again since the last anchor
     * @param bytesSetAside length of a batch that was cut off before it was acknowledged; 0 where there was none
     * @param rebuilt whether hashes and index were missing or wrong and were made again from the entries
     */
    public record Recovery(long entriesRead, long bytesSetAside, boolean rebuilt) {}

    private FileStore(Disk disk) throws IOException {
        this.disk = disk;
        this.entries = disk.open(ENTRIES);
        this.index = disk.open(INDEX);
        this.acknowledged = disk.open(ACKNOWLEDGED);
        for (int level = 0; level < Long.SIZE; level += LEVELS_A_STEP) {
            // Higher levels than this are made when the tree grows to them.
            if (level <= 2 * LEVELS_A_STEP || disk.load(HASHES + level).isPresent()) {
                hashes.put(level, disk.open(HASHES + level));
            }
        }
    }

    /**
     * Opens what is there, or begins an empty store. Lets go of the disk when it throws.
     *
     * @throws LedgerException with {@code LEDGER-DAMAGED} or {@code LEDGER-CUT-SHORT} when acknowledged entries are gone
     */
    public static FileStore open(Disk disk) {
        try {
            FileStore store = new FileStore(disk);
            try {
                store.recover();
            } catch (IOException | RuntimeException trouble) {
                store.closeFiles();
                throw trouble;
            }
            return store;
        } catch (IOException trouble) {
            throw failed("cannot be opened", trouble);
        }
    }

    /** What opening had to do. */
    public Recovery recovery() {
        return recovery;
    }

    private void recover() throws IOException {
        readHeader();
        Optional<Anchor> anchor = disk.load(ANCHOR).flatMap(Anchor::parse);
        boolean trusted = anchor.isPresent() && isTrue(anchor.get());
        long readFrom = trusted ? anchor.get().size() : 0;
        if (trusted) {
            size = anchor.get().size();
            endBytes = anchor.get().endBytes();
        }
        long fileBytes = entries.size();
        Optional<Acknowledged> mark = Acknowledged.read(acknowledged);
        Frontier frontier = new Frontier(new KeptNodes(this), size);
        TreeHasher hasher = new TreeHasher();
        while (endBytes < fileBytes) {
            Optional<Batch> batch = Batch.read(entries, endBytes, fileBytes);
            if (batch.isEmpty() || batch.get().firstIndex() != size) {
                break;
            }
            NodeList nodes = new NodeList();
            batch.get().entries().forEach(entry -> frontier.add(hasher.leaf(entry), nodes));
            writeDerived(batch.get(), nodes.list);
            if (mark.isEmpty() || mark.get().endBytes() <= endBytes) {
                // Whoever wrote it may have been stopped before it was forced, or the disk may have failed to take it.
                // Once
                // it was read here it counts, so it is written again: a disk forces only what it knows to be new.
                entries.write(endBytes, batch.get().bytes());
            }
            endBytes += batch.get().fileBytes();
            size = frontier.size();
        }
        if (mark.isPresent() && mark.get().endBytes() > endBytes) {
            throw fileBytes < mark.get().endBytes()
                    ? cutShort(mark.get().size())
                    : damaged("After entry number " + (size - 1) + " a batch is broken that had been acknowledged");
        }
        if (anchor.isPresent()) {
            compare(anchor.get(), fileBytes);
        }
        long torn = fileBytes - endBytes;
        if (torn > 0) {
            setAside(fileBytes);
        }
        recovery = new Recovery(size - readFrom, torn, !trusted && size > 0);
        anchoredSize = readFrom;
        if (size > readFrom || torn > 0) {
            entries.force();
            anchor();
        }
    }

    private void readHeader() throws IOException {
        long length = Math.min(entries.size(), HEADER.length);
        byte[] there = new byte[(int) length];
        entries.read(0, there);
        if (!Arrays.equals(there, Arrays.copyOf(HEADER, (int) length))) {
            throw damaged("The file of entries does not begin as one");
        }
        if (length < HEADER.length) {
            entries.write(0, HEADER);
            entries.force();
        }
    }

    /** Whether index and hashes are as they were when the anchor was laid. */
    private boolean isTrue(Anchor anchor) throws IOException {
        if (anchor.endBytes() > entries.size() || anchor.endBytes() < HEADER.length) {
            return false;
        }
        if (index.size() < anchor.size() * Long.BYTES) {
            return false;
        }
        for (int level = 0; anchor.size() >>> level > 0; level += LEVELS_A_STEP) {
            if (fileOf(level).size() < (anchor.size() >>> level) * Hash.BYTES) {
                return false;
            }
        }
        return new TreeProofs(new KeptNodes(this)).root(anchor.size()).equals(anchor.root());
    }

    private void compare(Anchor anchor, long fileBytes) {
        if (size < anchor.size()) {
            throw fileBytes < anchor.endBytes()
                    ? cutShort(anchor.size())
                    : damaged("Entries before number " + anchor.size() + " are not as they were written");
        }
        if (!new TreeProofs(new KeptNodes(this)).root(anchor.size()).equals(anchor.root())) {
            throw damaged("Entries before number " + anchor.size() + " are not those that were written");
        }
    }

    private void setAside(long fileBytes) throws IOException {
        long bytes = fileBytes - endBytes;
        if (bytes > (long) LARGEST_BATCH_BYTES + Batch.HEAD_BYTES || Batch.anyHead(entries, endBytes + 1, fileBytes)) {
            throw damaged("After entry number " + (size - 1) + " a batch is broken that others follow");
        }
        byte[] torn = new byte[(int) bytes];
        entries.read(endBytes, torn);
        disk.replace("cut-off-at-" + endBytes, torn);
        entries.truncate(endBytes);
        entries.force();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public synchronized void append(List<byte[]> batch, List<Node> nodes) {
        if (batch.isEmpty() || batch.size() > MOST_ENTRIES_A_BATCH) {
            throw new IllegalArgumentException(
                    "a batch has 1 to " + MOST_ENTRIES_A_BATCH + " entries; given " + batch.size());
        }
        Batch next = new Batch(size, batch);
        if (next.fileBytes() > LARGEST_BATCH_BYTES
                || batch.stream().anyMatch(entry -> entry.length > LONGEST_ENTRY_BYTES)) {
            throw new IllegalArgumentException(
                    "a batch has at most " + LARGEST_BATCH_BYTES + " bytes, and an entry " + LONGEST_ENTRY_BYTES);
        }
        refuseWhenBroken();
        broken = true;
        try {
            // Hashes and index first and unforced: should the batch not get there, they are written over.
            writeDerived(next, nodes);
            entries.write(endBytes, next.bytes());
            entries.force();
            endBytes += next.fileBytes();
            size = next.firstIndex() + batch.size();
            new Acknowledged(size, endBytes).write(acknowledged);
            if (size - anchoredSize >= ENTRIES_AN_ANCHOR) {
                anchor();
            }
            broken = false;
        } catch (IOException trouble) {
            throw failed("could not be written to", trouble);
        }
    }

    private void writeDerived(Batch batch, List<Node> nodes) throws IOException {
        ByteBuffer places = ByteBuffer.allocate(batch.entries().size() * Long.BYTES);
        for (long offset : batch.offsets()) {
            places.putLong(endBytes + offset);
        }
        index.write(batch.firstIndex() * Long.BYTES, places.array());
        Map<Integer, List<Node>> byLevel = new TreeMap<>();
        nodes.forEach(node ->
                byLevel.computeIfAbsent(node.level(), _ -> new ArrayList<>()).add(node));
        for (Map.Entry<Integer, List<Node>> level : byLevel.entrySet()) {
            List<Node> row = level.getValue();
            byte[] bytes = new byte[row.size() * Hash.BYTES];
            IntStream.range(0, row.size()).forEach(i -> row.get(i).hash().writeTo(bytes, i * Hash.BYTES));
            fileOf(level.getKey()).write(row.getFirst().index() * Hash.BYTES, bytes);
        }
    }

    private void anchor() throws IOException {
        index.force();
        for (DiskFile file : hashes.values()) {
            file.force();
        }
        Hash root = new TreeProofs(new KeptNodes(this)).root(size);
        disk.replace(ANCHOR, new Anchor(size, endBytes, root).text());
        anchoredSize = size;
    }

    private DiskFile fileOf(int level) throws IOException {
        DiskFile file = hashes.get(level);
        if (file == null) {
            // Only whoever appends comes here: readers ask for levels that are written already.
            file = disk.open(HASHES + level);
            hashes.put(level, file);
        }
        return file;
    }

    @Override
    public byte[] entry(long number) {
        try {
            byte[] place = new byte[Long.BYTES];
            index.read(number * Long.BYTES, place);
            long at = ByteBuffer.wrap(place).getLong();
            byte[] length = new byte[Integer.BYTES];
            entries.read(at, length);
            int bytes = ByteBuffer.wrap(length).getInt();
            if (bytes < 0 || bytes > LONGEST_ENTRY_BYTES) {
                throw damaged("The index leads to no entry for number " + number);
            }
            byte[] entry = new byte[bytes];
            entries.read(at + Integer.BYTES, entry);
            return entry;
        } catch (IOException trouble) {
            throw failed("could not be read", trouble);
        }
    }

    @Override
    public byte[] hashes(int level, long first, int count) {
        try {
            byte[] bytes = new byte[count * Hash.BYTES];
            fileOf(level).read(first * Hash.BYTES, bytes);
            return bytes;
        } catch (IOException trouble) {
            throw failed("could not be read", trouble);
        }
    }

    @Override
    public Optional<byte[]> document(String name) {
        try {
            return disk.load(name);
        } catch (IOException trouble) {
            throw failed("could not be read", trouble);
        }
    }

    @Override
    public synchronized void putDocument(String name, byte[] content) {
        refuseWhenBroken();
        try {
            disk.replace(name, content);
        } catch (IOException trouble) {
            throw failed("could not be written to", trouble);
        }
    }

    private void refuseWhenBroken() {
        if (broken) {
            throw new LedgerException(
                    "STORE-FAILED",
                    "Writing to the ledger failed before, so nothing more is taken. Make sure the disk works and has"
                            + " space, then open the ledger again.");
        }
    }

    /** Lays an anchor, so that the next opening is quick, and lets go of the files. */
    @Override
    public synchronized void close() {
        try {
            if (!broken && size > anchoredSize) {
                anchor();
            }
            closeFiles();
        } catch (IOException trouble) {
            throw failed("could not be closed", trouble);
        } finally {
            broken = true;
        }
    }

    private void closeFiles() throws IOException {
        entries.close();
        index.close();
        acknowledged.close();
        for (DiskFile file : hashes.values()) {
            file.close();
        }
        disk.close();
    }

    private static LedgerException failed(String how, IOException trouble) {
        return new LedgerException(
                "STORE-FAILED",
                "The ledger's files " + how
                        + ". What was not acknowledged may be missing. Make sure the disk works and has"
                        + " space, then open the ledger again.",
                trouble);
    }

    private static LedgerException damaged(String what) {
        return new LedgerException(
                "LEDGER-DAMAGED",
                what + ". Write nothing to this folder; restore it from a copy, and compare both with a witness's"
                        + " checkpoint.");
    }

    private static LedgerException cutShort(long size) {
        return new LedgerException(
                "LEDGER-CUT-SHORT",
                "The ledger had " + size
                        + " entries, and some of the last are gone. Write nothing to this folder; restore"
                        + " it from a copy.");
    }

    private static final class NodeList implements Frontier.Completed {
        private final List<Node> list = new ArrayList<>();

        @Override
        public void node(int level, long index, Hash hash) {
            if (LedgerStore.isKept(level)) {
                list.add(new Node(level, index, hash));
            }
        }
    }
}
