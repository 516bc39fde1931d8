package org.concordat.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles of files, as text and as a page. */
final class ProfileIT {
    @TempDir
    private Path folder;

    @Test
    void namesEveryTableOfAPageOfSeveralFilesDifferentlySoThatAListenerCanTellThemApart() throws Exception {
        String rows = "ref,forename,surname,dob\n1,Ann,Lee,1990-01-01\n2,Bob,Ray,01/02/1991\n3,Cy\n";
        Path one = CommandRun.file(folder, "one.csv", rows);
        Path two = CommandRun.file(folder, "two.csv", rows);
        Path page = folder.resolve("page.html");
        CommandRun run = CommandRun.of("profile", one, two, "--out", page);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("row 3: 2 fields where the header has 4").doesNotContain("Ann", "1990");
        List<String> captions = Pattern.compile("<caption[^>]*>([^<]*)")
                .matcher(Files.readString(page))
                .results()
                .map((MatchResult caption) -> caption.group(1))
                .toList();
        assertThat(captions).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
    }
}
