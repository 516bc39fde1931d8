package org.concordat.synthetic.records;

/**
 * A name as written in one record.
 *
 * @param given first given name, or empty
 * @param second second given name, or empty
 * @param surname surname, or empty
 */
record Names(String given, String second, String surname) {
    @Override
    public String toString() {
        return "Names[hidden]";
    }
}
