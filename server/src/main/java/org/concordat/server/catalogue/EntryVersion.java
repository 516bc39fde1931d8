package org.concordat.server.catalogue;

import java.time.Instant;

/**
 * An entry as it once stood.
 *
 * @param version counts changes; the highest is the one that stands now
 * @param text of its file
 * @param at when it was put in
 */
public record EntryVersion(EntryKind kind, String code, int version, String text, Instant at) {}
