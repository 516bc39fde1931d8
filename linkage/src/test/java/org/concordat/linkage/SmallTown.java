package org.concordat.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * A made-up town of persons in households, each with one record or more in one file or several, with errors at known
 * rates; and the truth. The same seed makes the same town.
 */
public final class SmallTown {
    public static final long SEED = 20_260_714;

    private static final List<Attribute> COLUMNS = List.of(
            Attribute.GIVEN_NAME,
            Attribute.GIVEN_NAME_ROOT,
            Attribute.SURNAME,
            Attribute.SEX,
            Attribute.DATE_OF_BIRTH,
            Attribute.STREET_NUMBER,
            Attribute.STREET,
            Attribute.POSTCODE,
            Attribute.PHONE);

    private static final String[] FEMALE = {
        "amelia", "barbara", "carol", "dorothy", "elizabeth", "fatima", "gillian", "hannah", "irene", "joan",
                "katherine",
        "linda", "margaret", "nadia", "olive", "priya", "rosemary", "susan", "teresa", "ursula", "valerie", "winifred"
    };
    private static final String[] MALE = {
        "albert", "brian", "charles", "david", "edward", "frank", "george", "harold", "imran", "james", "kenneth",
        "leonard", "mohammed", "norman", "oliver", "peter", "ravi", "stephen", "thomas", "victor", "william", "yusuf"
    };
    private static final Map<String, String> SHORT = Map.of(
            "barbara",
            "babs",
            "elizabeth",
            "liz",
            "katherine",
            "kate",
            "margaret",
            "peggy",
            "susan",
            "sue",
            "albert",
            "bert",
            "charles",
            "charlie",
            "james",
            "jim",
            "thomas",
            "tom",
            "william",
            "bill");

    private static final String[] BEGINNINGS = {
        "har", "wood", "ash", "black", "mac", "fitz", "bir", "chad", "win", "thorn", "rob", "wil", "el", "stan", "mor",
        "king", "pat", "rich", "ben", "col"
    };
    private static final String[] ENDINGS = {
        "ley", "ton", "ham", "by", "worth", "son", "man", "field", "ford", "well", "s", "wick", "shaw", "bury", "more"
    };
    private static final String[] STREETS = {
        "station road", "church lane", "mill street", "victoria avenue", "park view", "the green", "orchard close",
        "bridge street", "canal walk", "hill rise", "meadow drive", "king street", "chapel row", "north parade"
    };

    /** One line of a file. */
    private record Row(
            String source, String id, int person, @Nullable String[] values) {}

    private final List<Row> rows;
    private final long seed;

    private SmallTown(List<Row> rows, long seed) {
        this.rows = rows;
        this.seed = seed;
    }

    /** One file in which a third of the persons stand twice and some three times. */
    public static SmallTown oneFile(int persons, long seed) {
        Maker maker = new Maker(seed);
        for (int p = 0; p < persons; p++) {
            @Nullable String[] truth = maker.person();
            int copies = 1 + (maker.chance(.35) ? 1 : 0) + (maker.chance(.1) ? 1 : 0);
            for (int c = 0; c < copies; c++) {
                maker.add("register", p, truth);
            }
        }
        return new SmallTown(maker.shuffled(), seed);
    }

    /** Two files, each with most persons, and nobody twice. */
    public static SmallTown twoFiles(int persons, long seed) {
        Maker maker = new Maker(seed);
        for (int p = 0; p < persons; p++) {
            @Nullable String[] truth = maker.person();
            if (maker.chance(.85)) {
                maker.add("council", p, truth);
            }
            if (maker.chance(.85)) {
                maker.add("hospital", p, truth);
            }
        }
        return new SmallTown(maker.shuffled(), seed);
    }

    /** The same town with other identifiers. */
    public SmallTown renamed(UnaryOperator<String> newId) {
        List<Row> renamed = new ArrayList<>();
        for (Row row : rows) {
            renamed.add(new Row(row.source, newId.apply(row.id), row.person, row.values));
        }
        return new SmallTown(renamed, seed);
    }

    /** Its records, file by file. */
    public Records records() {
        Records.Builder builder = Records.of(COLUMNS);
        String source = "";
        for (Row row : rows) {
            if (!row.source.equals(source)) {
                source = row.source;
                builder.source(source);
            }
            builder.add(row.id, row.values);
        }
        return builder.build();
    }

    /** Its records as two files, the first with so many of them. */
    public Records asTwoFiles(int inFirst) {
        Records.Builder builder = Records.of(COLUMNS).source("first");
        for (int r = 0; r < rows.size(); r++) {
            if (r == inFirst) {
                builder.source("second");
            }
            builder.add(rows.get(r).id, rows.get(r).values);
        }
        return builder.build();
    }

    /** Its records, with files that hold none before, between and after those that do. */
    public Records withEmptySources() {
        Records.Builder builder = Records.of(COLUMNS);
        String source = "";
        for (Row row : rows) {
            if (!row.source.equals(source)) {
                source = row.source;
                builder.source("nothing before " + source).source(source);
            }
            builder.add(row.id, row.values);
        }
        return builder.source("nothing at the end").build();
    }

    /** Its records with one more column, in which nobody has a value. */
    public Records withEmptyColumn(Attribute attribute) {
        List<Attribute> columns = new ArrayList<>(COLUMNS);
        columns.add(attribute);
        Records.Builder builder = Records.of(columns);
        String source = "";
        for (Row row : rows) {
            if (!row.source.equals(source)) {
                source = row.source;
                builder.source(source);
            }
            builder.add(row.id, Arrays.copyOf(row.values, columns.size()));
        }
        return builder.build();
    }

    public int size() {
        return rows.size();
    }

    /** Whether two records are one person. */
    public boolean isMatch(int one, int other) {
        return rows.get(one).person == rows.get(other).person;
    }

    /** How well these persons (a number for each record) agree with the truth. */
    public Score score(int[] persons) {
        int[] truth = rows.stream().mapToInt(Row::person).toArray();
        return Score.of(persons, truth);
    }

    /** What a failing test says, so that the run can be repeated. */
    public String seedNote() {
        return "SmallTown of seed " + seed + " with " + rows.size() + " records";
    }

    private static final class Maker {
        private final SplittableRandom random;
        private final List<Row> rows = new ArrayList<>();
        private final List<String> surnames = new ArrayList<>();
        private int leftInHousehold;
        private String surname = "";
        private String number = "";
        private String street = "";
        private String postcode = "";
        private String phone = "";

        Maker(long seed) {
            random = new SplittableRandom(seed);
            for (String beginning : BEGINNINGS) {
                for (String ending : ENDINGS) {
                    surnames.add(beginning + ending);
                }
            }
        }

        boolean chance(double probability) {
            return random.nextDouble() < probability;
        }

        private String pick(String[] values) {
            return values[random.nextInt(values.length)];
        }

        private void moveIn() {
            leftInHousehold = random.nextInt(1, 5);
            // A few surnames are common and most are rare.
            surname = surnames.get((int) (surnames.size() * Math.pow(random.nextDouble(), 2)));
            address();
        }

        private void address() {
            number = String.valueOf(random.nextInt(1, 120));
            int s = random.nextInt(STREETS.length);
            street = STREETS[s];
            postcode = (s < 4 ? "cd" : "ab")
                    + (s % 5 + 1)
                    + s % 9
                    + (char) ('a' + s)
                    + (char) ('a' + Integer.parseInt(number) / 20);
            phone = "01632" + (960_000 + random.nextInt(1_000));
        }

        @Nullable String[] person() {
            if (leftInHousehold == 0) {
                moveIn();
            }
            leftInHousehold--;
            boolean female = random.nextBoolean();
            String given = pick(female ? FEMALE : MALE);
            String birth = "%04d-%02d-%02d"
                    .formatted(random.nextInt(1930, 2016), random.nextInt(1, 13), random.nextInt(1, 29));
            return new String[] {given, given, surname, female ? "f" : "m", birth, number, street, postcode, phone};
        }

        void add(String source, int person, @Nullable String[] truth) {
            @Nullable String[] values = truth.clone();
            String given = String.valueOf(values[0]);
            String birth = String.valueOf(values[4]);
            if (chance(.05)) {
                values[0] = SHORT.getOrDefault(given, given);
            } else if (chance(.06)) {
                values[0] = mistyped(given);
                values[1] = values[0];
            }
            if (chance(.06)) {
                values[2] = mistyped(String.valueOf(values[2]));
            }
            if (chance(.02)) {
                @Nullable String first = values[0];
                values[0] = values[2];
                values[1] = values[2];
                values[2] = first;
            }
            if (chance(.04)) {
                values[4] = birth.substring(0, 3) + random.nextInt(10) + birth.substring(4);
            } else if (chance(.02)) {
                values[4] = birth.substring(0, 5) + birth.substring(8) + birth.substring(4, 7);
            }
            if (chance(.08)) {
                values[5] = String.valueOf(random.nextInt(1, 120));
                values[6] = pick(STREETS);
                values[7] = null;
            }
            for (int c = 3; c < values.length; c++) {
                if (chance(.04)) {
                    values[c] = null;
                }
            }
            rows.add(new Row(source, source + "-" + rows.size(), person, values));
        }

        private String mistyped(String value) {
            int at = random.nextInt(value.length() - 1);
            return switch (random.nextInt(3)) {
                case 0 -> value.substring(0, at) + value.substring(at + 1);
                case 1 -> value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
                default -> value.substring(0, at) + (char) ('a' + random.nextInt(26)) + value.substring(at + 1);
            };
        }

        /** Shuffled within each file, so that nothing can be learnt from the order. */
        List<Row> shuffled() {
            Map<String, List<Row>> bySource = new HashMap<>();
            List<String> sources = new ArrayList<>();
            for (Row row : rows) {
                bySource.computeIfAbsent(row.source, s -> {
                            sources.add(s);
                            return new ArrayList<>();
                        })
                        .add(row);
            }
            List<Row> all = new ArrayList<>();
            for (String source : sources) {
                List<Row> left = bySource.getOrDefault(source, new ArrayList<>());
                while (!left.isEmpty()) {
                    all.add(left.remove(random.nextInt(left.size())));
                }
            }
            return all;
        }
    }
}
