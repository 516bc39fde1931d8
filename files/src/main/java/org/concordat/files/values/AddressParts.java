package org.concordat.files.values;

import org.jspecify.annotations.Nullable;

/**
 * The parts of one address; each missing where the address does not say.
 *
 * @param number number or name of the building in its street: {@code 12a}, {@code rose cottage}
 * @param street the street with its type written out: {@code high street}
 * @param rest flat or unit, and what is neither street nor place
 * @param locality town, city or suburb
 * @param region county or country
 * @param postcode a postcode that stood in the address
 * @param ruleBits the rules applied, one bit each
 */
public record AddressParts(
        @Nullable String number,
        @Nullable String street,
        @Nullable String rest,
        @Nullable String locality,
        @Nullable String region,
        @Nullable String postcode,
        long ruleBits) {

    /** No address at all. */
    public static final AddressParts MISSING = new AddressParts(null, null, null, null, null, null, 0);

    static AddressParts setAside(Rule rule) {
        return new AddressParts(null, null, null, null, null, null, rule.bit());
    }

    /** Hides the address. */
    @Override
    public String toString() {
        return "AddressParts[hidden]";
    }
}
