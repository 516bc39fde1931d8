package org.concordat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.decide.FactsFile;
import org.concordat.policy.decide.RequestFile;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.YamlFile;

/** Everything in policy that reads a file that somebody wrote, to be given files that nobody should have written. */
final class Parsers {

    private static final int LONGEST_MESSAGE_CHARACTERS = 2_000;

    /** Reads one file; what was found wrong goes to the problems. */
    interface Parser {
        Optional<?> read(InputStream file, Problems problems);
    }

    /** By name. */
    static final Map<String, Parser> ALL = new TreeMap<>(Map.of(
            "yaml", (file, problems) -> YamlFile.read("file", file, problems),
            "law pack", (file, problems) -> LawPack.read(List.of(new LawPack.Source("file", file)), problems),
            "folder",
                    (file, problems) -> AgreementFolder.read(
                            List.of(new Source("file", file)), Town.UK, TrustedKeys.none(), problems),
            "trusted keys", (file, problems) -> TrustedKeys.read(new Source("file", file), problems),
            "request",
                    (file, problems) -> RequestFile.read(new Source("file", file), problems)
                            .map(request -> request.on(LocalDate.EPOCH)),
            "facts",
                    (file, problems) -> FactsFile.read(new Source("file", file), problems)
                            .map(facts -> facts.answersFor(facts.about(), LocalDate.EPOCH, new Problems()))));

    private Parsers() {}

    /** Reads it, and sees to it that there is either something read or something said, in few words. */
    static Problems read(Parser parser, byte[] file) {
        var problems = new Problems();
        Optional<?> read = parser.read(new ByteArrayInputStream(file), problems);
        assertThat(read.isPresent()).isEqualTo(problems.isEmpty());
        for (Problem problem : problems.inOrder()) {
            assertThat(problem.toString()).hasSizeLessThan(LONGEST_MESSAGE_CHARACTERS);
            assertThat(problem.place().line()).isPositive();
        }
        return problems;
    }
}
