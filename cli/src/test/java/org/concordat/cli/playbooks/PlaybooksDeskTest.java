package org.concordat.cli.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.cli.CommandRun;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every playbook through the public door: copied, signed, checked at the command line. */
final class PlaybooksDeskTest {

    private static final Path ROOT = Path.of(Objects.requireNonNull(
                    System.getProperty("concordat.root"), "Run by Maven, which sets concordat.root"))
            .resolve("playbooks");
    private static final Pattern KEY_LINE = Pattern.compile("(?m)^    key: (\\S+)$");

    /** One answer of a playbook's expected.yaml. */
    record Expected(Path playbook, Map<String, Node> fields) {
        String text(String field) {
            return ((Node.Text) Objects.requireNonNull(fields.get(field))).value();
        }

        List<String> texts(String field) {
            return fields.get(field) instanceof Node.Items items
                    ? items.nodes().stream()
                            .map(node -> ((Node.Text) node).value())
                            .toList()
                    : List.of();
        }

        @Override
        public String toString() {
            return playbook.getFileName() + " " + text("request");
        }
    }

    /** Of each playbook, the first that is permitted and the first that is refused; the rest is asked in policy, sooner. */
    static Stream<Expected> permittedAndRefused() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("expected.yaml")))
                    .sorted()
                    .flatMap(playbook -> {
                        var byKind = new LinkedHashMap<String, Expected>();
                        expected(playbook).stream()
                                .filter(each -> !each.text("answer").equals("needs-facts"))
                                .forEach(each -> byKind.putIfAbsent(each.text("answer"), each));
                        return byKind.values().stream();
                    })
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("permittedAndRefused")
    void theCommandGivesTheExpectedAnswer(Expected expected, @TempDir Path place) throws IOException {
        Desk desk = Desk.of(expected.playbook(), expected.texts("practice"), place);
        desk.signAll();
        CommandRun run = check(expected, desk, "--json");
        String answer = expected.text("answer");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(answer.equals("permitted") ? 0 : 1);
        JsonNode told = JsonMapper.shared().readTree(run.out());
        assertThat(told.path("outcome").asString()).isEqualTo(answer);
        assertThat(rules(told)).isEqualTo(new TreeSet<>(expected.texts("rules")));
    }

    /** As an officer would: copy, lint, keys, signatures, trusted keys, ask. */
    @Test
    void aPlaybookIsCopiedSignedAndAskedWithCommandsAlone(@TempDir Path place) throws IOException {
        Expected ordinary = expected(ROOT.resolve("c5-patient-listing")).stream()
                .filter(each -> each.text("answer").equals("permitted"))
                .findFirst()
                .orElseThrow();
        Desk desk = Desk.of(ordinary.playbook(), ordinary.texts("practice"), place);
        assertThat(CommandRun.of("agreements", "lint", desk.agreements()).exitCode())
                .isZero();
        assertThat(check(ordinary, desk).exitCode()).as("nobody has signed yet").isEqualTo(1);

        var trusted = new StringBuilder("trusted-keys: tideford\nkeys:\n");
        for (String organisation : List.of("hospital", "council")) {
            Path secret = place.resolve(organisation + ".key");
            CommandRun made = CommandRun.of("agreements", "new-key", secret);
            assertThat(made.exitCode()).as(made.err()).isZero();
            Matcher line = KEY_LINE.matcher(made.out());
            assertThat(line.find()).as(made.out()).isTrue();
            Path file = desk.agreements().resolve("organisation-" + organisation + ".yaml");
            Files.writeString(
                    file,
                    Files.readString(file)
                            + "signatories:\n  - {id: chief, level: Chief executive, key: \"%s\", from: 2026-01-01}\n"
                                    .formatted(line.group(1)));
            trusted.append(
                    ("  - {organisation: %s, signatory: chief, key: \"%s\", checked-on: 2026-01-05, checked-by: officer-1,"
                                    + " how: By telephone.}\n")
                            .formatted(organisation, line.group(1)));
        }
        for (String organisation : List.of("hospital", "council")) {
            for (String document : List.of("PR-TIDEFORD", "AG-C5", "SC-C5")) {
                CommandRun signed = CommandRun.of(
                        "agreements",
                        "sign",
                        desk.agreements(),
                        document,
                        "--organisation",
                        organisation,
                        "--signatory",
                        "chief",
                        "--key",
                        place.resolve(organisation + ".key"),
                        "--on",
                        "2026-01-05");
                assertThat(signed.exitCode()).as(signed.err()).isZero();
            }
        }
        CommandRun unchecked = check(ordinary, desk);
        assertThat(unchecked.exitCode()).as("nobody has checked the keys").isEqualTo(1);
        Files.writeString(desk.keys(), trusted);
        CommandRun permitted = check(ordinary, desk);
        assertThat(permitted.exitCode()).as(permitted.out()).isZero();
    }

    private static CommandRun check(Expected expected, Desk desk, String... more) {
        String name = expected.text("request") + ".yaml";
        Path facts = expected.playbook().resolve("facts").resolve(name);
        Stream<Object> words = Stream.of(
                "check",
                expected.playbook().resolve("requests").resolve(name),
                "--agreements",
                desk.agreements(),
                "--trusted-keys",
                desk.keys());
        Stream<Object> known = Files.exists(facts) ? Stream.of("--facts", facts) : Stream.of();
        return CommandRun.of(Stream.of(words, known, Stream.<Object>of((Object[]) more))
                .flatMap(each -> each)
                .toArray());
    }

    private static Set<String> rules(JsonNode told) {
        return Stream.of("refused", "needs")
                .flatMap(kind -> told.path(kind).valueStream())
                .map(each -> each.path("rule").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Expected> expected(Path playbook) {
        try (var content = new ByteArrayInputStream(Files.readAllBytes(playbook.resolve("expected.yaml")))) {
            var problems = new Problems();
            Node.Fields file = YamlFile.read("expected.yaml", content, problems).orElseThrow();
            Node.Items answers =
                    (Node.Items) Objects.requireNonNull(file.nodes().get("answers"));
            return answers.nodes().stream()
                    .map(node -> new Expected(playbook, ((Node.Fields) node).nodes()))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
