package org.concordat.linkage.levels;

import org.concordat.linkage.compare.OneEdit;

/**
 * The levels of agreement of two postcodes, written without spaces in lower case.
 *
 * <p>A code that ends like a UK postcode (a digit and two letters) is split into sector, district and area. Of any other
 * code the first two characters count as district and the first as area; it has no sector, since two such codes that
 * differ in their last character alone are one typing error apart.
 */
final class PostcodeLevels {
    private PostcodeLevels() {}

    static int of(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (OneEdit.isWithin(a, b)) {
            return 2;
        }
        boolean uk = british(a) && british(b);
        int district = uk ? a.length() - 3 : 2;
        if (uk) {
            if (a.length() == b.length() && a.regionMatches(0, b, 0, a.length() - 2)) {
                return 3;
            }
            if (a.length() == b.length() && a.regionMatches(0, b, 0, district)) {
                return 4;
            }
            return a.regionMatches(0, b, 0, area(a)) && area(a) == area(b) ? 5 : 6;
        }
        if (a.regionMatches(0, b, 0, district)) {
            return 4;
        }
        return a.charAt(0) == b.charAt(0) ? 5 : 6;
    }

    private static int area(String code) {
        return code.length() > 1 && Character.isLetter(code.charAt(1)) ? 2 : 1;
    }

    static boolean british(String code) {
        int n = code.length();
        return n >= 5
                && n <= 7
                && Character.isDigit(code.charAt(n - 3))
                && Character.isLetter(code.charAt(n - 2))
                && Character.isLetter(code.charAt(n - 1))
                && Character.isLetter(code.charAt(0));
    }
}
