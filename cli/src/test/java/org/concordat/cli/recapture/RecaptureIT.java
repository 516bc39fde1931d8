package org.concordat.cli.recapture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.concordat.cli.OneFileTrial;
import org.concordat.cli.figures.SmallCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecaptureIT {
    @TempDir
    private Path folder;

    private CommandRun run(String lists, String table, String... more) throws IOException {
        return trial(lists).run(table, more);
    }

    private OneFileTrial trial(String lists) {
        return new OneFileTrial(folder, "recapture", List.of("--lists", lists));
    }

    private static String counted(long a, long b, long ab, long c, long ac, long bc, long abc) {
        return "a,b,c,n\n1,0,0," + a + "\n0,1,0," + b + "\n1,1,0," + ab + "\n0,0,1," + c + "\n1,0,1," + ac + "\n0,1,1,"
                + bc + "\n1,1,1," + abc + "\n";
    }

    @Test
    void estimatesFromThreeListsAndShowsEveryModel() throws Exception {
        CommandRun run = run("a,b,c", counted(60, 49, 14, 247, 112, 142, 12), "--count", "n", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"rounded\":false", "\"seen\":\"636\"");
        assertThat(Files.readAllLines(folder.resolve("out/publish/models.csv"))).hasSize(9);
        assertThat(Files.readString(folder.resolve("out/publish/overlaps.csv"))).contains("a and b,14,", "all,12,");
        assertThat(Files.readString(folder.resolve("out/publish/recapture.html")))
                .contains("What it supposes");
    }

    /** The first list of 200, the second of 150, 30 on both: (201 x 151 / 31) - 1 by hand. */
    @Test
    void estimatesFromTwoListsOfPeople() throws Exception {
        StringBuilder rows = new StringBuilder("a,b\n");
        rows.append("1,1\n".repeat(30)).append("1,0\n".repeat(170)).append("0,1\n".repeat(120));
        CommandRun run = run("a,b", rows.toString(), "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"value\":978.0");
        assertThat(Files.readString(folder.resolve("out/publish/recapture.html")))
                .contains("The lists are independent");
    }

    @Test
    void hidesAllCountsAndRoundsWhereOneCombinationIsRare() throws Exception {
        CommandRun run = run("a,b,c", counted(60, 49, 4, 247, 112, 142, 12), "--count", "n", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"rounded\":true", "\"value\":760.0");
        for (String name : List.of("overlaps.csv", "models.csv")) {
            assertThat(Files.readAllLines(folder.resolve("out/publish/" + name)).stream()
                            .skip(1))
                    .hasSizeGreaterThan(6)
                    .allMatch(row -> row.contains(",c"))
                    .noneMatch(row -> row.matches(".*\\d{2}\\.\\d.*"));
        }
        assertThat(Files.readString(folder.resolve("out/keep/overlaps.csv"))).contains("a and b,4,");
    }

    /**
     * An attacker who knows all that is published, and even every combination but three, cannot tell how many are on the rare
     * one: other counts of it give the very same publication.
     */
    @Test
    void theRareCountDoesNotFollowFromWhatIsPublished() {
        SmallCounts usual = new SmallCounts(6, "");
        Findings true4 = findings(60, 49, 4, 247, 112, 142, 12, usual);
        List<Long> possible = new ArrayList<>();
        for (long ab = 1; ab <= 5; ab++) {
            for (long a = 40; a <= 80; a++) {
                long b = 60 + 49 + 4 - a - ab;
                Findings other = findings(a, b, ab, 247, 112, 142, 12, usual);
                if (other.lead().equals(true4.lead())
                        && other.words(other.models().getFirst())
                                .equals(true4.words(true4.models().getFirst()))) {
                    possible.add(ab);
                    break;
                }
            }
        }
        assertThat(possible).contains(4L).hasSizeGreaterThan(1);
    }

    private static Findings findings(long a, long b, long ab, long c, long ac, long bc, long abc, SmallCounts small) {
        return Findings.of(new Overlaps(List.of("a", "b", "c"), List.of(0L, a, b, ab, c, ac, bc, abc)), .95, small);
    }

    @Test
    void warnsWhereFewAreOnBothLists() throws Exception {
        CommandRun run = run("a,b", "a,b\n" + "1,0\n".repeat(40) + "0,1\n".repeat(40) + "1,1\n");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("should not be relied on");
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        trial("a").refuses("RECAPTURE-OPTION", 2, "a,b\n1,1\n");
        trial("a,a").refuses("RECAPTURE-OPTION", 2, "a,b\n1,1\n");
        trial("a,b").refuses("CONFIDENCE-OPTION", 2, "a,b\n1,1\n", "--confidence", "1");
        trial("a,c").refuses("FIGURES-NO-COLUMN", 2, "a,b\n1,1\n");
        trial("a,b").refuses("FIGURES-CELL", 3, "a,b\n1,2\n");
        trial("a,b").refuses("FIGURES-CELL", 3, "a,b\n1,\n");
        trial("a,b").refuses("FIGURES-CELL", 3, "a,b\n1,1\n0,0\n");
        trial("a,b").refuses("FIGURES-CELL", 3, "a,b,n\n1,1,-3\n", "--count", "n");
        trial("a,b").refuses("RECAPTURE-EMPTY", 1, "a,b\n1,0\n1,0\n");
        trial("a,b").refuses("HIDING-OPTION", 2, "a,b\n1,1\n", "--no-suppress", "no");
    }

    @Test
    void saysWhenNoModelCanBeFitted() throws Exception {
        trial("a,b,c").refuses("RECAPTURE-NO-MODEL", 1, counted(30, 20, 0, 10, 0, 0, 0), "--count", "n");
    }
}
