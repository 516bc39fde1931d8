package org.concordat.ledger.entries;

import static org.concordat.ledger.entries.FieldShape.AGREEMENT;
import static org.concordat.ledger.entries.FieldShape.AGREEMENTS;
import static org.concordat.ledger.entries.FieldShape.COUNT;
import static org.concordat.ledger.entries.FieldShape.DATASET;
import static org.concordat.ledger.entries.FieldShape.DATE;
import static org.concordat.ledger.entries.FieldShape.DOCUMENT_KIND;
import static org.concordat.ledger.entries.FieldShape.DUTIES;
import static org.concordat.ledger.entries.FieldShape.EVENT_KIND;
import static org.concordat.ledger.entries.FieldShape.FINGERPRINT;
import static org.concordat.ledger.entries.FieldShape.FORM;
import static org.concordat.ledger.entries.FieldShape.ID;
import static org.concordat.ledger.entries.FieldShape.LAW_PACK;
import static org.concordat.ledger.entries.FieldShape.ORGANISATION;
import static org.concordat.ledger.entries.FieldShape.OUTCOME;
import static org.concordat.ledger.entries.FieldShape.PURPOSE;
import static org.concordat.ledger.entries.FieldShape.RULES;
import static org.concordat.ledger.entries.FieldShape.SALTED;
import static org.concordat.ledger.entries.FieldShape.STAFF;
import static org.concordat.ledger.entries.FieldShape.SUBJECT;
import static org.concordat.ledger.entries.FieldShape.TIME;
import static org.concordat.ledger.entries.FieldShape.TRUTH;
import static org.concordat.ledger.entries.FieldShape.VERIFICATIONS;
import static org.concordat.ledger.entries.FieldShape.VERIFIER_KEY;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.ledger.entries.Codes.Register;
import org.jspecify.annotations.Nullable;

/**
 * What can be recorded, and with which fields. This is the whole schema: a field that is not here is refused.
 *
 * <p>Every entry also has {@code kind} and {@code at}, the moment in UTC at which it happened.
 */
public enum EntryKind {
    /** A file arrived. */
    DELIVERY_RECEIVED(
            needs("delivery", ID, "organisation", ORGANISATION, "dataset", DATASET, "fingerprint", FINGERPRINT)
                    .may("schedule", AGREEMENT, "rows", COUNT, "staff", STAFF)),
    /** A file was turned away whole. */
    DELIVERY_REFUSED(needs("delivery", ID, "organisation", ORGANISATION, "fingerprint", FINGERPRINT, "rules", RULES)
            .may("dataset", DATASET, "staff", STAFF)),
    /**
     * The decider answered, about a day, from a law pack and a folder of agreements of these fingerprints. Its rules are those
     * that refused or lacked a fact: none where it permitted, otherwise at least one. What was asked, the facts that were
     * given and the answer's words stay with whoever asked, each with its salt: see {@link SaltedHash}.
     */
    DECISION(needs("decision", ID, "outcome", OUTCOME, "day", DATE, "rules", RULES)
            .and("sender", ORGANISATION, "recipient", ORGANISATION, "purpose", PURPOSE)
            .and("packFingerprint", FINGERPRINT, "folderFingerprint", FINGERPRINT, "request", SALTED, "reasons", SALTED)
            .may(
                    "form",
                    FORM,
                    "agreements",
                    AGREEMENTS,
                    "verifications",
                    VERIFICATIONS,
                    "duties",
                    DUTIES,
                    "pack",
                    LAW_PACK)
            .may("facts", SALTED, "emergency", TRUTH, "staff", STAFF, "subject", SUBJECT)),
    /** A person decided not to share what could have been shared. */
    NOT_SHARED(needs(
                    "decision",
                    ID,
                    "sender",
                    ORGANISATION,
                    "recipient",
                    ORGANISATION,
                    "purpose",
                    PURPOSE,
                    "reason",
                    SALTED)
            .may("agreement", AGREEMENT, "staff", STAFF, "subject", SUBJECT)),
    /** Something left. */
    RELEASE(needs("release", ID, "decision", ID, "form", FORM, "sender", ORGANISATION, "recipient", ORGANISATION)
            .may("fingerprint", FINGERPRINT, "records", COUNT, "expires", DATE, "duties", DUTIES)
            .may("staff", STAFF, "subject", SUBJECT)),
    /** A release was called back. */
    RELEASE_RECALLED(needs("release", ID, "reason", SALTED).may("staff", STAFF)),
    /** Somebody looked at what is held about a person. */
    RECORD_SEEN(needs("decision", ID, "organisation", ORGANISATION, "staff", STAFF, "subject", SUBJECT)),
    /** A decision was looked at again, as an emergency's must be. */
    DECISION_REVIEWED(needs("decision", ID, "upheld", TRUTH, "staff", STAFF).may("reason", SALTED)),
    /** An organisation signed. */
    AGREEMENT_SIGNED(needs("agreement", AGREEMENT, "agreementFingerprint", FINGERPRINT, "organisation", ORGANISATION)
            .may("staff", STAFF, "expires", DATE)),
    /** An agreement, or one party's part in it, ended. */
    AGREEMENT_ENDED(needs("agreement", AGREEMENT).may("organisation", ORGANISATION, "reason", SALTED, "staff", STAFF)),
    /** Consent was given or withdrawn. */
    CONSENT_CHANGED(
            needs("subject", SUBJECT, "purpose", PURPOSE, "given", TRUTH).may("staff", STAFF)),
    /** An objection was made or withdrawn. */
    OBJECTION_CHANGED(
            needs("subject", SUBJECT, "purpose", PURPOSE, "made", TRUTH).may("staff", STAFF)),
    /** A holding and what was derived from it are gone. */
    DESTROYED(needs("certificate", ID, "organisation", ORGANISATION, "dataset", DATASET, "fingerprint", FINGERPRINT)
            .may("rows", COUNT, "backupsExpire", DATE, "staff", STAFF)),
    /** A document existed: its fingerprint, and what kind of document it was. */
    DOCUMENT(needs("document", DOCUMENT_KIND, "fingerprint", FINGERPRINT)
            .may("organisation", ORGANISATION, "staff", STAFF)),
    /**
     * Something that a server keeps in its audit log: what kind of event it was, the log's number of it, and a salted hash of
     * what the log says. Who did what to which thing stays in the log.
     */
    EVENT(needs("record", ID, "event", EVENT_KIND, "fingerprint", SALTED)
            .may("organisation", ORGANISATION, "staff", STAFF)),
    /** From here on another key signs. Written by the ledger itself. */
    KEY_CHANGED(needs("key", VERIFIER_KEY));

    private final Map<String, FieldShape> needed;
    private final Map<String, FieldShape> possible;

    EntryKind(Fields fields) {
        fields.needed.put("at", TIME);
        needed = Collections.unmodifiableMap(fields.needed);
        var all = new TreeMap<>(fields.needed);
        all.putAll(fields.optional);
        possible = Collections.unmodifiableMap(all);
    }

    /** Fields without which an entry is refused, by name, besides {@code kind}. */
    public Map<String, FieldShape> needed() {
        return needed;
    }

    /** Every field that an entry of this kind can have, by name, besides {@code kind}. */
    public Map<String, FieldShape> possible() {
        return possible;
    }

    /**
     * The codes that these fields name, by the register which must have given them out, so that a keeper of large registers
     * looks up those alone. What has not the shape of a code is left out here, and refused by {@link Entry}.
     */
    public Map<Register, Set<String>> codesIn(Map<String, ?> fields) {
        Map<Register, Set<String>> codes = new EnumMap<>(Register.class);
        possible.forEach((name, shape) -> shape.register()
                .ifPresent(register -> texts(fields.get(name))
                        .forEach(code -> codes.computeIfAbsent(register, _ -> new TreeSet<>())
                                .add(code))));
        return codes;
    }

    private static Stream<String> texts(@Nullable Object value) {
        Stream<?> all = switch (value) {
            case List<?> list -> list.stream();
            case Map<?, ?> map -> map.keySet().stream();
            case null, default -> Stream.ofNullable(value);
        };
        return all.filter(String.class::isInstance).map(String.class::cast);
    }

    private static Fields needs(Object... namesAndShapes) {
        Fields fields = new Fields();
        fields.put(fields.needed, namesAndShapes);
        return fields;
    }

    private static final class Fields {
        private final Map<String, FieldShape> needed = new TreeMap<>();
        private final Map<String, FieldShape> optional = new TreeMap<>();

        private Fields and(Object... namesAndShapes) {
            put(needed, namesAndShapes);
            return this;
        }

        private Fields may(Object... namesAndShapes) {
            put(optional, namesAndShapes);
            return this;
        }

        private void put(Map<String, FieldShape> target, Object... namesAndShapes) {
            for (int i = 0; i < namesAndShapes.length; i += 2) {
                target.put((String) namesAndShapes[i], (FieldShape) namesAndShapes[i + 1]);
            }
        }
    }
}
