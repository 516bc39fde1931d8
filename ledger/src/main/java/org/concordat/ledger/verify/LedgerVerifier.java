package org.concordat.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Checks a proof, or the whole folder of a ledger, with nothing but a JDK: {@code java LedgerVerifier.java PROOF|FOLDER
 * [--key KEY] [--witness KEY]… [--against CHECKPOINT]}. It uses no other code of Concordat, so that whoever doubts us can
 * read these lines and trust those alone. Ends with an exception, and so not with 0, when anything is wanting.
 *
 * <p>Formats: c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature (v1) and tlog-proof; the tree is that of RFC 6962.
 * {@code --key} is the ledger's key that you have from its keeper, {@code --witness} that of a partner whose cosignature
 * must be there, {@code --against} a checkpoint that you kept: whatever it covers must still be there, unchanged. Without
 * any of them, the answer says only that the ledger agrees with itself.
 *
 * <p>When something was recorded is shown by a witness that you name, by its clock, or by a checkpoint that you kept, by
 * yours. The times of the ledger's own signatures and in its entries are its keeper's word, who can set any clock.
 *
 * <p>Long because an outsider should have to read one file and no more.
 */
public final class LedgerVerifier {
    private static final HexFormat HEX = HexFormat.of();
    private static final int MOST_BYTES = 16 << 20;

    private LedgerVerifier() {}

    /** What the reader has from elsewhere: empty text, list or array for what they have not. */
    public record Trust(String ledgerKey, List<String> witnessKeys, byte[] earlierCheckpoint) {}

    /** @param code empty when sound; else one with a heading in Concordat's manual */
    public record Verdict(boolean sound, String code, List<String> findings) {}

    /** Runs it by itself. */
    public static void main(String[] words) throws IOException {
        String ledgerKey = "";
        List<String> witnesses = new ArrayList<>();
        byte[] earlier = new byte[0];
        for (int i = 1; i + 1 < words.length; i += 2) {
            switch (words[i]) {
                case "--key" -> ledgerKey = words[i + 1];
                case "--witness" -> witnesses.add(words[i + 1]);
                case "--against" -> earlier = Files.readAllBytes(Path.of(words[i + 1]));
                default -> throw new Wanting("WRONG-USE", "There is no option " + words[i] + ".");
            }
        }
        if (words.length % 2 == 0) {
            throw new Wanting("WRONG-USE", "Use: PROOF|FOLDER [--key KEY] [--witness KEY] [--against CHECKPOINT].");
        }
        Path path = Path.of(words[0]);
        Trust trust = new Trust(ledgerKey, witnesses, earlier);
        Verdict verdict = Files.isDirectory(path) ? folder(path, trust) : proof(Files.readAllBytes(path), trust);
        verdict.findings().forEach(System.out::println);
        if (!verdict.sound()) {
            throw new Wanting(verdict.code(), "This does not verify.");
        }
        System.out.println("It verifies.");
    }

    // ------------------------------------------------------------------------------------------------- one proof

    /** Checks one entry's proof. */
    public static Verdict proof(byte[] bytes, Trust trust) {
        return verdict(findings -> proof(bytes, trust, findings));
    }

    private static void proof(byte[] bytes, Trust trust, List<String> findings) {
        String text = text(bytes);
        int parting = text.indexOf("\n\n");
        require(parting > 0, "PROOF-UNREADABLE", "The file is not a proof.");
        String[] lines = text.substring(0, parting).split("\n", -1);
        require(
                lines.length >= 3 && lines[0].equals("c2sp.org/tlog-proof@v1") && lines[1].startsWith("extra "),
                "PROOF-UNREADABLE",
                "The file is not a proof of this kind.");
        String[] extra = text(base64(lines[1].substring(6))).split("\n", -1);
        require(
                extra.length >= 4 && extra[0].equals("concordat ledger proof 1") && extra[extra.length - 1].isEmpty(),
                "PROOF-UNREADABLE",
                "The proof lacks its entry or its keys.");
        byte[] entry = base64(after("entry ", extra[1]));
        String keyFile = text(base64(after("keys ", extra[2])));
        Head head = head(note(text.substring(parting + 2)));
        long index = number(after("index ", lines[2]));
        byte[] root = leaf(entry);
        require(index < head.size, "PROOF-WRONG", "The checkpoint does not reach the entry.");
        // RFC 9162, section 2.1.3.2.
        long place = index;
        long last = head.size - 1;
        for (String line : Arrays.asList(lines).subList(3, lines.length)) {
            require(last > 0, "PROOF-WRONG", "The proof is longer than the tree is high.");
            byte[] beside = hash(line);
            if ((place & 1) == 1 || place == last) {
                root = node(beside, root);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                root = node(root, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        require(
                last == 0 && Arrays.equals(root, head.root),
                "PROOF-WRONG",
                "The entry is not at this place of the ledger. It, its place or the proof was changed.");
        List<Head> earlier = earlier(trust, head.origin);
        earlier.forEach(kept -> continues(kept, head, Arrays.asList(extra).subList(3, extra.length - 1)));
        findings.add("Entry " + index + " of the ledger " + head.origin + ", word for word: " + text(entry));
        signatures(keyFile, List.of(head), earlier, trust, findings);
        if (!date(index, "entry " + index + " was", List.of(head), earlier, trust, findings)) {
            findings.add(UNDATED);
        }
    }

    private static void continues(Head earlier, Head head, List<String> since) {
        require(
                earlier.size <= head.size,
                "PROOF-TOO-OLD",
                "The checkpoint that you kept is later than the proof's. Ask for a proof made after it.");
        if (earlier.size == head.size || earlier.size == 0) {
            require(earlier.size == 0 || Arrays.equals(earlier.root, head.root), "LEDGER-FORKED", FORKED);
            return;
        }
        String[] words = since.stream()
                .map(line -> line.split(" ", -1))
                .filter(line -> line.length >= 2 && line[0].equals("since") && number(line[1]) == earlier.size)
                .findFirst()
                .orElseThrow(() -> new Wanting(
                        "PROOF-TOO-SHORT",
                        "The proof does not lead to the checkpoint of " + earlier.size
                                + " entries that you kept. Ask for one that does: ledger prove --since."));
        // RFC 9162, section 2.1.4.2.
        List<byte[]> path = new ArrayList<>();
        if (Long.bitCount(earlier.size) == 1) {
            path.add(earlier.root);
        }
        Arrays.stream(words).skip(2).forEach(word -> path.add(hash(word)));
        long place = earlier.size - 1;
        long last = head.size - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        require(!path.isEmpty(), "LEDGER-FORKED", FORKED);
        byte[] before = path.getFirst();
        byte[] now = path.getFirst();
        for (byte[] beside : path.subList(1, path.size())) {
            require(last > 0, "LEDGER-FORKED", FORKED);
            if ((place & 1) == 1 || place == last) {
                before = node(beside, before);
                now = node(beside, now);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                now = node(now, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        require(
                last == 0 && Arrays.equals(before, earlier.root) && Arrays.equals(now, head.root),
                "LEDGER-FORKED",
                FORKED);
    }

    private static final String FORKED = "The ledger does not continue the checkpoint that you kept: entries that it"
            + " covered were changed, left out, added or reordered.";

    // ------------------------------------------------------------------------------------------------ a whole folder

    /** Checks every entry of a ledger's folder, as the file store of Concordat writes it. */
    public static Verdict folder(Path folder, Trust trust) {
        return verdict(findings -> {
            try {
                folder(folder, trust, findings);
            } catch (IOException e) {
                throw new Wanting(
                        "LEDGER-UNREADABLE", "A file of the ledger is missing or ends too early: " + e.getMessage());
            }
        });
    }

    private static void folder(Path folder, Trust trust, List<String> findings) throws IOException {
        String keyFile = text(Files.readAllBytes(folder.resolve("keys")));
        List<Head> heads = new ArrayList<>();
        for (String name : List.of("checkpoint", "checkpoint-witnessed")) {
            if (Files.exists(folder.resolve(name))) {
                heads.add(head(note(text(Files.readAllBytes(folder.resolve(name))))));
            }
        }
        require(!heads.isEmpty(), "CHECKPOINT-MISSING", "The ledger has signed no checkpoint, so it proves nothing.");
        List<Head> earlier = earlier(trust, heads.getFirst().origin);
        List<Head> covering = new ArrayList<>(heads);
        covering.addAll(earlier);
        long size = entries(folder, covering);
        for (Head head : covering) {
            require(
                    head.size <= size,
                    "LEDGER-CUT-SHORT",
                    "The ledger holds " + counted(size) + ", and a checkpoint covers " + head.size + ".");
        }
        findings.add(
                "The ledger " + heads.getFirst().origin + " holds " + counted(size) + ", each as it was recorded.");
        signatures(keyFile, heads, earlier, trust, findings);
        boolean dated = false;
        for (long covered :
                covering.stream().mapToLong(Head::size).sorted().distinct().toArray()) {
            String what = covered == 1 ? "its first entry was" : "its first " + covered + " entries were";
            dated |= covered > 0 && date(covered - 1, what, heads, earlier, trust, findings);
        }
        if (!dated) {
            findings.add(UNDATED);
        }
    }

    /** Reads every batch, grows the tree, and compares it with each head as it comes by, and with the hashes on disk. */
    private static long entries(Path folder, List<Head> heads) throws IOException {
        long size = 0;
        SortedMap<Integer, byte[]> peaks = new TreeMap<>();
        try (Derived derived = new Derived(folder);
                var in =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve("entries"))))) {
            String header = "concordat ledger entries 1\n";
            require(
                    text(in.readNBytes(header.length())).equals(header),
                    "LEDGER-DAMAGED",
                    "The file of entries does not begin as one.");
            compare(heads, size, peaks);
            long at = header.length();
            for (byte[] head = in.readNBytes(32); head.length > 0; head = in.readNBytes(32)) {
                ByteBuffer fields = ByteBuffer.wrap(Arrays.copyOf(head, 32));
                boolean whole = head.length == 32 && fields.getInt() == 0xFFC0DE01 && fields.getLong() == size;
                int count = fields.getInt(12);
                byte[] body = whole ? in.readNBytes(Math.clamp(fields.getInt(16), 0, MOST_BYTES)) : new byte[0];
                require(
                        whole
                                && fields.getInt(24) == 0
                                && fields.getInt(28) == checksum(head, 28)
                                && body.length == fields.getInt(16)
                                && fields.getInt(20) == checksum(body, body.length)
                                && count > 0,
                        "LEDGER-DAMAGED",
                        batch(size) + " is broken. If the machine just crashed, let Concordat"
                                + " open the ledger once; otherwise it was changed.");
                ByteBuffer rest = ByteBuffer.wrap(body);
                for (int i = 0; i < count; i++) {
                    require(
                            rest.remaining() >= 4
                                    && rest.getInt(rest.position()) >= 0
                                    && rest.getInt(rest.position()) <= rest.remaining() - 4,
                            "LEDGER-DAMAGED",
                            batch(size) + " contradicts itself.");
                    derived.place(at + 32 + rest.position());
                    byte[] entry = new byte[rest.getInt()];
                    rest.get(entry);
                    add(leaf(entry), size, peaks, derived);
                    size++;
                    compare(heads, size, peaks);
                }
                require(
                        !rest.hasRemaining(),
                        "LEDGER-DAMAGED",
                        "A batch before entry " + size + " has bytes to spare.");
                at += 32 + body.length;
            }
        }
        return size;
    }

    private static void add(byte[] leaf, long size, SortedMap<Integer, byte[]> peaks, Derived derived)
            throws IOException {
        byte[] node = leaf;
        int level = 0;
        derived.node(0, node);
        for (long place = size; (place & 1) == 1; place >>= 1) {
            node = node(Objects.requireNonNull(peaks.remove(level)), node);
            level++;
            derived.node(level, node);
        }
        peaks.put(level, node);
    }

    private static void compare(List<Head> heads, long size, SortedMap<Integer, byte[]> peaks) {
        for (Head head : heads) {
            if (head.size == size) {
                byte[] root = size == 0 ? sha256() : new byte[0];
                for (byte[] peak : peaks.values()) { // lowest first
                    root = root.length == 0 ? peak : node(peak, root);
                }
                require(
                        Arrays.equals(root, head.root),
                        "LEDGER-ALTERED",
                        "The first " + size
                                + " entries are not those of the checkpoint of that size: some were changed,"
                                + " left out, added or reordered.");
            }
        }
    }

    /** The files that follow from the entries: wrong ones would make wrong proofs. */
    private static final class Derived implements AutoCloseable {
        private final Path folder;
        private final TreeMap<Integer, DataInputStream> hashes = new TreeMap<>();
        private final DataInputStream index;

        Derived(Path folder) throws IOException {
            this.folder = folder;
            this.index = open("index");
        }

        private DataInputStream open(String name) throws IOException {
            return new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(name))));
        }

        void place(long position) throws IOException {
            require(index.readLong() == position, "INDEX-WRONG", DERIVED);
        }

        void node(int level, byte[] node) throws IOException {
            if (level % 8 == 0) {
                if (!hashes.containsKey(level)) {
                    hashes.put(level, open("hashes-" + level));
                }
                require(Arrays.equals(hashes.get(level).readNBytes(32), node), "INDEX-WRONG", DERIVED);
            }
        }

        @Override
        public void close() throws IOException {
            index.close();
            for (DataInputStream file : hashes.values()) {
                file.close();
            }
        }
    }

    private static final String DERIVED =
            "The files of hashes or the index do not follow from the entries. The entries may"
                    + " be sound: take away the files anchor, index and hashes-*, open the ledger once, and verify again.";

    // ------------------------------------------------------------------------------- notes, keys and checkpoints

    private record Line(String name, byte[] keyId, byte[] signature) {}

    private record Note(String text, List<Line> lines) {
        /** Whether the key signed; a line that claims to be by it and is not spoils everything. */
        boolean signedBy(Key key) {
            boolean signed = false;
            for (Line line : lines) {
                if (line.name.equals(key.name) && Arrays.equals(line.keyId, key.id(1))) {
                    require(key.made(line.signature, text), "SIGNATURE-WRONG", key.wrong());
                    signed = true;
                }
            }
            return signed;
        }

        /** When the key cosigned first. */
        Optional<Instant> cosignedBy(Key key) {
            Optional<Instant> first = Optional.empty();
            for (Line line : lines) {
                if (line.name.equals(key.name) && Arrays.equals(line.keyId, key.id(4))) {
                    boolean whole = line.signature.length == 72;
                    long time = whole ? ByteBuffer.wrap(line.signature).getLong() : -1;
                    byte[] signature = Arrays.copyOfRange(line.signature, whole ? 8 : 0, line.signature.length);
                    require(
                            time >= 0
                                    && time <= Instant.MAX.getEpochSecond()
                                    && key.made(signature, "cosignature/v1\ntime " + time + "\n" + text),
                            "SIGNATURE-WRONG",
                            key.wrong());
                    Instant at = Instant.ofEpochSecond(time);
                    first = first.filter(at::isAfter).or(() -> Optional.of(at));
                }
            }
            return first;
        }
    }

    private static Note note(String note) {
        int parting = note.lastIndexOf("\n\n");
        require(
                parting > 0 && note.endsWith("\n") && parting + 2 < note.length(),
                "NOTE-UNREADABLE",
                "A checkpoint or succession of keys is no signed note.");
        List<Line> lines = new ArrayList<>();
        String[] signatures = note.substring(parting + 2).split("\n");
        require(signatures.length <= 100, "NOTE-UNREADABLE", "A note has more than 100 signatures.");
        for (String line : signatures) {
            String[] words = line.split(" ", -1);
            byte[] bytes = words.length == 3 && words[0].equals("\u2014") ? base64(words[2]) : new byte[0];
            require(bytes.length > 4, "NOTE-UNREADABLE", "A line below a signed note is no signature.");
            lines.add(new Line(words[1], Arrays.copyOf(bytes, 4), Arrays.copyOfRange(bytes, 4, bytes.length)));
        }
        return new Note(note.substring(0, parting + 1), lines);
    }

    /** A public key: name+id+base64 of a type byte (1 for notes, 4 for cosignatures) and 32 bytes. */
    private record Key(String name, byte[] bytes) {
        static Key of(String text, int type) {
            String[] parts = text.split("\\+", 3);
            byte[] typed = parts.length == 3 ? base64(parts[2]) : new byte[0];
            require(typed.length == 33 && typed[0] == type, "KEY-UNREADABLE", "A public key is not one of its kind.");
            Key key = new Key(parts[0], Arrays.copyOfRange(typed, 1, 33));
            require(HEX.formatHex(key.id(type)).equals(parts[1]), "KEY-UNREADABLE", "A public key was miscopied.");
            return key;
        }

        byte[] id(int type) {
            return Arrays.copyOf(sha256((name + "\n").getBytes(UTF_8), new byte[] {(byte) type}, bytes), 4);
        }

        boolean made(byte[] signature, String text) {
            try {
                byte[] encoded = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(bytes));
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
                ed25519.update(text.getBytes(UTF_8));
                return ed25519.verify(signature);
            } catch (GeneralSecurityException _) {
                return false;
            }
        }

        String wrong() {
            return "A signature that claims to be by " + name + " is not.";
        }
    }

    /** A key and the sizes for which it may sign. */
    private record Span(Key key, long from, long to) {}

    /** The ledger's keys: the first, then notes in which each hands over to the next, from the trusted one on. */
    private static List<Span> keys(String file, Trust trust) {
        String[] parts = file.split("(?md)^=\n", -1);
        require(parts[0].endsWith("\n"), "KEY-UNREADABLE", "The file of keys does not begin with a key.");
        require(parts.length <= 1001, "KEY-UNREADABLE", "The file of keys has more than 1000 changes of key.");
        List<Span> spans = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Key key = Key.of(parts[0].substring(0, parts[0].length() - 1), 1);
        long from = 0;
        for (int i = 1; i <= parts.length; i++) {
            require(seen.add(HEX.formatHex(key.bytes)), "KEY-RETIRED", "The ledger goes back to a retired key.");
            if (i == parts.length) {
                spans.add(new Span(key, from, Long.MAX_VALUE));
                break;
            }
            Note note = note(parts[i]);
            String[] lines = note.text.split("\n", -1);
            require(
                    lines.length == 5
                            && lines[0].equals("concordat ledger key succession 1")
                            && lines[1].equals(key.name)
                            && number(lines[2]) >= from,
                    "NOTE-UNREADABLE",
                    "A succession of keys is none.");
            Key next = Key.of(lines[3], 1);
            require(
                    next.name.equals(key.name) && note.signedBy(key) && note.signedBy(next),
                    "SIGNATURE-MISSING",
                    "A succession of keys is not signed by both keys.");
            spans.add(new Span(key, from, number(lines[2])));
            key = next;
            from = number(lines[2]);
        }
        if (trust.ledgerKey().isEmpty()) {
            return spans;
        }
        byte[] trusted = Key.of(trust.ledgerKey(), 1).bytes;
        List<Span> known = spans.stream()
                .dropWhile(span -> !Arrays.equals(span.key.bytes, trusted))
                .toList();
        require(!known.isEmpty(), "KEY-OTHER", "The ledger's keys do not come from the key that you trust.");
        return known;
    }

    /** What a checkpoint says: the first entries, how many, and the root of the tree over them. */
    private record Head(String origin, long size, byte[] root, Note note) {}

    private static Head head(Note note) {
        String[] lines = note.text.split("\n", -1);
        require(lines.length == 4, "NOTE-UNREADABLE", "A checkpoint does not have three lines.");
        return new Head(lines[0], number(lines[1]), hash(lines[2]), note);
    }

    /** The checkpoint that the reader kept, or none. */
    private static List<Head> earlier(Trust trust, String origin) {
        if (trust.earlierCheckpoint().length == 0) {
            return List.of();
        }
        Head head = head(note(text(trust.earlierCheckpoint())));
        require(head.origin.equals(origin), "KEY-OTHER", "The checkpoint that you kept is of another ledger.");
        return List.of(head);
    }

    /** Who signed: the ledger with the key whose time it was, and every witness that the reader names. */
    private static void signatures(
            String keyFile, List<Head> heads, List<Head> earlier, Trust trust, List<String> findings) {
        List<Span> keys = keys(keyFile, trust);
        heads.stream()
                .map(head -> "The ledger " + head.origin + " signed a checkpoint of " + counted(head.size) + ", at "
                        + signedAt(head, keys) + " by its own clock.")
                .distinct()
                .forEach(findings::add);
        List<Key> witnesses =
                trust.witnessKeys().stream().map(key -> Key.of(key, 4)).toList();
        for (Key witness : witnesses) {
            require(
                    keys.stream().noneMatch(span -> Arrays.equals(span.key.bytes, witness.bytes)),
                    "WITNESS-IS-KEEPER",
                    "The key of the witness " + witness.name
                            + " is the ledger's own, so it says no more than the keeper's word.");
        }
        for (Head kept : earlier) {
            // A reader who trusts a witness needs no other signature below what they kept.
            if (witnesses.stream()
                    .allMatch(witness -> kept.note.cosignedBy(witness).isEmpty())) {
                signedAt(kept, keys);
            }
            findings.add("The ledger continues the checkpoint of " + counted(kept.size) + " that you kept.");
        }
        for (Key witness : witnesses) {
            findings.add(heads.stream()
                    .flatMap(head -> head.note.cosignedBy(witness).stream()
                            .map(time -> "The witness " + witness.name + " saw "
                                    + (head.size == 1 ? "that 1 entry" : "those " + head.size + " entries") + " at "
                                    + time + " by its own clock."))
                    .findFirst()
                    .orElseThrow(() -> new Wanting(
                            "WITNESS-MISSING", "The witness " + witness.name + " has not cosigned the checkpoint.")));
        }
        if (trust.ledgerKey().isEmpty()) {
            findings.add(
                    witnesses.isEmpty() && earlier.isEmpty()
                            ? "Nothing was compared with anything from elsewhere: this shows only that it agrees with itself."
                            : "Whose ledger it is was not checked, as you gave no key of its keeper (--key).");
        }
    }

    private static final String UNDATED =
            "When anything was recorded is only the keeper's word, who can set the ledger's"
                    + " clock. To learn more, give the key of a witness that you trust, or a checkpoint that you kept.";

    /** Says before when an entry was recorded, by clocks that are not the keeper's; false where there is no such clock. */
    private static boolean date(
            long index, String what, List<Head> heads, List<Head> earlier, Trust trust, List<String> findings) {
        String unchanged = ", and nothing in it has changed since.";
        boolean kept = earlier.stream().anyMatch(head -> head.size > index);
        if (kept) {
            findings.add("So " + what + " recorded before you kept your checkpoint" + unchanged);
        }
        Optional<Instant> seen = Optional.empty();
        String by = "";
        for (String text : trust.witnessKeys()) {
            Key witness = Key.of(text, 4);
            for (Head head : Stream.concat(heads.stream(), earlier.stream()).toList()) {
                Optional<Instant> time = head.note.cosignedBy(witness);
                if (head.size > index
                        && time.isPresent()
                        && (seen.isEmpty() || time.get().isBefore(seen.get()))) {
                    seen = time;
                    by = witness.name;
                }
            }
        }
        if (seen.isPresent()) {
            findings.add("So " + what + " recorded before " + seen.get() + ", if the clock of " + by + " was right"
                    + unchanged);
        }
        return kept || seen.isPresent();
    }

    private static Instant signedAt(Head head, List<Span> keys) {
        boolean byAnother = false;
        for (Span span : keys) {
            if (span.key.name.equals(head.origin) && head.note.signedBy(span.key)) {
                if (span.from <= head.size && head.size <= span.to) {
                    return head.note
                            .cosignedBy(span.key)
                            .orElseThrow(() -> new Wanting(
                                    "SIGNATURE-MISSING", "The checkpoint does not say when it was signed."));
                }
                byAnother = true;
            }
        }
        throw new Wanting(
                byAnother ? "KEY-RETIRED" : "SIGNATURE-MISSING",
                "The checkpoint of " + counted(head.size) + " is not signed by the key whose time it was.");
    }

    // ------------------------------------------------------------------------------------- small parts

    private static String batch(long size) {
        return size == 0 ? "The first batch" : "The batch after entry " + (size - 1);
    }

    private static String counted(long entries) {
        return entries == 1 ? "1 entry" : entries + " entries";
    }

    private static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    private static byte[] hash(String base64) {
        byte[] hash = base64(base64);
        require(hash.length == 32, "PROOF-UNREADABLE", "A hash does not have 32 bytes.");
        return hash;
    }

    private static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            require(Base64.getEncoder().encodeToString(bytes).equals(text), "PROOF-UNREADABLE", "Base64 is misspelt.");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Wanting("PROOF-UNREADABLE", "A part that should be base64 is not.");
        }
    }

    private static long number(String digits) {
        require(digits.matches("0|[1-9][0-9]{0,17}"), "PROOF-UNREADABLE", "A number is not one.");
        return Long.parseLong(digits);
    }

    private static String after(String word, String line) {
        require(line.startsWith(word), "PROOF-UNREADABLE", "The proof lacks a line that begins with " + word.strip());
        return line.substring(word.length());
    }

    private static String text(byte[] bytes) {
        require(bytes.length <= MOST_BYTES, "PROOF-UNREADABLE", "A file is far longer than it can be.");
        String text = new String(bytes, UTF_8);
        require(Arrays.equals(text.getBytes(UTF_8), bytes), "PROOF-UNREADABLE", "A text is not UTF-8.");
        return text;
    }

    private static void require(boolean holds, String code, String otherwise) {
        if (!holds) {
            throw new Wanting(code, otherwise);
        }
    }

    private interface Check {
        void into(List<String> findings);
    }

    private static Verdict verdict(Check check) {
        List<String> findings = new ArrayList<>();
        try {
            check.into(findings);
            return new Verdict(true, "", shown(findings));
        } catch (Wanting wanting) {
            findings.add(wanting.getMessage());
            return new Verdict(false, wanting.code, shown(findings));
        }
    }

    /** Without characters that move or hide text on a screen: who made a proof may wish to write the verdict too. */
    private static List<String> shown(List<String> findings) {
        return findings.stream()
                .map(finding -> finding.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD"))
                .toList();
    }

    private static final class Wanting extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        Wanting(String code, String message) {
            // With a trace: Java's launcher of single files fails on exceptions without one, and hides the message.
            super(message + " (" + code + ")", null, false, true);
            this.code = code;
        }
    }
}
