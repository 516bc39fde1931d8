package org.concordat.files.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random tables, written by the plainest of writers in a random dialect, must be read back as they were.
 *
 * <p>{@code -Dconcordat.fuzz.seed=N} repeats a run, {@code -Dconcordat.fuzz.rounds=N} lengthens it.
 */
class DialectsFuzz {

    private static final long SEED = Long.getLong("concordat.fuzz.seed", 20_260_301L);
    private static final int ROUNDS = Integer.getInteger("concordat.fuzz.rounds", 600);
    private static final String[] WORDS = {
        "Ann", "O'Brien", "Zoë", "Flat 2, High St", "x;y", "a|b", "tab\there", "said \"no\"", "two\nlines",
                "1980-02-01",
        "TD1 4QQ", "07700 900123", "-1.5", "ann@example.org", "'t Hooft", "Łódź", "C:\\temp", "10:30", "#", "50%"
    };

    private record Dialected(
            char delimiter, char quote, String lineEnd, Charset charset, boolean mark, boolean spaced, boolean all) {}

    @Test
    void randomDelimitedTablesAreReadAsTheyWereWritten() {
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            Dialected dialect = dialect(random);
            List<List<@Nullable String>> table = table(random, dialect);
            byte[] bytes = written(table, dialect).getBytes(dialect.charset());
            String as = "round " + round + " of seed " + SEED + ": " + dialect;
            Reading.Whole whole = Reading.file("a.csv", random.nextInt(5) == 0 ? Reading.gzipped(bytes) : bytes);
            assertThat(whole.report().setAside()).as(as).isEmpty();
            assertThat(whole.columns()).as(as).isEqualTo(table.getFirst());
            assertThat(whole.rows()).as(as).isEqualTo(table.subList(1, table.size()));
        }
    }

    @Test
    void randomWorkbooksAndJsonLinesAreReadAsTheyWereWritten() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            List<List<@Nullable String>> table = table(random, dialect(random));
            String as = "round " + round + " of seed " + SEED;
            List<List<@Nullable String>> rows = table.subList(1, table.size());
            Reading.Whole workbook = Reading.file("a.xlsx", Workbooks.of(table));
            assertThat(workbook.columns()).as(as).isEqualTo(table.getFirst());
            assertThat(workbook.rows()).as(as).isEqualTo(rows);
            Reading.Whole lines = Reading.file("a.jsonl", jsonLines(table).getBytes(StandardCharsets.UTF_8));
            assertThat(lines.rows()).as(as).isEqualTo(rows);
        }
    }

    private static Dialected dialect(SplittableRandom random) {
        Charset[] charsets = {
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252")
        };
        Charset charset = charsets[random.nextInt(charsets.length)];
        return new Dialected(
                ",;\t|,".charAt(random.nextInt(5)),
                '"',
                new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)],
                charset,
                !charset.name().startsWith("windows") && random.nextBoolean(),
                random.nextInt(4) == 0,
                random.nextInt(3) == 0);
    }

    private static List<List<@Nullable String>> table(SplittableRandom random, Dialected dialect) {
        int columns = 2 + random.nextInt(10);
        int rows = 4 + random.nextInt(30);
        List<List<@Nullable String>> table = new ArrayList<>();
        List<@Nullable String> header = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            header.add("column_" + (char) ('a' + i));
        }
        table.add(header);
        for (int i = 0; i < rows; i++) {
            List<@Nullable String> row = new ArrayList<>();
            row.add(Integer.toString(1_000 + i));
            for (int k = 1; k < columns; k++) {
                row.add(value(random, dialect));
            }
            table.add(row);
        }
        return table;
    }

    private static @Nullable String value(SplittableRandom random, Dialected dialect) {
        String word = WORDS[random.nextInt(WORDS.length)];
        boolean writable = dialect.charset().newEncoder().canEncode(word);
        return random.nextInt(5) == 0 || !writable ? null : word;
    }

    private static String written(List<List<@Nullable String>> table, Dialected dialect) {
        StringBuilder text = new StringBuilder(dialect.mark() ? "\ufeff" : "");
        for (List<@Nullable String> row : table) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : dialect.delimiter() + (dialect.spaced() ? " " : ""));
                text.append(field(row.get(i), dialect));
            }
            text.append(dialect.lineEnd());
        }
        return text.toString();
    }

    private static String field(@Nullable String value, Dialected dialect) {
        if (value == null) {
            return "";
        }
        String quote = String.valueOf(dialect.quote());
        boolean needed = value.indexOf(dialect.delimiter()) >= 0 || value.contains(quote) || value.contains("\n");
        return needed || dialect.all() ? quote + value.replace(quote, quote + quote) + quote : value;
    }

    private static String jsonLines(List<List<@Nullable String>> table) {
        StringBuilder text = new StringBuilder();
        for (List<@Nullable String> row : table.subList(1, table.size())) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String value = row.get(i);
                String written = value == null
                        ? "null"
                        : "\""
                                + value.replace("\\", "\\\\")
                                        .replace("\"", "\\\"")
                                        .replace("\n", "\\n")
                                        .replace("\t", "\\t")
                                + "\"";
                fields.add("\"" + table.getFirst().get(i) + "\":" + written);
            }
            text.append("{").append(String.join(",", fields)).append("}\n");
        }
        return text.toString();
    }
}
