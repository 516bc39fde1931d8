package org.concordat.server.auditlog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.concordat.ledger.entries.EntryKind;

/**
 * Something that happened.
 *
 * @param about what it happened to, as an area's word and an id: {@code agreement SA-2031}
 * @param organisations whose event it is beside the actor's own, by code; each of them may read it
 * @param details codes, ids, numbers and days by name; nothing that somebody typed
 * @param entry what the ledger holds of it, where its schema has a kind for such an event
 */
public record AuditEvent(
        AuditKind kind,
        Optional<About> about,
        Set<String> organisations,
        Map<String, String> details,
        Optional<LedgerEntry> entry) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/+-]{0,119}");

    /**
     * A thing.
     *
     * @param type such as {@code agreement}
     * @param id its code or number
     */
    public record About(String type, String id) {
        public About {
            requireCode("type", type);
            requireCode("id", id);
        }
    }

    /** An entry of a kind of its own, with the fields that the ledger's schema asks for. */
    public record LedgerEntry(EntryKind kind, Map<String, ?> fields) {
        public LedgerEntry {
            fields = Map.copyOf(fields);
        }
    }

    public AuditEvent {
        organisations = Set.copyOf(organisations);
        details = Map.copyOf(details);
        organisations.forEach(code -> requireCode("organisation", code));
        details.forEach(AuditEvent::requireCode);
    }

    /** An event of a kind, about nothing in particular yet. */
    public static AuditEvent of(AuditKind kind) {
        return new AuditEvent(kind, Optional.empty(), Set.of(), Map.of(), Optional.empty());
    }

    /** The same, about a thing. */
    public AuditEvent about(String type, String id) {
        return new AuditEvent(kind, Optional.of(new About(type, id)), organisations, details, entry);
    }

    /** The same, which that organisation may read too. */
    public AuditEvent concerning(String organisation) {
        var more = new TreeSet<>(organisations);
        more.add(organisation);
        return new AuditEvent(kind, about, more, details, entry);
    }

    /** The same, with a detail. */
    public AuditEvent with(String name, Object value) {
        var more = new TreeMap<>(details);
        more.put(name, value.toString());
        return new AuditEvent(kind, about, organisations, more, entry);
    }

    /** The same, with an entry of the ledger of its own kind. */
    public AuditEvent inLedger(EntryKind entryKind, Map<String, ?> fields) {
        return new AuditEvent(kind, about, organisations, details, Optional.of(new LedgerEntry(entryKind, fields)));
    }

    private static void requireCode(String name, String value) {
        if (!CODE.matcher(value).matches()) {
            // The value is not quoted: it may be what must not get here.
            throw new IllegalArgumentException(
                    "detail " + name + " of an audit event is not a code of at most 120 letters, digits and ._:/+-");
        }
    }
}
