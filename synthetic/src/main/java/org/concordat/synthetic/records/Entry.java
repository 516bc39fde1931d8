package org.concordat.synthetic.records;

/**
 * One record as a clerk wrote it, before its agency's file gives it a format. Missing texts are empty, never null.
 *
 * @param agency whose record it is
 * @param person true number of the person; goes to the truth file only
 * @param row number of the row among the agency's rows about this person, from 0
 * @param day of the record, counted from 1 January 1970
 * @param household true number of the person's household on that day; -1 for none
 * @param givenName first given name or initial
 * @param secondName second given name or initial
 * @param surname surname
 * @param birthDate {@code yyyy-MM-dd}
 * @param sex {@code f} or {@code m}
 * @param flat {@code Flat 3}
 * @param building name of the building
 * @param number number in the street
 * @param street street
 * @param locality part of town, or the town
 * @param postcode with a space
 * @param uprn property reference of the address written
 * @param phone digits from 0 on
 * @param email e-mail address
 * @param nhsNumber ten digits
 * @param nationalInsuranceNumber nine characters
 * @param noAbode true where the person had no fixed abode
 */
public record Entry(
        Agency agency,
        int person,
        int row,
        int day,
        int household,
        String givenName,
        String secondName,
        String surname,
        String birthDate,
        String sex,
        String flat,
        String building,
        String number,
        String street,
        String locality,
        String postcode,
        String uprn,
        String phone,
        String email,
        String nhsNumber,
        String nationalInsuranceNumber,
        boolean noAbode) {
    @Override
    public String toString() {
        return "Entry[hidden]";
    }
}
