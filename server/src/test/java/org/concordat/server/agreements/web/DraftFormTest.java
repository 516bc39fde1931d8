package org.concordat.server.agreements.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.YamlFile;
import org.concordat.server.agreements.internal.YamlText;
import org.concordat.server.foundation.forms.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;

class DraftFormTest {

    private static final Path PLAYBOOKS = Path.of(Objects.requireNonNull(
                    System.getProperty("concordat.root"), "Run by Maven, which sets concordat.root"))
            .resolve("playbooks");

    private static final Place NOWHERE = new Place("test", 1);

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(PLAYBOOKS)) {
            return all.filter(path -> path.toString().matches(".*/(agreement|common)/[^/]+\\.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysTheSameAfterItWentThroughTheFormAndWasWrittenAnew(Path file) throws IOException {
        Node.Fields before = read(Files.readString(file));
        String kind = before.nodes().keySet().iterator().next();
        Node.Fields draft = before;
        for (DraftSection section : DraftSection.of(kind)) {
            Form form = Form.of(sent(SectionFields.of(section.fields(), section.in(draft))));
            var reading = new SectionAnswers(form);
            // Nothing from before: every answer comes from the form.
            Map<String, Node> answers = reading.read(section.fields(), Map.of());
            reading.check(section.fields(), answers);
            assertThat(form.problems()).as(section.key()).isEmpty();
            draft = section.replaced(kind, draft, answers);
        }
        assertThat(plain(read(YamlText.of(draft)))).isEqualTo(plain(before));
    }

    @ParameterizedTest
    @MethodSource("files")
    void writesAFileThatReadsToTheLetterAsBefore(Path file) throws IOException {
        Node.Fields before = read(Files.readString(file));
        assertThat(plain(read(YamlText.of(before)))).isEqualTo(plain(before));
    }

    @Test
    void writesAnyTextSoThatItReadsToTheLetterAsBefore() {
        var texts = List.of(
                "yes",
                "2026-01-01",
                "0123",
                "null",
                "~",
                "- item",
                "a: b",
                "a #b",
                "# a",
                "'",
                "\"",
                "it's \"so\"",
                "two\nlines",
                "two\n\nparagraphs",
                "ends\n",
                "ends\n\n",
                " begins",
                "ends ",
                "a\n  deeper\nback",
                "  deeper first\nback",
                "[a, b]",
                "{a: b}",
                "a, b",
                "&a",
                "*a",
                "!a",
                "%a",
                "@a",
                "`a",
                "|",
                ">",
                "?",
                "é 😀",
                "tab\there",
                "word ".repeat(60) + "end",
                "x".repeat(500),
                "long: " + "word, ".repeat(60) + "#end",
                "word ".repeat(30) + "\n" + "word ".repeat(30) + "end",
                "trailing \nspaces",
                "1e3",
                "=",
                "<<",
                "a:",
                "...",
                "---");
        var fields = new LinkedHashMap<String, Node>();
        fields.put(
                "list",
                new Node.Items(
                        NOWHERE,
                        texts.stream()
                                .<Node>map(text -> new Node.Text(NOWHERE, text))
                                .toList()));
        for (int i = 0; i < texts.size(); i++) {
            fields.put("f" + i, new Node.Text(NOWHERE, texts.get(i)));
            fields.put(
                    "g" + i,
                    new Node.Items(
                            NOWHERE,
                            List.of(new Node.Fields(
                                    NOWHERE, Map.of("t", new Node.Text(NOWHERE, texts.get(i))), Map.of()))));
        }
        fields.put("none", new Node.Items(NOWHERE, List.of()));
        var draft = new Node.Fields(NOWHERE, fields, Map.of());
        assertThat(plain(read(YamlText.of(draft)))).isEqualTo(plain(draft));
    }

    @Test
    void writesFilesAsPeopleDo() {
        assertThat(
                        YamlText.of(
                                read(
                                        "schedule: SC-1\nversion: 1\nversions:\n  - {version: 1, on: 2026-01-01, change: First.}\nforms: [one, two]\npublic-register: yes\n")))
                .isEqualTo("""
                        schedule: SC-1
                        version: 1
                        versions:
                          - version: 1
                            on: 2026-01-01
                            change: First.
                        forms: [one, two]
                        public-register: yes
                        """);
    }

    @Test
    void keepsToTheLetterWhatWasNotChanged() throws IOException {
        String kind = "schedule";
        Node.Fields before =
                read(Files.readString(PLAYBOOKS.resolve("c5-patient-listing/agreement/schedule-sc-c5.yaml")));
        for (DraftSection section : DraftSection.of(kind)) {
            Form form = Form.of(sent(SectionFields.of(section.fields(), section.in(before))));
            Map<String, Node> answers = new SectionAnswers(form).read(section.fields(), section.in(before));
            assertThat(plain(SectionAnswers.group(answers))).isEqualTo(plain(SectionAnswers.group(section.in(before))));
        }
    }

    @Test
    void addsToAListAndTakesAwayFromIt() {
        Map<String, Node> law =
                read("law:\n  powers:\n    - {row: a}\n    - {row: b}\n").nodes();
        assertThat(plain(SectionAnswers.group(GroupLists.after("add:law.powers", law)))
                        .toString())
                .isEqualTo("{law={powers=[{row=a}, {row=b}, {}]}}");
        assertThat(plain(SectionAnswers.group(GroupLists.after("remove:law.powers.0", law)))
                        .toString())
                .isEqualTo("{law={powers=[{row=b}]}}");
        for (String odd : List.of("remove:law.powers.2", "remove:law.powers.x", "remove:.", "add:", "remove:law")) {
            assertThat(plain(SectionAnswers.group(GroupLists.after(odd, law))).toString())
                    .as(odd)
                    .contains("{powers=[{row=a}, {row=b}]}");
        }
    }

    private static MockHttpServletRequest sent(Map<String, List<String>> values) {
        var request = new MockHttpServletRequest();
        // A browser sends the lines of a text area so.
        values.forEach((name, all) -> request.addParameter(
                name, all.stream().map(value -> value.replace("\n", "\r\n")).toArray(String[]::new)));
        return request;
    }

    private static Node.Fields read(String text) {
        var problems = new Problems();
        return YamlFile.read("test.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)), problems)
                .orElseThrow(() -> new AssertionError(problems.inOrder() + "\n" + text));
    }

    /** Without the places. */
    private static Object plain(Node node) {
        return switch (node) {
            case Node.Text text -> text.value();
            case Node.Items items ->
                items.nodes().stream().map(DraftFormTest::plain).toList();
            case Node.Fields fields -> {
                var plain = new TreeMap<String, Object>();
                fields.nodes().forEach((name, value) -> plain.put(name, plain(value)));
                yield plain;
            }
        };
    }
}
