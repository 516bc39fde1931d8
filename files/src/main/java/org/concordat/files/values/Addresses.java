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
        return lines(lines.stream().map(Addresses::line).toList(), false, false);
    }

    /** One line of an address, made plain; empty and unknown ones too. */
    public static AddressLine line(@Nullable String raw) {
        Standardised text = FreeText.standardise(raw);
        String words = text.value();
        if (words == null) {
            return text.ruleBits() == 0 ? AddressLine.EMPTY : new AddressLine("", null, false, text.ruleBits());
        }
        if (Streets.isAddressPlaceholder(words)) {
            return new AddressLine("", null, true, text.ruleBits());
        }
        int cut = postcodeAt(words);
        if (cut < 0) {
            return new AddressLine(words, null, false, text.ruleBits());
        }
        String postcode = Characters.lettersAndDigits(words.substring(cut));
        long rules = text.ruleBits() | Rule.ADDRESS_POSTCODE_FOUND.bit();
        return new AddressLine(words.substring(0, cut).trim(), postcode, false, rules);
    }

    /**
     * An address in several lines.
     *
     * @param placesElsewhere whether town and county have columns of their own, so that what follows the street is rest
     * @param streetFirst whether the first line is the street, since the file keeps the house number apart
     */
    public static AddressParts lines(List<AddressLine> lines, boolean placesElsewhere, boolean streetFirst) {
        long rules = 0;
        List<String> parts = new ArrayList<>(lines.size());
        String postcode = null;
        for (int i = 0; i < lines.size(); i++) {
            AddressLine line = lines.get(i);
            if (line.placeholder()) {
                return AddressParts.setAside(Rule.ADDRESS_PLACEHOLDER);
            }
            rules |= line.ruleBits();
            postcode = line.postcode() == null ? postcode : line.postcode();
            if (!line.words().isEmpty()) {
                parts.add(line.words());
            }
        }
        if (parts.isEmpty() && postcode == null) {
            return rules == 0 ? AddressParts.MISSING : new AddressParts(null, null, null, null, null, null, rules);
        }
        AddressReading reading = new AddressReading(parts, placesElsewhere, postcode, rules);
        boolean hasFirst = !lines.isEmpty() && !lines.getFirst().words().isEmpty();
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
}
