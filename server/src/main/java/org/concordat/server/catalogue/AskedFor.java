package org.concordat.server.catalogue;

import java.util.List;

/** An area that knows what is asked for a purpose. Implemented above the catalogue. */
public interface AskedFor {

    /**
     * Something that is asked for.
     *
     * @param address of its page
     */
    record Asked(String title, String address) {}

    /** What is asked for the purpose of that code, as far as the one who acts may see; at most a hundred. */
    List<Asked> of(String purpose);
}
