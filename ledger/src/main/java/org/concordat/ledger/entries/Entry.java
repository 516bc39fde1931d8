package org.concordat.ledger.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.concordat.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/**
 * One fact to record, as canonical JSON that has passed the schema of {@link EntryKind}. Two entries are equal when their
 * bytes are.
 *
 * <p>What is refused of a new entry: an unknown kind, a field that the kind does not have, a needed field that is missing, a value of
 * another shape, values that contradict each other, and anything longer than {@value #LONGEST_BYTES} bytes. Messages name fields, never values.
 */
public final class Entry {
    /** A longer entry is refused. */
    public static final int LONGEST_BYTES = 16_384;

    private static final String KIND = "kind";
    private static final String AT = "at";

    private final EntryKind kind;
    private final Map<String, @Nullable Object> fields;
    private final byte[] canonical;

    private Entry(EntryKind kind, Map<String, @Nullable Object> fields) {
        this.kind = kind;
        this.fields = fields;
        this.canonical = CanonicalJson.write(fields).getBytes(UTF_8);
        if (canonical.length > LONGEST_BYTES) {
            throw refused("is " + canonical.length + " bytes long, of which " + LONGEST_BYTES + " are allowed");
        }
    }

    /**
     * An entry of a kind.
     *
     * @param at when it happened; cut to the second
     * @param kind any but {@link EntryKind#KEY_CHANGED}, which the ledger itself records
     * @param fields by name, without kind and time
     * @param codes those that registers know; any other is refused
     */
    public static Entry of(EntryKind kind, Instant at, Map<String, ?> fields, Codes codes) {
        if (fields.containsKey(KIND) || fields.containsKey(AT)) {
            throw new IllegalArgumentException("kind and at are arguments of their own and no fields");
        }
        Map<String, @Nullable Object> all = new TreeMap<>(fields);
        return checked(withKindAndTime(all, kind, at), codes);
    }

    /** That another key signs from here on, which only the ledger itself records, when it lets that key take over. */
    public static Entry keyChanged(Instant at, String key) {
        Map<String, @Nullable Object> fields = new TreeMap<>(Map.of("key", key));
        return fitting(EntryKind.KEY_CHANGED, withKindAndTime(fields, EntryKind.KEY_CHANGED, at), Codes.none());
    }

    private static Map<String, @Nullable Object> withKindAndTime(
            Map<String, @Nullable Object> fields, EntryKind kind, Instant at) {
        fields.put(KIND, kind.name());
        fields.put(AT, at.truncatedTo(ChronoUnit.SECONDS).toString());
        return fields;
    }

    /**
     * Reads a new entry from JSON in any spelling.
     *
     * @param codes those that registers know; any other is refused
     */
    public static Entry parse(byte[] json, Codes codes) {
        return checked(fields(json), codes);
    }

    /**
     * Reads an entry that a ledger holds. It was checked when it was recorded; by now registers may have forgotten its codes,
     * and the schema may ask for more.
     */
    public static Entry recorded(byte[] json) {
        Map<String, @Nullable Object> fields = fields(json);
        return new Entry(kindOf(fields.get(KIND)), fields);
    }

    private static Map<String, @Nullable Object> fields(byte[] json) {
        if (json.length > 4 * LONGEST_BYTES) {
            throw refused("is " + json.length + " bytes long, of which " + LONGEST_BYTES + " are allowed");
        }
        if (!(CanonicalJson.read(json) instanceof Map<?, ?> read)) {
            throw refused("is not an object with fields");
        }
        Map<String, @Nullable Object> fields = new TreeMap<>();
        read.forEach((name, value) -> fields.put((String) name, value));
        return fields;
    }

    private static Entry checked(Map<String, @Nullable Object> fields, Codes codes) {
        EntryKind kind = kindOf(fields.get(KIND));
        if (kind == EntryKind.KEY_CHANGED) {
            throw refused(
                    "of kind " + kind + " is for the ledger itself to make, when a key changes: ledger change-key");
        }
        return fitting(kind, fields, codes);
    }

    private static Entry fitting(EntryKind kind, Map<String, @Nullable Object> fields, Codes codes) {
        for (String name : kind.needed().keySet()) {
            if (!fields.containsKey(name)) {
                throw refused("of kind " + kind + " lacks the field \"" + name + "\"");
            }
        }
        fields.forEach((name, value) -> {
            FieldShape shape = kind.possible().get(name);
            if (shape != null && !shape.fits(value, codes)) {
                throw refused("of kind " + kind + " has a field \"" + name + "\" that is not " + shape.words());
            }
            if (shape == null && !name.equals(KIND)) {
                // The name is not quoted: what is no field of ours may itself be somebody's name.
                throw refused("of kind " + kind + " has a field that is not among "
                        + kind.possible().keySet());
            }
        });
        Agreeing.trouble(kind, fields).ifPresent(how -> {
            throw refused("of kind " + kind + " " + how);
        });
        return new Entry(kind, fields);
    }

    private static EntryKind kindOf(@Nullable Object name) {
        return Arrays.stream(EntryKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("has no \"kind\" of " + Arrays.toString(EntryKind.values())));
    }

    private static LedgerException refused(String how) {
        return new LedgerException(
                "ENTRY-REFUSED",
                "The entry " + how
                        + ". The ledger records only what its schema names and codes that are known, so that nobody's"
                        + " name gets into it: see docs/manual/ledger.md and the command ledger codes.");
    }

    /** What kind of fact it is. */
    public EntryKind kind() {
        return kind;
    }

    /** When it happened, to the second. */
    public Instant at() {
        return Instant.parse((String) Objects.requireNonNull(fields.get(AT)));
    }

    /** A field's value: text, {@link Double}, {@link Boolean}, a list of texts or a map of them. */
    public Optional<Object> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The canonical JSON, in UTF-8: what the tree's leaf is made of. */
    public byte[] canonical() {
        return canonical.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && Arrays.equals(canonical, entry.canonical);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(canonical);
    }

    /** The kind alone: even a hash can be personal data while its key exists. */
    @Override
    public String toString() {
        return "Entry[" + kind + "]";
    }
}
