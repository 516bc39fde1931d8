package org.concordat.server.foundation.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A session that is open, as the person whose it is may see it.
 *
 * @param mark by which a page names it; nobody can come in by it
 * @param began when the person proved who they are
 * @param way how; empty for sessions that began before this was noted
 * @param browser what kind of browser, such as {@code Firefox, Windows}; empty where it did not say
 * @param isThis whether it is the one in which it is asked for
 */
public record OpenSession(
        String mark,
        Instant began,
        Instant lastUsed,
        Optional<SignInWay> way,
        Optional<String> browser,
        boolean isThis) {}
