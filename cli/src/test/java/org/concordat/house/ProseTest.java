package org.concordat.house;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.cli.Concordat;
import org.concordat.house.ProseRules.Command;
import org.concordat.house.Sources.Text;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The pages for readers say nothing that is not so. */
final class ProseTest {

    private static final List<Text> PAGES = Sources.prose();
    private static final Set<String> LAUNCHER_COMMANDS =
            Set.of("test", "soak", "serve", "backup", "restore", "upgrade");
    private static final String ERRORS_PAGE = "docs/manual/errors.md";

    private static final Set<String> TYPES = ParsedJava.ALL.stream()
            .flatMap(file -> file.types().stream())
            .map(ParsedJava.Type::name)
            .collect(toCollection(TreeSet::new));

    @Test
    void everyPathInBackticksExists() {
        assertThat(PAGES).extracting(Text::path).contains("README.md", "ARCHITECTURE.md", "docs/manual/link.md");
        assertThat(PAGES)
                .flatMap(page -> ProseRules.missingPaths(page, ProseTest::exists))
                .isEmpty();

        var bad = page("docs/x.md", "See `docs/nowhere.md`, `nowhere.md`, `./nowhere/`, but `target/x.json`, `a b/c`.");
        assertThat(ProseRules.missingPaths(bad, ProseTest::exists)).hasSize(3);
        var good = page("docs/manual/x.md", "See `README.md`, `errors.md`, `./concordat`, `docs/manual/`.");
        assertThat(ProseRules.missingPaths(good, ProseTest::exists)).isEmpty();
    }

    @Test
    void everyTypeInBackticksExists() {
        assertThat(PAGES).flatMap(page -> ProseRules.missingTypes(page, TYPES)).isEmpty();

        var bad = page("x.md", "Ask the `LinkManager`, or `NoSuchType.knows()`.");
        assertThat(ProseRules.missingTypes(bad, TYPES)).hasSize(2);
        var good = page("x.md", "`Concordat`, `IllegalArgumentException`, `Clock`, `README`, `Concordat.main`");
        assertThat(ProseRules.missingTypes(good, TYPES)).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(PAGES)
                .flatMap(page -> ProseRules.brokenLinks(page, ProseTest::exists))
                .isEmpty();

        var bad = page("docs/manual/x.md", "[one](nowhere.md) [two](LICENSE#top)");
        assertThat(ProseRules.brokenLinks(bad, ProseTest::exists)).hasSize(2);
        var good = page("docs/manual/x.md", "[one](../../README.md#top) [two](https://example.org) [three](#here)");
        assertThat(ProseRules.brokenLinks(good, ProseTest::exists)).isEmpty();
    }

    @Test
    void everyCommandThatReadersAreToldToTypeIsUnderstood() {
        List<Command> told = PAGES.stream()
                .flatMap(page -> ProseRules.commands(page).stream())
                .toList();
        assertThat(told).isNotEmpty();
        for (Command command : told) {
            if (command.planned()) {
                assertThatThrownBy(() -> parse(command))
                        .as("%s exists now: take the word `planned` from its block", command)
                        .isInstanceOf(CommandLine.ParameterException.class);
            } else {
                assertThatCode(() -> parse(command)).as(command.toString()).doesNotThrowAnyException();
            }
        }

        var bad = page("x.md", "```console\n$ ./concordat --no-such-option\nsaid\n```\n");
        assertThat(ProseRules.commands(bad))
                .singleElement()
                .satisfies(command -> assertThatThrownBy(() -> parse(command)).hasMessageContaining("no-such-option"));
    }

    @Test
    void commandsAreReadAsAShellWould() {
        var page = page("x.md", """
                ```console runnable exit=1
                $ CONCORDAT_MEMORY=4g ./concordat link "two words.csv" \\
                    b.csv --id 'the id'
                Linked.
                $ ls
                ```
                ```java
                $ ./concordat no
                ```
                """);
        assertThat(ProseRules.commands(page)).singleElement().satisfies(command -> {
            assertThat(command.words()).containsExactly("link", "two words.csv", "b.csv", "--id", "the id");
            assertThat(command.runnable()).isTrue();
            assertThat(command.exitCode()).isEqualTo(1);
        });
    }

    @Test
    void everyErrorCodeIsExplainedAndEveryExplainedCodeExists() {
        var used = new TreeSet<String>();
        ParsedJava.ALL.stream()
                .filter(file -> file.text().path().contains("/src/main/"))
                .filter(file -> !file.text().path().startsWith("benchmarks/"))
                .forEach(file -> used.addAll(SourceRules.codes(file)));
        used.addAll(SourceRules.codesInBrackets(Sources.text("concordat").content()));
        assertThat(used).contains("JDK-MISSING");
        assertThat(ProseRules.explainedCodes(Sources.text(ERRORS_PAGE)))
                .as("headings of %s", ERRORS_PAGE)
                .containsExactlyInAnyOrderElementsOf(used);

        var file = new Text(
                "A.java", "class A { String a = \"FILE-EMPTY\", b = \"No. (FILE-CUT)\", c = \"UTF-8 NO-X\"; }");
        assertThat(SourceRules.codes(ParsedJava.of(file))).containsExactly("FILE-CUT", "FILE-EMPTY");
        assertThat(ProseRules.explainedCodes(page("x.md", "# Errors\n### FILE-EMPTY\nNOT-A-HEADING\n")))
                .containsExactly("FILE-EMPTY");
    }

    /** A path from the root, or the name of a Java file anywhere. */
    private static boolean exists(String path) {
        return Files.exists(Sources.ROOT.resolve(Path.of(path)))
                || ParsedJava.ALL.stream().anyMatch(file -> file.text().path().endsWith("/" + path));
    }

    private static void parse(Command command) {
        if (!command.words().isEmpty()
                && LAUNCHER_COMMANDS.contains(command.words().getFirst())) {
            return;
        }
        new CommandLine(new Concordat()).parseArgs(command.words().toArray(String[]::new));
    }

    private static Text page(String path, String content) {
        return new Text(path, content);
    }
}
