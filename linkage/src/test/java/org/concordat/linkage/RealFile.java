package org.concordat.linkage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.zip.GZIPInputStream;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * A public data set with its truth, read for tests with as little standardising as linkage needs: lower case, no
 * accents, dates as {@code yyyy-MM-dd}. The program itself reads files by a library of its own, which does much more.
 */
final class RealFile {
    private static final long SEED = 20_260_714;

    private static final Map<String, Attribute> MEANINGS = Map.ofEntries(
            Map.entry("given_name", Attribute.GIVEN_NAME),
            Map.entry("first_name", Attribute.GIVEN_NAME),
            Map.entry("surname", Attribute.SURNAME),
            Map.entry("full_name", Attribute.NAME_TOKENS),
            Map.entry("date_of_birth", Attribute.DATE_OF_BIRTH),
            Map.entry("dob", Attribute.DATE_OF_BIRTH),
            Map.entry("gender", Attribute.SEX),
            Map.entry("soc_sec_id", Attribute.PERSON_NUMBER),
            Map.entry("street_number", Attribute.STREET_NUMBER),
            Map.entry("address_1", Attribute.STREET),
            Map.entry("address_2", Attribute.ADDRESS_REST),
            Map.entry("suburb", Attribute.LOCALITY),
            Map.entry("city", Attribute.LOCALITY),
            Map.entry("state", Attribute.REGION),
            Map.entry("postcode", Attribute.POSTCODE),
            Map.entry("postcode_fake", Attribute.POSTCODE),
            Map.entry("birth_place", Attribute.BIRTH_PLACE),
            Map.entry("occupation", Attribute.OCCUPATION),
            Map.entry("email", Attribute.EMAIL));

    private static final Set<String> NO_NAMES = Set.of(
            "sir",
            "lady",
            "lord",
            "mr",
            "mrs",
            "ms",
            "dr",
            "rev",
            "the",
            "of",
            "de",
            "and",
            "baron",
            "baronet",
            "earl",
            "duke",
            "viscount",
            "marquess",
            "countess",
            "duchess",
            "baroness",
            "reverend",
            "captain",
            "general",
            "colonel",
            "professor",
            "jr",
            "sr",
            "1st",
            "2nd",
            "3rd",
            "4th",
            "5th",
            "6th",
            "7th",
            "8th",
            "9th",
            "10th");

    private final Records records;
    private final int[] truth;

    private RealFile(Records records, int[] truth) {
        this.records = records;
        this.truth = truth;
    }

    Records records() {
        return records;
    }

    boolean isMatch(int one, int other) {
        return truth[one] == truth[other];
    }

    /** How well these persons (a number for each record) agree with the truth. */
    Score score(int[] persons) {
        return Score.of(persons, truth);
    }

    /** How many pairs are one person. */
    long truePairs() {
        Map<Integer, Long> sizes = new HashMap<>();
        for (int person : truth) {
            sizes.merge(person, 1L, Long::sum);
        }
        return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    /** Febrl's made-up Australians: the number in a record's identifier says who it is. */
    static RealFile febrl(String... files) {
        return read((row, header) -> row.get(0).replaceAll("^rec-(\\d+)-.*$", "$1"), files);
    }

    /** A file whose column {@code cluster} says who each record is. */
    static RealFile withClusters(String file) {
        return read((row, header) -> row.get(header.indexOf("cluster")), file);
    }

    private static RealFile read(BiFunction<List<String>, List<String>, String> person, String... files) {
        List<List<List<String>>> tables = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        for (String file : files) {
            Path path = Path.of(System.getProperty("concordat.data", ""), "linkage", file);
            assumeTrue(Files.exists(path), "Skipped: the real data are not at " + path + ".");
            tables.add(rows(path));
            for (String column : tables.getLast().getFirst()) {
                Attribute attribute = MEANINGS.get(column);
                if (attribute != null && !attributes.contains(attribute)) {
                    attributes.add(attribute);
                }
            }
        }
        Records.Builder builder = Records.of(attributes);
        Map<String, Integer> known = new HashMap<>();
        List<Integer> truth = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            builder.source(files[t]);
            List<String> header = tables.get(t).getFirst();
            // In the published order records of one person stand together; nothing may be learnt from that.
            List<List<String>> rows =
                    new ArrayList<>(tables.get(t).subList(1, tables.get(t).size()));
            Collections.shuffle(rows, new Random(SEED));
            for (List<String> row : rows) {
                truth.add(known.computeIfAbsent(person.apply(row, header), p -> known.size()));
                Map<Attribute, String> values = standardised(header, row);
                @Nullable String[] ordered = attributes.stream().map(values::get).toArray(String[]::new);
                builder.add(row.getFirst(), ordered);
            }
        }
        return new RealFile(
                builder.build(), truth.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Map<Attribute, String> standardised(List<String> header, List<String> row) {
        Map<Attribute, String> values = new EnumMap<>(Attribute.class);
        for (int c = 0; c < header.size(); c++) {
            Attribute attribute = MEANINGS.get(header.get(c));
            String value = attribute == null ? "" : standardised(attribute, row.get(c));
            if (attribute != null && !value.isEmpty()) {
                values.putIfAbsent(attribute, value);
            }
        }
        // Where a first name or surname is missing, the whole name has it.
        String[] parts = values.getOrDefault(Attribute.NAME_TOKENS, "").split(" ");
        if (parts.length > 1 && !parts[0].equals(values.get(Attribute.SURNAME))) {
            values.putIfAbsent(Attribute.GIVEN_NAME, parts[0]);
        }
        if (parts.length > 1) {
            values.putIfAbsent(Attribute.SURNAME, parts[parts.length - 1]);
        }
        return values;
    }

    private static String standardised(Attribute attribute, String raw) {
        String plain = Normalizer.normalize(raw.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9@. ]", " ")
                .replaceAll(" +", " ")
                .trim();
        return switch (attribute) {
            case GIVEN_NAME, SURNAME -> names(plain).replace(" ", "");
            case NAME_TOKENS -> names(plain);
            case DATE_OF_BIRTH -> date(plain.replaceAll("[^0-9]", ""));
            case POSTCODE -> plain.replace(" ", "");
            case SEX -> plain.isEmpty() ? "" : plain.substring(0, 1);
            default -> plain;
        };
    }

    private static String names(String plain) {
        return String.join(
                " ",
                Arrays.stream(plain.replace(".", "").split(" "))
                        .filter(word -> !NO_NAMES.contains(word))
                        .toList());
    }

    private static String date(String digits) {
        return digits.length() == 8
                ? digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6)
                : "";
    }

    private static List<List<String>> rows(Path path) {
        try (InputStream file = new FileInputStream(path.toFile());
                InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().map(RealFile::fields).toList();
        } catch (IOException e) {
            throw new AssertionError("The real data at " + path + " cannot be read", e);
        }
    }

    /** The fields of a line, which may be quoted. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString().trim());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString().trim());
        return fields;
    }
}
