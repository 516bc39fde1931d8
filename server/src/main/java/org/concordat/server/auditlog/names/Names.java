package org.concordat.server.auditlog.names;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people and organisations are called, for whoever is looking at a page. */
public interface Names {

    /** The names of those among {@code people} that the asker may know; others are left out. */
    Map<UUID, String> people(Set<UUID> people);

    /** The people whose name or e-mail address has these words in it, at most fifty, of those whom the asker may know. */
    List<UUID> named(String words);

    /** What these organisations are called; unknown codes are left out. */
    Map<String, String> organisations(Set<String> codes);
}
