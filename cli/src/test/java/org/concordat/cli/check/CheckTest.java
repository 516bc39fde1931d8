package org.concordat.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.cli.CommandRun.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.concordat.cli.CommandRun;
import org.concordat.cli.agreements.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An officer asks whether a day's discharges may go to the home help team. */
final class CheckTest {
    private final Desk desk;

    CheckTest(@TempDir Path at) throws IOException {
        this.desk = new Desk(at);
    }

    @Test
    void permitsWithFieldsFormAndDutiesAndSaysWhatItRestsOn() {
        String answer = Desk.said(0, desk.words());
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
        desk.ask("mobility", "diagnosis");
        assertThat(Desk.saidInOneLine(1, desk.words()))
                .startsWith("REFUSED. On 1 June 2026 Tideford Hospital may not share with")
                .contains("Is the request in order? No.")
                .contains("NO 'SC-1' does not cover: diagnosis. (NOT-AGREED)")
                .contains("What would change the answer 1. NOT-AGREED: Leave them out; it covers:")
                .contains("See docs/rules/NOT-AGREED.md.");
    }

    @Test
    void saysWhatIsMissingWhoCanSayItAndWhatToCopy() throws IOException {
        Files.delete(desk.town.resolve("verification-251b.yaml"));
        String answer = Desk.said(1, desk.wordsWithoutFacts());
        assertThat(answer)
                .startsWith("NOT YET. It cannot be said whether on 1 June 2026")
                .contains("Ask the asker's supervisor. (training-current)")
                .contains(
                        "    facts: FA-RQ-1\n    about: RQ-1\n    answers:\n      - {fact: role-held, answer: unknown, ")
                .contains("    verification: v-hsca-2012-s251b\n    row: hsca-2012-s251b\n    fingerprint: "
                        + fingerprint() + "\n    officer: #")
                .contains("verification-hsca-2012-s251b.yaml");
        // The head of the file is not said again to whoever has one already.
        Files.writeString(desk.facts, Desk.FACTS.replaceAll("(?m)^.*training-current.*\n", ""));
        assertThat(Desk.said(1, desk.words()))
                .contains("Add these lines to the answers of FA-1.")
                .contains("{fact: training-current, answer: unknown")
                .doesNotContain("about: RQ-1");
    }

    @Test
    void whatIsCopiedWithoutAThoughtPermitsNothing() throws IOException {
        Files.delete(desk.facts);
        String answer = Desk.said(1, desk.wordsWithoutFacts());
        String copied = answer.lines()
                .filter(line -> line.matches(" {4}(facts|about|answers|  - \\{fact).*"))
                .map(line -> line.substring(4) + "\n")
                .reduce("", String::concat);
        assertThat(copied).contains("facts: FA-RQ-1", "answer: unknown");
        String answeredThatDay = copied.replaceAll("on: \\d{4}-\\d\\d-\\d\\d}", "on: " + Desk.DAY + "}");
        Files.writeString(desk.facts, answeredThatDay);
        assertThat(Desk.said(1, desk.words())).startsWith("NOT YET.");
        Files.writeString(
                desk.facts,
                answeredThatDay
                        .replaceAll("(objects|protected|deceased), answer: unknown", "$1, answer: no")
                        .replace("unknown", "yes"));
        assertThat(Desk.said(0, desk.words())).startsWith("PERMITTED.");
    }

    @Test
    void withoutCheckedKeysNoSignatureCounts() {
        String answer = Desk.said(1, "check", desk.request, "--agreements", desk.town, "--facts", desk.facts);
        assertThat(answer)
                .startsWith("NOT YET.")
                .containsPattern("# trust-chief of Tideford Hospital should read out ([0-9a-f]{4} ){7}[0-9a-f]{4}\n")
                .contains("- {organisation: trust, signatory: trust-chief, key: \"")
                .contains("how: \"\"}");
    }

    @Test
    void namesTheSignaturesThatAreMissing() throws IOException {
        try (var files = Files.list(desk.town)) {
            files.filter(path -> path.getFileName().toString().equals("sig-SC-1-council.yaml"))
                    .forEach(path -> assertThat(path.toFile().delete()).isTrue());
        }
        assertThat(Desk.said(1, desk.words()))
                .startsWith("REFUSED.")
                .contains("./concordat agreements sign " + desk.town
                        + " SC-1 --organisation council --signatory council-chief --key KEYFILE --on ")
                .doesNotContain("agreements sign " + desk.town + " AG-1");
    }

    @Test
    void leavesOutPeopleOfARequestAboutMany() throws IOException {
        desk.ask("subjects: one", "subjects: many");
        assertThat(Desk.saidInOneLine(0, desk.words()))
                .contains("Who must be left out")
                .contains(
                        "Has the person objected to this? It must be no. (person-objects; ask whoever keeps objections)");
    }

    @Test
    void machinesReadTheSameAnswer() throws IOException {
        JsonNode answer = Desk.json(0, desk.words("--json"));
        assertThat(answer.get("outcome").asString()).isEqualTo("permitted");
        assertThat(answer.get("request").asString()).isEqualTo("RQ-1");
        assertThat(answer.get("on").asString()).isEqualTo(Desk.DAY);
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

        desk.ask("mobility", "diagnosis");
        JsonNode refused = Desk.json(1, desk.words("--json"));
        assertThat(refused.get("outcome").asString()).isEqualTo("refused");
        assertThat(refused.at("/refused/0/rule").asString()).isEqualTo("NOT-AGREED");
        assertThat(refused.at("/refused/0/page").asString()).isEqualTo("docs/rules/NOT-AGREED.md");

        Files.writeString(desk.request, Desk.REQUEST);
        JsonNode needs = Desk.json(1, desk.wordsWithoutFacts("--json"));
        assertThat(needs.get("outcome").asString()).isEqualTo("needs-facts");
        assertThat(needs.get("needs")
                        .valueStream()
                        .map(need -> need.path("fact").asString("")))
                .contains("role-held");
        assertThat(needs.at("/add/0/to").asString()).isEqualTo("facts");
    }

    @Test
    void answersAboutAnotherRequestStopIt() throws IOException {
        Files.writeString(desk.facts, Desk.FACTS.replace("about: RQ-1", "about: RQ-9"));
        CommandRun stopped = Desk.run(2, desk.words());
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err()).contains("are about request 'RQ-9', not 'RQ-1'", "(FACTS-ELSEWHERE)");
    }

    @Test
    void theDayIsTheOptionsThenTheRequests() throws IOException {
        assertThat(Desk.saidInOneLine(1, desk.words("--on", "2026-05-20")))
                .contains("on 20 May 2026")
                .contains("Notice.", "'role-held' was answered on 2026-06-01, after the request's day", "(FACT-LATER)");
        assertThat(Desk.said(1, desk.words("--on", "2028-02-01"))).contains("(AGREEMENT-ENDED)");
        CommandRun wrong = Desk.run(2, desk.words("--on", "tomorrow"));
        assertThat(wrong.err()).contains("tomorrow", "(WRONG-USE)");
        desk.ask("on: 2026-06-01\n", "");
        assertThat(Desk.json(1, "check", desk.request, "--agreements", desk.town, "--json")
                        .get("on")
                        .asString())
                .isEqualTo(LocalDate.now(ZoneId.systemDefault()).toString());
    }

    @Test
    void saysWhichFilesItCannotUse() throws IOException {
        assertThat(Desk.run(3, "check", desk.at.resolve("no.yaml"), "--agreements", desk.town)
                        .err())
                .contains("There is no file", "(FILE-MISSING)");
        assertThat(Desk.run(2, "check", desk.town, "--agreements", desk.town).err())
                .contains("(FILE-IS-FOLDER)");
        assertThat(Desk.run(3, "check", desk.request, "--agreements", desk.at.resolve("no"))
                        .err())
                .contains("There is no folder", "(FOLDER-MISSING)");
        assertThat(Desk.run(3, "check", desk.facts, "--agreements", desk.town).err())
                .contains("does not begin with 'request'", "(FILE-KIND)", "(FILE-UNUSABLE)");
        assertThat(Desk.run(3, "check", desk.request, "--agreements", desk.town, "--facts", desk.request)
                        .err())
                .contains("does not begin with 'facts'", "(FILE-KIND)");
        assertThat(Desk.run(3, "check", desk.request, "--agreements", desk.town, "--trusted-keys", desk.facts)
                        .err())
                .contains("(FILE-UNUSABLE)");
        Files.copy(desk.trusted, desk.town.resolve("trusted.txt"));
        assertThat(Desk.run(
                                2,
                                "check",
                                desk.request,
                                "--agreements",
                                desk.town,
                                "--trusted-keys",
                                desk.town.resolve("trusted.txt"))
                        .err())
                .contains("lies in the folder", "(TRUSTED-KEYS-INSIDE)");
        assertThat(Desk.run(2, "check", desk.request).err()).contains("a folder of agreements with --agreements");
        assertThat(Desk.run(2, "check", "--agreements", desk.town).err()).contains("Give a request");
        file(desk.town, "broken.yaml", "schedule: [");
        CommandRun broken = Desk.run(3, desk.words());
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err())
                .contains("broken.yaml:1:", "(YAML-NOT-READABLE)", "(FOLDER-UNUSABLE)", "./concordat agreements lint");
    }

    @Test
    void aFolderThatDoesNotDescribeWhatIsAskedRefuses() throws IOException {
        desk.ask("dataset: discharges", "dataset: salaries");
        assertThat(Desk.said(1, desk.words()))
                .startsWith("REFUSED.")
                .contains("'salaries'")
                .contains("Not asked.");
    }

    @Test
    void textOfFilesCannotCommandTheTerminal() throws IOException {
        Desk.signed()
                .with("purpose-coming-home", "name: Coming home", "name: \"Coming \\e[2Jhome\\u202e 100%s\"")
                .writeTo(desk.at.resolve("other"));
        String answer =
                Desk.said(1, "check", desk.request, "--agreements", desk.at.resolve("other"), "--facts", desk.facts);
        assertThat(answer).contains("'Coming ?[2Jhome? 100%s'").doesNotContain("\u001b", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement", "single-disclosure", "reuse", "serious-harm"})
    void aTemplateIsARequestToFillIn(String ground) throws IOException {
        String template = Desk.said(0, "check", "--template", ground);
        assertThat(template).contains("rests-on: " + ground);
        Files.writeString(desk.request, template);
        assertThat(Desk.run(3, desk.words()).err())
                .contains("(FILE-UNUSABLE)")
                .doesNotContain("FIELD-MISSING", "FIELD-UNKNOWN", "FIELD-UNFITTING");
    }

    @Test
    void aTemplateOfAnotherKindIsWrongUse() {
        assertThat(Desk.said(0, "check", "--template")).contains("rests-on: agreement");
        assertThat(Desk.run(2, "check", "--template", "gossip").err()).contains("single-disclosure", "(WRONG-USE)");
    }

    private static String fingerprint() {
        return Harbour.UK.row("hsca-2012-s251b").orElseThrow().fingerprint();
    }
}
