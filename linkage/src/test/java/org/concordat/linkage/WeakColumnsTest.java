package org.concordat.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.records.Records;
import org.concordat.linkage.scoring.Links;
import org.junit.jupiter.api.Test;

/** Files whose few columns hardly tell people apart. */
class WeakColumnsTest {
    private static final long SEED = 8_112_026L;
    private static final int RECORDS = 800;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Integer> truth = new ArrayList<>();

    /** Two files of made-up people, so many of them in both; the columns are independent of each other. */
    private Linkage link(int inBoth, Attribute... columns) {
        List<String[]> people = new ArrayList<>();
        for (int p = 0; p < 2 * RECORDS; p++) {
            String[] values = new String[columns.length];
            for (int c = 0; c < values.length; c++) {
                values[c] = value(columns[c]);
            }
            people.add(values);
        }
        Records.Builder builder = Records.of(List.of(columns));
        for (int file = 0; file < 2; file++) {
            builder.source("file" + file);
            for (int r = 0; r < RECORDS; r++) {
                int person = file == 0 ? r : RECORDS - inBoth + r;
                builder.add(file + "-" + r, people.get(person).clone());
                truth.add(person);
            }
        }
        LinkageSettings all = LinkageSettings.defaults();
        return new Linker(
                        new LinkageSettings(
                                all.seed(), 0, all.leastProbability(), all.personThreshold(), 60_000, 200_000),
                        LinkageProgress.silent())
                .link(builder.build());
    }

    private String value(Attribute column) {
        return switch (column) {
            case SEX -> random.nextBoolean() ? "f" : "m";
            case GIVEN_NAME -> "g" + letters(random.nextInt(40));
            case SURNAME -> "s" + letters(Math.min(random.nextInt(600), random.nextInt(600)));
            case POSTCODE -> "td" + (1 + random.nextInt(9)) + random.nextInt(10) + letters(random.nextInt(400));
            default ->
                String.format(
                        "%d-%02d-%02d", 1940 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
        };
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    /** How many links of .95 or more there are, and how many of them are wrong. */
    private int[] certain(Linkage linkage) {
        Links links = linkage.links();
        int[] certain = new int[2];
        for (int l = 0; l < links.size(); l++) {
            if (PairScorer.probability(links.bits(l)) >= .95) {
                certain[0]++;
                certain[1] += truth.get(links.left(l)).equals(truth.get(links.right(l))) ? 0 : 1;
            }
        }
        return certain;
    }

    @Test
    void aGivenNameAndASexCannotTellWhoIsWhoAndThatIsSaid() {
        Linkage linkage = link(400, Attribute.GIVEN_NAME, Attribute.SEX);
        assertThat(linkage.couldTell()).as("seed " + SEED).isFalse();
        assertThat(linkage.model().convergence().converged()).isFalse();
        assertThat(linkage.expectedMatches()).isPositive().isLessThan(2);
        assertThat(certain(linkage)[0]).isZero();
    }

    @Test
    void datesThatStrangersShareByChanceAreNotTakenForPersons() {
        Linkage linkage = link(0, Attribute.DATE_OF_BIRTH);
        assertThat(linkage.couldTell()).as("seed " + SEED).isFalse();
        assertThat(certain(linkage)[0]).isZero();
    }

    @Test
    void aSurnameAndADateOfBirthTellMostWhoAreInBothFiles() {
        Linkage linkage = link(400, Attribute.SURNAME, Attribute.DATE_OF_BIRTH);
        assertThat(linkage.couldTell()).as("seed " + SEED).isTrue();
        int[] certain = certain(linkage);
        assertThat(certain[0]).isGreaterThan(300);
        assertThat(certain[1]).isLessThan(10);
    }

    @Test
    void filesWithNobodyInCommonAreToldFromFilesThatSayTooLittle() {
        Linkage linkage = link(0, Attribute.SURNAME, Attribute.DATE_OF_BIRTH, Attribute.POSTCODE);
        assertThat(linkage.couldTell()).as("seed " + SEED).isTrue();
        assertThat(linkage.expectedMatches()).isLessThan(2);
        assertThat(certain(linkage)[0]).as("a coincidence at most").isLessThan(3);
    }

    @Test
    void twoFilesWithoutDuplicatesAreNotExpectedToShareMorePeopleThanTheyHold() {
        Linkage linkage = link(RECORDS, Attribute.SURNAME, Attribute.DATE_OF_BIRTH);
        assertThat(linkage.isCleanSource(0)).isTrue();
        assertThat(linkage.isCleanSource(1)).isTrue();
        assertThat(linkage.model().prior(linkage.kinds().ofSources(0, 1)))
                .as("seed " + SEED)
                .isLessThanOrEqualTo(1.0 / RECORDS);
    }
}
