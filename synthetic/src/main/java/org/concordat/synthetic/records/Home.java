package org.concordat.synthetic.records;

import org.concordat.synthetic.places.Address;

/** An address while a clerk writes it; empty until filled. */
final class Home {
    String flat = "";
    String building = "";
    String number = "";
    String street = "";
    String locality = "";
    String postcode = "";
    String uprn = "";

    void fill(Address address) {
        flat = address.flat();
        building = address.building();
        number = address.number();
        street = address.street();
        locality = address.locality();
        postcode = address.postcode();
        uprn = address.uprn();
    }
}
