package org.concordat.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.cli.CommandRun.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concordat.cli.CommandRun;
import org.concordat.cli.agreements.Harbour;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.ledger.entries.SaltedHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An officer asks whether a day's discharges may go to the home help team. */
final class CheckTest {
    private static final String DAY = "2026-06-01";
    private static final String REQUEST = """
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
    private static final String FACTS = """
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
    private static final String HARM = REQUEST.replace("rests-on: agreement\nschedule: SC-1\n", """
                    rests-on: serious-harm
                    serious-harm: {life-and-death: no, reason: Mrs Ada Marsh of 3 Mill Lane said she would jump.}
                    """);

    private final Path at;
    private final Path town;
    private final Path trusted;
    private final Path request;
    private final Path facts;

    CheckTest(@TempDir Path at) {
        this.at = at;
        this.town = at.resolve("town");
        this.trusted = at.resolve("trusted.yaml");
        this.request = at.resolve("request.yaml");
        this.facts = at.resolve("facts.yaml");
    }

    @BeforeEach
    void write() throws IOException {
        signed().writeTo(town);
        Files.writeString(trusted, Harbour.trustedFile());
        Files.writeString(request, REQUEST);
        Files.writeString(facts, FACTS);
    }

    private static Harbour signed() {
        List<String> parties = List.of("trust", "council");
        return Harbour.asWritten()
                .signed("PR-1", parties)
                .signed("AG-1", parties)
                .signed("SC-1", parties);
    }

    @Test
    void permitsWithFieldsFormAndDutiesAndSaysWhatItRestsOn() {
        String answer = said(0, ask());
        assertThat(answer).startsWith("PERMITTED. On 1 June 2026 Tideford Hospital may share with Tideford Council");
        assertThat(answer.replaceAll("\\s+", " "))
                .contains("Before the four steps. Is the request in order? Yes.")
                .contains("Step 1. Is there a power to share? Yes.")
                .contains("Step 4. Does it keep to data-protection law? Yes.")
                .contains("Fields: address, mobility, name")
                .contains("Form: identified, as records that say who they are about")
                .contains("1. Send these fields and no others: address, mobility, name.")
                .contains("destroyed by 30 August 2026, with a certificate for the sender")
                .contains("Mark as opinion, not fact: mobility.")
                .contains("Officers' verifications: v-251b")
                .contains("Answers: FA-1")
                .contains("Agreement: SC-1 ", "Agreement: AG-1 ", "Agreement: PR-1 ")
                .contains("This answer is not recorded");
    }

    @Test
    void refusesWithTheRuleItsPageAndWhatWouldChangeTheAnswer() throws IOException {
        Files.writeString(request, REQUEST.replace("mobility", "diagnosis"));
        assertThat(said(1, ask()).replaceAll("\\s+", " "))
                .startsWith("REFUSED. On 1 June 2026 Tideford Hospital may not share with")
                .contains("Is the request in order? No.")
                .contains("NO 'SC-1' does not cover: diagnosis. (NOT-AGREED)")
                .contains("What would change the answer 1. NOT-AGREED: Leave them out; it covers:")
                .contains("See docs/rules/NOT-AGREED.md.");
    }

    @Test
    void saysWhatIsMissingWhoCanSayItAndWhatToCopy() throws IOException {
        Files.delete(town.resolve("verification-251b.yaml"));
        String answer = said(1, "check", request, "--agreements", town, "--trusted-keys", trusted);
        assertThat(answer)
                .startsWith("NOT YET. It cannot be said whether on 1 June 2026")
                .contains("Ask the asker's supervisor. (training-current)")
                .contains(
                        "    facts: FA-RQ-1\n    about: RQ-1\n    answers:\n      - {fact: role-held, answer: unknown, ")
                .contains("    verification: v-hsca-2012-s251b\n    row: hsca-2012-s251b\n    fingerprint: "
                        + fingerprint() + "\n    officer: #")
                .contains("verification-hsca-2012-s251b.yaml");
        // The head of the file is not said again to whoever has one already.
        Files.writeString(facts, FACTS.replaceAll("(?m)^.*training-current.*\n", ""));
        assertThat(said(1, ask()))
                .contains("Add these lines to the answers of FA-1.")
                .contains("{fact: training-current, answer: unknown")
                .doesNotContain("about: RQ-1");
    }

    @Test
    void whatIsCopiedWithoutAThoughtPermitsNothing() throws IOException {
        Files.delete(facts);
        String answer = said(1, "check", request, "--agreements", town, "--trusted-keys", trusted);
        String copied = answer.lines()
                .filter(line -> line.matches(" {4}(facts|about|answers|  - \\{fact).*"))
                .map(line -> line.substring(4) + "\n")
                .reduce("", String::concat);
        assertThat(copied).contains("facts: FA-RQ-1", "answer: unknown");
        String answeredThatDay = copied.replaceAll("on: \\d{4}-\\d\\d-\\d\\d}", "on: " + DAY + "}");
        Files.writeString(facts, answeredThatDay);
        assertThat(said(1, ask())).startsWith("NOT YET.");
        Files.writeString(
                facts,
                answeredThatDay
                        .replaceAll("(objects|protected|deceased), answer: unknown", "$1, answer: no")
                        .replace("unknown", "yes"));
        assertThat(said(0, ask())).startsWith("PERMITTED.");
    }

    @Test
    void withoutCheckedKeysNoSignatureCounts() {
        String answer = said(1, "check", request, "--agreements", town, "--facts", facts);
        assertThat(answer)
                .startsWith("NOT YET.")
                .containsPattern("# trust-chief of Tideford Hospital should read out ([0-9a-f]{4} ){7}[0-9a-f]{4}\n")
                .contains("- {organisation: trust, signatory: trust-chief, key: \"")
                .contains("how: \"\"}");
    }

    @Test
    void namesTheSignaturesThatAreMissing() throws IOException {
        try (var files = Files.list(town)) {
            files.filter(path -> path.getFileName().toString().equals("sig-SC-1-council.yaml"))
                    .forEach(path -> assertThat(path.toFile().delete()).isTrue());
        }
        assertThat(said(1, ask()))
                .startsWith("REFUSED.")
                .contains("./concordat agreements sign " + town
                        + " SC-1 --organisation council --signatory council-chief --key KEYFILE --on ")
                .doesNotContain("agreements sign " + town + " AG-1");
    }

    @Test
    void leavesOutPeopleOfARequestAboutMany() throws IOException {
        Files.writeString(request, REQUEST.replace("subjects: one", "subjects: many"));
        assertThat(said(0, ask()).replaceAll("\\s+", " "))
                .contains("Who must be left out")
                .contains(
                        "Has the person objected to this? It must be no. (person-objects; ask whoever keeps objections)");
    }

    @Test
    void machinesReadTheSameAnswer() throws IOException {
        JsonNode answer = json(0, ask("--json"));
        assertThat(answer.get("outcome").asString()).isEqualTo("permitted");
        assertThat(answer.get("request").asString()).isEqualTo("RQ-1");
        assertThat(answer.get("on").asString()).isEqualTo(DAY);
        assertThat(answer.get("steps")
                        .valueStream()
                        .map(step -> step.get("step").asString()))
                .containsExactly("order", "power", "human-rights", "confidence", "data-protection");
        assertThat(answer.get("steps")
                        .valueStream()
                        .map(step -> step.get("answer").asString()))
                .containsOnly("yes");
        JsonNode permitted = answer.get("permitted");
        assertThat(permitted.get("fields").toString()).isEqualTo("[\"address\",\"mobility\",\"name\"]");
        assertThat(permitted
                        .get("duties")
                        .valueStream()
                        .map(duty -> duty.get("duty").asString()))
                .contains("only-these-fields", "destroy-by", "log");
        assertThat(answer.at("/basis/agreements/SC-1").asString()).hasSize(64);
        assertThat(answer.at("/basis/folder").asString()).hasSize(64);
        assertThat(answer.has("recorded")).isFalse();

        Files.writeString(request, REQUEST.replace("mobility", "diagnosis"));
        JsonNode refused = json(1, ask("--json"));
        assertThat(refused.get("outcome").asString()).isEqualTo("refused");
        assertThat(refused.at("/refused/0/rule").asString()).isEqualTo("NOT-AGREED");
        assertThat(refused.at("/refused/0/page").asString()).isEqualTo("docs/rules/NOT-AGREED.md");

        Files.writeString(request, REQUEST);
        JsonNode needs = json(1, "check", request, "--agreements", town, "--trusted-keys", trusted, "--json");
        assertThat(needs.get("outcome").asString()).isEqualTo("needs-facts");
        assertThat(needs.get("needs")
                        .valueStream()
                        .map(need -> need.path("fact").asString("")))
                .contains("role-held");
        assertThat(needs.at("/add/0/to").asString()).isEqualTo("facts");
    }

    @Test
    void theReasonForSeriousHarmIsNeverShown() throws IOException {
        Files.writeString(request, HARM);
        Path ledger = ledger();
        Path kept = at.resolve("kept.json");
        CommandRun text = run(0, ask("--record", ledger, "--keep", kept));
        CommandRun machines = run(0, ask("--json"));
        assertThat(text.out()).contains("PERMITTED.", "within one working day");
        assertThat(text.out() + text.err() + machines.out() + machines.err() + Files.readString(kept))
                .doesNotContain("Marsh", "Mill Lane", "jump");
        Files.writeString(request, HARM.replace("life-and-death: no", "life-and-death: perhaps"));
        CommandRun wrong = run(3, ask());
        assertThat(wrong.err()).contains("(WORD-UNKNOWN)").doesNotContain("Marsh", "Mill Lane");
    }

    @Test
    void recordsTheDecisionAndKeepsWhatOpensIt() throws IOException {
        Path ledger = ledger();
        Path kept = at.resolve("kept.json");
        String answer = said(0, ask("--record", ledger, "--keep", kept));
        assertThat(answer)
                .contains("PERMITTED.")
                .contains("Recorded as entry 0 of the ledger")
                .contains("./concordat ledger prove " + ledger + " --entry 0")
                .doesNotContain("not recorded");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        JsonNode opens = JsonMapper.shared().readTree(Files.readString(kept));
        Map<?, ?> entry = proved(ledger);
        assertThat(entry.get("decision")).isEqualTo(opens.get("decision").asString());
        assertThat(entry.get("outcome")).isEqualTo("PERMITTED");
        assertThat(entry.get("day")).isEqualTo(DAY);
        assertThat(entry.get("emergency")).isEqualTo(false);
        assertThat(entry.get("request")).isEqualTo(SaltedHash.of(salt(opens, "request"), Files.readAllBytes(request)));
        assertThat(entry.get("facts")).isEqualTo(SaltedHash.of(salt(opens, "facts"), Files.readAllBytes(facts)));
        byte[] canonical = CanonicalJson.of(opens.get("answer").toString().getBytes(UTF_8));
        assertThat(entry.get("reasons")).isEqualTo(SaltedHash.of(salt(opens, "reasons"), canonical));
        assertThat(entry.toString()).doesNotContain("home-helper", "mobility", "ward-3");

        // A decision not to share is recorded like any other.
        Files.writeString(request, REQUEST.replace("mobility", "diagnosis"));
        JsonNode refused = json(1, ask("--json", "--record", ledger, "--keep", at.resolve("second.json")));
        assertThat(refused.at("/recorded/entry").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() throws IOException {
        Path kept = at.resolve("kept.json");
        CommandRun noLedger = run(3, ask("--record", at.resolve("nowhere"), "--keep", kept));
        assertThat(noLedger.out()).isEmpty();
        assertThat(noLedger.err())
                .contains("no answer is given", "(DECISION-NOT-RECORDED)", "There is no ledger in")
                .doesNotContain("PERMITTED");
        assertThat(kept).doesNotExist();

        Path ledger = ledger();
        file(at, "kept.json", "mine");
        CommandRun there = run(2, ask("--record", ledger, "--keep", kept));
        assertThat(there.out()).isEmpty();
        assertThat(there.err()).contains("(OUT-EXISTS)");
        assertThat(Files.readString(kept)).isEqualTo("mine");

        CommandRun nowhere = run(3, ask("--json", "--record", ledger, "--keep", at.resolve("no/kept.json")));
        assertThat(nowhere.out()).isEmpty();
        assertThat(nowhere.err()).contains("(OUT-NOT-WRITABLE)");

        Files.writeString(ledger.resolve("keys"), "nonsense");
        CommandRun damaged = run(3, ask("--record", ledger, "--keep", at.resolve("other.json")));
        assertThat(damaged.out()).isEmpty();
        assertThat(damaged.err()).contains("(DECISION-NOT-RECORDED)");
        assertThat(CommandRun.namesIn(at))
                .doesNotContain("other.json")
                .noneMatch(name -> name.contains("being-written"));

        assertThat(run(2, ask("--record", ledger)).err()).contains("--record and --keep go together");
        assertThat(run(2, ask("--keep", kept)).err()).contains("--record and --keep go together");
    }

    @Test
    void answersAboutAnotherRequestStopIt() throws IOException {
        Files.writeString(facts, FACTS.replace("about: RQ-1", "about: RQ-9"));
        CommandRun stopped = run(2, ask());
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err()).contains("are about request 'RQ-9', not 'RQ-1'", "(FACTS-ELSEWHERE)");
    }

    @Test
    void theDayIsTheOptionsThenTheRequests() throws IOException {
        assertThat(said(1, ask("--on", "2026-05-20")).replaceAll("\\s+", " "))
                .contains("on 20 May 2026")
                .contains("Notice.", "'role-held' was answered on 2026-06-01, after the request's day", "(FACT-LATER)");
        assertThat(said(1, ask("--on", "2028-02-01"))).contains("(AGREEMENT-ENDED)");
        CommandRun wrong = run(2, ask("--on", "tomorrow"));
        assertThat(wrong.err()).contains("tomorrow", "(WRONG-USE)");
        Files.writeString(request, REQUEST.replace("on: 2026-06-01\n", ""));
        assertThat(json(1, "check", request, "--agreements", town, "--json")
                        .get("on")
                        .asString())
                .isEqualTo(LocalDate.now(ZoneId.systemDefault()).toString());
    }

    @Test
    void saysWhichFilesItCannotUse() throws IOException {
        assertThat(run(3, "check", at.resolve("no.yaml"), "--agreements", town).err())
                .contains("There is no file", "(FILE-MISSING)");
        assertThat(run(2, "check", town, "--agreements", town).err()).contains("(FILE-IS-FOLDER)");
        assertThat(run(3, "check", request, "--agreements", at.resolve("no")).err())
                .contains("There is no folder", "(FOLDER-MISSING)");
        assertThat(run(3, "check", facts, "--agreements", town).err())
                .contains("does not begin with 'request'", "(FILE-KIND)", "(FILE-UNUSABLE)");
        assertThat(run(3, "check", request, "--agreements", town, "--facts", request)
                        .err())
                .contains("does not begin with 'facts'", "(FILE-KIND)");
        assertThat(run(3, "check", request, "--agreements", town, "--trusted-keys", facts)
                        .err())
                .contains("(FILE-UNUSABLE)");
        Files.copy(trusted, town.resolve("trusted.txt"));
        assertThat(run(2, "check", request, "--agreements", town, "--trusted-keys", town.resolve("trusted.txt"))
                        .err())
                .contains("lies in the folder", "(TRUSTED-KEYS-INSIDE)");
        assertThat(run(2, "check", request).err()).contains("a folder of agreements with --agreements");
        assertThat(run(2, "check", "--agreements", town).err()).contains("Give a request");
        file(town, "broken.yaml", "schedule: [");
        CommandRun broken = run(3, ask());
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err())
                .contains("broken.yaml:1:", "(YAML-NOT-READABLE)", "(FOLDER-UNUSABLE)", "./concordat agreements lint");
    }

    @Test
    void aFolderThatDoesNotDescribeWhatIsAskedRefuses() throws IOException {
        Files.writeString(request, REQUEST.replace("dataset: discharges", "dataset: salaries"));
        assertThat(said(1, ask())).startsWith("REFUSED.").contains("'salaries'").contains("Not asked.");
    }

    @Test
    void textOfFilesCannotCommandTheTerminal() throws IOException {
        signed().with("purpose-coming-home", "name: Coming home", "name: \"Coming \\e[2Jhome\\u202e 100%s\"")
                .writeTo(at.resolve("other"));
        String answer = said(1, "check", request, "--agreements", at.resolve("other"), "--facts", facts);
        assertThat(answer).contains("'Coming ?[2Jhome? 100%s'").doesNotContain("\u001b", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement", "single-disclosure", "reuse", "serious-harm"})
    void aTemplateIsARequestToFillIn(String ground) throws IOException {
        String template = said(0, "check", "--template", ground);
        assertThat(template).contains("rests-on: " + ground);
        Files.writeString(request, template);
        assertThat(run(3, ask()).err())
                .contains("(FILE-UNUSABLE)")
                .doesNotContain("FIELD-MISSING", "FIELD-UNKNOWN", "FIELD-UNFITTING");
    }

    @Test
    void aTemplateOfAnotherKindIsWrongUse() {
        assertThat(said(0, "check", "--template")).contains("rests-on: agreement");
        assertThat(run(2, "check", "--template", "gossip").err()).contains("single-disclosure", "(WRONG-USE)");
    }

    private Object[] ask(Object... more) {
        return Stream.concat(
                        Stream.of("check", request, "--agreements", town, "--trusted-keys", trusted, "--facts", facts),
                        Stream.of(more))
                .toArray();
    }

    private Path ledger() {
        Path ledger = at.resolve("ledger");
        run(0, "ledger", "init", ledger, "--name", "ledger.example", "--key", at.resolve("ledger.key"));
        return ledger;
    }

    /** The entry as an outsider gets it. */
    private Map<?, ?> proved(Path ledger) {
        run(0, "ledger", "checkpoint", ledger, "--key", at.resolve("ledger.key"));
        Path proof = at.resolve("proof");
        run(0, "ledger", "prove", ledger, "--entry", 0, "--out", proof);
        String verified = said(0, "verify", proof);
        String entry = verified.substring(verified.indexOf('{'), verified.lastIndexOf('}') + 1);
        return JsonMapper.shared().readValue(entry, Map.class);
    }

    private static byte[] salt(JsonNode kept, String name) {
        return HexFormat.of().parseHex(kept.at("/salts/" + name).asString());
    }

    private static String fingerprint() {
        return Harbour.UK.row("hsca-2012-s251b").orElseThrow().fingerprint();
    }

    private static JsonNode json(int exitCode, Object... words) {
        String out = said(exitCode, words);
        assertThat(out.lines()).hasSize(1);
        return JsonMapper.shared().readTree(out);
    }

    private static String said(int exitCode, Object... words) {
        return run(exitCode, words).out();
    }

    private static CommandRun run(int exitCode, Object... words) {
        CommandRun run = CommandRun.of(words);
        assertThat(run.exitCode())
                .as("%s%n%s%n%s", List.of(words), run.out(), run.err())
                .isEqualTo(exitCode);
        return run;
    }
}
