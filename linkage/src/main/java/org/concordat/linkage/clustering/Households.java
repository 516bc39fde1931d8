package org.concordat.linkage.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.compare.JaroWinkler;
import org.concordat.linkage.compare.OneEdit;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * Puts records that stand at one address together as households: first those whose addresses are the same, then those
 * that are the same but for one error, where a person or a surname is shared as well. Numbers of houses that differ need
 * more than a surname: 12 and 13 of one street are two homes, and brothers may live there.
 *
 * <p>A household is a set of records, not of persons: somebody who moved has records in two. A record without any
 * address joins its person's only household, if there is just one; otherwise it is a household of its own. Records of
 * different years at one address stand together, since a file does not say when people moved.
 */
public final class Households {
    private static final double SIMILAR_STREET = .88;
    /** Groups that share a key with more others than this are not compared with them one by one. */
    private static final int MOST_SHARING = 200;

    /** House numbers that differ by no more are taken for houses nearby, not for a slip. */
    private static final int NEARBY = 8;

    /** Numbers of so many digits differ in one by a slip sooner than because two of one name live in one street. */
    private static final int MANY_DIGITS = 3;

    private static final int SOME_DIGITS = 2;
    private static final int MOST_DIGITS = 9;

    private final Records records;
    private final int[] persons;
    private final int[] parents;
    private final int[] sizes;

    private Households(Records records, int[] persons) {
        this.records = records;
        this.persons = persons;
        int n = records.size();
        parents = new int[n];
        sizes = new int[n];
        for (int r = 0; r < n; r++) {
            parents[r] = r;
            sizes[r] = 1;
        }
    }

    /**
     * Finds households.
     *
     * @param persons for each record the first record of its person
     * @return for each record the first record of its household
     */
    public static int[] of(Records records, int[] persons) {
        Households households = new Households(records, persons);
        if (households.hasAddresses()) {
            households.joinEqualAddresses();
            households.joinNearlyEqualAddresses();
            households.joinIncompleteAddresses();
        }
        households.followPersons();
        return households.firstRecords();
    }

    private boolean hasAddresses() {
        return records.column(Attribute.UPRN) != null || records.column(Attribute.STREET) != null;
    }

    private int code(Attribute attribute, int record) {
        Column column = records.column(attribute);
        return column == null ? 0 : column.code(record);
    }

    private @Nullable String value(Attribute attribute, int record) {
        Column column = records.column(attribute);
        int code = column == null ? 0 : column.code(record);
        return column == null || code == 0 ? null : column.value(code);
    }

    private boolean hasAddress(int record) {
        return code(Attribute.UPRN, record) != 0
                || code(Attribute.STREET, record) != 0
                        && (code(Attribute.STREET_NUMBER, record) != 0 || code(Attribute.ADDRESS_REST, record) != 0);
    }

    private void joinEqualAddresses() {
        long[] uprns = new long[records.size()];
        long[] addresses = new long[records.size()];
        for (int r = 0; r < records.size(); r++) {
            uprns[r] = code(Attribute.UPRN, r);
            if (hasAddress(r) && code(Attribute.STREET, r) != 0) {
                long key = mix(code(Attribute.STREET_NUMBER, r) + 1, code(Attribute.STREET, r));
                key = mix(key, code(Attribute.ADDRESS_REST, r));
                addresses[r] = mix(key, code(Attribute.POSTCODE, r)) | 1;
            }
        }
        for (int[] group : groups(uprns)) {
            joinAll(group);
        }
        for (int[] group : groups(addresses)) {
            joinAll(group);
        }
    }

    private void joinAll(int[] group) {
        for (int record : group) {
            join(group[0], record);
        }
    }

    /** Two different addresses mix to one number once in billions of billions. */
    private static long mix(long key, long code) {
        long mixed = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L + code;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }

    /** The records that share a key, two or more each, in order of their first record; key 0 is none. */
    private static List<int[]> groups(long[] keys) {
        int n = keys.length;
        LongGroups numbered = new LongGroups(n);
        int[] numbers = new int[n];
        for (int r = 0; r < n; r++) {
            numbers[r] = keys[r] == 0 ? -1 : numbered.number(keys[r]);
        }
        int[] starts = new int[numbered.size() + 1];
        for (int number : numbers) {
            if (number >= 0) {
                starts[number + 1]++;
            }
        }
        for (int g = 0; g < numbered.size(); g++) {
            starts[g + 1] += starts[g];
        }
        int[] members = new int[starts[numbered.size()]];
        int[] next = starts.clone();
        for (int r = 0; r < n; r++) {
            if (numbers[r] >= 0) {
                members[next[numbers[r]]++] = r;
            }
        }
        List<int[]> groups = new ArrayList<>();
        for (int g = 0; g < numbered.size(); g++) {
            if (starts[g + 1] - starts[g] > 1) {
                groups.add(Arrays.copyOfRange(members, starts[g], starts[g + 1]));
            }
        }
        return groups;
    }

    private void joinNearlyEqualAddresses() {
        for (Attribute part : List.of(Attribute.STREET_NUMBER, Attribute.STREET, Attribute.POSTCODE)) {
            joinSharing(r -> persons[r] + 1, part, (a, b) -> true);
        }
        for (Attribute part : List.of(Attribute.STREET_NUMBER, Attribute.STREET, Attribute.POSTCODE)) {
            joinSharing(r -> code(Attribute.SURNAME, r), part, this::hasOneNumber);
        }
    }

    /** Whether two records that share no person agree on more than what neighbours of one name have in common. */
    private interface Sameness {
        boolean holds(int a, int b);
    }

    private void joinSharing(IntUnaryOperator who, Attribute part, Sameness sameness) {
        long[] keys = new long[records.size()];
        for (int r = 0; r < keys.length; r++) {
            int whoCode = who.applyAsInt(r);
            int partCode = code(part, r);
            if (whoCode != 0 && partCode != 0 && (hasAddress(r) || code(Attribute.STREET, r) != 0)) {
                keys[r] = (long) whoCode << 32 | partCode;
            }
        }
        for (int[] group : groups(keys)) {
            if (group.length <= MOST_SHARING) {
                joinNearlyEqual(group, sameness);
            }
        }
    }

    private void joinNearlyEqual(int[] group, Sameness sameness) {
        for (int i = 0; i < group.length; i++) {
            for (int j = i + 1; j < group.length; j++) {
                int a = root(group[i]);
                int b = root(group[j]);
                if (a != b
                        && isNearlyEqual(group[i], group[j])
                        && isNearlyEqual(a, b)
                        && sameness.holds(group[i], group[j])) {
                    join(a, b);
                }
            }
        }
    }

    /** Whether nearly equal house numbers are the same, or one is missing, or one is plainly the other with a slip. */
    private boolean hasOneNumber(int a, int b) {
        String one = value(Attribute.STREET_NUMBER, a);
        String other = value(Attribute.STREET_NUMBER, b);
        if (one == null || other == null || one.equals(other)) {
            return true;
        }
        boolean odd = hasLetterBeforeDigit(one);
        if (odd != hasLetterBeforeDigit(other) || odd && digits(one).equals(digits(other))) {
            return true;
        }
        int given = code(Attribute.GIVEN_NAME, a);
        boolean sameGivenName = given != 0 && given == code(Attribute.GIVEN_NAME, b);
        return isSlip(one, other, sameGivenName ? SOME_DIGITS : MANY_DIGITS);
    }

    /** A house number has letters after its digits if anywhere: what differs in {@code 3q36} and 336 is no other house. */
    private static boolean hasLetterBeforeDigit(String number) {
        boolean letter = false;
        for (int i = 0; i < number.length(); i++) {
            char character = number.charAt(i);
            if (letter && Character.isDigit(character)) {
                return true;
            }
            letter |= Character.isLetter(character);
        }
        return false;
    }

    /** Whether one number of this many digits was mistyped for the other, which is not that of a house nearby. */
    private static boolean isSlip(String one, String other, int leastDigits) {
        String digits = digits(one);
        String otherDigits = digits(other);
        int least = Math.min(digits.length(), otherDigits.length());
        int most = Math.max(digits.length(), otherDigits.length());
        return least >= leastDigits
                && most <= MOST_DIGITS
                && Math.abs(Integer.parseInt(digits) - Integer.parseInt(otherDigits)) > NEARBY
                && OneEdit.isWithin(one, other);
    }

    /** Whether two addresses differ in one part at most, and there by one error or a gap only. */
    private boolean isNearlyEqual(int a, int b) {
        int differing = 0;
        int equal = 0;
        for (Attribute part :
                List.of(Attribute.STREET_NUMBER, Attribute.STREET, Attribute.ADDRESS_REST, Attribute.POSTCODE)) {
            String one = value(part, a);
            String other = value(part, b);
            if (one == null && other == null) {
                continue;
            }
            if (one == null || other == null) {
                differing++;
                continue;
            }
            if (one.equals(other)) {
                equal++;
                continue;
            }
            if (!isNear(part, one, other)) {
                return false;
            }
            differing++;
        }
        return equal >= 1 && differing <= 1;
    }

    private static boolean isNear(Attribute part, String one, String other) {
        boolean differInDigits = !digits(one).equals(digits(other));
        if (part == Attribute.ADDRESS_REST && differInDigits) {
            // Flat 1 and flat 2 are one letter apart and are two homes.
            return false;
        }
        boolean words = part == Attribute.STREET || part == Attribute.ADDRESS_REST;
        return OneEdit.isWithin(one, other)
                || words && !differInDigits && JaroWinkler.similarity(one, other) >= SIMILAR_STREET;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** A record that gives a number but no street joins the one household that has its surname and number. */
    private void joinIncompleteAddresses() {
        long[] keys = new long[records.size()];
        for (int r = 0; r < keys.length; r++) {
            int surname = code(Attribute.SURNAME, r);
            int number = code(Attribute.STREET_NUMBER, r);
            keys[r] = surname == 0 || number == 0 ? 0 : (long) surname << 32 | number;
        }
        for (int[] group : groups(keys)) {
            int home = -1;
            boolean several = false;
            for (int record : group) {
                if (code(Attribute.STREET, record) != 0) {
                    several |= home >= 0 && root(record) != home;
                    home = root(record);
                }
            }
            for (int record : group) {
                if (home >= 0 && !several && code(Attribute.STREET, record) == 0) {
                    join(home, record);
                }
            }
        }
    }

    private void followPersons() {
        Map<Integer, Integer> home = new HashMap<>();
        for (int r = 0; r < records.size(); r++) {
            if (hasAddress(r)) {
                home.merge(persons[r], root(r), (one, other) -> one.equals(other) ? one : Integer.valueOf(-1));
            }
        }
        for (int r = 0; r < records.size(); r++) {
            Integer known = home.get(persons[r]);
            if (!hasAddress(r) && code(Attribute.STREET, r) == 0 && known != null && known >= 0) {
                join(known, r);
            }
        }
    }

    private int root(int record) {
        int at = record;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** The larger group's first address stands for both. */
    private void join(int one, int other) {
        int a = root(one);
        int b = root(other);
        if (a == b) {
            return;
        }
        int keep = sizes[a] > sizes[b] || sizes[a] == sizes[b] && a < b ? a : b;
        int gone = keep == a ? b : a;
        parents[gone] = keep;
        sizes[keep] += sizes[gone];
    }

    private int[] firstRecords() {
        int n = records.size();
        int[] first = new int[n];
        Arrays.fill(first, -1);
        int[] households = new int[n];
        for (int r = 0; r < n; r++) {
            int root = root(r);
            if (first[root] < 0) {
                first[root] = r;
            }
            households[r] = first[root];
        }
        return households;
    }
}
