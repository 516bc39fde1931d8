package org.concordat.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.NoteSignature;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.SignedNote;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.notes.VerifierKey;
import org.concordat.ledger.proofs.ProofBundle;
import org.concordat.ledger.proofs.WitnessRequest;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
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

    private final SigningKey key = Keys.named("ledger.example");
    private final SigningKey next = Keys.named("ledger.example");
    private final Map<String, Consumer<byte[]>> parsers = new TreeMap<>(Map.of(
            "json", CanonicalJson::of,
            "entry", bytes -> Entry.parse(bytes, Examples.CODES),
            "note", SignedNote::parse,
            "checkpoint", SignedCheckpoint::parse,
            "keys", LedgerKeys::parse,
            "proof", ProofBundle::parse,
            "request", WitnessRequest::parse,
            "verifier", bytes -> LedgerVerifier.proof(bytes, new Trust("", List.of(), new byte[0])),
            "key", bytes -> SigningKey.parse(new String(bytes, UTF_8)),
            "other",
                    bytes -> {
                        NoteSignature.parse(new String(bytes, UTF_8));
                        VerifierKey.parse(new String(bytes, UTF_8));
                    }));
    private final Map<String, byte[]> seeds = new TreeMap<>();

    ParsersFuzz() {
        Ledger ledger = Ledger.create(new MemoryStore(), key.verifier());
        for (int i = 0; i < 20; i++) {
            ledger.append(Examples.decision(i));
        }
        ledger.changeKey(key, next, Examples.AT);
        seeds.put("json", "{\"a\":[1,2.5e-3,\"\\u20ac\",null,true,{\"b\":[]}],\"c\":\"d\"}".getBytes(UTF_8));
        seeds.put("entry", Examples.decision(1).canonical());
        seeds.put("note", ledger.checkpoint().orElseThrow().note().bytes());
        seeds.put("checkpoint", ledger.checkpoint().orElseThrow().note().bytes());
        seeds.put("keys", ledger.keys().file().getBytes(UTF_8));
        seeds.put("proof", ledger.prove(3, List.of(2L)).text().getBytes(UTF_8));
        seeds.put("request", ledger.witnessRequest(7).text().getBytes(UTF_8));
        seeds.put("verifier", ledger.prove(3, List.of(2L)).text().getBytes(UTF_8));
        seeds.put("key", key.file().getBytes(UTF_8));
        seeds.put("other", key.verifier().toString().getBytes(UTF_8));
    }

    @Test
    void damagedInputIsAnsweredOrRefused() {
        parsers.forEach((name, parser) -> {
            int refused = 0;
            for (int number = 0; number < INPUTS_A_PARSER; number++) {
                SplittableRandom random = new SplittableRandom(number);
                byte[] input = damaged(seeds.getOrDefault(name, new byte[0]), random);
                try {
                    parser.accept(input);
                } catch (LedgerException e) {
                    refused++;
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError("parser " + name + ", input " + number, e);
                }
            }
            if (!name.equals("verifier")) {
                assertThat(refused).as(name).isGreaterThan(INPUTS_A_PARSER / 4);
            }
        });
    }

    @Test
    void tenMegabytesOfAnythingAreRefusedSoon() {
        int size = 10 << 20;
        for (String part : List.of("a", "\n", "[", "{\"a\":", "\u2014 a AAAAAAA=\n", "=\n", "\"", "1", "AAAA")) {
            byte[] input = Arrays.copyOf(
                    part.repeat(size / part.getBytes(UTF_8).length + 1).getBytes(UTF_8), size);
            parsers.forEach((name, parser) -> {
                long start = System.nanoTime();
                try {
                    parser.accept(input);
                } catch (LedgerException e) {
                    assertThat(e.getMessage()).hasSizeLessThan(500);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("parser %s on %s", name, part)
                        .isLessThan(PATIENCE);
            });
        }
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
