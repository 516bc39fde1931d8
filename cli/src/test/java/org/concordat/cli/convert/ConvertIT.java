package org.concordat.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command convert: what it converts, and what it refuses rather than guesses. */
final class ConvertIT {
    private static final String LOOKUP = """
            lsoa11_code,lsoa21_code,change_code
            E01000001,E01000001,U
            E01006185,E01034000,S
            E01006185,E01034001,S
            E01000003,E01090003,M
            E01000004,E01090003,M
            E01000005,E01090004,X
            """;
    private static final String COUNTS = """
            area_code,claims
            E01000001,7
            E01006185,8
            E01000003,1
            E01000004,2
            """;
    private static final String WEIGHTS = "area_code,weight\nE01034000,300\nE01034001,100\n";

    @TempDir
    private Path folder;

    private CommandRun run(String lookup, String counts, Object... more) throws IOException {
        Object[] all = new Object[more.length + 12];
        Object[] first = {
            "convert",
            CommandRun.file(folder, "counts.csv", counts),
            "--from",
            "lsoa11",
            "--to",
            "lsoa21",
            "--lookup",
            CommandRun.file(folder, "lookup.csv", lookup),
            "--count",
            "claims",
            "--out",
            folder.resolve("new")
        };
        System.arraycopy(first, 0, all, 0, 12);
        System.arraycopy(more, 0, all, 12, more.length);
        return CommandRun.of(all);
    }

    private void refuses(CommandRun run, int exitCode, String code, String words) throws IOException {
        assertThat(run.err()).contains("(" + code + ")", words);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(CommandRun.namesIn(folder)).noneMatch(name -> name.contains("being-written"));
    }

    private Path weights() throws IOException {
        return CommandRun.file(folder, "weights.csv", WEIGHTS);
    }

    @Test
    void keepsSplitsAndMergesCounts() throws IOException {
        CommandRun run = run(LOOKUP, COUNTS, "--weights", weights());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("new/converted.csv")))
                .containsExactly(
                        "area_code,claims,change,status,sources",
                        "E01000001,7,U,,E01000001",
                        "E01034000,6,S,e,E01006185",
                        "E01034001,2,S,e,E01006185",
                        "E01090003,3,M,,E01000003 E01000004");
        assertThat(Files.readString(folder.resolve("new/converted.csv-metadata.json")))
                .contains(ConvertedTable.CAUTION);
        assertThat(Files.readString(folder.resolve("new/converted.html"))).contains(ConvertedTable.CAUTION);
        CommandRun back = CommandRun.of(
                "convert",
                folder.resolve("new/converted.csv"),
                "--from",
                "lsoa21",
                "--to",
                "lsoa11",
                "--lookup",
                folder.resolve("lookup.csv"),
                "--count",
                "claims",
                "--weights",
                CommandRun.file(folder, "old.csv", "area_code,weight\nE01000003,1\nE01000004,2\n"),
                "--out",
                folder.resolve("back"));
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("back/converted.csv")))
                .contains("E01006185,8,M,,E01034000 E01034001", "E01000004,2,S,e,E01090003");
    }

    @Test
    void refusesASplitWithoutWeights() throws IOException {
        refuses(run(LOOKUP, COUNTS), 1, "CONVERT-REFUSED", "E01006185");
    }

    @Test
    void refusesAComplexChangeUnlessToldToLeaveItOut() throws IOException {
        String complex = "area_code,claims\nE01000001,7\nE01000005,9\n";
        refuses(run(LOOKUP, complex), 1, "CONVERT-REFUSED", "cannot be told (X): E01000005");
        CommandRun run = run(LOOKUP, complex, "--leave-out-complex");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("claims: 7 in all, 9 left out", "Left out", "E01000005");
        assertThat(Files.readString(folder.resolve("new/converted.csv-metadata.json")))
                .contains("E01000005");
    }

    @Test
    void refusesCodesOfTheOtherVintageHiddenCountsAndNegativeOnes() throws IOException {
        refuses(
                run(LOOKUP, COUNTS.replace("E01000001", "E01034000"), "--weights", weights()),
                1,
                "CONVERT-REFUSED",
                "1 of 4 area codes is not of LSOA 2011: E01034000. 1 of these belongs to LSOA 2021.");
        refuses(run(LOOKUP, COUNTS.replace(",7", ",c")), 3, "FIGURES-CELL", "is hidden (c)");
        refuses(run(LOOKUP, COUNTS.replace(",7", ",-7")), 3, "FIGURES-CELL", "is below zero");
        refuses(run(LOOKUP, COUNTS.replace(",7", ",")), 3, "FIGURES-CELL", "is empty");
        refuses(run(LOOKUP, COUNTS + "E01000001,7\n"), 3, "FIGURES-CELL", "repeats an earlier row");
    }

    @Test
    void refusesALookupThatIsNone() throws IOException {
        refuses(run(LOOKUP.replace("E01034001,S", "E01034001,Q"), COUNTS), 3, "FIGURES-CELL", "none of U, S, M and X");
        refuses(run(LOOKUP.replace("E01006185,E01034001,S\n", ""), COUNTS), 1, "CONVERT-LOOKUP", "contradicts itself");
        refuses(run(LOOKUP.replace("change_code", "remark"), COUNTS), 1, "CONVERT-LOOKUP", "has no column change_code");
    }
}
