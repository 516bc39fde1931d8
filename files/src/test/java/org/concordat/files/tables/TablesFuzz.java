package org.concordat.files.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.concordat.files.FilesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Hostile files: whatever is done to a file, reading it ends soon, in a table or in one of our own errors.
 *
 * <p>{@code -Dconcordat.fuzz.seed=N} repeats a run, {@code -Dconcordat.fuzz.rounds=N} lengthens it.
 */
class TablesFuzz {

    private static final long SEED = Long.getLong("concordat.fuzz.seed", 20_260_301L);
    private static final int ROUNDS = Integer.getInteger("concordat.fuzz.rounds", 600);
    private static final ReadOptions.Limits SMALL = new ReadOptions.Limits(500, 20_000, 60_000, 8 << 20, 64 << 20);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int MOST_ROWS_READ = 20_000;

    private static Map<String, byte[]> seeds() {
        String csv = """
                id, name, born, note
                1, "O'Brien, Ann", 1980-02-01, "said ""no""
                twice"
                2, Zoë, , x
                3, 'quoted', 1999-12-31, "\\"escaped\\""
                """;
        String json =
                "{\"made\": 1, \"people\": [{\"id\": 1, \"name\": {\"given\": \"Ann\"}, \"tags\": [1, [2]]}, null]}";
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put("a.csv", csv.getBytes(StandardCharsets.UTF_8));
        seeds.put("a.tsv", csv.replace(',', '\t').getBytes(StandardCharsets.UTF_16LE));
        seeds.put("b.csv", csv.repeat(40).getBytes(Charset.forName("windows-1252")));
        seeds.put("a.csv.gz", Reading.gzipped(csv.repeat(30).getBytes(StandardCharsets.UTF_8)));
        seeds.put("a.json", json.getBytes(StandardCharsets.UTF_8));
        seeds.put("a.jsonl", "{\"id\": 1, \"x\": \"y\"}\n{\"id\": 2}\n".getBytes(StandardCharsets.UTF_8));
        seeds.put("a.xlsx", Fixtures.bytes("tenants.xlsx"));
        seeds.put("b.xlsx", Workbooks.of(List.of(List.of("id", "name"), List.of("1", "Ann"), List.of("2", "Bob"))));
        for (String packing : List.of("none", "snappy", "gzip", "zstd", "lz4", "pages-2", "int96")) {
            seeds.put(packing + ".parquet", Fixtures.bytes("tenants-" + packing + ".parquet"));
        }
        return seeds;
    }

    @Test
    @Timeout(300)
    void brokenFilesEndSoonInATableOrInOneOfOurErrors() {
        List<Map.Entry<String, byte[]>> seeds = new ArrayList<>(seeds().entrySet());
        int read = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            Map.Entry<String, byte[]> seed = seeds.get(random.nextInt(seeds.size()));
            byte[] broken = broken(seed.getValue(), random);
            if (readsOrRefuses(seed.getKey(), broken, round)) {
                read++;
            } else {
                refused++;
            }
        }
        assertThat(read).as("files read").isGreaterThan(ROUNDS / 20);
        assertThat(refused).as("files refused").isGreaterThan(ROUNDS / 20);
    }

    @Test
    @Timeout(300)
    void randomBytesEndSoonInATableOrInOneOfOurErrors() {
        byte[][] beginnings = {
            {}, {0x1f, (byte) 0x8b, 8}, {'P', 'K', 3, 4}, {'P', 'A', 'R', '1'}, {'[', '{'}, {'{', '"'}
        };
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(-SEED - round);
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                String alphabet = "ab1,;\t\"'\n\r\\ {}[]:|\0é";
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
                }
            }
            byte[] start = beginnings[random.nextInt(beginnings.length)];
            System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
            readsOrRefuses("random.csv", bytes, round);
        }
    }

    @Test
    @Timeout(300)
    void brokenSheetsAndBrokenTextWithinGzipEndSoonInATableOrInOneOfOurErrors() {
        String cells =
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"str\"><v>name</v></c>"
                        + "</row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>12.5</v></c><c r=\"B2\" t=\"b\"><f t=\"shared\" si=\"0\""
                        + " ref=\"A1:B2\">A1+1</f><v>1</v></c></row>";
        byte[] sheet = ("<worksheet><sheetData>" + cells + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8);
        byte[] csv = "id;name\n1;\"Ann\"\n2;Bob\n".repeat(20).getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            String xml = new String(broken(sheet, random), StandardCharsets.ISO_8859_1);
            readsOrRefuses("a.xlsx", Workbooks.ofSheet(xml), round);
            readsOrRefuses("a.csv.gz", Reading.gzipped(broken(csv, random)), round);
        }
    }

    private static byte[] broken(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(random.nextBoolean() ? 3 : 40);
        for (int i = 0; i < changes && bytes.length > 8; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
                case 3 -> bytes = spliced(bytes, at, random.nextInt(bytes.length), random.nextInt(40));
                case 4 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + random.nextInt(6)), (byte) 0xff);
                default -> bytes[at] = (byte) "\",\n\0;'{[\\".charAt(random.nextInt(9));
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int from, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.write(bytes, from, Math.min(length, bytes.length - from));
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private static boolean readsOrRefuses(String name, byte[] bytes, int round) {
        long start = System.nanoTime();
        boolean read = false;
        try (Table table = Tables.open(
                InputSource.ofBytes(name, bytes), ReadOptions.defaults().withLimits(SMALL))) {
            int rows = 0;
            while (rows++ < MOST_ROWS_READ && table.next()) {
                for (int i = 0; i < table.columnNames().size(); i++) {
                    table.value(i);
                }
            }
            table.report();
            read = true;
        } catch (FilesException refused) {
            assertThat(refused.getMessage()).endsWith("(" + refused.code() + ")");
        } catch (RuntimeException | Error escaped) {
            throw new AssertionError(
                    name + ", round " + round + ": repeat with -Dconcordat.fuzz.seed=" + SEED, escaped);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("%s, round %s, seed %s", name, round, SEED)
                .isLessThan(SOON);
        return read;
    }
}
