package org.concordat.cli.nearrepeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.cli.CommandRun;
import org.concordat.cli.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command near-repeats on made-up burglaries of which some come back, on bad input, and on the burglaries of Trafford. */
final class NearRepeatsIT {
    @TempDir
    private Path folder;

    /** Three hundred events anywhere in a year; forty come back to the same place a few days later, thirty next door. */
    private Path events(Function<LocalDate, String> written) throws IOException {
        var random = new SplittableRandom(20_261_130);
        var rows = new StringBuilder("date,easting,northing\n");
        for (int event = 0; event < 300; event++) {
            int x = 400_000 + random.nextInt(20_000);
            int y = 300_000 + random.nextInt(20_000);
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(360));
            row(rows, written.apply(day), x, y);
            if (event < 40) {
                row(rows, written.apply(day.plusDays(4)), x, y);
            } else if (event < 70) {
                row(rows, written.apply(day.plusDays(9)), x + 60, y);
            }
        }
        return CommandRun.file(folder, "events.csv", rows + ",401000,301000\n2025-03-01,,\n");
    }

    private static void row(StringBuilder rows, String date, int x, int y) {
        rows.append(date).append(',').append(x).append(',').append(y).append('\n');
    }

    private void refuses(int exitCode, String code, Object... words) throws IOException {
        new Refusals(folder)
                .expect(
                        exitCode,
                        code,
                        Stream.concat(Stream.of("near-repeats"), Stream.of(words))
                                .toArray());
    }

    @Test
    void findsThatEventsComeBackSoonAndHidesWhatIsFew() throws IOException {
        Path out = folder.resolve("found");
        CommandRun run = CommandRun.of("near-repeats", events(LocalDate::toString), "--out", out, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(run.out());
        assertThat(summary.path("events").asInt()).isEqualTo(370);
        assertThat(summary.path("without_place").asInt()).isEqualTo(1);
        assertThat(summary.path("without_date").asInt()).isEqualTo(1);
        assertThat(summary.path("repeats").asInt()).isEqualTo(40);
        List<String> rows = Files.readAllLines(out.resolve("near_repeats.csv"));
        assertThat(rows).hasSize(21);
        assertThat(rows.get(0))
                .isEqualTo("from_metres,to_metres,from_days,to_days,observed,expected,ratio,p,p_corrected");
        assertThat(rows.get(1)).startsWith("0,0,0,14,40,").contains(",0.001,");
        assertThat(rows.get(5)).startsWith("0,100,0,14,30,").contains(",0.001,");
        long hidden = rows.stream()
                .filter(row -> row.endsWith(",c,c") && row.matches(".*,c,[0-9.]+,c,c,c"))
                .count();
        assertThat(hidden).isEqualTo(summary.path("hidden_cells").asLong()).isPositive();
        assertThat(rows.stream().skip(1).map(row -> row.split(",")[4]))
                .allMatch(pairs -> pairs.equals("c") || pairs.equals("0") || Integer.parseInt(pairs) >= 6);
        assertThat(Files.readAllLines(out.resolve("repeats.csv"))).containsExactly("events,places", "1,290", "2,40");
        assertThat(Files.readString(out.resolve("near_repeats.html")))
                .contains("Pairs of events (same place, 0 to 14 days)", "<svg", RepeatFindings.CAUTION);
        assertThat(Files.readString(out.resolve("near_repeats.csv-metadata.json")))
                .contains("seed 1", "are hidden (c)");
    }

    @Test
    void givesTheSameTablesForTheSameSeedHoweverDatesAreWritten() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        CommandRun.of("near-repeats", events(LocalDate::toString), "--out", one);
        CommandRun run = CommandRun.of(
                "near-repeats",
                events(day -> "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())),
                "--out",
                other);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(other.resolve("near_repeats.csv")))
                .isEqualTo(Files.readString(one.resolve("near_repeats.csv")));
    }

    @Test
    void gathersPlacesWithManyEventsAndHidesRepeatsThatAreFew() throws IOException {
        var rows = new StringBuilder("date,easting,northing\n");
        for (int event = 0; event < 80; event++) {
            row(rows, "2025-01-" + (10 + event % 20), 400_000 + event * 900, 300_000);
        }
        row(rows, "2025-02-01", 400_000, 300_000);
        Path few = CommandRun.file(folder, "few.csv", rows.toString());
        Path out = folder.resolve("few");
        CommandRun run = CommandRun.of("near-repeats", few, "--out", out, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(JsonMapper.shared().readTree(run.out()).path("repeats").asString())
                .isEqualTo("c");
        assertThat(Files.readAllLines(out.resolve("repeats.csv"))).containsExactly("events,places", "1 or more,c");
        for (int place = 1; place < 9; place++) {
            for (int again = 0; again < (place < 5 ? 1 : place); again++) {
                row(rows, "2025-03-0" + place, 400_000 + place * 900, 300_000);
            }
        }
        Path many = folder.resolve("many");
        CommandRun.of("near-repeats", CommandRun.file(folder, "many.csv", rows.toString()), "--out", many);
        assertThat(Files.readAllLines(many.resolve("repeats.csv")))
                .containsExactly("events,places", "1,71", "2 or more,9");
    }

    @Test
    void refusesWhatHasNoDatesNoPlacesOrSaysNothing() throws IOException {
        Path good = events(LocalDate::toString);
        refuses(2, "FIGURES-NO-COLUMN", good, "--date", "when");
        refuses(2, "WRONG-USE", good, "--metres", "100,50");
        refuses(2, "WRONG-USE", good, "--times", "7;14");
        refuses(2, "WRONG-USE", good, "--shuffles", "9");
        refuses(2, "HIDING-OPTION", good, "--threshold", "0");
        refuses(2, "HOTSPOTS-NO-PLACES", CommandRun.file(folder, "noplace.csv", "date\n2025-01-01\n"));
        refuses(2, "NEAR-REPEATS-NO-DATES", CommandRun.file(folder, "nodate.csv", "easting,northing\n400000,300000\n"));
        refuses(
                1,
                "NEAR-REPEATS-FEW",
                CommandRun.file(folder, "few.csv", "date,easting,northing\n2025-01-01,400000,300000\n"));
        String place = ",400000,300000\n";
        refuses(
                1,
                "NEAR-REPEATS-ONE-DATE",
                CommandRun.file(folder, "one.csv", "date,easting,northing\n" + ("2025-01-01" + place).repeat(60)));
        refuses(3, "FIGURES-CELL", CommandRun.file(folder, "never.csv", "date,easting,northing\n2025-02-30" + place));
        refuses(
                3,
                "FIGURES-CELL",
                CommandRun.file(folder, "mixed.csv", "date,easting,northing\n2025-02-03" + place + "2025-02" + place));
        refuses(3, "FIGURES-CELL", CommandRun.file(folder, "word.csv", "date,easting,northing\nsoon" + place));
    }

    @Test
    void findsThatTraffordsBurglariesComeBackInTheSameMonth() throws IOException {
        Path data = Path.of(System.getProperty("concordat.data", ""), "statistics");
        assumeTrue(Files.exists(data), "Skipped: the real data are not at " + data + ".");
        Path out = folder.resolve("trafford");
        CommandRun run = CommandRun.of(
                "near-repeats", data.resolve("crime/trafford_burglary_2016-02_2019-01.csv"), "--json", "--out", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode summary = JsonMapper.shared().readTree(run.out());
        assertThat(summary.path("unit").asString()).isEqualTo("months");
        assertThat(summary.path("repeats").asInt()).isEqualTo(3_023);
        assertThat(Files.readAllLines(out.resolve("near_repeats.csv")).get(1)).startsWith("0,0,0,0,466,");
    }
}
