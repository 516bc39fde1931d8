package org.concordat.cli.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Shape.Group;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates are true to the shapes that read the files filled in from them. */
final class FileTemplateTest {

    /** What a line that nobody has filled in leads to. */
    private static final Set<String> UNFILLED =
            Set.of("VALUE-WRONG", "FIELD-BLANK", "WORD-UNKNOWN", "LIST-EMPTY", "VALUE-KIND");

    /** What is optional: a hash, perhaps another one, a name, a colon, and nothing or an empty list after it; or a dash. */
    private static final Pattern OPTIONAL = Pattern.compile("(?m)^( *)# ( *(?:# *)?[a-z-]+:(?: \\[])?| *-)$");

    static Stream<String> kinds() {
        return NewCommand.kinds().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTemplateLacksNothingAndSaysNothing(String kind) {
        assertThat(problems(kind, template(kind)))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(UNFILLED).contains(problem.code()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withEveryHashTakenAwayItHasEveryField(String kind) {
        String once = OPTIONAL.matcher(template(kind)).replaceAll("$1$2");
        String whole = OPTIONAL.matcher(once).replaceAll("$1$2");
        assertThat(problems(kind, whole))
                .allSatisfy(
                        problem -> assertThat(UNFILLED).as(problem.toString()).contains(problem.code()));
        String names = whole.replaceAll("(?m)^ *#.*$", "");
        assertEveryFieldIsIn(shape(kind), names);
    }

    private static void assertEveryFieldIsIn(Group group, String text) {
        group.fields().forEach(field -> {
            assertThat(text).containsPattern("(?m)^ *" + field.name() + ":");
            switch (field.shape()) {
                case Group inner -> assertEveryFieldIsIn(inner, text);
                case Shape.ListOf list -> {
                    if (list.of() instanceof Group inner) {
                        assertEveryFieldIsIn(inner, text);
                    }
                }
                default -> {}
            }
        });
    }

    private static String template(String kind) {
        return String.join("\n", NewCommand.lines(kind, shape(kind))) + "\n";
    }

    private static Group shape(String kind) {
        return Objects.requireNonNull(NewCommand.kinds().get(kind));
    }

    private static List<Problem> problems(String kind, String text) {
        var problems = new Problems();
        YamlFile.read(kind, new ByteArrayInputStream(text.getBytes(UTF_8)), problems)
                .ifPresent(fields -> Values.of(kind, fields, shape(kind), problems));
        return problems.inOrder();
    }
}
