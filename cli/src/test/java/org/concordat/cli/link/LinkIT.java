package org.concordat.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.concordat.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole linkage, from files to the folder of results. */
final class LinkIT {
    @TempDir
    private Path folder;

    private Path council;
    private Path hospital;

    @BeforeEach
    void writeFiles() throws Exception {
        Town town = new Town(400, 7);
        council = CommandRun.file(folder, "council.csv", town.council());
        hospital = CommandRun.file(folder, "hospital.csv", town.hospital());
    }

    @Test
    void findsTheSamePeopleInTwoFilesWithoutAnyConfiguration() throws Exception {
        Path out = folder.resolve("linked");
        CommandRun run = CommandRun.of("link", council, hospital, "--out", out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("forename", "given name", "Pairs to compare", "not used: truth");
        Map<String, String> persons = persons(out);
        long right = persons.keySet().stream()
                .filter(key -> key.startsWith("hospital,"))
                .filter(key -> Objects.equals(
                        persons.get(key), persons.get("council,c" + key.substring("hospital,h".length()))))
                .count();
        long all = persons.keySet().stream()
                .filter(key -> key.startsWith("hospital,"))
                .count();
        assertThat(right).isGreaterThanOrEqualTo(all * 97 / 100);
        assertThat(persons).hasSize(400 + (int) all);
        assertThat(persons.get("council,c0")).isEqualTo("P1");
    }

    @Test
    void writesEachPairOnceWithAProbabilityThatFollowsFromItsBits() throws Exception {
        Path out = folder.resolve("linked");
        CommandRun.of("link", council, hospital, "--out", out);

        List<String> lines = Files.readAllLines(out.resolve("links.csv"));
        assertThat(lines.getFirst())
                .isEqualTo("left_source,left_id,right_source,right_id,match_weight_bits,probability");
        assertThat(lines).hasSizeGreaterThan(200).doesNotHaveDuplicates();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double bits = Double.parseDouble(cells[4]);
            double probability = Double.parseDouble(cells[5]);
            assertThat(probability).isBetween(0.01, 1.0).isCloseTo(1 / (1 + Math.pow(2, -bits)), within());
        }
    }

    private static Offset<Double> within() {
        return Offset.offset(6e-9);
    }

    @Test
    void givesTheSameFilesWhateverTheNumberOfThreads() throws Exception {
        Path one = folder.resolve("one");
        Path three = folder.resolve("three");
        CommandRun.of("link", council, hospital, "--out", one, "--threads", 1);
        CommandRun.of("link", council, hospital, "--out", three, "--threads", 3);
        for (String name : List.of("links.csv", "clusters.csv", "households.csv", "model.json")) {
            assertThat(three.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
        }
    }

    @Test
    void aKeptModelGivesTheSameLinksAgain() throws Exception {
        Path first = folder.resolve("first");
        Path again = folder.resolve("again");
        CommandRun.of("link", council, hospital, "--out", first);
        CommandRun run =
                CommandRun.of("link", council, hospital, "--out", again, "--model", first.resolve("model.json"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(again.resolve("clusters.csv")).hasSameBinaryContentAs(first.resolve("clusters.csv"));
    }

    @Test
    void truthNeverTouchesTheResult() throws Exception {
        Path without = folder.resolve("without");
        Path with = folder.resolve("with");
        CommandRun.of("link", council, hospital, "--out", without, "--column", "truth=nothing");
        CommandRun.of("link", council, hospital, "--out", with, "--truth", "truth");
        assertThat(with.resolve("links.csv")).hasSameBinaryContentAs(without.resolve("links.csv"));
    }

    @Test
    void printsOneJsonObjectForMachinesAndNothingElse() throws Exception {
        CommandRun run = CommandRun.of(
                "link",
                council,
                hospital,
                "--out",
                folder.resolve("linked"),
                "--json",
                "--candidates",
                folder.resolve("candidates.csv"));
        JsonNode summary = JsonMapper.shared().readTree(run.out());
        assertThat(summary.get("records").asInt()).isGreaterThan(600);
        assertThat(summary.get("candidate_pairs").asLong()).isPositive();
        assertThat(summary.get("seconds").propertyNames())
                .contains("reading", "sampling", "training", "planning", "scoring", "clustering", "writing", "total");
        assertThat(summary.get("cpu_seconds").has("scoring")).isTrue();
        assertThat(Files.readAllLines(folder.resolve("candidates.csv")))
                .hasSize(1 + summary.get("candidate_pairs").asInt())
                .doesNotHaveDuplicates();
    }

    private static Map<String, String> persons(Path out) throws Exception {
        Map<String, String> persons = new HashMap<>();
        for (String line : Files.readAllLines(out.resolve("clusters.csv"))) {
            int comma = line.lastIndexOf(',');
            persons.put(line.substring(0, comma), line.substring(comma + 1));
        }
        persons.remove("source,id");
        return persons;
    }
}
