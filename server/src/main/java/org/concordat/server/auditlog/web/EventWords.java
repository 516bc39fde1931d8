package org.concordat.server.auditlog.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.auditlog.internal.KeptEvent;
import org.concordat.server.auditlog.names.Names;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts names to the ids of events, for whoever looks at them. Where no name is known, the id stands. */
@Component
class EventWords {
    private final ObjectProvider<Names> names;

    EventWords(ObjectProvider<Names> names) {
        this.names = names;
    }

    /** The events as a list shows them. */
    List<EventLine> lines(Collection<KeptEvent> events) {
        Set<UUID> people = new HashSet<>();
        Set<String> organisations = new HashSet<>();
        for (KeptEvent event : events) {
            event.by().person().ifPresent(people::add);
            organisations.addAll(event.organisations());
        }
        Map<UUID, String> called = people(people);
        Map<String, String> bodies = organisations(organisations);
        return events.stream().map(event -> line(event, called, bodies)).toList();
    }

    /** What people are called. */
    Map<UUID, String> people(Set<UUID> ids) {
        Names known = names.getIfAvailable();
        return known == null ? Map.of() : known.people(ids);
    }

    /** What organisations are called, the code where that is not known. */
    Map<String, String> organisations(Set<String> codes) {
        Map<String, String> called = new HashMap<>();
        codes.forEach(code -> called.put(code, code));
        Names known = names.getIfAvailable();
        if (known != null) {
            called.putAll(known.organisations(codes));
        }
        return called;
    }

    /** The people who are meant by a name, an e-mail address or an id. */
    List<UUID> meant(String words) {
        if (words.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return List.of(UUID.fromString(words));
        }
        Names known = names.getIfAvailable();
        return known == null ? List.of() : known.named(words);
    }

    private static EventLine line(KeptEvent event, Map<UUID, String> people, Map<String, String> organisations) {
        KeptEvent.By by = event.by();
        return new EventLine(
                event.id(),
                event.at(),
                event.kind(),
                "auditlog.who." + by.actor(),
                who(by, people),
                by.role().orElse(""),
                by.organisation()
                        .map(code -> organisations.getOrDefault(code, code))
                        .orElse(""),
                event.about().map(thing -> thing.type() + " " + thing.id()).orElse(""));
    }

    private static List<String> who(KeptEvent.By by, Map<UUID, String> people) {
        return by.person()
                .map(person -> people.getOrDefault(person, person.toString()))
                .or(() -> by.client().map(UUID::toString))
                .or(by::task)
                .or(() -> Optional.of(""))
                .map(List::of)
                .orElseThrow();
    }
}
