package org.concordat.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.concordat.synthetic.agencies.Layout;
import org.concordat.synthetic.records.Agency;
import org.junit.jupiter.api.Test;

class TidefordTest {
    private static final TownPlan SMALL = TownPlan.ofPeople(7, 1_500);

    private static MemorySink written(TownPlan plan) {
        MemorySink sink = new MemorySink();
        Tideford.of(plan).writeTo(sink);
        return sink;
    }

    @Test
    void writesTheSameBytesForTheSamePlan() {
        MemorySink first = written(SMALL);
        MemorySink second = written(SMALL);
        assertThat(first.names()).containsExactlyElementsOf(second.names()).hasSize(15);
        for (String name : first.names()) {
            assertThat(first.bytes(name)).as(name).isEqualTo(second.bytes(name));
        }
    }

    @Test
    void writesAnotherTownForAnotherSeed() {
        assertThat(written(SMALL).bytes("a_and_e.csv"))
                .isNotEqualTo(written(TownPlan.ofPeople(8, 1_500)).bytes("a_and_e.csv"));
    }

    @Test
    void writesExactlyAsManyRecordsAsAsked() {
        for (int records : new int[] {2_000, 2_001, 9_999}) {
            MemorySink sink = new MemorySink();
            Tideford.of(TownPlan.forRecords(3, records)).writeFlat(sink, "flat.csv", records);
            List<String> lines = sink.lines("flat.csv");
            assertThat(lines).hasSize(records + 1);
            assertThat(lines.stream().skip(1).map(line -> line.split(",")[0]).distinct())
                    .hasSize(records);
            assertThat(lines).allMatch(line -> line.split(",", -1).length == 16);
        }
    }

    @Test
    void hasTwoAndAHalfToThreeAndAHalfRecordsForEachPersonWhoAppears() {
        MemorySink sink = new MemorySink();
        Tideford.of(TownPlan.forRecords(3, 20_000)).writeFlat(sink, "flat.csv", 20_000);
        long people = sink.lines("flat.csv").stream()
                .skip(1)
                .map(line -> line.split(",")[1])
                .distinct()
                .count();
        assertThat(20_000.0 / people).isBetween(2.5, 3.5);
    }

    @Test
    void refusesMoreRecordsThanTheTownHas() {
        Tideford town = Tideford.of(SMALL);
        assertThatThrownBy(() -> town.writeFlat(new MemorySink(), "flat.csv", 1_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1500 people");
    }

    @Test
    void refusesTownsOutsideItsBounds() {
        assertThatThrownBy(() -> TownPlan.ofPeople(1, 999)).hasMessageContaining("999");
        assertThatThrownBy(() -> TownPlan.ofPeople(1, 3_000_001)).hasMessageContaining("3000001");
        assertThatThrownBy(() -> TownPlan.forRecords(1, 10)).hasMessageContaining("10");
    }

    @Test
    void saysWhichFileCouldNotBeWritten() {
        Tideford town = Tideford.of(SMALL);
        Sink full = name -> {
            throw new IOException("no space");
        };
        assertThatThrownBy(() -> town.writeTo(full))
                .isInstanceOf(SyntheticException.class)
                .hasMessageContaining("housing.csv")
                .hasMessageEndingWith("(SYNTHETIC-WRITE)");
    }

    @Test
    void tellsTheTruthAboutEveryRowOfEveryFileOnce() {
        MemorySink sink = written(SMALL);
        Set<String> inTruth = new HashSet<>();
        for (String line :
                sink.lines("truth.csv").subList(1, sink.lines("truth.csv").size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSize(5);
            assertThat(inTruth.add(cells[0] + ' ' + cells[1])).isTrue();
        }
        Set<String> inFiles = new HashSet<>();
        for (Agency agency : Agency.values()) {
            Layout layout = Layout.of(agency);
            String text = sink.text(layout.fileName(), layout.encoding());
            text.lines().skip(1).forEach(line -> inFiles.add(agency.label() + ' ' + line.split("[,;|\t]")[0]));
        }
        assertThat(sink.names()).containsAll(Tideford.agencyFileNames());
        assertThat(inFiles).isEqualTo(inTruth).hasSizeGreaterThan(2_000);
    }

    @Test
    void keepsTrueNumbersOutOfTheAgenciesFiles() {
        MemorySink sink = written(SMALL);
        for (Agency agency : Agency.values()) {
            Layout layout = Layout.of(agency);
            String head = sink.text(layout.fileName(), layout.encoding())
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertThat(head.toLowerCase(java.util.Locale.ROOT)).doesNotContain("cluster", "person_id", "household");
        }
    }

    @Test
    void writesEachAgencysOwnEncoding() {
        MemorySink sink = written(SMALL);
        assertThat(Arrays.copyOf(sink.bytes("schools.csv"), 2)).containsExactly(0xFF, 0xFE);
        assertThat(Arrays.copyOf(sink.bytes("housing.csv"), 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(sink.text("social_care.csv", StandardCharsets.UTF_8)).startsWith("PersonRef;FirstName");
        assertThat(sink.text("council_tax.csv", StandardCharsets.ISO_8859_1))
                .contains("|")
                .startsWith("ACCOUNT_REF|");
        assertThat(sink.text("police.csv", StandardCharsets.UTF_8)).contains("UNKNOWN", "ZZ993WZ");
    }
}
