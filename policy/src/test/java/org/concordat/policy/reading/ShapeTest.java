package org.concordat.policy.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.policy.reading.Shape.any;
import static org.concordat.policy.reading.Shape.group;
import static org.concordat.policy.reading.Shape.optional;
import static org.concordat.policy.reading.Shape.required;
import static org.concordat.policy.reading.Shape.some;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShapeTest {

    private static final Shape.Group SHAPE = group(
            required("thing", new Shape.Id(), "Its id."),
            optional("form", Shape.word(SharingForm.class), "How it leaves."),
            optional("on", new Shape.Day(), "When."),
            optional("days", new Shape.Whole(1, 400), "How long."),
            optional("told", new Shape.YesNo(), "Whether told."),
            optional("key", new Shape.Bytes(3), "A key."),
            optional("note", new Shape.Prose(10), "A note."),
            optional("of", some(new Shape.Reference("dataset")), "Of what."),
            optional("also", any(group(required("a", new Shape.Prose(5), "An a."))), "More."));

    @Test
    void wordsComeInTheVocabularysOrderHoweverTheyAreWritten() {
        List<String> backwards = Word.spellings(FactName.class).reversed();
        var shape = group(required("facts", some(Shape.word(FactName.class)), "Facts."));
        Values values = Values.of("f", file("facts: " + backwards + "\n"), shape, new Problems())
                .orElseThrow();
        assertThat(values.words("facts", FactName.class)).containsExactly(FactName.values());
    }

    @Test
    void aFileWithProblemsIsNotReadHoweverManyThereWereBefore() {
        var problems = new Problems();
        for (int i = 0; i < 2_000; i++) {
            problems.add("CODE", new Place("f", 1), "Cause.", "Remedy.");
        }
        assertThat(Values.of("thing", file("thing: [a]\n"), SHAPE, problems)).isEmpty();
        assertThat(problems.count()).isEqualTo(2_001);
        assertThat(problems.inOrder()).hasSize(1_000);
    }

    /** A template that nobody has filled in must not be told which answer is the nearest. */
    @ParameterizedTest
    @CsvSource({"form", "on", "days", "told", "key", "note"})
    void saysWhereNothingWasFilledInAndSuggestNoAnswer(String field) {
        var problems = new Problems();
        Values.of("thing", file("thing: T-1\n" + field + ":\n"), SHAPE, problems);
        assertThat(problems.inOrder()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("FIELD-BLANK");
            assertThat(problem.cause()).isEqualTo("'" + field + "' says nothing.");
            assertThat(problem.remedy()).isEqualTo("Fill it in.");
        });
    }

    @Test
    void saysThatItIsTheValueWhichIsWrongAndNotTheField() {
        var problems = new Problems();
        Values.of("thing", file("thing: T 1!\n"), SHAPE, problems);
        assertThat(problems.inOrder().getFirst().cause()).startsWith("What 'thing' holds is not an id");
    }

    @Test
    void readsEveryShapeAsWhatItMeans() {
        Values values = Values.of("thing", file("""
                                thing: T-1
                                form: identified
                                on: 2026-03-31
                                days: 30
                                told: no
                                key: AQID
                                note: hello
                                of: [b, a]
                                also: [{a: x}]
                                """), SHAPE, new Problems()).orElseThrow();
        assertThat(values.text("thing")).isEqualTo("T-1");
        assertThat(values.word("form", SharingForm.class)).isEqualTo(SharingForm.IDENTIFIED);
        assertThat(values.day("on")).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(values.whole("days")).isEqualTo(30);
        assertThat(values.isYes("told")).isFalse();
        assertThat(values.bytes("key")).containsExactly(1, 2, 3);
        assertThat(values.texts("of")).containsExactly("b", "a");
        assertThat(values.textSet("of")).containsExactly("a", "b");
        assertThat(values.groups("also").getFirst().text("a")).isEqualTo("x");
        assertThat(values.place("days")).isEqualTo(new Place("f", 4));
        assertThatThrownBy(() -> values.text("of")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> values.texts("note")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> values.group("note")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            form: Identified        | WORD-UNKNOWN
            form: [identified]      | WORD-UNKNOWN
            frm: identified         | FIELD-UNKNOWN
            on: 31 March 2026       | VALUE-WRONG
            on: 2026-02-30          | VALUE-WRONG
            on: 0026-02-03          | VALUE-WRONG
            on: +12026-02-03        | VALUE-WRONG
            days: 0                 | VALUE-WRONG
            days: 401               | VALUE-WRONG
            days: 030               | VALUE-WRONG
            days: 3.0               | VALUE-WRONG
            days: 99999999999       | VALUE-WRONG
            told: true              | WORD-UNKNOWN
            key: AQI=               | VALUE-WRONG
            key: '%%'               | VALUE-WRONG
            note: ''                | FIELD-BLANK
            note: 12345678901       | FIELD-TOO-LONG
            note: [a]               | VALUE-KIND
            of: []                  | LIST-EMPTY
            of: a                   | VALUE-KIND
            of: [a, a]              | LIST-REPEATS
            of: ['a b']             | VALUE-WRONG
            also: [x]               | VALUE-KIND
            also: [{}]              | FIELD-MISSING
            """)
    void refusesWhatHasNotItsShape(String line, String code) {
        var problems = new Problems();
        assertThat(Values.of("thing", file("thing: T-1\n" + line), SHAPE, problems))
                .isEmpty();
        assertThat(problems.inOrder()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place().line()).isEqualTo(2);
            assertThat(problem.cause()).endsWith(".");
            assertThat(problem.remedy()).matches("(?s).*[.?]");
        });
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndSuggestsTheNearestWord() {
        var problems = new Problems();
        Values.of("thing", file("frm: a\nform: identifyed\nnote: ''"), SHAPE, problems);
        assertThat(problems.inOrder())
                .extracting(Problem::code)
                .containsExactly("FIELD-MISSING", "FIELD-UNKNOWN", "WORD-UNKNOWN", "FIELD-BLANK");
        assertThat(problems.inOrder().get(1).remedy()).contains("'form'");
        assertThat(problems.inOrder().get(2).remedy()).contains("'identified'");
    }

    @Test
    void becomesAJsonSchemaThatKnowsEveryField() {
        String schema = JsonSchema.of("Test", Map.of("thing", SHAPE));
        for (Shape.Field field : SHAPE.fields()) {
            assertThat(schema).contains("\"" + field.name() + "\":{\"allOf\"").contains(field.meaning());
        }
        assertThat(schema).contains("\"additionalProperties\":false", "\"required\":[\"thing\"]");
    }

    @Test
    void canonicalJsonSortsByCodeUnitAndEscapesOnlyWhatItMust() {
        // RFC 8785, section 3.2.3: the sorted order of its example; and section 3.2.2.2: its escapes.
        assertThat(CanonicalJson.write((Object) Map.of(
                        "\u20ac", "Euro Sign",
                        "\r", "Carriage Return",
                        "\ufb33", "Hebrew Letter Dalet With Dagesh",
                        "1", "One",
                        "\ud83d\ude00", "Emoji: Grinning Face",
                        "\u0080", "Control",
                        "\u00f6", "Latin Small Letter O With Diaeresis")))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(CanonicalJson.write((Object) "\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(CanonicalJson.write((Object) List.of(List.of(), Map.of(), true, 3)))
                .isEqualTo("[[],{},true,3]");
        assertThatThrownBy(() -> CanonicalJson.write((Object) "\ud83d")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write((Object) 1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Node.Fields file(String text) {
        return YamlFile.read("f", new ByteArrayInputStream(text.getBytes(UTF_8)), new Problems())
                .orElseThrow();
    }
}
