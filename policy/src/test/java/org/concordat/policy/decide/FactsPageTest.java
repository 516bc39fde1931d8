package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.words.FactName;
import org.junit.jupiter.api.Test;

/** The manual's page of facts says what the code asks. */
final class FactsPageTest {

    private static final String HEAD = """
            # Facts: what may be asked before something is shared

            A decision asks only for the facts that matter to it, and says who can answer. Each has one answer with which
            sharing may go on; any other answer, and not knowing, does not permit. Facts about a person are asked about that
            one person, or, where a request is about many, for each of them: those for whom the answer is another, or not
            known, are left out. A row of the law pack can ask for any of them besides.

            | fact | question | must be | who can say | when it matters |
            |---|---|---|---|---|
            """;

    @Test
    void theManualNamesEveryFactItsQuestionWhoAnswersAndWhenItMatters() throws IOException {
        String page =
                HEAD + Stream.of(FactName.values()).map(FactsPageTest::line).collect(Collectors.joining("\n")) + "\n";
        Path file = Path.of(System.getProperty("concordat.root"), "docs", "manual", "facts.md");
        assertThat(Files.readString(file))
                .as("%s is to read as follows", file.getFileName())
                .isEqualTo(page);
    }

    private static String line(FactName fact) {
        return "| " + fact.word() + " | " + fact.question() + " | "
                + fact.wanted().word() + " | " + fact.supplier() + " | " + Materiality.when(fact) + " |";
    }
}
