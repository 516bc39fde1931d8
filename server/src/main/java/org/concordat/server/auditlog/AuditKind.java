package org.concordat.server.auditlog;

/**
 * A kind of event. Each area has an enumeration of its own, so that the page which lists what is recorded is made from code.
 */
public interface AuditKind {

    /** The constant's name, which with the area's makes the code. */
    String name();

    /** The area's word, such as {@code parties}. */
    String area();

    /** Whether somebody looked at something, rather than changed it. Unusual reading raises an alert. */
    default boolean isReading() {
        return false;
    }

    /** The code, such as {@code parties.signed-in}; also the key of its sentence in the area's messages, after {@code audit.}. */
    default String code() {
        return area() + "." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
