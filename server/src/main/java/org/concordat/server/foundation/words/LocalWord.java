package org.concordat.server.foundation.words;

import java.util.regex.Pattern;

/**
 * A partnership's own word for a term of the glossary.
 *
 * @param one the singular, such as {@code data sharing annex}
 * @param several the plural
 */
public record LocalWord(String one, String several) {

    /** What a word may look like: nothing in it means something in a message. */
    public static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L} ’-]{0,38}\\p{L}");

    public LocalWord {
        if (!FORM.matcher(one).matches() || !FORM.matcher(several).matches()) {
            throw new IllegalArgumentException("a local word must be 2 to 40 letters, spaces, hyphens and ’");
        }
    }
}
