package org.concordat.server.auditlog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.ledger.entries.SaltedHash;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;

/**
 * One line of the audit log.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param kind its code
 * @param reading whether somebody looked at something, rather than changed it
 * @param practice whether it was done on made-up data, where nothing counts; then the ledger has nothing of it
 * @param organisations whose it is, with that of whoever did it
 * @param salt of the fingerprint
 */
public record KeptEvent(
        UUID id,
        Instant at,
        String kind,
        boolean reading,
        boolean practice,
        By by,
        SortedSet<String> organisations,
        Optional<AuditEvent.About> about,
        SortedMap<String, String> details,
        byte[] salt) {

    /**
     * Whoever did it.
     *
     * @param actor {@code person}, {@code client}, {@code server} or {@code nobody}
     */
    public record By(
            String actor,
            Optional<UUID> person,
            Optional<UUID> assignment,
            Optional<UUID> client,
            Optional<String> task,
            Optional<String> organisation,
            Optional<String> team,
            Optional<String> role) {

        static By of(Actor actor) {
            return switch (actor) {
                case Actor.InRole inRole ->
                    by("person", actor, Optional.of(inRole.assignment()), Optional.empty(), inRole.team());
                case Actor.Client client ->
                    by("client", actor, Optional.empty(), Optional.of(client.client()), client.team());
                case Actor.Undecided _ -> by("person", actor, Optional.empty(), Optional.empty(), Optional.empty());
                case Actor.Nobody _ -> by("nobody", actor, Optional.empty(), Optional.empty(), Optional.empty());
                case Actor.Server server ->
                    new By(
                            "server",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(server.task()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            };
        }

        private static By by(
                String word, Actor actor, Optional<UUID> assignment, Optional<UUID> client, Optional<String> team) {
            return new By(
                    word,
                    actor.who(),
                    assignment,
                    client,
                    Optional.empty(),
                    actor.actsFor(),
                    team,
                    actor.inWhichRole().map(Role::word));
        }
    }

    public KeptEvent {
        organisations = Collections.unmodifiableSortedSet(new TreeSet<>(organisations));
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        salt = salt.clone();
    }

    /** A copy of the salt. */
    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /** All that the line says, in the one spelling (RFC 8785) that the fingerprint is made of. */
    public String canonical() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("id", id.toString());
        fields.put("at", at.toString());
        fields.put("event", kind);
        fields.put("actor", by.actor());
        by.person().ifPresent(person -> fields.put("person", person.toString()));
        by.assignment().ifPresent(assignment -> fields.put("assignment", assignment.toString()));
        by.client().ifPresent(client -> fields.put("client", client.toString()));
        by.task().ifPresent(task -> fields.put("task", task));
        by.organisation().ifPresent(organisation -> fields.put("organisation", organisation));
        by.team().ifPresent(team -> fields.put("team", team));
        by.role().ifPresent(role -> fields.put("role", role));
        fields.put("organisations", organisations.stream().toList());
        about.ifPresent(thing -> fields.put("about", Map.of("type", thing.type(), "id", thing.id())));
        fields.put("details", details);
        return CanonicalJson.write(fields);
    }

    /** The salted hash that stands for this line in the ledger. */
    public String fingerprint() {
        return SaltedHash.of(salt, canonical().getBytes(UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptEvent that
                && id.equals(that.id)
                && fingerprint().equals(that.fingerprint());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id);
    }

    /** Its number and kind alone. */
    @Override
    public String toString() {
        return "KeptEvent[" + id + " " + kind + "]";
    }
}
