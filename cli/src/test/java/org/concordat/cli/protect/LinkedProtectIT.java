package org.concordat.cli.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several tables out of one, and tables beside those that are out already. */
final class LinkedProtectIT {
    @TempDir
    private Path folder;

    private Path table;
    private String within2017;
    private String within2023;

    /** Street s3, where few live, went from the second ward to the first. A column is called kind, as one of our own. */
    @BeforeEach
    void writeFiles() throws IOException {
        table = CommandRun.file(folder, "people.csv", """
                street,kind,sex,persons
                s1,x,f,40
                s1,y,m,31
                s2,x,m,50
                s2,y,f,22
                s3,x,f,2
                s3,y,m,30
                s4,x,m,60
                s4,y,f,41
                """);
        Path lookUp = CommandRun.file(folder, "wards.csv", """
                street,w17,w23
                s1,old A,new A
                s2,old A,new A
                s3,old B,new A
                s4,old B,new B
                """);
        within2017 = "street=" + lookUp + ":street,w17";
        within2023 = "street=" + lookUp + ":street,w23";
    }

    private CommandRun protect(String out, String... more) {
        Object[] all = new Object[more.length + 12];
        System.arraycopy(
                new Object[] {
                    "protect",
                    table,
                    "--by",
                    "street,kind,sex",
                    "--count",
                    "persons",
                    "--within",
                    within2017,
                    "--within",
                    within2023,
                    "--out",
                    folder.resolve(out)
                },
                0,
                all,
                0,
                12);
        System.arraycopy(more, 0, all, 12, more.length);
        return CommandRun.of(all);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    void hidesForTheSakeOfAStripBetweenTwoBoundariesWhichNoTableNames() throws IOException {
        CommandRun before = protect("old", "--table", "street,kind", "--level", "street=w17");
        assertThat(before.exitCode()).as(before.err()).isZero();
        assertThat(lines("old/publish/table-by-street-kind.csv"))
                .contains("street,kind,value,status", "old A,x,90,", "Total,Total,276,")
                .hasSize(1 + 3 * 3);

        CommandRun now = protect(
                "new",
                "--table",
                "street,kind",
                "--level",
                "street=w23",
                "--earlier",
                folder.resolve("old/publish/table-by-street-kind.csv").toString());
        assertThat(now.exitCode()).as(now.err()).isZero();
        assertThat(now.err() + now.out()).contains("hidden for people whom no table names");
        assertThat(lines("new/publish/table-by-street-kind.csv")).contains("new A,x,c,c", "new A,Total,175,");
        assertThat(Files.readString(folder.resolve("new/keep/reasons.csv")))
                .contains(
                        "new A,x,Total,beside,\"would give away, with what else is out: what is in street new A, kind x");
        assertThat(Files.readString(folder.resolve("new/keep/report.html")))
                .contains("Taken into account as known to everybody: table-by-street-kind.csv");

        // Without the gate the same table shows everything: 92 less 90 is the two of street s3.
        CommandRun blind = protect("blind", "--table", "street,kind", "--level", "street=w23");
        assertThat(blind.exitCode()).as(blind.err()).isZero();
        assertThat(lines("blind/publish/table-by-street-kind.csv")).contains("new A,x,92,");
    }

    @Test
    void publishesTwoTablesThatShareCellsAsOne() throws IOException {
        CommandRun run = protect("two", "--table", "kind", "--table", "sex,street", "--level", "street=w17", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(lines("two/publish/table-by-kind.csv"))
                .contains("x,152,", "Total,276,")
                .hasSize(1 + 3);
        assertThat(lines("two/publish/table-by-sex-street.csv"))
                .startsWith("street,sex,value,status")
                .contains("old A,f,62,")
                .hasSize(1 + 3 * 3);
        assertThat(run.out()).contains("\"cells\":11", "\"earlier\":[]");
    }

    @Test
    void saysWhatStandsOpenAlreadyAndMarksItAllTheSame() throws IOException {
        Path careless = CommandRun.file(folder, "careless.csv", "street,kind,value\ns3,x,2\n");
        CommandRun run =
                protect("late", "--table", "street,kind", "--level", "street=street", "--earlier", careless.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err() + run.out()).contains("1 unsafe figure follows from earlier tables");
        assertThat(lines("late/publish/table-by-street-kind.csv")).contains("s3,x,c,c");
    }

    @Test
    void refusesWhatCannotBeHeldAgainstThisTable() throws IOException {
        Path other = CommandRun.file(folder, "other.csv", "street,kind,value\nold A,x,91\n");
        assertEnds(
                3, "PROTECT-EARLIER", "gives another figure for street old A, kind x", "--earlier", other.toString());
        Path elsewhere = CommandRun.file(folder, "elsewhere.csv", "street,kind,value\nold Z,x,91\n");
        assertEnds(3, "FIGURES-CODE-UNKNOWN", "old Z", "--earlier", elsewhere.toString());
        Path twice = CommandRun.file(folder, "twice.csv", "street,kind,value\nold A,x,90\nold A,x,90\n");
        assertEnds(3, "PROTECT-EARLIER", "same cell", "--earlier", twice.toString());
        Path foreign = CommandRun.file(folder, "foreign.csv", "town,value\nHale,90\n");
        assertEnds(3, "PROTECT-EARLIER", "none of the columns", "--earlier", foreign.toString());
        assertEnds(2, "PROTECT-TABLES", "--by has street, kind, sex", "--table", "street,colour");
        assertEnds(2, "PROTECT-TABLES", "look-ups have [street, w17, w23]", "--level", "street=w11");
        assertEnds(2, "PROTECT-TABLES", "no levels", "--level", "kind=w11");
        assertEnds(2, "PROTECT-TABLES", "same columns twice", "--table", "kind", "--table", "Kind");
    }

    private void assertEnds(int exitCode, String code, String words, String... options) {
        CommandRun run = protect("refused", options);
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(exitCode);
        assertThat(run.err()).contains(words, code);
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void keepsCellsThatNobodyCanBeInOutOfEveryonesReach() throws IOException {
        Path people = CommandRun.file(folder, "marital.csv", """
                age,status,persons
                child,single,50
                child,widowed,0
                adult,single,3
                adult,widowed,9
                old,single,12
                old,widowed,31
                """);
        Path nobody = CommandRun.file(folder, "nobody.csv", "age,status\nchild,widowed\n");
        CommandRun run = CommandRun.of(
                "protect",
                people,
                "--by",
                "age,status",
                "--count",
                "persons",
                "--hide-zeros",
                "--impossible",
                nobody,
                "--out",
                folder.resolve("safe"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        // A column called status would be one of our own.
        assertThat(lines("safe/publish/table.csv"))
                .contains("age,status_code,value,status", "adult,single,c,c", "child,widowed,0,");
        Path wrong = CommandRun.file(folder, "wrong.csv", "age,status\nadult,single\n");
        CommandRun refused = CommandRun.of(
                "protect",
                people,
                "--by",
                "age,status",
                "--count",
                "persons",
                "--impossible",
                wrong,
                "--out",
                folder.resolve("no"));
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .contains("counts somebody where --impossible says that nobody can be", "FIGURES-CELL");
    }
}
