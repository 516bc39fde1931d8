package org.concordat.linkage.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.compare.Phonetics;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/** Every key that the columns of these records offer to rules. */
public final class BlockingKeys {
    private final Records records;
    private final List<BlockingKey> keys = new ArrayList<>();

    private BlockingKeys(Records records) {
        this.records = records;
    }

    /** The keys, in an order that depends on the columns alone. */
    public static List<BlockingKey> of(Records records) {
        BlockingKeys collected = new BlockingKeys(records);
        collected.collect();
        return List.copyOf(collected.keys);
    }

    private void collect() {
        names();
        key("date of birth", "date of birth", true, Attribute.DATE_OF_BIRTH, v -> v);
        key(
                "date of birth, day and month in any order",
                "date of birth",
                false,
                Attribute.DATE_OF_BIRTH,
                BlockingKeys::sortedDate);
        key("year of birth", "date of birth", false, Attribute.DATE_OF_BIRTH, v -> v.substring(0, 4));
        key("year and month of birth", "date of birth", false, Attribute.DATE_OF_BIRTH, v -> v.substring(0, 7));
        key("day and month of birth", "date of birth", false, Attribute.DATE_OF_BIRTH, v -> v.substring(5));
        for (Attribute id :
                List.of(Attribute.NHS_NUMBER, Attribute.NATIONAL_INSURANCE_NUMBER, Attribute.PERSON_NUMBER)) {
            key(word(id), word(id), true, id, v -> v);
        }
        key("e-mail", "e-mail", true, Attribute.EMAIL, v -> v);
        key("e-mail before the @", "e-mail", true, Attribute.EMAIL, BlockingKeys::localPart);
        key("telephone", "telephone", true, Attribute.PHONE, v -> v);
        key("property reference", "address", true, Attribute.UPRN, v -> v);
        key("postcode", "address", true, Attribute.POSTCODE, v -> v);
        key("postcode's sector", "address", false, Attribute.POSTCODE, BlockingKeys::sector);
        key("postcode's district", "address", false, Attribute.POSTCODE, BlockingKeys::district);
        address();
        key("place", "place", false, Attribute.LOCALITY, v -> v);
        key("place of birth", "place of birth", false, Attribute.BIRTH_PLACE, v -> v);
        key("occupation", "occupation", false, Attribute.OCCUPATION, v -> v);
        key("middle name", "middle name", false, Attribute.MIDDLE_NAME, v -> v.length() < 2 ? null : v);
        key("sex", "sex", false, Attribute.SEX, v -> v);
    }

    private static String word(Attribute attribute) {
        return attribute.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private void names() {
        Attribute given =
                records.column(Attribute.GIVEN_NAME_ROOT) == null ? Attribute.GIVEN_NAME : Attribute.GIVEN_NAME_ROOT;
        key("given name", "given name", false, given, v -> v.length() < 2 ? null : v);
        key("given name's first three letters", "given name", false, Attribute.GIVEN_NAME, v -> start(v, 3));
        key("initial", "given name", false, Attribute.GIVEN_NAME, v -> start(v, 1));
        key("surname", "surname", true, Attribute.SURNAME, v -> v);
        key("surname's sound", "surname", true, Attribute.SURNAME, Phonetics.DOUBLE_METAPHONE::code);
        key("surname's first three letters", "surname", false, Attribute.SURNAME, v -> start(v, 3));
        Column givens = records.column(Attribute.GIVEN_NAME);
        Column surnames = records.column(Attribute.SURNAME);
        if (givens != null && surnames != null) {
            Map<String, Integer> words = new HashMap<>();
            int[] g = numbers(givens, v -> v, words);
            int[] s = numbers(surnames, v -> v, words);
            keys.add(new BlockingKey("both names in any order", "names", true, r -> {
                int a = g[givens.code(r)];
                int b = s[surnames.code(r)];
                return a == 0 || b == 0 ? 0 : mix(Math.min(a, b), Math.max(a, b));
            }));
        }
        Column whole = records.column(Attribute.NAME_TOKENS);
        if (whole != null) {
            rareParts(whole);
        }
    }

    /** Of each name the one or two parts that fewest records have; parts of one letter say too little. */
    private void rareParts(Column whole) {
        Map<String, Integer> known = new HashMap<>();
        List<String> parts = new ArrayList<>();
        int[][] partsOf = new int[whole.distinct() + 1][];
        for (int code = 1; code < partsOf.length; code++) {
            String[] words = whole.value(code).split(" ");
            int[] numbers = new int[words.length];
            for (int w = 0; w < words.length; w++) {
                numbers[w] = known.computeIfAbsent(words[w], word -> {
                    parts.add(word);
                    return parts.size();
                });
            }
            partsOf[code] = numbers;
        }
        int[] counts = new int[parts.size() + 1];
        for (int code = 1; code < partsOf.length; code++) {
            for (int part : partsOf[code]) {
                counts[part] += whole.count(code);
            }
        }
        int[] rank = ranks(parts, counts);
        int[] rarest = new int[partsOf.length];
        int[] pair = new int[partsOf.length];
        for (int code = 1; code < partsOf.length; code++) {
            int first = 0;
            int second = 0;
            for (int part : partsOf[code]) {
                if (rank[part] < rank[first]) {
                    second = first;
                    first = part;
                } else if (part != first && rank[part] < rank[second]) {
                    second = part;
                }
            }
            rarest[code] = first;
            pair[code] = second == 0 ? 0 : mix(first, second);
        }
        keys.add(BlockingKey.ofColumn("rarest part of the name", "names", true, whole, rarest));
        keys.add(BlockingKey.ofColumn("two rarest parts of the name", "names", true, whole, pair));
    }

    /** Where each part stands when the rarest comes first, by number from 1; parts of one letter stand last of all. */
    private static int[] ranks(List<String> parts, int[] counts) {
        int[] rank = new int[parts.size() + 1];
        Arrays.fill(rank, Integer.MAX_VALUE);
        int next = 0;
        for (int part : IntStream.rangeClosed(1, parts.size())
                .filter(number -> parts.get(number - 1).length() > 1)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(number -> counts[number])
                        .thenComparing(number -> parts.get(number - 1)))
                .toList()) {
            rank[part] = next++;
        }
        return rank;
    }

    private void address() {
        Column street = records.column(Attribute.STREET);
        Column number = records.column(Attribute.STREET_NUMBER);
        key("street", "address", false, Attribute.STREET, v -> v);
        key("street number", "street number", false, Attribute.STREET_NUMBER, v -> v);
        key("rest of address", "rest of address", false, Attribute.ADDRESS_REST, v -> v);
        if (street != null && number != null) {
            keys.add(new BlockingKey("street and number", "address", true, r -> {
                int s = street.code(r);
                int n = number.code(r);
                return s == 0 || n == 0 ? 0 : mix(s, n);
            }));
        }
    }

    static int mix(int a, int b) {
        long mixed = (a * 0x9E3779B97F4A7C15L) ^ b;
        mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
        int folded = (int) (mixed >>> 32);
        return folded == 0 ? 1 : folded;
    }

    private void key(
            String name, String family, boolean sharp, Attribute attribute, UnaryOperator<@Nullable String> derive) {
        Column column = records.column(attribute);
        if (column == null || column.distinct() < 2) {
            return;
        }
        keys.add(BlockingKey.ofColumn(name, family, sharp, column, numbers(column, derive, new HashMap<>())));
    }

    private static int[] numbers(Column column, UnaryOperator<@Nullable String> derive, Map<String, Integer> known) {
        int[] numbers = new int[column.distinct() + 1];
        for (int code = 1; code < numbers.length; code++) {
            String derived = derive.apply(column.value(code));
            numbers[code] =
                    derived == null || derived.isEmpty() ? 0 : known.computeIfAbsent(derived, d -> known.size() + 1);
        }
        return numbers;
    }

    private static @Nullable String start(String value, int letters) {
        return value.length() < letters ? null : value.substring(0, letters);
    }

    private static String sortedDate(String iso) {
        String month = iso.substring(5, 7);
        String day = iso.substring(8, 10);
        return iso.substring(0, 4) + (month.compareTo(day) < 0 ? month + day : day + month);
    }

    private static @Nullable String localPart(String email) {
        int at = email.indexOf('@');
        return at < 3 ? null : email.substring(0, at);
    }

    private static @Nullable String sector(String code) {
        return code.length() < 4
                ? null
                : code.substring(0, code.length() - (Character.isDigit(code.charAt(code.length() - 1)) ? 1 : 2));
    }

    private static @Nullable String district(String code) {
        return code.length() < 4 ? null : code.substring(0, Math.max(2, code.length() - 3));
    }
}
