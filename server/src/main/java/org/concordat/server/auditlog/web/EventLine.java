package org.concordat.server.auditlog.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An event as a list shows it.
 *
 * @param code of its kind
 * @param whoKey key of the sentence that says who did it
 * @param who arguments of that sentence
 * @param role word of the role in which it was done, or empty
 * @param organisation name of the organisation in whose name, or empty
 * @param thing what it happened to, or empty
 */
record EventLine(
        UUID id,
        Instant at,
        String code,
        String whoKey,
        List<String> who,
        String role,
        String organisation,
        String thing) {
    static final ZoneId HERE = ZoneId.of("Europe/London");

    /** When, by the clocks of the United Kingdom; for templates. */
    public ZonedDateTime localTime() {
        return at.atZone(HERE);
    }

    /** For Thymeleaf, which takes an array. */
    public Object[] whoArray() {
        return who.toArray();
    }
}
