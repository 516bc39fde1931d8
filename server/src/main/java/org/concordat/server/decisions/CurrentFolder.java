package org.concordat.server.decisions;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.server.decisions.facts.FolderSource;
import org.concordat.server.foundation.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The agreements that count now, read once a version. With no source of them nothing is decided. */
@Component
final class CurrentFolder {

    private final Optional<FolderSource> source;
    private final AtomicReference<@Nullable Versioned> newest = new AtomicReference<>();

    /** A folder and which version it is. */
    record Versioned(String version, AgreementFolder folder) {}

    CurrentFolder(ObjectProvider<FolderSource> sources) {
        this.source = Optional.ofNullable(sources.getIfAvailable());
    }

    /** Whether anybody keeps agreements here. */
    boolean isThere() {
        return source.isPresent();
    }

    /** The folder as it was read last, which may be of an earlier version: for what a look at the newest can only add to. */
    AgreementFolder last() {
        Versioned known = newest.get();
        return known == null ? get() : known.folder();
    }

    /**
     * The folder of now.
     *
     * @throws Refusal with {@code AGREEMENTS-MISSING} where nobody keeps agreements here
     */
    AgreementFolder get() {
        FolderSource from = source.orElseThrow(
                () -> new Refusal(503, "AGREEMENTS-MISSING", "decisions.refusal.agreements-missing"));
        String version = from.version();
        Versioned known = newest.get();
        if (known == null || !known.version().equals(version)) {
            known = new Versioned(version, from.folder());
            newest.set(known);
        }
        return known.folder();
    }
}
