package org.concordat.files.values;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses written in one column or in several lines, taken apart into number, street, rest, place and postcode.
 *
 * <p>The street is the first line that begins with a number or ends in a street type; what stands before it is the flat
 * or the building's name, what follows is dependent locality, town and county. Nothing is looked up: this is a reading of
 * the text, not a gazetteer.
 */
public final class Addresses {

    private Addresses() {}

    /** A whole address in one column, its lines parted by commas, semicolons, vertical bars or line ends. */
    public static AddressParts whole(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return AddressParts.MISSING;
        }
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= raw.length(); i++) {
            if (i == raw.length() || isLineEnd(raw.charAt(i))) {
                lines.add(raw.substring(from, i));
                from = i + 1;
            }
        }
        if (lines.size() == 1) {
            lines = cutAfterStreet(raw);
        }
        return lines(lines, false, false);
    }

    /**
     * An address in several lines, some of them perhaps {@code null}.
     *
     * @param placesElsewhere whether town and county have columns of their own, so that what follows the street is rest
     * @param streetFirst whether the first line is the street, since the file keeps the house number apart
     */
    public static AddressParts lines(List<@Nullable String> lines, boolean placesElsewhere, boolean streetFirst) {
        long rules = 0;
        List<String> parts = new ArrayList<>();
        String postcode = null;
        boolean anything = false;
        boolean hasFirst = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line == null) {
                continue;
            }
            Standardised text = FreeText.standardise(line);
            String words = text.value();
            rules |= text.ruleBits();
            if (words == null) {
                continue;
            }
            anything = true;
            if (Streets.isAddressPlaceholder(words)) {
                return AddressParts.setAside(Rule.ADDRESS_PLACEHOLDER);
            }
            int cut = postcodeAt(words);
            if (cut >= 0) {
                postcode = Characters.lettersAndDigits(words.substring(cut));
                rules |= Rule.ADDRESS_POSTCODE_FOUND.bit();
                words = words.substring(0, cut).trim();
            }
            if (!words.isEmpty()) {
                hasFirst |= i == 0;
                parts.add(words);
            }
        }
        if (!anything) {
            return rules == 0 ? AddressParts.MISSING : new AddressParts(null, null, null, null, null, null, rules);
        }
        Reading reading = new Reading(parts, placesElsewhere, postcode, rules);
        return reading.read(streetFirst ? hasFirst ? 0 : -1 : reading.streetLine());
    }

    private static boolean isLineEnd(char c) {
        return c == ',' || c == ';' || c == '|' || c == '\n' || c == '\r';
    }

    /** One line without commas: the street ends after the first street type that follows a number and a word. */
    private static List<String> cutAfterStreet(String raw) {
        String words = FreeText.words(PlainLetters.fold(raw));
        int at = 0;
        int word = 0;
        boolean number = false;
        while (at < words.length()) {
            int end = words.indexOf(' ', at);
            end = end < 0 ? words.length() : end;
            String one = words.substring(at, end);
            if (number
                    && word >= 2
                    && Words.STREET.containsKey(one)
                    && end < words.length()
                    && !isStreetTypeNext(words, end)) {
                return List.of(words.substring(0, end), words.substring(end + 1));
            }
            number |= Characters.isDigit(one.charAt(0));
            word++;
            at = end + 1;
        }
        return List.of(raw);
    }

    private static boolean isStreetTypeNext(String words, int end) {
        int next = words.indexOf(' ', end + 1);
        return Words.STREET.containsKey(words.substring(end + 1, next < 0 ? words.length() : next));
    }

    /** Where a British postcode that ends the words begins; -1 where none does. */
    private static int postcodeAt(String words) {
        int last = words.lastIndexOf(' ');
        String tail = words.substring(last + 1);
        if (Postcodes.isBritish(tail)) {
            return last + 1;
        }
        if (tail.length() != 3 || last <= 0) {
            return -1;
        }
        int before = words.lastIndexOf(' ', last - 1);
        return Postcodes.isBritish(words.substring(before + 1, last) + tail) ? before + 1 : -1;
    }

    /** Decides which line is the street, and puts the others round it. */
    private static final class Reading {
        private final List<String> lines;
        private final boolean placesElsewhere;
        private final @Nullable String postcode;
        private final List<String> rest = new ArrayList<>();
        private long rules;
        private @Nullable String number;
        private @Nullable String street;
        private @Nullable String locality;
        private @Nullable String region;

        Reading(List<String> lines, boolean placesElsewhere, @Nullable String postcode, long rules) {
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

        private int streetLine() {
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
            if (NameWords.isOrdinal(line.substring(0, space))) {
                return 0;
            }
            int next = line.indexOf(' ', space + 1);
            String second = line.substring(space + 1, next < 0 ? line.length() : next);
            boolean letter = second.length() == 1 && Characters.isSmallLetter(second.charAt(0)) && next > 0;
            boolean range = Characters.isAllDigits(second) && second.length() <= 4 && next > 0;
            return letter || range ? next : space;
        }
    }
}
