package org.concordat.house;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.house.Sources.Text;
import org.junit.jupiter.api.Test;

/** What docs/security/asvs.csv claims about the server names tests, settings and pages that exist. */
final class AsvsTest {

    private static final String TABLE = "docs/security/asvs.csv";
    private static final String HEAD = "id,level,asks,verdict,proof";
    private static final Set<String> VERDICTS = Set.of("met", "not-met", "not-applicable");
    /** How many requirements OWASP ASVS 5.0.0 has at each level. */
    private static final Map<String, Long> REQUIREMENTS = Map.of("1", 70L, "2", 183L, "3", 92L);

    private static final Pattern SETTING = Pattern.compile("setting ([a-z][a-z0-9-]*(?:\\.[a-z0-9\\[\\]-]+)+)");
    private static final Pattern PAGE = Pattern.compile("(docs/[\\w/-]+\\.md)#([a-z0-9-]+)");

    /** Read once, since every line of the table asks. */
    private static final List<Text> PROSE = Sources.prose();

    private static final Set<String> SETTINGS = settings();

    private record Row(String id, String level, String asks, String verdict, String proof) {}

    private static final List<Row> ROWS = rows(Sources.text(TABLE).content());

    @Test
    void everyRequirementIsJudgedOnce() {
        assertThat(ROWS.stream().collect(groupingBy(Row::level, counting()))).isEqualTo(REQUIREMENTS);
        assertThat(ROWS).extracting(Row::id).doesNotHaveDuplicates().allMatch(id -> id.matches("V\\d+\\.\\d+\\.\\d+"));
        assertThat(ROWS).extracting(Row::verdict).isSubsetOf(VERDICTS);
        assertThat(ROWS).allMatch(row -> !row.asks().isBlank() && !row.proof().isBlank());
    }

    @Test
    void everyProofThatIsNamedExists() {
        assertThat(ROWS).flatMap(row -> missing(row, AsvsTest::exists)).isEmpty();
        var bad = new Row("V1.1.1", "2", "x", "met", "AsvsTest#saysNothing, setting concordat.none, docs/none.md#x");
        assertThat(missing(bad, AsvsTest::exists)).hasSize(3);
    }

    @Test
    void whatIsMetAtLevelOneIsShownByATestASettingOrAPage() {
        assertThat(ROWS).filteredOn(AsvsTest::isBare).isEmpty();
        assertThat(isBare(new Row("V1.1.1", "1", "x", "met", "we take care"))).isTrue();
        assertThat(isBare(new Row("V1.1.1", "1", "x", "met", "setting concordat.port")))
                .isFalse();
    }

    @Test
    void thePageCountsAsTheTableDoes() {
        String page = Sources.text("docs/security/asvs.md").content();
        for (String level : REQUIREMENTS.keySet()) {
            var counts = new ArrayList<String>(List.of(level));
            for (String verdict : List.of("met", "not-met", "not-applicable")) {
                counts.add(String.valueOf(ROWS.stream()
                        .filter(row ->
                                row.level().equals(level) && row.verdict().equals(verdict))
                        .count()));
            }
            counts.add(String.valueOf(REQUIREMENTS.get(level)));
            assertThat(page).contains("| " + String.join(" | ", counts) + " |");
        }
        assertThat(ROWS)
                .filteredOn(row -> row.level().equals("1") && row.verdict().equals("not-met"))
                .as("said on top of the page")
                .allMatch(row -> page.contains("**" + row.id() + "**"));
    }

    private static boolean isBare(Row row) {
        return row.level().equals("1")
                && row.verdict().equals("met")
                && named(row.proof()).isEmpty();
    }

    private static List<String> missing(Row row, Predicate<String> exists) {
        return named(row.proof()).stream()
                .filter(exists.negate())
                .map(name -> row.id() + ": " + name)
                .toList();
    }

    private static List<String> named(String proof) {
        var named = new ArrayList<String>();
        for (Pattern pattern : List.of(NamedTests.NAME, SETTING, PAGE)) {
            pattern.matcher(proof).results().forEach(found -> named.add(found.group()));
        }
        return named;
    }

    private static boolean exists(String name) {
        if (NamedTests.exists(name)) {
            return true;
        }
        Matcher setting = SETTING.matcher(name);
        if (setting.matches()) {
            return SETTINGS.contains(setting.group(1));
        }
        Matcher page = PAGE.matcher(name);
        return page.matches() && headings(page.group(1)).contains(page.group(2));
    }

    private static Set<String> headings(String path) {
        return PROSE.stream()
                .filter(page -> page.path().equals(path))
                .flatMap(page -> page.lines().stream())
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(toSet());
    }

    /** Those that whoever runs the server may set, and those that we set for every server. */
    private static Set<String> settings() {
        var settings = new TreeSet<String>();
        Pattern.compile("`(concordat\\.[a-z0-9.\\[\\]-]+)`")
                .matcher(Sources.text("docs/manual/serve.md").content())
                .results()
                .forEach(found -> settings.add(found.group(1)));
        var above = new ArrayDeque<Map.Entry<Integer, String>>();
        for (String line : fixed().lines()) {
            Matcher key = Pattern.compile("( *)([a-z][a-z-]*):.*").matcher(line);
            if (key.matches()) {
                int depth = key.group(1).length();
                while (!above.isEmpty() && above.getLast().getKey() >= depth) {
                    above.removeLast();
                }
                above.addLast(Map.entry(depth, key.group(2)));
                settings.add(
                        String.join(".", above.stream().map(Map.Entry::getValue).toList()));
            }
        }
        return settings;
    }

    private static Text fixed() {
        return Sources.text("server/src/main/resources/application.yaml");
    }

    private static List<Row> rows(String table) {
        List<String> lines = table.lines().toList();
        assertThat(lines.getFirst()).isEqualTo(HEAD);
        return lines.stream().skip(1).map(AsvsTest::row).toList();
    }

    private static Row row(String line) {
        var cells = new ArrayList<String>();
        Matcher cell =
                Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?:,|$)").matcher(line);
        while (cells.size() < HEAD.split(",").length && cell.find()) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
        }
        assertThat(cells).as(line).hasSize(HEAD.split(",").length);
        return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }
}
