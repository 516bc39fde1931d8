package org.concordat.ledger.stores;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A disk in memory that keeps what was forced and, in a crash, loses what was not: each write that was not forced is lost,
 * kept, or kept in part, sector by sector and in no order, as real disks do.
 */
public final class ForgetfulDisk implements Disk {
    private static final int SECTOR_BYTES = 512;

    private final SplittableRandom random;
    private final Map<String, Content> files = new TreeMap<>();
    private int operationsUntilCrash = Integer.MAX_VALUE;
    private boolean failing;
    private int openFiles;
    private boolean closed;

    public ForgetfulDisk(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Thrown when the power goes. */
    public static final class PowerCut extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Lets the power go in the middle of the operation that so many later ones follow. */
    public void cutPowerAfter(int operations) {
        operationsUntilCrash = operations;
    }

    /** The disk as it is found after the crash. */
    public void restart() {
        operationsUntilCrash = Integer.MAX_VALUE;
        files.values().forEach(content -> content.crash(random));
    }

    /** The disk as another program finds it, after the first one was killed and the machine was not. */
    public void restartProgram() {
        operationsUntilCrash = Integer.MAX_VALUE;
    }

    /** Makes the disk fail whenever it is to force something, or work again. */
    public void fail(boolean fail) {
        failing = fail;
    }

    private void step() throws PowerCut {
        if (operationsUntilCrash-- <= 0) {
            operationsUntilCrash = 0;
            throw new PowerCut();
        }
    }

    @Override
    public DiskFile open(String name) {
        openFiles++;
        return new File(files.computeIfAbsent(name, _ -> new Content()));
    }

    @Override
    public Optional<byte[]> load(String name) {
        return Optional.ofNullable(files.get(name)).map(content -> content.now.clone());
    }

    @Override
    public void replace(String name, byte[] content) throws IOException {
        step();
        Content fresh = new Content();
        fresh.now = content.clone();
        fresh.forced = content.clone();
        files.put(name, fresh);
        step(); // the power may also go after it happened and before anyone hears of it
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Whether whoever used the disk has closed every file that they opened, and the disk. */
    public boolean isLetGo() {
        return closed && openFiles == 0;
    }

    /** The bytes of a file, for tests that damage it. */
    public byte[] bytes(String name) {
        return files.getOrDefault(name, new Content()).now;
    }

    /** Puts other bytes in a file's place. */
    public void put(String name, byte[] bytes) {
        Content content = new Content();
        content.now = bytes.clone();
        content.forced = bytes.clone();
        files.put(name, content);
    }

    /** Takes a file away. */
    public void remove(String name) {
        files.remove(name);
    }

    /** Something done to a file that is not known to be on disk. */
    private sealed interface Change {
        record Write(long position, byte[] bytes) implements Change {}

        record Truncate(long size) implements Change {}
    }

    private static final class Content {
        private byte[] now = {};
        private byte[] forced = {};
        private final List<Change> unforced = new ArrayList<>();

        void make(Change change) {
            unforced.add(change);
            now = with(now, change);
        }

        private static byte[] with(byte[] bytes, Change change) {
            return switch (change) {
                case Change.Write write -> {
                    int end = (int) (write.position + write.bytes.length);
                    byte[] after = Arrays.copyOf(bytes, Math.max(bytes.length, end));
                    System.arraycopy(write.bytes, 0, after, (int) write.position, write.bytes.length);
                    yield after;
                }
                case Change.Truncate truncate -> Arrays.copyOf(bytes, (int) Math.min(bytes.length, truncate.size));
            };
        }

        void force() {
            unforced.forEach(change -> forced = with(forced, change));
            unforced.clear();
        }

        /** As when a disk fails to take what it was given, says so once, and thinks no more of it. */
        void forget() {
            unforced.clear();
        }

        void crash(SplittableRandom random) {
            for (Change change : unforced) {
                switch (change) {
                    case Change.Truncate truncate -> forced = random.nextBoolean() ? with(forced, truncate) : forced;
                    case Change.Write write -> keepSome(write, random);
                }
            }
            unforced.clear();
            now = forced.clone();
        }

        private void keepSome(Change.Write write, SplittableRandom random) {
            int fate = random.nextInt(3);
            for (int at = 0; at < write.bytes.length; at += SECTOR_BYTES) {
                if (fate == 0 || (fate == 1 && random.nextBoolean())) {
                    int length = Math.min(SECTOR_BYTES, write.bytes.length - at);
                    if (fate == 1 && random.nextInt(4) == 0) {
                        length = random.nextInt(length);
                    }
                    byte[] sector = Arrays.copyOfRange(write.bytes, at, at + length);
                    forced = with(forced, new Change.Write(write.position + at, sector));
                }
            }
        }
    }

    private final class File implements DiskFile {
        private final Content content;

        File(Content content) {
            this.content = content;
        }

        @Override
        public long size() {
            return content.now.length;
        }

        @Override
        public void read(long position, byte[] target) throws IOException {
            if (position + target.length > content.now.length) {
                throw new EOFException();
            }
            System.arraycopy(content.now, (int) position, target, 0, target.length);
        }

        @Override
        public void write(long position, byte[] source) throws IOException {
            step();
            content.make(new Change.Write(position, source.clone()));
        }

        @Override
        public void truncate(long size) throws IOException {
            step();
            content.make(new Change.Truncate(size));
        }

        @Override
        public void force() throws IOException {
            step();
            if (failing) {
                content.forget();
                throw new IOException("the disk failed");
            }
            content.force();
            step();
        }

        @Override
        public void close() {
            openFiles--;
        }
    }

    /** The names and lengths of all files. */
    public Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        files.forEach((name, content) -> lengths.put(name, content.now.length));
        return lengths;
    }
}
