package org.concordat.files.values;

import org.jspecify.annotations.Nullable;

/**
 * A person's sex as {@code f}, {@code m} or {@code x}, from words and codes.
 *
 * <p>1 is male and 2 female in ISO 5218 and the NHS Data Dictionary; 0 is not known, 9 not applicable or not specified.
 * {@code x} stands for indeterminate, non-binary and other.
 */
public final class Sexes {

    private Sexes() {}

    /** The sex, or missing. */
    public static Standardised standardise(@Nullable String raw) {
        if (raw == null) {
            return Standardised.MISSING;
        }
        String text = FreeText.joined(PlainLetters.fold(raw));
        if (text.isEmpty()) {
            return raw.isBlank() ? Standardised.MISSING : Standardised.setAside(Rule.SEX_UNKNOWN);
        }
        return switch (text) {
            case "f", "m", "x" -> Standardised.of(text);
            case "female",
                    "woman",
                    "girl",
                    "fem",
                    "w",
                    "2",
                    "20",
                    "02",
                    "ffemale",
                    "2female",
                    "transfemale",
                    "transwoman",
                    "lady" -> Standardised.of("f", Rule.SEX_CODE_READ);
            case "male", "man", "boy", "mal", "1", "10", "01", "mmale", "1male", "transmale", "transman" ->
                Standardised.of("m", Rule.SEX_CODE_READ);
            case "i",
                    "indeterminate",
                    "intersex",
                    "nonbinary",
                    "nb",
                    "other",
                    "o",
                    "indeterminatesex",
                    "transgender",
                    "t",
                    "3",
                    "nonspecific" -> Standardised.of("x", Rule.SEX_CODE_READ);
            case "0", "9", "90", "00", "09", "99", "u", "n", "ns", "nk", "notspecified", "notrecorded" ->
                Standardised.setAside(Rule.SEX_UNKNOWN);
            default ->
                Standardised.setAside(Words.TEXT_UNKNOWN.contains(text) ? Rule.SEX_UNKNOWN : Rule.SEX_UNREADABLE);
        };
    }

    /** Whether text is a word or code for a sex, known or not. */
    public static boolean isSex(String text) {
        Standardised read = standardise(text);
        return read.value() != null || (read.ruleBits() & Rule.SEX_UNKNOWN.bit()) != 0;
    }
}
