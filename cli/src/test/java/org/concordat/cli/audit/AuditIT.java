package org.concordat.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Audits of small tables, good and bad. */
final class AuditIT {
    private static final String SAFE = """
            ward,age,persons
            north,young,c
            north,old,c
            south,young,c
            south,old,c
            north,Total,20
            south,Total,17
            Total,young,9
            Total,old,28
            Total,Total,37
            """;

    @TempDir
    private Path folder;

    @Test
    void endsWellWhereNothingThatIsHiddenCanBeWorkedOut() throws Exception {
        CommandRun run = CommandRun.of("audit", CommandRun.file(folder, "clubs.csv", SAFE));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("4 hidden cells: 0 can be worked out exactly");
    }

    @Test
    void findsFaultWithIntervalsThatAreNarrowerThanWanted() throws Exception {
        Path table = CommandRun.file(folder, "clubs.csv", SAFE);
        CommandRun run = CommandRun.of("audit", table, "--min-interval", 10);
        assertThat(run.exitCode()).as(run.err()).isOne();
        assertThat(run.out()).contains("ward north, age young lies between 0 and 9, by ward Total, age young by ward");
    }

    @Test
    void findsWhatAnEarlierTableGivesAway() throws Exception {
        Path table = CommandRun.file(folder, "clubs.csv", SAFE);
        Path earlier = CommandRun.file(folder, "young.csv", "ward,age,persons\nnorth,young,4\n");
        Path out = folder.resolve("audited");
        CommandRun run = CommandRun.of("audit", table, "--earlier", earlier, "--out", out, "--json");
        assertThat(run.exitCode()).as(run.err()).isOne();
        JsonNode result = JsonMapper.shared().readTree(run.out());
        assertThat(result.get("exactly_known").asInt()).isEqualTo(4);
        assertThat(Files.readString(out.resolve("intervals.csv"))).contains("\"ward north, age old\",16,16,exact,");
        assertThat(out.resolve("intervals.csv-metadata.json")).exists();
        assertThat(Files.readString(out.resolve("report.html"))).contains("How uncertain the hidden cells are");
    }

    @Test
    void comparesWardsOfTwoVintagesByTheSmallAreasInBoth() throws Exception {
        Path old = CommandRun.file(folder, "old.csv", "ward,persons\nW1,50\nW2,c\n");
        Path now = CommandRun.file(folder, "new.csv", "ward,persons\nN1,47\nN2,60\na2,c\n");
        Path oldAreas = CommandRun.file(folder, "old-areas.csv", "oa,ward\na1,W1\na2,W1\na3,W2\n");
        Path newAreas = CommandRun.file(folder, "new-areas.csv", "oa,ward\na1,N1\na2,N2\na3,N2\n");
        CommandRun run = CommandRun.of(
                "audit",
                now,
                "--earlier",
                old,
                "--within",
                "ward=" + oldAreas + ":oa,ward",
                "--within",
                "ward=" + newAreas + ":oa,ward");
        assertThat(run.exitCode()).as(run.err()).isOne();
        assertThat(run.out()).contains("ward a2 is 3", "ward W2 is 57");
    }

    @Test
    void refusesTablesThatContradictThemselvesAndWritesNothing() throws Exception {
        Path table = CommandRun.file(folder, "clubs.csv", SAFE.replace("Total,Total,37", "Total,Total,38"));
        CommandRun run = CommandRun.of("audit", table, "--out", folder.resolve("out"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("(AUDIT-CONTRADICTION)", "ward Total, age Total by age")
                .doesNotContain("38");
        assertThat(CommandRun.namesIn(folder)).containsExactly("clubs.csv");
    }

    @Test
    void takesRoundedTotalsForRanges() throws Exception {
        String rounded = "ward,persons\nnorth,c\nsouth,10\nTotal,15\n";
        CommandRun run = CommandRun.of("audit", CommandRun.file(folder, "r.csv", rounded), "--rounded", 5, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode cell = JsonMapper.shared().readTree(run.out()).get("cells").get(0);
        assertThat(cell.get("least").asLong()).isEqualTo(1);
        assertThat(cell.get("most").asLong()).isEqualTo(9);
    }

    @Test
    void saysWhatIsWrongWithBadInput() throws Exception {
        assertEnds(3, "FIGURES-CELL", "below zero", SAFE.replace("17", "-17"));
        assertEnds(3, "AUDIT-CELL-TWICE", "data row 10", SAFE.toLowerCase(Locale.ROOT) + "north,young,3\n");
        assertEnds(2, "AUDIT-WHICH-COUNT", "ward, age, figure", SAFE.replace("persons", "figure"));
        assertEnds(3, "FIGURES-CELL", "no multiple of 5", SAFE, "--rounded", "5");
        assertEnds(2, "AUDIT-NOTHING-BY", "ward, age, persons", SAFE, "--by", "district");
        assertEnds(2, "AUDIT-NOTHING-BY", "column agee", SAFE, "--by", "ward,agee");
        Path look = CommandRun.file(folder, "look.csv", "oa,ward\na,north\n");
        assertEnds(2, "FIGURES-LOOKUP", "column district", SAFE, "--within", "district=" + look + ":oa,ward");
        assertEnds(2, "FIGURES-LOOKUP", "COL=FILE", SAFE, "--within", "ward");
        assertEnds(2, "WRONG-USE", "1 or more", SAFE, "--min-interval", "0");
        assertEnds(3, "FIGURES-CODE-UNKNOWN", "south", SAFE, "--within", "ward=" + look + ":oa,ward");
        Path other = CommandRun.file(folder, "other.csv", "oa,ward\na,east\n");
        assertEnds(3, "FIGURES-CODE-UNKNOWN", "other.csv", SAFE, "--within", "ward=" + other + ":oa,ward");
    }

    private void assertEnds(int exitCode, String code, String words, String table, String... options) throws Exception {
        Object[] all = new Object[options.length + 2];
        all[0] = "audit";
        all[1] = CommandRun.file(folder, "bad.csv", table);
        System.arraycopy(options, 0, all, 2, options.length);
        CommandRun run = CommandRun.of(all);
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(exitCode);
        assertThat(run.err()).containsIgnoringCase(words).contains(code);
    }
}
