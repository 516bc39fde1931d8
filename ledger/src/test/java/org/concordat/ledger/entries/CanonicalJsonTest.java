package org.concordat.ledger.entries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.concordat.ledger.KnownAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Canonical JSON beside the answers that RFC 8785 and its authors publish. */
final class CanonicalJsonTest {

    @Test
    void numbersAreThePublishedOnes() {
        List<String[]> rows = KnownAnswers.of(CanonicalJsonTest.class, "numbers.csv");
        assertThat(rows).hasSizeGreaterThan(25);
        for (String[] row : rows) {
            double number = Double.longBitsToDouble(Long.parseUnsignedLong(row[0], 16));
            assertThat(CanonicalJson.number(number)).isEqualTo(row[1]);
        }
    }

    /**
     * The authors' sequence of numbers, edge cases first and then pseudo-random ones, with the SHA-256 that they publish
     * of its first 10,000 lines (cyberphone/json-canonicalization, testdata/README.md).
     */
    @Test
    void tenThousandNumbersHaveThePublishedHash() throws Exception {
        MessageDigest lines = MessageDigest.getInstance("SHA-256");
        int count = 0;
        for (String[] row : KnownAnswers.of(CanonicalJsonTest.class, "sequence.csv")) {
            lines.update(line(Long.parseUnsignedLong(row[0], 16)));
            count++;
        }
        for (long bits = 0x0010000000000000L; bits < 0x0010000000000000L + 2000; bits++) {
            lines.update(line(bits));
            count++;
        }
        byte[] block = new byte[32];
        while (count < 10_000) {
            block = MessageDigest.getInstance("SHA-256").digest(block);
            ByteBuffer numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
            while (numbers.hasRemaining() && count < 10_000) {
                long bits = numbers.getLong();
                double number = Double.longBitsToDouble(bits);
                if (number != 0 && Double.isFinite(number)) {
                    lines.update(line(bits));
                    count++;
                }
            }
        }
        assertThat(HexFormat.of().formatHex(lines.digest()))
                .isEqualTo("b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892");
    }

    private static byte[] line(long bits) {
        String number = CanonicalJson.number(Double.longBitsToDouble(bits));
        return (Long.toHexString(bits) + "," + number + "\n").getBytes(US_ASCII);
    }

    /** RFC 8785, section 3.2.2 and 3.2.3. */
    @Test
    void theExampleOfTheStandardComesOutAsPrintedThere() {
        assertCanonical(
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""",
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** RFC 8785, section 3.2.3: sorting by UTF-16 code units puts the emoji before the Hebrew letter. */
    @Test
    void namesAreSortedByUtf16CodeUnits() {
        assertCanonical(
                """
                {
                  "\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }""",
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** cyberphone/json-canonicalization, testdata/input/structures.json and weird.json (Apache-2.0). */
    @Test
    void theAuthorsOwnExamplesComeOutAsTheirs() {
        assertCanonical(
                "{\"1\": {\"f\": {\"f\": \"hi\",\"F\": 5} ,\"\\n\": 56.0}, \"10\": { }, \"\": \"empty\", \"a\": { },"
                        + " \"111\": [ { } ], \"A\": { }}",
                "{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},\"111\":[{}],\"A\":{},\"a\":{}}");
        assertCanonical(
                "{\"</script>\": \"Browser Challenge\", \"\\u0080\": \"Control\\u007f\", \"1\": \"\\b\\t\\f\\u001f\"}",
                "{\"1\":\"\\b\\t\\f\\u001f\",\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\"}");
    }

    @Test
    void theCanonicalSpellingIsItsOwn() {
        for (String canonical : List.of("null", "true", "[]", "{}", "\"\"", "0", "-1.5", "[1,2,{\"a\":[]}]")) {
            assertCanonical(canonical, canonical);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{\"a\"}",
                "{\"a\":1,}",
                "[1] 2",
                "{\"a\":1,\"a\":2}",
                "01",
                "+1",
                ".5",
                "NaN",
                "Infinity",
                "1e999",
                "-1e999",
                "'a'",
                "{a:1}",
                "[1,]",
                "nul",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"\\ud800\":1}",
                "\"\n\"",
                "\"\\x\"",
                "/* */ 1",
                "]",
                "\uFEFF1"
            })
    void refusesWhatIsNotOneCanonicalisableValue(String text) {
        assertThatThrownBy(() -> CanonicalJson.of(text.getBytes(UTF_8)))
                .hasMessageEndingWith("(ENTRY-NOT-JSON)")
                .hasNoCause();
    }

    @Test
    void refusesOtherEncodingsAndDeepNesting() {
        assertThatThrownBy(() -> CanonicalJson.of("\"é\"".getBytes(ISO_8859_1))).hasMessageContaining("not UTF-8");
        String deep = "[".repeat(65) + "]".repeat(65);
        assertThatThrownBy(() -> CanonicalJson.of(deep.getBytes(UTF_8))).hasMessageContaining("nested too deeply");
        String allowed = "[".repeat(64) + "]".repeat(64);
        assertCanonical(allowed, allowed);
        assertThatThrownBy(() -> CanonicalJson.of(new byte[CanonicalJson.LONGEST_BYTES + 1]))
                .hasMessageContaining("is longer than");
        byte[] longest = " ".repeat(CanonicalJson.LONGEST_BYTES).getBytes(UTF_8);
        longest[0] = '7';
        assertThat(CanonicalJson.of(longest)).asString().isEqualTo("7");
    }

    @Test
    void refusesValuesThatJsonDoesNotHave() {
        assertThatThrownBy(() -> CanonicalJson.write('c')).hasMessageContaining("java.lang.Character");
        assertThatThrownBy(() -> CanonicalJson.write(Double.NaN)).hasMessageContaining("ENTRY-NOT-JSON");
        assertThat(CanonicalJson.write(Map.of("b", 2L, "a", List.of(true, 1)))).isEqualTo("{\"a\":[true,1],\"b\":2}");
    }

    private static void assertCanonical(String json, String canonical) {
        assertThat(new String(CanonicalJson.of(json.getBytes(UTF_8)), UTF_8)).isEqualTo(canonical);
        assertThat(new String(CanonicalJson.of(canonical.getBytes(UTF_8)), UTF_8))
                .isEqualTo(canonical);
    }
}
