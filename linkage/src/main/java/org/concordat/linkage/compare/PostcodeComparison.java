package org.concordat.linkage.compare;

/**
 * How two postcodes agree: by unit, sector, district and area in Britain, by their first characters elsewhere.
 *
 * <p>For many pairs, {@linkplain #pack pack} each code into a number once and compare the numbers. Case, spaces and
 * punctuation do not matter. A code counts as British when it has the form of one (one or two letters, a digit and
 * perhaps another digit or letter; then a digit and two letters), or is the first half of one, which can agree by
 * district at most. Symmetric.
 *
 * <p>How a code is packed: six bits a character, 0 for none. A British code has its parts at fixed places (area 2,
 * district 2, sector 1, unit 2) and a bit that says so, so that a part agrees when the bits above it do; others are
 * aligned to the left.
 */
public final class PostcodeComparison {
    private static final int BITS = 6;
    private static final int PLACES = 10;
    private static final long BRITISH = 1L << 62;
    private static final long UNIT = (1L << 12) - 1;
    private static final long BELOW_DISTRICT = (1L << 18) - 1;
    private static final long BELOW_AREA = (1L << 30) - 1;

    private PostcodeComparison() {}

    /** The strongest kind of agreement that fits. */
    public static PostcodeAgreement compare(String left, String right) {
        return compare(pack(left), pack(right));
    }

    /**
     * The code as a number; 0, missing, where there is no letter or digit, or more than ten of them, which no country's
     * codes have. Letters other than a to z are no part of any postcode, and are passed over.
     */
    public static long pack(String postcode) {
        long code = 0;
        int count = 0;
        for (int i = 0; i < postcode.length(); i++) {
            int symbol = symbol(postcode.charAt(i));
            if (symbol != 0) {
                code = (code << BITS) | symbol;
                count++;
                if (count > PLACES) {
                    return 0;
                }
            }
        }
        long british = count >= 5 && count <= 7 ? british(code, count) : count <= 4 ? outward(code, count) : 0;
        return british != 0 ? british : code << bits(PLACES - count);
    }

    /** The same as {@link #compare(long, long)}, as the kind's {@link PostcodeAgreement#level}. */
    public static int level(long left, long right) {
        return compare(left, right).level();
    }

    /** The strongest kind of agreement of two packed codes that fits; allocates nothing. */
    public static PostcodeAgreement compare(long left, long right) {
        if (left == 0 || right == 0) {
            return PostcodeAgreement.MISSING;
        }
        long difference = left ^ right;
        if ((difference & BRITISH) != 0) {
            return isOneOff(spelt(left), spelt(right))
                    ? PostcodeAgreement.ONE_CHARACTER_OFF
                    : PostcodeAgreement.DIFFERENT;
        }
        return (left & BRITISH) != 0 ? ofBritish(left, right, difference) : ofOthers(left, right, difference);
    }

    private static PostcodeAgreement ofBritish(long left, long right, long difference) {
        boolean complete = (left & UNIT) != 0 && (right & UNIT) != 0;
        if (complete && difference == 0) {
            return PostcodeAgreement.EQUAL;
        }
        if (complete && isOneOff(left, right)) {
            return PostcodeAgreement.ONE_CHARACTER_OFF;
        }
        if (complete && difference <= UNIT) {
            return PostcodeAgreement.SAME_SECTOR;
        }
        if (difference <= BELOW_DISTRICT) {
            return PostcodeAgreement.SAME_DISTRICT;
        }
        return difference <= BELOW_AREA ? PostcodeAgreement.SAME_AREA : PostcodeAgreement.DIFFERENT;
    }

    private static PostcodeAgreement ofOthers(long left, long right, long difference) {
        if (difference == 0) {
            return PostcodeAgreement.EQUAL;
        }
        if (isOneOff(left, right)) {
            return PostcodeAgreement.ONE_CHARACTER_OFF;
        }
        if (difference >>> bits(7) == 0 && place(left, 5) != 0 && place(right, 5) != 0) {
            return PostcodeAgreement.SAME_DISTRICT;
        }
        return difference >>> bits(8) == 0 && place(left, 3) != 0 && place(right, 3) != 0
                ? PostcodeAgreement.SAME_AREA
                : PostcodeAgreement.DIFFERENT;
    }

    /** Whether one place differs, or two do that hold each other's character with nothing in between. */
    private static boolean isOneOff(long left, long right) {
        long difference = left ^ right;
        if (difference == 0) {
            return false;
        }
        int low = Long.numberOfTrailingZeros(difference) / BITS * BITS;
        int high = (Long.SIZE - 1 - Long.numberOfLeadingZeros(difference)) / BITS * BITS;
        if (low == high) {
            return true;
        }
        long between = ((1L << high) - 1) & -(1L << (low + BITS));
        int leftHigh = (int) (left >>> high) & 63;
        int rightHigh = (int) (right >>> high) & 63;
        int leftLow = (int) (left >>> low) & 63;
        int rightLow = (int) (right >>> low) & 63;
        return ((left | right) & between) == 0 && leftHigh == rightLow && leftLow == rightHigh;
    }

    /** The parts of a complete British code at their places, or 0 if this is none. */
    private static long british(long code, int count) {
        long inward = code & BELOW_DISTRICT;
        long outward = outward(code >>> bits(3), count - 3);
        boolean inwardFits = isDigit(inward >>> bits(2)) && isLetter((inward >>> BITS) & 63) && isLetter(inward & 63);
        return inwardFits && outward != 0 ? outward | inward : 0;
    }

    /** The parts of the first half of a British code at their places, or 0 if this is none. */
    private static long outward(long code, int count) {
        for (int area = 1; area <= 2; area++) {
            int district = count - area;
            if (district == 1 || district == 2) {
                long letters = code >>> bits(district);
                long rest = code & ((1L << bits(district)) - 1);
                boolean areaFits = isLetter(letters & 63) && (area == 1 || isLetter(letters >>> BITS));
                if (areaFits && isDigit(rest >>> bits(district - 1))) {
                    long areaPlaces = area == 1 ? letters << BITS : letters;
                    long districtPlaces = district == 1 ? rest << BITS : rest;
                    return BRITISH | (areaPlaces << bits(5)) | (districtPlaces << bits(3));
                }
            }
        }
        return 0;
    }

    /** The characters from the left without the gaps of a British code. */
    private static long spelt(long code) {
        if ((code & BRITISH) == 0) {
            return code;
        }
        long spelt = 0;
        int count = 0;
        for (int place = 6; place >= 0; place--) {
            long symbol = (code >>> bits(place)) & 63;
            if (symbol != 0) {
                spelt = (spelt << BITS) | symbol;
                count++;
            }
        }
        return spelt << bits(PLACES - count);
    }

    /** How many bits so many characters take. */
    private static int bits(int characters) {
        return characters * BITS;
    }

    private static int place(long code, int fromTheLeft) {
        return (int) (code >>> bits(PLACES - fromTheLeft)) & 63;
    }

    /** 1 to 26 for a letter of either case, 27 to 36 for a digit, 0 for anything else. */
    private static int symbol(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0' + 27;
        }
        int lower = character | 0x20;
        return lower >= 'a' && lower <= 'z' ? lower - 'a' + 1 : 0;
    }

    private static boolean isLetter(long symbol) {
        return symbol >= 1 && symbol <= 26;
    }

    private static boolean isDigit(long symbol) {
        return symbol >= 27 && symbol <= 36;
    }
}
