package org.concordat.linkage.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.compare.DamerauLevenshtein;
import org.concordat.linkage.compare.JaroWinkler;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * Puts records that stand at one address together as households: first those whose addresses are the same, then those
 * that are the same but for one error, where a person or a surname is shared as well.
 *
 * <p>A household is a set of records, not of persons: somebody who moved has records in two. A record without any
 * address joins its person's only household, if there is just one; otherwise it is a household of its own. Records of
 * different years at one address stand together, since a file does not say when people moved.
 */
public final class Households {
    private static final double SIMILAR_STREET = .88;
    /** Groups that share a key with more others than this are not compared with them one by one. */
    private static final int MOST_SHARING = 200;

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
        Map<List<Integer>, Integer> first = new HashMap<>();
        for (int r = 0; r < records.size(); r++) {
            int uprn = code(Attribute.UPRN, r);
            if (uprn != 0) {
                joinFirst(first, List.of(-1, uprn), r);
            }
            if (hasAddress(r) && code(Attribute.STREET, r) != 0) {
                joinFirst(
                        first,
                        List.of(
                                code(Attribute.STREET_NUMBER, r),
                                code(Attribute.STREET, r),
                                code(Attribute.ADDRESS_REST, r),
                                code(Attribute.POSTCODE, r)),
                        r);
            }
        }
    }

    private void joinFirst(Map<List<Integer>, Integer> first, List<Integer> key, int record) {
        Integer before = first.putIfAbsent(key, record);
        if (before != null) {
            join(before, record);
        }
    }

    private void joinNearlyEqualAddresses() {
        for (Attribute part : List.of(Attribute.STREET_NUMBER, Attribute.STREET, Attribute.POSTCODE)) {
            joinSharing(r -> persons[r] + 1, part);
        }
        for (Attribute part : List.of(Attribute.STREET_NUMBER, Attribute.STREET, Attribute.POSTCODE)) {
            joinSharing(r -> code(Attribute.SURNAME, r), part);
        }
    }

    private void joinSharing(IntUnaryOperator who, Attribute part) {
        Map<Long, List<Integer>> sharing = new HashMap<>();
        for (int r = 0; r < records.size(); r++) {
            int whoCode = who.applyAsInt(r);
            int partCode = code(part, r);
            if (whoCode != 0 && partCode != 0 && (hasAddress(r) || code(Attribute.STREET, r) != 0)) {
                sharing.computeIfAbsent((long) whoCode << 32 | partCode, k -> new ArrayList<>())
                        .add(r);
            }
        }
        for (List<Integer> group : sharing.values().stream()
                .filter(g -> g.size() > 1 && g.size() <= MOST_SHARING)
                .sorted((a, b) -> Integer.compare(a.getFirst(), b.getFirst()))
                .toList()) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    int a = root(group.get(i));
                    int b = root(group.get(j));
                    if (a != b && isNearlyEqual(group.get(i), group.get(j)) && isNearlyEqual(a, b)) {
                        join(a, b);
                    }
                }
            }
        }
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
            boolean near = part == Attribute.STREET || part == Attribute.ADDRESS_REST
                    ? JaroWinkler.similarity(one, other) >= SIMILAR_STREET && !differInDigits(one, other)
                            || DamerauLevenshtein.isWithin(one, other, 1)
                    : DamerauLevenshtein.isWithin(one, other, 1);
            if (!near) {
                return false;
            }
            differing++;
        }
        return equal >= 1 && differing <= 1;
    }

    /** Flat 1 and flat 2 are spelt alike and are two homes. */
    private static boolean differInDigits(String one, String other) {
        return !digits(one).equals(digits(other));
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
