package org.concordat.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever cannot be linked is refused with a message, an exit code and nothing half written. */
final class BadInputIT {
    private static final String HEADER = "ref,forename,surname,dob\n";

    @TempDir
    private Path folder;

    private Path good;

    @BeforeEach
    void writeGoodFile() throws Exception {
        good = CommandRun.file(folder, "good.csv", new Town(60, 3).council());
    }

    @Test
    void aFileThatIsNotThere() {
        assertRefused(3, "FILE-MISSING", "nowhere.csv", "link", good, folder.resolve("nowhere.csv"));
    }

    @Test
    void aFolderInsteadOfAFile() {
        assertRefused(2, "FILE-IS-FOLDER", folder.getFileName().toString(), "link", folder);
    }

    @Test
    void aFileWithoutContentOrWithoutRows() throws Exception {
        assertRefused(1, "FILE-EMPTY", "empty.csv", "link", CommandRun.file(folder, "empty.csv", ""));
        assertRefused(1, "FILE-HEADER-ONLY", "head.csv", "link", CommandRun.file(folder, "head.csv", HEADER));
    }

    @Test
    void aFileThatIsNoText() throws Exception {
        byte[] bytes = new byte[5000];
        new SplittableRandom(1).nextBytes(bytes);
        Path noise = Files.write(folder.resolve("noise.csv"), bytes);
        assertRefused(1, "FILE-BINARY", "noise.csv", "link", noise);
    }

    @Test
    void aPackedFileThatWasCut() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(good));
        }
        byte[] whole = packed.toByteArray();
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(1, "FILE-CUT-SHORT", "cut.csv.gz", "link", cut);
    }

    @Test
    void idsThatAreMissingOrStandTwice() throws Exception {
        String rows = "1,Ann,Lee,1990-01-01\n,Bob,Ray,1991-01-01\n1,Cy,Fox,1992-01-01\n";
        Path missing = CommandRun.file(folder, "missing.csv", HEADER + rows);
        assertRefused(1, "LINK-ID-EMPTY", "row 2", "link", missing, "--id", "ref");
        Path twice = CommandRun.file(folder, "twice.csv", HEADER + rows.replace("\n,", "\n2,"));
        assertRefused(1, "LINK-ID-TWICE", "1 and 3", "link", twice, "--id", "ref");
    }

    @Test
    void twoColumnsOfOneName() throws Exception {
        Path file = CommandRun.file(folder, "same.csv", "ref,name,name\n1,a,b\n");
        assertRefused(1, "FILE-DUPLICATE-COLUMNS", "same.csv", "link", file);
    }

    @Test
    void nothingThatSpeaksOfAPerson() throws Exception {
        Path ids = CommandRun.file(folder, "ids.csv", "ref,alpha\n1,x\n2,y\n");
        assertRefused(1, "LINK-NOTHING-TO-COMPARE", "No column", "link", ids);
    }

    @Test
    void columnsThatHoldOneValueThroughoutAreNotCalledUnrecognised() throws Exception {
        Path same = CommandRun.file(folder, "same.csv", HEADER + "1,Ann,Lee,1990-01-01\n2,Ann,Lee,1990-01-01\n");
        assertRefused(1, "LINK-NOTHING-TO-COMPARE", "hold the same value or none", "link", same);
    }

    @Test
    void onlyOneRecord() throws Exception {
        Path one = CommandRun.file(folder, "one.csv", HEADER + "1,Ann,Lee,1990-01-01\n");
        assertRefused(1, "LINK-TOO-FEW-RECORDS", "one record in all", "link", one);
    }

    @Test
    void twoFilesOfOneName() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path twin = CommandRun.file(other, "good.csv", Files.readString(good));
        assertRefused(2, "SOURCE-TWICE", "good", "link", good, twin);
    }

    @Test
    void aModelThatIsNone() throws Exception {
        Path cut = CommandRun.file(folder, "cut.json", "{\"format\": \"concordat linkage model\", \"vers");
        assertRefused(1, "MODEL-UNREADABLE", "cut.json", "link", good, "--model", cut);
        Path newer = CommandRun.file(folder, "new.json", "{\"format\": \"concordat linkage model\", \"version\": 99}");
        assertRefused(1, "MODEL-NEWER", "new.json", "link", good, "--model", newer);
        assertRefused(3, "MODEL-MISSING", "no.json", "link", good, "--model", folder.resolve("no.json"));
    }

    @Test
    void columnsThatAreNotThere() {
        assertRefused(2, "COLUMN-CHOICE", "--id", "link", good, "--id", "number");
        assertRefused(2, "COLUMN-CHOICE", "--truth", "link", good, "--truth", "person");
        assertRefused(2, "COLUMN-CHOICE", "birthday", "link", good, "--column", "dob=birthday");
    }

    @Test
    void aSourcesNameMayHoldAColonItself() throws Exception {
        Path odd = CommandRun.file(folder, "a:b.csv", Files.readString(good));
        assertThat(CommandRun.of("link", odd, "--id", "a:b:ref", "--out", folder.resolve("linked"))
                        .exitCode())
                .isZero();
    }

    @Test
    void wordsThatDoNotFitAreExplainedWithoutTheWordsOfProgrammers() {
        assertRefused(2, "WRONG-USE", "'0,95' is not a number", "link", good, "--threshold", "0,95");
        assertRefused(2, "WRONG-USE", "'x' is not a whole number", "link", good, "--seed", "x");
        assertRefused(2, "WRONG-USE", "--threshold is 1.5", "link", good, "--threshold", "1.5");
        assertRefused(2, "WRONG-USE", "there is no encoding 'klingon'.", "link", good, "--encoding", "klingon");
        CommandRun misspelt = CommandRun.of("link", good, "--outt", folder.resolve("linked"));
        assertThat(misspelt.err()).contains("--out=DIR", "Not understood: '--outt'", "(WRONG-USE)");
    }

    @Test
    void resultsThatHaveNoPlace() throws Exception {
        Path full = Files.createDirectory(folder.resolve("full"));
        Path kept = CommandRun.file(full, "kept.txt", "mine");
        assertEnds(CommandRun.of("link", good, "--out", full), 2, "OUT-EXISTS", "full");
        assertEnds(CommandRun.of("link", good, "--out", good), 2, "OUT-EXISTS", "good.csv");
        assertEnds(CommandRun.of("link", good, "--out", good.resolve("in")), 3, "OUT-NOT-WRITABLE", "is a file");
        assertEnds(CommandRun.of("link", good, "--out", ""), 2, "WRONG-USE", "names no folder");
        assertEnds(CommandRun.of("demo", "--people", 1000, "--out", full), 2, "OUT-EXISTS", "full");
        assertThat(full).isDirectoryContaining(path -> path.equals(kept));
        assertThat(CommandRun.namesIn(full)).containsExactly("kept.txt");
    }

    @Test
    void aListOfCandidatesThatHasNoPlaceLeavesNothingElseEither() throws Exception {
        assertRefused(3, "OUT-NOT-WRITABLE", "no folder", "link", good, "--candidates", folder.resolve("no/c.csv"));
        assertRefused(2, "OUT-EXISTS", "good.csv", "link", good, "--candidates", good);
    }

    /** Adds {@code --out} to a command and sees that it ends as it should and that the folder never appears. */
    private void assertRefused(int exitCode, String code, String said, Object... words) {
        Object[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--out";
        all[words.length + 1] = folder.resolve("deep/results");
        CommandRun run = CommandRun.of(all);
        assertEnds(run, exitCode, code, said);
        assertThat(folder.resolve("deep")).doesNotExist();
    }

    private static void assertEnds(CommandRun run, int exitCode, String code, String said) {
        assertThat(run.err()).contains("(" + code + ")", said).doesNotContain("Exception", "\tat ");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1000);
    }
}
