package org.concordat.files.values;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which line is the street, and puts the others round it. */
final class AddressReading {
    private final List<String> lines;
    private final boolean placesElsewhere;
    private final @Nullable String postcode;
    private final List<String> rest = new ArrayList<>();
    private long rules;
    private @Nullable String number;
    private @Nullable String street;
    private @Nullable String locality;
    private @Nullable String region;

    AddressReading(List<String> lines, boolean placesElsewhere, @Nullable String postcode, long rules) {
        this.lines = lines;
        this.placesElsewhere = placesElsewhere;
        this.postcode = postcode;
        this.rules = rules;
    }

    AddressParts read(int at) {
        if (at >= 0) {
            for (int i = 0; i < at; i++) {
                before(lines.get(i));
            }
            street(lines.get(at));
        }
        after(at + 1);
        String others = rest.isEmpty() ? null : String.join(" ", rest);
        if (lines.size() > 1 || number != null) {
            rules |= Rule.ADDRESS_SPLIT.bit();
        }
        return new AddressParts(number, street, others, locality, region, postcode, rules);
    }

    int streetLine() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean box = isPostBox(line);
            boolean numbered = Characters.isDigit(line.charAt(0)) && line.indexOf(' ') > 0;
            if (box || ((numbered || Streets.endsInStreetType(line)) && !startsWithUnit(line))) {
                return i;
            }
            if (startsWithUnit(line) && afterUnit(line) > 0) {
                return i;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!startsWithUnit(lines.get(i)) && !Characters.isAllDigits(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private void before(String line) {
        boolean bareNumber = Characters.isDigit(line.charAt(0)) && line.length() <= 5;
        boolean named = !startsWithUnit(line);
        if (number == null && (bareNumber || named)) {
            number = Streets.numberOf(line);
        } else {
            rest.add(Streets.withoutUnitWords(line));
        }
    }

    private void street(String line) {
        if (isPostBox(line)) {
            rules |= Rule.ADDRESS_POST_BOX.bit();
            rest.add(line);
            return;
        }
        String left = line;
        int unit = startsWithUnit(line) ? afterUnit(line) : 0;
        if (unit > 0) {
            rest.add(Streets.withoutUnitWords(line.substring(0, unit - 1)));
            left = line.substring(unit);
        }
        int end = numberEnd(left);
        if (end > 0) {
            if (number != null) {
                rest.addFirst(number);
            }
            number = Streets.numberOf(left.substring(0, end));
            left = left.substring(Math.min(left.length(), end + 1));
        }
        if (!left.isEmpty()) {
            street = Streets.expand(left);
            if (!left.equals(street)) {
                rules |= Rule.ADDRESS_WORD_EXPANDED.bit();
            }
        }
    }

    private void after(int from) {
        List<String> places = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            if (placesElsewhere || startsWithUnit(line)) {
                rest.add(startsWithUnit(line) ? Streets.withoutUnitWords(line) : line);
            } else if (region == null && i == lines.size() - 1 && isCounty(line) && i > from) {
                region = line;
            } else {
                places.add(line);
            }
        }
        if (!places.isEmpty()) {
            locality = places.removeLast();
            rest.addAll(places);
        }
    }

    private static boolean isCounty(String line) {
        return Words.COUNTY.contains(FreeText.joined(line));
    }

    private static boolean isPostBox(String line) {
        return line.startsWith("po box ") || line.startsWith("p o box ") || line.startsWith("pobox ");
    }

    private static boolean startsWithUnit(String line) {
        int space = line.indexOf(' ');
        return Words.UNIT.contains(space < 0 ? line : line.substring(0, space));
    }

    /** Where the street begins in {@code flat 2 14 high street}; 0 where the line is a unit alone. */
    private static int afterUnit(String line) {
        int first = line.indexOf(' ');
        int second = first < 0 ? -1 : line.indexOf(' ', first + 1);
        if (second < 0) {
            return 0;
        }
        String left = line.substring(second + 1);
        return Characters.isDigit(left.charAt(0)) && left.indexOf(' ') > 0 ? second + 1 : 0;
    }

    /** How long the house number at the start is: {@code 12}, {@code 12a}, {@code 12 a}, {@code 12 14}; 0 for none. */
    private static int numberEnd(String line) {
        if (!Characters.isDigit(line.charAt(0))) {
            return 0;
        }
        int space = line.indexOf(' ');
        if (space < 0) {
            return 0;
        }
        if (NameStyles.isOrdinal(line.substring(0, space))) {
            return 0;
        }
        int next = line.indexOf(' ', space + 1);
        String second = line.substring(space + 1, next < 0 ? line.length() : next);
        boolean letter = second.length() == 1 && Characters.isSmallLetter(second.charAt(0)) && next > 0;
        boolean range = Characters.isAllDigits(second) && second.length() <= 4 && next > 0;
        return letter || range ? next : space;
    }
}
