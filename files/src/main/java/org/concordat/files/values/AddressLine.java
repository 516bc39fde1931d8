package org.concordat.files.values;

import org.jspecify.annotations.Nullable;

/**
 * One line of an address, made plain.
 *
 * @param words small plain words without the postcode; perhaps empty
 * @param postcode a British postcode that ended the line
 * @param placeholder whether the line says that there is no address
 * @param ruleBits the rules applied, one bit each
 */
public record AddressLine(String words, @Nullable String postcode, boolean placeholder, long ruleBits) {

    /** Nothing written. */
    public static final AddressLine EMPTY = new AddressLine("", null, false, 0);

    /** Hides the line. */
    @Override
    public String toString() {
        return "AddressLine[hidden]";
    }
}
