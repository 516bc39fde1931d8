package org.concordat.pictures.pages;

/** A heading's words and where a link finds it. */
record Heading(String id, String words) {
    /** The address of a numbered clause: {@code clause-4-2} of clause 4.2. */
    static String clauseId(String clause) {
        return "clause-" + clause.replace('.', '-');
    }
}
