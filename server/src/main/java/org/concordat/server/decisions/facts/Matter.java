package org.concordat.server.decisions.facts;

import java.util.Optional;
import java.util.UUID;

/**
 * A case within which one and the same request is asked, once or several times, and statements are made about it.
 *
 * @param askedBy the person who asked first; where two people must agree, they are not the second
 */
public record Matter(UUID id, Optional<UUID> askedBy) {}
