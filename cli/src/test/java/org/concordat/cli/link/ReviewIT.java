package org.concordat.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels from people, handed back to the program: the estimate, and every way in which a review file can be wrong. */
final class ReviewIT {
    @TempDir
    private Path folder;

    private Path council;
    private Path hospital;
    private List<String> sample = List.of();

    @BeforeEach
    void drawSample() throws Exception {
        Town town = new Town(400, 7);
        council = CommandRun.file(folder, "council.csv", town.council());
        hospital = CommandRun.file(folder, "hospital.csv", town.hospital());
        CommandRun.of("link", council, hospital, "--out", folder.resolve("first"));
        sample = Files.readAllLines(folder.resolve("first/clerical-sample.csv"));
    }

    @Test
    void theIntervalsHoldTheTrueFiguresWhenSomebodyLabelsByTheTruth() throws Exception {
        CommandRun run = review(labelled(ReviewIT::byTruth), "--truth", "truth", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("By 200 labels", "right pairs that were kept");
        String json = run.out();
        double precision = number(json, "\"precision\"");
        String review = json.substring(json.indexOf("\"review\""));
        assertThat(precision).isBetween(number(review, "precision_from") - .01, number(review, "precision_to") + .01);
    }

    @Test
    void namesTheRowOfALabelThatIsNoneWithoutRepeatingIt() throws Exception {
        List<String> rows = labelled(row -> row);
        rows.set(7, withLabel(rows.get(7), "surely Anna Ashby"));
        CommandRun run = review(rows);
        assertRefused(run, "REVIEW-LABEL-UNKNOWN", "row 7 of");
        assertThat(run.err()).doesNotContain("Anna");
    }

    @Test
    void namesTheTwoRowsThatContradictEachOther() throws Exception {
        List<String> rows = labelled(row -> row);
        rows.set(3, withLabel(rows.get(3), "match"));
        String[] cells = rows.get(3).split(",", -1);
        rows.add(withLabel(
                String.join(",", cells[2], cells[3], cells[0], cells[1]) + ",," + ",".repeat(cells.length - 6),
                "no match"));
        assertRefused(review(rows), "REVIEW-CONTRADICTS", "Rows 3 and 201");
    }

    @Test
    void refusesARowThatNamesOneRecordTwiceOrNone() throws Exception {
        List<String> rows = labelled(ReviewIT::byTruth);
        String[] cells = rows.get(5).split(",", -1);
        cells[2] = cells[0];
        cells[3] = cells[1];
        rows.set(5, String.join(",", cells));
        assertRefused(review(rows), "REVIEW-RECORD-UNKNOWN", "Row 5");
        cells[3] = "";
        rows.set(5, String.join(",", cells));
        assertRefused(review(rows), "REVIEW-RECORD-UNKNOWN", "Row 5");
        cells[3] = "h99999";
        rows.set(5, String.join(",", cells));
        assertRefused(review(rows), "REVIEW-RECORD-UNKNOWN", "row 5");
    }

    @Test
    void refusesLabelsThatSayNothing() throws Exception {
        assertRefused(review(labelled(row -> row)), "REVIEW-EMPTY", "No row");
        assertRefused(review(labelled(row -> withLabel(row, "unsure"))), "REVIEW-EMPTY", "200 say unsure");
    }

    @Test
    void refusesAFileThatIsNoReviewOrHasBrokenRows() throws Exception {
        CommandRun other =
                CommandRun.of("link", council, hospital, "--review", council, "--out", folder.resolve("again"));
        assertThat(other.err()).contains("left_source", "(COLUMN-CHOICE)");
        List<String> rows = labelled(ReviewIT::byTruth);
        rows.set(9, "council,c1");
        assertRefused(review(rows), "ROWS-BROKEN", "row 9");
    }

    private CommandRun review(List<String> rows, Object... more) throws Exception {
        Path file = Files.write(folder.resolve("review.csv"), rows);
        List<Object> words =
                new ArrayList<>(List.of("link", council, hospital, "--review", file, "--out", folder.resolve("again")));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    private void assertRefused(CommandRun run, String code, String said) {
        assertThat(run.err()).contains("(" + code + ")", said);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(folder.resolve("again")).doesNotExist();
    }

    private List<String> labelled(UnaryOperator<String> labels) {
        List<String> rows = new ArrayList<>(sample.subList(1, sample.size()));
        rows.replaceAll(labels);
        rows.addFirst(sample.getFirst());
        return rows;
    }

    private static String byTruth(String row) {
        String[] cells = row.split(",", -1);
        return withLabel(row, cells[1].substring(1).equals(cells[3].substring(1)) ? "match" : "no match");
    }

    private static String withLabel(String row, String label) {
        String[] cells = row.split(",", -1);
        cells[4] = label;
        return String.join(",", cells);
    }

    private static double number(String json, String name) {
        String after = json.substring(json.indexOf(name));
        String number = after.substring(after.indexOf(':') + 1).split("[,}]", 2)[0];
        return Double.parseDouble(number.strip().toLowerCase(Locale.ROOT));
    }
}
