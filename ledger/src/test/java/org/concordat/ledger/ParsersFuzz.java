package org.concordat.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;
import org.junit.jupiter.api.Test;

/** Everything that reads what strangers send is given damaged and hostile input: it answers or refuses, and soon. */
final class ParsersFuzz {
    private static final int INPUTS_A_PARSER = Integer.getInteger("concordat.fuzz.inputs", 1_000);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> HOSTILE = List.of(
            "\n",
            "\n\n",
            "+",
            " ",
            "\u2014 ",
            "=",
            "==",
            "\0",
            "\r",
            "{",
            "[",
            "\"",
            ":",
            ",",
            "\\u",
            "\\ud800",
            "1e999",
            "-",
            "0",
            "9223372036854775808",
            "99999999999999999999",
            "index ",
            "extra ",
            "old ",
            "since ",
            "keys ",
            "=\n",
            "\u00e9",
            "\ufeff",
            "A".repeat(100),
            "[".repeat(500),
            "\ud83d\ude00");

    private static final int TEN_MEGABYTES = 10 << 20;

    /** A beginning, what follows it again and again, and an end where there is one. */
    private static final List<List<String>> LARGE = List.of(
            List.of("", "a"),
            List.of("", "\n"),
            List.of("", "["),
            List.of("", "{\"a\":"),
            List.of("[", "1,", "1]"),
            List.of("[", "1e-300,"),
            List.of("[", "{},", "{}]"),
            List.of("{\"a\":\"", "\\u0000"),
            List.of("{\"a\":0", ",\"b#\":1", "}"),
            List.of("[" + "1".repeat(999), "," + "7".repeat(999)),
            List.of("a\n\n", "\u2014 a AAAAAAA=\n"),
            List.of("a\n", "=\n"),
            List.of("", "\""),
            List.of("", "1"),
            List.of("", "AAAA"),
            List.of("", "agreement SA-#\n"),
            List.of("c2sp.org/tlog-proof@v1\nextra ", "QUFB"),
            List.of("c2sp.org/tlog-proof@v1\nextra Q\nindex 0\n", "QUFB\n"),
            List.of("old 0\n", "QUFB\n"),
            List.of("", "\u00ff\u00de\u0001"));

    /** Reading may allocate so many times the input's length, most of it for a moment, and no more. */
    private static final long MOST_BYTES_FOR_EACH_OF_INPUT = 500;

    /** They answer whatever they are given, or what it says is only a hint. */
    private static final Set<Parser> NEVER_REFUSE = EnumSet.of(
            Parser.VERIFIER,
            Parser.ANCHOR,
            Parser.MARK,
            Parser.BATCHES,
            Parser.SMALL,
            Parser.RECORDED_ENTRY,
            Parser.CODES);

    private static final Trust NOTHING = new Trust("", List.of(), new byte[0]);

    private final Map<Parser, byte[]> sound = new EnumMap<>(Parser.class);

    ParsersFuzz() throws IOException {
        for (Path file : soundInputs()) {
            byte[] input = Files.readAllBytes(file);
            sound.put(Parser.of(input[0]), Arrays.copyOfRange(input, 1, input.length));
        }
    }

    private static List<Path> soundInputs() throws IOException {
        Path folder =
                Path.of("src/test/resources/org/concordat/ledger/ParsersJazzerInputs/everyParserAnswersOrRefuses");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sound-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyParserReadsItsSoundInput() throws IOException {
        assertThat(sound).containsOnlyKeys(Parser.values());
        sound.forEach((parser, input) ->
                assertThatCode(() -> parser.read(input)).as("%s", parser).doesNotThrowAnyException());
        for (Path file : soundInputs()) {
            Parser parser = Parser.of(Files.readAllBytes(file)[0]);
            assertThat(file.getFileName().toString())
                    .isEqualTo("sound-" + parser.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        Verdict verdict = LedgerVerifier.proof(
                sound.getOrDefault(Parser.VERIFIER, new byte[0]), new Trust("", List.of(), new byte[0]));
        assertThat(verdict.sound()).isTrue();
    }

    @Test
    void damagedInputIsAnsweredOrRefused() {
        sound.forEach((parser, input) -> {
            int refused = 0;
            for (int number = 0; number < INPUTS_A_PARSER; number++) {
                SplittableRandom random = new SplittableRandom(number);
                byte[] damaged = damaged(input, random);
                try {
                    parser.read(damaged);
                } catch (LedgerException e) {
                    refused++;
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError("parser " + parser + ", input " + number, e);
                }
            }
            if (!NEVER_REFUSE.contains(parser)) {
                assertThat(refused).as("%s", parser).isGreaterThan(INPUTS_A_PARSER / 4);
            }
        });
    }

    @Test
    void tenMegabytesOfAnythingAreReadOrRefusedSoonAndWithinMemory() {
        var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (byte[] input : LARGE.stream().map(ParsersFuzz::tenMegabytes).toList()) {
            for (Parser parser : Parser.values()) {
                String which = parser + " on " + new String(input, 0, 12, UTF_8);
                long start = memory.getCurrentThreadCpuTime();
                long before = memory.getCurrentThreadAllocatedBytes();
                try {
                    parser.read(input);
                } catch (LedgerException e) {
                    assertThat(e.getMessage()).hasSizeLessThan(600);
                }
                long allocated = memory.getCurrentThreadAllocatedBytes() - before;
                assertThat(Duration.ofNanos(memory.getCurrentThreadCpuTime() - start))
                        .as(which)
                        .isLessThan(PATIENCE);
                assertThat(allocated).as(which).isLessThan(MOST_BYTES_FOR_EACH_OF_INPUT * input.length);
            }
        }
    }

    /** A beginning, then parts until there are ten megabytes, and an end; a # is a number that counts up. */
    private static byte[] tenMegabytes(List<String> parts) {
        StringBuilder text = new StringBuilder(parts.getFirst());
        for (int number = 0; text.length() < TEN_MEGABYTES - 1000; number++) {
            text.append(parts.get(1).replace("#", Integer.toString(number)));
        }
        return (parts.size() > 2 ? text.append(parts.get(2)) : text).toString().getBytes(UTF_8);
    }

    @Test
    void aNoteWithMoreThanAHundredSignaturesIsNotChecked() {
        SigningKey key = Keys.named("ledger.example");
        Ledger ledger = Ledger.create(new MemoryStore(), key.verifier());
        ledger.append(Examples.decision(1));
        ledger.sign(key, Examples.AT);
        String proof = ledger.prove(0, List.of()).text();
        String line = proof.substring(proof.lastIndexOf("\u2014"));
        Verdict verdict = LedgerVerifier.proof((proof + line.repeat(99)).getBytes(UTF_8), NOTHING);
        assertThat(verdict.code()).isEqualTo("NOTE-UNREADABLE");
        assertThat(LedgerVerifier.proof((proof + line.repeat(98)).getBytes(UTF_8), NOTHING)
                        .sound())
                .isTrue();
    }

    private static byte[] damaged(byte[] seed, SplittableRandom random) {
        byte[] bytes = seed;
        int edits = 1 + random.nextInt(3);
        for (int edit = 0; edit < edits; edit++) {
            int at = random.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + random.nextInt(20));
            byte[] hostile = HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(UTF_8);
            bytes = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> joined(Arrays.copyOf(bytes, at), hostile, Arrays.copyOfRange(bytes, at, bytes.length));
                case 2 -> joined(Arrays.copyOf(bytes, at), hostile, Arrays.copyOfRange(bytes, end, bytes.length));
                case 3 -> joined(bytes, Arrays.copyOfRange(bytes, at, end), new byte[0]);
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

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }
}
