package org.concordat.server.catalogue;

import org.concordat.policy.words.Word;

/** A kind of entry; its word is the first field of its file. */
public enum EntryKind implements Word {
    /** A kind of file that an organisation holds. */
    DATASET,
    /** What something is needed for. */
    PURPOSE,
    /** Who may see something, in the words of agreements. */
    ROLE,
    /** The codes that a field uses, and what they mean. */
    CODE_LIST
}
