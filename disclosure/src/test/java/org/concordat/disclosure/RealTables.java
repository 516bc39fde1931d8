package org.concordat.disclosure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Table;

/** Real public tables, read where they are; a test that asks for one is skipped, and says so, where they are not. */
public final class RealTables {
    /** One row of a file, which has the columns that are asked of it. */
    public record Row(Map<String, String> fields) {
        public String get(String column) {
            return Objects.requireNonNull(fields.get(column), "no column " + column);
        }
    }

    private RealTables() {}

    /** The rows of a CSV file under the folder of real statistics, each a map from column to field. */
    public static List<Map<String, String>> rows(String file) {
        Path path = Path.of(System.getProperty("concordat.data", ""), "statistics", file);
        assumeTrue(Files.exists(path), "Skipped: the real data are not at " + path + ".");
        try {
            List<String> lines = Files.readAllLines(path);
            List<String> header = fields(lines.getFirst());
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> fields = fields(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 0; column < header.size(); column++) {
                    row.put(header.get(column), fields.get(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same rows, each of which has the columns that are asked of it. */
    public static List<Row> table(String file) {
        return rows(file).stream().map(Row::new).toList();
    }

    /** Trafford, general health by area: output areas within LSOAs within MSOAs, from the Census of 2021. */
    public static GivenCells traffordHealth() {
        String codes = "trafford/lookups/gm_statistical_lookup_2021-22.csv";
        Map<String, List<String>> paths = new HashMap<>();
        rows(codes)
                .forEach(row -> paths.put(
                        row.get("oa21cd"), List.of(row.get("oa21cd"), row.get("lsoa21cd"), row.get("msoa21cd"))));
        SequencedSet<List<String>> areas = new LinkedHashSet<>();
        SequencedSet<String> answers = new LinkedHashSet<>();
        List<Row> rows = table("trafford/census2021/2021_general_health_oa.csv");
        for (Row row : rows) {
            areas.add(paths.get(row.get("area_code")));
            answers.add(row.get("general_health"));
        }
        GivenCells cells = new GivenCells(List.of(
                Dimension.nested("area", "Trafford", List.copyOf(areas)),
                Dimension.flat("health", "Total", List.copyOf(answers))));
        add(cells, rows);
        return cells;
    }

    /** The same with what was published for LSOAs and MSOAs, which does not add up. */
    public static GivenCells traffordHealthAsPublished() {
        GivenCells cells = traffordHealth();
        add(cells, table("trafford/census2021/2021_general_health_lsoa.csv"));
        add(cells, table("trafford/census2021/2021_general_health_msoa.csv"));
        return cells;
    }

    /** Trafford, religion by ward. */
    public static Table traffordReligion() {
        return twoWay("sdc/trafford_ward_religion_input.csv", "ward", "religion", "freq");
    }

    /** A published table of two flat dimensions, totals left to be summed. */
    public static Table twoWay(String file, String down, String across, String count) {
        List<Row> rows = table(file);
        GivenCells cells = new GivenCells(List.of(flat(rows, down), flat(rows, across)));
        rows.forEach(row -> cells.cell(List.of(row.get(down), row.get(across)), Long.parseLong(row.get(count))));
        return cells.fromBase();
    }

    private static Dimension flat(List<Row> rows, String column) {
        return Dimension.flat(
                column,
                "Total",
                rows.stream().map(row -> row.get(column)).distinct().toList());
    }

    private static void add(GivenCells cells, List<Row> rows) {
        rows.forEach(row ->
                cells.cell(List.of(row.get("area_code"), row.get("general_health")), Long.parseLong(row.get("value"))));
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
