package org.concordat.server.decisions;

import org.concordat.server.decisions.facts.SubjectReference;

/** Subjects as the ledger has them: keyed hashes, whose keys lie outside the database and are destroyed when retention ends. */
public interface SubjectHashes {

    /**
     * The hash, as {@code subject:} and 64 hexadecimal digits. The same subject of the same organisation has one hash a year, so
     * that an officer can find what was decided about somebody, and nobody can without the key.
     *
     * @param organisation whose reference it is
     */
    String of(String organisation, int year, SubjectReference subject);
}
