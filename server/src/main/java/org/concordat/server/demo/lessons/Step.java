package org.concordat.server.demo.lessons;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.concordat.server.auditlog.AuditKind;
import org.concordat.server.auditlog.internal.KeptEvent;

/** One step of a lesson. */
public sealed interface Step {

    /** Its word in messages and forms. */
    String word();

    /** Address of the page on which it is done; the id of something prepared stands in braces, by its word. */
    String where();

    /**
     * Something to do, which the audit log shows.
     *
     * @param on what it is done to, where that was prepared
     * @param details that the event must have
     */
    record Doing(String word, String where, AuditKind kind, Optional<Thing> on, Map<String, String> details)
            implements Step {
        public Doing {
            details = Map.copyOf(details);
        }

        /** The same, where it must be done to this. */
        Doing on(Thing thing) {
            return new Doing(word, where, kind, Optional.of(thing), details);
        }

        /** The same, where the event must say this. */
        Doing with(String detail, String value) {
            var more = new TreeMap<>(details);
            more.put(detail, value);
            return new Doing(word, where, kind, on, more);
        }

        /** Whether that event shows it, for somebody for whom these things were prepared. */
        boolean isShownBy(KeptEvent event, Map<Thing, String> prepared) {
            return event.kind().equals(kind.code())
                    && event.details().entrySet().containsAll(details.entrySet())
                    && on.map(prepared::get).map(id -> isAbout(event, id)).orElse(on.isEmpty());
        }

        private static boolean isAbout(KeptEvent event, String id) {
            return event.about().filter(about -> about.id().equals(id)).isPresent()
                    || id.equals(event.details().get("matter"));
        }
    }

    /**
     * Something to read, with one question of three answers.
     *
     * @param right which answer is: {@code a}, {@code b} or {@code c}
     */
    record Reading(String word, String where, String right) implements Step {
        public Reading {
            if (!right.matches("[abc]")) {
                throw new IllegalArgumentException("right must be a, b or c, was " + right);
            }
        }
    }
}
