package org.concordat.disclosure.cellkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.concordat.disclosure.cellkeys.PerturbationTable.Row;
import org.junit.jupiter.api.Test;

/**
 * The published example of the UK's Office for National Statistics: microdata, the ten-and-five rule as a perturbation table,
 * and the 200 cells that come of them. Source: ONS, cell_key_perturbation, its test data.
 */
final class OnsTableTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("concordat.data", "")).resolve("statistics/sdc");

    @Test
    void givesEveryKeyAndCountThatTheOfficePublishes() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "Skipped: the real data are not at " + FOLDER + ".");
        List<Row> rows = new ArrayList<>();
        for (String[] line : packed("ons_ptable_10_5_rule.csv.gz")) {
            rows.add(new Row(Integer.parseInt(line[0]), Integer.parseInt(line[1]), Integer.parseInt(line[2])));
        }
        PerturbationTable table = PerturbationTable.loaded(rows, 250);
        // The rule rounds, so that nothing is left to chance which averaging could take away.
        assertThatThrownBy(table::noise).hasMessageContaining("depend on the count");
        CellKeyMethod method = new CellKeyMethod(table, 10);
        Map<String, List<Integer>> cells = new HashMap<>();
        for (String[] line : plain("ons_ckp_microdata_seed111.csv")) {
            cells.computeIfAbsent(String.join(",", line[1], line[5], line[8]), none -> new ArrayList<>())
                    .add(Integer.parseInt(line[0]));
        }
        int published = 0;
        int compared = 0;
        for (String[] line : plain("ons_ckp_expected_var1_var5_var8.csv")) {
            String cell = String.join(",", line[0], line[1], line[2]);
            int[] keys = cells.getOrDefault(cell, List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(keys).as(cell).hasSize(Integer.parseInt(line[3]));
            int key = method.cellKey(keys);
            assertThat(key).as(cell).isEqualTo(Integer.parseInt(line[4]));
            OptionalLong count = keys.length == 0 ? OptionalLong.empty() : method.published(keys.length, key);
            assertThat(count)
                    .as(cell)
                    .isEqualTo(line.length < 8 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(line[7])));
            published += count.isPresent() ? 1 : 0;
            compared++;
        }
        assertThat(compared).isEqualTo(200);
        assertThat(published).isEqualTo(32);
    }

    private static List<String[]> plain(String name) throws IOException {
        return Files.readAllLines(FOLDER.resolve(name)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static List<String[]> packed(String name) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name))), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",")).toList();
        }
    }
}
