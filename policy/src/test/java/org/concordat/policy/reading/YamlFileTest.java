package org.concordat.policy.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlFileTest {

    @Test
    void readsFieldsListsAndTextWithTheirLines() {
        var problems = new Problems();
        var file = YamlFile.read("a.yaml", bytes("schedule: SA-1\nparties:\n  - a\n  - b: no\n"), problems)
                .orElseThrow();
        assertThat(problems.isEmpty()).isTrue();
        assertThat(CanonicalJson.write((Node) file))
                .isEqualTo("{\"parties\":[\"a\",{\"b\":\"no\"}],\"schedule\":\"SA-1\"}");
        assertThat(file.places().get("parties")).hasToString("a.yaml, line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "NO", "1.0", "0x10", "2026-01-01", "null", "~", "1_000", ".inf", "true"})
    void leavesEveryPlainValueTheTextThatItIs(String value) {
        var file = YamlFile.read("a", bytes("x: " + value), new Problems()).orElseThrow();
        assertThat(file.nodes().get("x")).isEqualTo(new Node.Text(new Place("a", 1), value));
    }

    @Test
    void refusesAliasesAnchorsTagsMergesAndWhatIsNotOneDocumentOfFields() {
        assertThat(refusal("a: &x 1")).isEqualTo("YAML-ALIAS 1");
        assertThat(refusal("a: 1\nb: *x")).isEqualTo("YAML-ALIAS 2");
        assertThat(refusal("a: 1\n<<: *x")).isEqualTo("YAML-ALIAS 2");
        assertThat(refusal("a: !!int 1")).isEqualTo("YAML-TAG 1");
        assertThat(refusal("a: !!java.net.URL [x]")).isEqualTo("YAML-TAG 1");
        assertThat(refusal("a: 1\n---\nb: 2")).isEqualTo("YAML-SECOND-DOCUMENT 2");
        assertThat(refusal("")).isEqualTo("YAML-EMPTY 1");
        assertThat(refusal("# nothing\n")).isEqualTo("YAML-EMPTY 1");
        assertThat(refusal("- a")).isEqualTo("YAML-NOT-FIELDS 1");
        assertThat(refusal("a")).isEqualTo("YAML-NOT-FIELDS 1");
    }

    @Test
    void refusesANameGivenTwiceAndNamesBothLines() {
        var problems = new Problems();
        assertThat(YamlFile.read("a", bytes("x: 1\ny: 2\nx: 3"), problems)).isEmpty();
        assertThat(problems.inOrder()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("YAML-TWICE");
            assertThat(problem.place().line()).isEqualTo(3);
            assertThat(problem.cause()).contains("line 1");
        });
    }

    @Test
    void refusesBrokenYamlWithItsLineAndWithoutQuotingIt() {
        assertThat(refusal("a: 1\nb: [1, 2\nc: 3")).startsWith("YAML-NOT-READABLE");
        assertThat(refusal("a: 1\n\tb: 2")).isEqualTo("YAML-NOT-READABLE 2");
        assertThat(refusal("a: \"Maria Smith")).startsWith("YAML-NOT-READABLE");
        assertThat(refusal("? [a]\n: 1")).isEqualTo("YAML-NAME 1");
        assertThat(refusal("a: \u0007")).startsWith("YAML-NOT-READABLE");
    }

    @Test
    void refusesTooLongTooDeepAndTooMany() {
        assertThat(refusal("a: " + "x".repeat(YamlFile.LONGEST_CHARACTERS))).isEqualTo("YAML-TOO-LONG 1");
        assertThat(refusal("a: " + "[".repeat(50_000))).startsWith("YAML-TOO-DEEP");
        assertThat(refusal("a: " + "[".repeat(12) + "]".repeat(12))).startsWith("YAML-TOO-DEEP");
        assertThat(refusal("a: " + "[".repeat(11) + "]".repeat(11))).isEqualTo("read");
        assertThat(refusal("a: " + "{a: ".repeat(5_000))).startsWith("YAML-TOO-DEEP");
        assertThat(refusal("a:\n" + "- x\n".repeat(YamlFile.MOST_VALUES))).startsWith("YAML-TOO-MANY-VALUES");
    }

    @Test
    void refusesWhatIsNotUtf8AndPassesOverAByteOrderMark() {
        var problems = new Problems();
        assertThat(YamlFile.read("a", new ByteArrayInputStream("a: caf\u00e9".getBytes(ISO_8859_1)), problems))
                .isEmpty();
        assertThat(problems.inOrder()).extracting(Problem::code).containsExactly("YAML-NOT-TEXT");
        assertThat(refusal("\uFEFFa: b")).isEqualTo("read");
    }

    @Test
    void readsACharacterThatTakesTwoPlacesWhereverItStands() {
        String emoji = "\uD83D\uDE00";
        for (int before = 0; before < 5_000; before++) {
            String value = "x".repeat(before) + emoji + "x";
            var file = YamlFile.read("a", bytes("x: " + value), new Problems()).orElseThrow();
            assertThat(file.nodes().get("x")).as("after %d", before).isEqualTo(new Node.Text(new Place("a", 1), value));
        }
    }

    @Test
    void aThousandDamagedFilesAreReadOrRefusedNeverWorse() {
        String good = "schedule: SA-1\nparties:\n  - {organisation: a, role: b}\ndata: |\n  some\n  text\n\"q\": 'r'\n";
        var random = new Random(20260101);
        for (int run = 0; run < 1_000; run++) {
            byte[] damaged = good.getBytes(UTF_8);
            for (int change = 0; change <= run % 5; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            var problems = new Problems();
            var file = YamlFile.read("a", new ByteArrayInputStream(damaged), problems);
            assertThat(file.isPresent()).isEqualTo(problems.isEmpty());
        }
    }

    private static String refusal(String text) {
        var problems = new Problems();
        var file = YamlFile.read("a.yaml", bytes(text), problems);
        List<Problem> found = problems.inOrder();
        assertThat(file.isEmpty()).isEqualTo(found.size() == 1);
        assertThat(found).allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("Maria"));
        return found.isEmpty()
                ? "read"
                : found.getFirst().code() + " " + found.getFirst().place().line();
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
