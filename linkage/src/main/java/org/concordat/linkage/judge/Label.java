package org.concordat.linkage.judge;

import java.util.Locale;
import org.concordat.linkage.LinkageException;

/** What a person said of a pair of records. */
public enum Label {
    /** The two records are one person. */
    MATCH,
    /** They are two. */
    NO_MATCH,
    /** The records do not tell. Counted apart, and left out of estimates. */
    UNSURE;

    /** As it stands in a file: {@code match}, {@code no match}, {@code unsure}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * The label of these words, spaces around and capitals aside.
     *
     * @throws LinkageException {@code REVIEW-LABEL-UNKNOWN} for any others
     */
    public static Label of(String words) {
        for (Label label : values()) {
            if (label.words().equals(words.strip().toLowerCase(Locale.ROOT))) {
                return label;
            }
        }
        throw new LinkageException(
                "REVIEW-LABEL-UNKNOWN",
                "A label is none of match, no match and unsure. Correct it, or take the row out of the file.");
    }
}
