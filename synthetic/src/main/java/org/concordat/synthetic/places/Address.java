package org.concordat.synthetic.places;

/**
 * A home of the town, written in full. Texts can be empty, never null.
 *
 * @param flat {@code Flat 3}, or empty
 * @param building name of a block of flats or of a care home, or empty
 * @param number number in the street, with a letter where a house is divided: {@code 12b}
 * @param street street name
 * @param locality name of the part of town
 * @param postcode with a space: {@code TE4 3QP}
 * @param uprn property reference number, twelve digits
 */
public record Address(
        String flat, String building, String number, String street, String locality, String postcode, String uprn) {
    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
