package org.concordat.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * Two agencies' records of made-up people in households, with typing errors and gaps; the truth is known. The same seed
 * makes the same records.
 */
public final class MadeUpPeople {
    public static final long SEED = 7_042_026;

    private static final List<Attribute> COLUMNS = List.of(
            Attribute.GIVEN_NAME, Attribute.SURNAME, Attribute.DATE_OF_BIRTH, Attribute.POSTCODE, Attribute.STREET);
    private static final String[] STARTS = {"bar", "cal", "dor", "fen", "gil", "har", "kes", "lam", "mor", "pen"};
    private static final String[] ENDS = {"ton", "well", "ford", "ley", "son", "combe", "by", "wick", "stead", "ham"};
    private static final String[] GIVEN = {
        "ada", "bert", "clara", "dora", "edgar", "flora", "george", "hilda", "ivor", "joan", "keith", "lena", "maud",
        "nell", "oscar", "percy", "queenie", "rosa", "silas", "tilda", "ursula", "victor", "wilma", "xenia", "yorick"
    };

    private final SplittableRandom random;
    private final List<String[]> people = new ArrayList<>();

    /** The records of two sources, {@code council} and {@code hospital}. */
    public final Records records;

    /** For each record the number of its person. */
    public final int[] truth;

    public MadeUpPeople(int persons, long seed) {
        random = new SplittableRandom(seed);
        while (people.size() < persons) {
            household(1 + random.nextInt(4));
        }
        List<Integer> persons2 = new ArrayList<>();
        Records.Builder builder = Records.of(COLUMNS);
        for (String source : List.of("council", "hospital")) {
            builder.source(source);
            for (int p = 0; p < persons; p++) {
                int copies = random.nextInt(10) < 8 ? random.nextInt(12) == 0 ? 2 : 1 : 0;
                for (int copy = 0; copy < copies; copy++) {
                    builder.add(source.charAt(0) + "-" + persons2.size(), garbled(people.get(p)));
                    persons2.add(p);
                }
            }
        }
        records = builder.build();
        truth = persons2.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Settings with samples that fit few records. */
    public static LinkageSettings settings() {
        LinkageSettings all = LinkageSettings.defaults();
        return new LinkageSettings(
                all.seed(), all.candidateBudget(), all.leastProbability(), all.personThreshold(), 40_000, 60_000);
    }

    private void household(int members) {
        String surname = STARTS[skewed(10)] + ENDS[random.nextInt(10)];
        String postcode = "td" + (1 + random.nextInt(9)) + (1 + random.nextInt(9)) + letter() + letter();
        String street = STARTS[random.nextInt(10)] + ENDS[random.nextInt(10)] + " road";
        for (int m = 0; m < members; m++) {
            String born = String.format(
                    "%d-%02d-%02d", 1930 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
            people.add(new String[] {GIVEN[skewed(GIVEN.length)], surname, born, postcode, street});
        }
    }

    private int skewed(int bound) {
        return Math.min(random.nextInt(bound), random.nextInt(bound));
    }

    private char letter() {
        return "abdefghjlnpqrstuwxyz".charAt(random.nextInt(20));
    }

    private @Nullable String[] garbled(String[] person) {
        @Nullable String[] record = person.clone();
        for (int c = 0; c < record.length; c++) {
            String value = person[c];
            switch (random.nextInt(12)) {
                case 0 -> record[c] = null;
                case 1 -> record[c] = c == 2 ? otherDigit(value) : withoutOneLetter(value);
                default -> record[c] = value;
            }
        }
        return record;
    }

    private String otherDigit(String date) {
        return date.substring(0, 3) + random.nextInt(10) + date.substring(4);
    }

    private String withoutOneLetter(String value) {
        int at = 1 + random.nextInt(value.length() - 1);
        return value.substring(0, at) + value.substring(at + 1);
    }
}
