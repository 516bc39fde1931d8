package org.concordat.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.cli.CommandRun;
import org.concordat.cli.agreements.Harbour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An officer's desk: a town whose hospital may tell the council's home help team who comes home, a request to do so, and what
 * was found out.
 */
final class Desk {
    static final String DAY = "2026-06-01";
    static final String REQUEST = """
            request: RQ-1
            from: {organisation: trust}
            to: {organisation: council, team: home-help}
            role: home-helper
            dataset: discharges
            fields: [name, address, mobility]
            purpose: coming-home
            form: identified
            subjects: one
            significant-decision: no
            identifying-again: no
            on: 2026-06-01
            rests-on: agreement
            schedule: SC-1
            """;
    static final String FACTS = """
            facts: FA-1
            about: RQ-1
            answers:
              - {fact: role-held, answer: yes, said-by: hr-desk, on: 2026-06-01}
              - {fact: training-current, answer: yes, said-by: learning-desk, on: 2026-05-20}
              - {fact: likely-to-help-care, answer: yes, said-by: ward-3, on: 2026-06-01}
              - {fact: in-best-interests, answer: yes, said-by: ward-3, on: 2026-06-01}
              - {fact: person-objects, answer: no, said-by: ward-3, on: 2026-06-01}
              - {fact: address-protected, answer: no, said-by: records, on: 2026-06-01}
              - {fact: person-deceased, answer: no, said-by: records, on: 2026-06-01}
              - {fact: impact-assessed, answer: yes, said-by: dpo, on: 2026-01-20}
              - {fact: privacy-notice-given, answer: yes, said-by: dpo, on: 2026-01-20}
            """;
    static final String HARM = REQUEST.replace("rests-on: agreement\nschedule: SC-1\n", """
                    rests-on: serious-harm
                    serious-harm: {life-and-death: no, reason: Mrs Ada Marsh of 3 Mill Lane said she would jump.}
                    """);

    final Path at;
    final Path town;
    final Path trusted;
    final Path request;
    final Path facts;

    Desk(Path at) throws IOException {
        this.at = at;
        this.town = signed().writeTo(at.resolve("town"));
        this.trusted = Files.writeString(at.resolve("trusted.yaml"), Harbour.trustedFile());
        this.request = Files.writeString(at.resolve("request.yaml"), REQUEST);
        this.facts = Files.writeString(at.resolve("facts.yaml"), FACTS);
    }

    static Harbour signed() {
        List<String> parties = List.of("trust", "council");
        return Harbour.asWritten()
                .signed("PR-1", parties)
                .signed("AG-1", parties)
                .signed("SC-1", parties);
    }

    /** Changes the request in one place. */
    void ask(String from, String to) throws IOException {
        assertThat(REQUEST).contains(from);
        Files.writeString(request, REQUEST.replace(from, to));
    }

    /** The words of a check with everything at hand, and more. */
    Object[] words(Object... more) {
        return Stream.concat(
                        Stream.of("check", request, "--agreements", town, "--trusted-keys", trusted, "--facts", facts),
                        Stream.of(more))
                .toArray();
    }

    /** The words of a check without facts. */
    Object[] wordsWithoutFacts(Object... more) {
        return Stream.concat(
                        Stream.of("check", request, "--agreements", town, "--trusted-keys", trusted), Stream.of(more))
                .toArray();
    }

    Path ledger() {
        Path ledger = at.resolve("ledger");
        run(0, "ledger", "init", ledger, "--name", "ledger.example", "--key", at.resolve("ledger.key"));
        return ledger;
    }

    static JsonNode json(int exitCode, Object... words) {
        String out = said(exitCode, words);
        assertThat(out.lines()).hasSize(1);
        return JsonMapper.shared().readTree(out);
    }

    static String said(int exitCode, Object... words) {
        return run(exitCode, words).out();
    }

    /** The same in one line, however it was broken. */
    static String saidInOneLine(int exitCode, Object... words) {
        return said(exitCode, words).replaceAll("\\s+", " ");
    }

    static CommandRun run(int exitCode, Object... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.exitCode())
                .as("%s%n%s%n%s", List.of(words), run.out(), run.err())
                .isEqualTo(exitCode);
        return run;
    }
}
