package org.concordat.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.concordat.policy.Parsers.Parser;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that reads what somebody wrote is given damaged and hostile files: it reads or refuses, whatever comes, with
 * bounded work. Work is measured as what is allocated, which is the same on a busy machine.
 */
final class ParsersFuzz {

    private static final int FILES_A_PARSER = Integer.getInteger("concordat.fuzz.inputs", 1_000);
    private static final int TEN_MEGABYTES = 10 << 20;
    private static final int MOST_ALLOCATED_A_BYTE = 400;

    private static final List<String> HOSTILE = List.of(
            "\n",
            "\n\n",
            "\r",
            "\t",
            " ",
            "  ",
            ": ",
            ":",
            "- ",
            "-",
            "? ",
            "&a ",
            "*a",
            "!a ",
            "!!str ",
            "<<: ",
            "|",
            ">",
            "|\n",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            ",",
            "#",
            " # ",
            "%",
            "@",
            "`",
            "\\",
            "\\x",
            "\\ud800",
            "---\n",
            "...\n",
            "--- a\n",
            "~",
            "null",
            "yes",
            "NO",
            "0",
            "-1",
            "1e999",
            "2026-02-30",
            "99999999999999999999",
            "\0",
            "\u0007",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\u00e9",
            "\ud83d\ude00",
            "A".repeat(100),
            "[".repeat(20),
            "{a: ".repeat(20));

    private static final List<String> REPEATED = List.of(
            "a",
            "\n",
            "[",
            "{",
            "{a: ",
            "[a, ",
            "- ",
            "-\n",
            "? ",
            "? a\n",
            "a: ",
            "a: b\n",
            "\"",
            "'",
            "\"\\u0041",
            "#",
            "# c\n",
            "&a ",
            "*a ",
            "&a [*a, ",
            "!a ",
            "!!str ",
            "|\n a\n",
            ">\n",
            "\t",
            "\\",
            "%YAML 1.2\n",
            "---\n",
            "...\n",
            "\ufeff",
            "\u00e9",
            "\ud83d\ude00",
            ":",
            ",",
            "]",
            "}",
            "@",
            "`",
            "\r",
            "\u0085",
            "\u2028",
            "\0",
            " ",
            "''",
            "~\n",
            "0",
            "x: [\n");

    private static final Map<String, String> SEEDS = new TreeMap<>(Map.of(
            "yaml",
            Town.asWritten().file("schedule-sc-1"),
            "law pack",
            pack("gateways"),
            "folder",
            Town.asWritten().file("organisation-council"),
            "trusted keys",
            "trusted-keys: t\nkeys:\n  - {organisation: council, signatory: c, key: "
                    + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=, checked-on: 2026-01-05, checked-by: o, how: x}\n",
            "request",
            """
                    request: RQ-1
                    from: {organisation: trust, team: ward-3}
                    to: {organisation: practice}
                    role: clinician
                    dataset: discharges
                    fields: [name, address]
                    purpose: care
                    form: identified
                    subjects: one
                    significant-decision: no
                    identifying-again: no
                    rests-on: serious-harm
                    serious-harm: {life-and-death: no, reason: "A threat."}
                    """,
            "facts",
            """
                    facts: FA-1
                    about: RQ-1
                    answers:
                      - {fact: training-current, answer: yes, said-by: desk, on: 2026-05-20}
                      - {fact: role-held, answer: unknown, said-by: desk, on: 2026-05-20}
                    """));

    @Test
    void undamagedSeedsAreRead() {
        assertThat(SEEDS.keySet()).isEqualTo(Parsers.ALL.keySet());
        SEEDS.forEach((name, seed) -> assertThat(
                        Parsers.read(parser(name), seed.getBytes(UTF_8)).inOrder())
                .as(name)
                .isEmpty());
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        SEEDS.forEach((name, seed) -> {
            int refused = 0;
            for (int number = 0; number < FILES_A_PARSER; number++) {
                byte[] file = damaged(seed.getBytes(UTF_8), new SplittableRandom(number));
                try {
                    refused += Parsers.read(parser(name), file).isEmpty() ? 0 : 1;
                } catch (RuntimeException | StackOverflowError | AssertionError broken) {
                    throw new AssertionError("parser " + name + ", file " + number, broken);
                }
            }
            assertThat(refused).as(name).isGreaterThan(FILES_A_PARSER / 4);
        });
    }

    @Test
    void aFolderWithADamagedFileIsReadOrRefused() {
        Town town = Town.asWritten();
        List<String> names = town.names();
        int read = 0;
        for (int number = 0; number < FILES_A_PARSER / 10; number++) {
            SplittableRandom random = new SplittableRandom(number);
            String name = names.get(random.nextInt(names.size()));
            String damaged = new String(damaged(town.file(name).getBytes(UTF_8), random), UTF_8);
            var problems = new Problems();
            boolean whole = town.plus(name, damaged).read(problems).isPresent();
            assertThat(whole).as("file %s, number %d", name, number).isEqualTo(problems.isEmpty());
            read += whole ? 1 : 0;
        }
        assertThat(read).isBetween(1, FILES_A_PARSER / 10 - 1);
    }

    @Test
    void tenMegabytesAreRefusedUnreadAfterTheFirst() {
        Parsers.ALL.forEach((name, parser) -> {
            var endless = new Endless(TEN_MEGABYTES);
            var problems = new Problems();
            assertThat(parser.read(endless, problems)).as(name).isEmpty();
            assertThat(problems.inOrder()).extracting(Problem::code).as(name).containsExactly("YAML-TOO-LONG");
            assertThat(endless.given).as(name).isLessThan(2 * YamlFile.LONGEST_CHARACTERS);
        });
    }

    @Test
    void aMegabyteOfAnythingIsBoundedWork() {
        int bytes = YamlFile.LONGEST_CHARACTERS - 10;
        for (String part : REPEATED) {
            String text = part.repeat(bytes / part.getBytes(UTF_8).length);
            assertBounded("yaml", text, part);
            assertBounded("yaml", "schedule: " + text.substring(0, text.length() - 20), "value " + part);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule", "organisation", "trusted-keys", "request", "facts", "law-pack", "dataset"})
    void thousandsOfUnknownFieldsAreBoundedWork(String kind) {
        var fields = new StringBuilder(kind + ": X\n");
        IntStream.range(0, YamlFile.MOST_VALUES / 2 - 10)
                .forEach(i -> fields.append("partie").append(i).append(": 1\n"));
        Parsers.ALL.keySet().forEach(name -> assertBounded(name, fields.toString(), kind));
    }

    @Test
    void bombsAreRefusedWithTheirReason() {
        var laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(refusal(laughs.toString())).isEqualTo("YAML-ALIAS");
        assertThat(refusal("a: &a [*a]")).isEqualTo("YAML-ALIAS");
        assertThat(refusal("a: {b: 1, <<: *c}")).isEqualTo("YAML-ALIAS");
        assertThat(refusal("a: " + "[".repeat(400_000))).isEqualTo("YAML-TOO-DEEP");
        assertThat(refusal("a: " + "[{b: ".repeat(150_000))).isEqualTo("YAML-TOO-DEEP");
        assertThat(refusal("- ".repeat(400_000))).isEqualTo("YAML-TOO-DEEP");
        var keys = new StringBuilder();
        IntStream.range(0, 90_000).forEach(i -> keys.append('k').append(i).append(": 1\n"));
        assertThat(refusal(keys.toString())).isEqualTo("YAML-TOO-MANY-VALUES");
        IntStream.range(0, 1_000_000).forEach(i -> keys.append('k').append(i).append(": 1\n"));
        assertThat(refusal(keys.toString())).isEqualTo("YAML-TOO-LONG");
        assertThat(refusal("a:\n" + "- x\n".repeat(200_000))).isEqualTo("YAML-TOO-MANY-VALUES");
        assertThat(refusal("a: [" + "x,".repeat(200_000) + "]")).isEqualTo("YAML-TOO-MANY-VALUES");
    }

    @Test
    void aHugeTextIsRefusedByItsFieldAndNotQuoted() {
        String huge = Town.asWritten()
                .file("schedule-sc-1")
                .replace("title: Discharge list", "title: " + "Maria ".repeat(150_000));
        Problems problems = Parsers.read(parser("folder"), huge.getBytes(UTF_8));
        assertThat(problems.inOrder()).extracting(Problem::code).contains("FIELD-TOO-LONG");
        assertThat(problems.inOrder().toString()).doesNotContain("Maria");
    }

    private static Parser parser(String name) {
        return Objects.requireNonNull(Parsers.ALL.get(name), name);
    }

    private static String refusal(String text) {
        return Parsers.read(parser("yaml"), text.getBytes(UTF_8))
                .inOrder()
                .getFirst()
                .code();
    }

    private static void assertBounded(String parser, String text, String as) {
        byte[] file = text.getBytes(UTF_8);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Parsers.read(parser(parser), file);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).as("parser %s on %s", parser, as).isLessThan((long) MOST_ALLOCATED_A_BYTE * file.length);
    }

    private static byte[] damaged(byte[] seed, SplittableRandom random) {
        byte[] bytes = seed;
        int edits = 1 + random.nextInt(3);
        for (int edit = 0; edit < edits; edit++) {
            int at = random.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + random.nextInt(30));
            byte[] before = Arrays.copyOf(bytes, at);
            byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
            byte[] later = Arrays.copyOfRange(bytes, end, bytes.length);
            byte[] hostile = HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(UTF_8);
            bytes = switch (random.nextInt(6)) {
                case 0 -> joined(before, hostile, after);
                case 1 -> joined(before, hostile, later);
                case 2 -> joined(before, later, new byte[0]);
                case 3 -> joined(bytes, Arrays.copyOfRange(bytes, at, end), new byte[0]);
                case 4 -> random.nextInt(4) == 0 ? before : bytes;
                default -> flipped(bytes, random);
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] other = bytes.clone();
        if (other.length > 0) {
            other[random.nextInt(other.length)] = (byte) random.nextInt(256);
        }
        return other;
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static String pack(String name) {
        try (InputStream stream = LawPack.class.getResourceAsStream("uk/" + name + ".yaml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** So many letters, counted as they are taken. */
    private static final class Endless extends InputStream {
        private final int length;
        private int given;

        Endless(int length) {
            this.length = length;
        }

        @Override
        public int read() {
            if (given == length) {
                return -1;
            }
            given++;
            return 'a';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (given == length) {
                return -1;
            }
            int count = Math.min(most, length - given);
            Arrays.fill(into, from, from + count, (byte) 'a');
            given += count;
            return count;
        }
    }
}
