package org.concordat.server.catalogue;

import java.util.List;

/** An area that knows what rests on an entry. Implemented above the catalogue. */
public interface UsedIn {

    /**
     * Titles of what rests on the entry as it stands, and would have to be signed again if it changed; at most a hundred.
     */
    List<String> titles(EntryKind kind, String code);
}
