package org.concordat.files.columns;

/** What a column was recognised by. */
public enum RecognisedBy {
    /** Its name stands in the table of synonyms. */
    NAME,
    /** Its values have a format that proves itself. */
    CONTENT,
    /** A person said so. */
    HAND,
    /** It was not recognised. */
    NOTHING
}
