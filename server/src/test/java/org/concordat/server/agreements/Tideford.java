package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.FactsFile;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.RequestFile;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.Team;
import org.concordat.server.parties.Trainings;

/** The made-up town in a server: organisations, teams, catalogue, and one signatory for each organisation. */
final class Tideford {

    static final Path PLAYBOOKS = Path.of(Objects.requireNonNull(
                    System.getProperty("concordat.root"), "Run by Maven, which sets concordat.root"))
            .resolve("playbooks");

    private final AgreementsAtWork at;
    private final Map<String, UUID> signatories = new TreeMap<>();

    private Tideford(AgreementsAtWork at) {
        this.at = at;
    }

    /** Puts it in, with what a playbook is about. */
    static Tideford in(AgreementsAtWork at, String playbook) {
        var town = new Tideford(at);
        Acting.asServer("tests", () -> {
            Map<String, String> common = yaml(PLAYBOOKS.resolve("common"));
            common.forEach(town::organisation);
            common.forEach(town::team);
            common.forEach(town::entry);
            yaml(PLAYBOOKS.resolve(playbook).resolve("agreement")).forEach(town::entry);
            return true;
        });
        return town;
    }

    UUID signatoryOf(String organisation) {
        return Objects.requireNonNull(signatories.get(organisation), organisation);
    }

    Set<String> organisations() {
        return signatories.keySet();
    }

    /** A file of common or of a playbook's agreement. */
    static String text(String path) {
        try {
            return Files.readString(PLAYBOOKS.resolve(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Request request(String playbook, String name, String... othersInstead) {
        var problems = new Problems();
        String text = instead(text(playbook + "/requests/" + name + ".yaml"), othersInstead);
        RequestFile file = RequestFile.read(source(name, text), problems)
                .orElseThrow(() -> new AssertionError(problems.inOrder()));
        return file.on(file.day().orElseThrow());
    }

    static Map<FactName, Answer> facts(String playbook, String name) {
        var problems = new Problems();
        FactsFile facts = FactsFile.read(source(name, text(playbook + "/facts/" + name + ".yaml")), problems)
                .orElseThrow(() -> new AssertionError(problems.inOrder()));
        var answers = new TreeMap<FactName, Answer>();
        facts.answers().forEach(said -> answers.put(said.fact(), said.answer()));
        return answers;
    }

    /** Codes of the rules that stand against it. */
    static Set<String> rules(Decision decision) {
        return decision.reasons().stream()
                .filter(each -> each.outcome() == Decision.Outcome.REFUSES || each.outcome() == Decision.Outcome.LACKS)
                .map(each -> each.rule().code())
                .collect(Collectors.toSet());
    }

    private void organisation(String name, String text) {
        if (!name.startsWith("organisation-")) {
            return;
        }
        Values values = values("organisation", text);
        String code = values.text("organisation");
        at.get(Organisations.class)
                .add(new Organisation(
                        code,
                        values.text("name"),
                        values.words("kinds", OrganisationKind.class),
                        values.textSet("listed-in"),
                        values.word("nation", Nation.class),
                        Organisation.Controller.unknown(),
                        "",
                        false,
                        LocalDate.of(2026, 1, 1),
                        Optional.empty(),
                        1));
        UUID person = at.get(Persons.class)
                .add(code, "Chief of " + code, "chief@" + code + ".example")
                .id();
        at.get(Persons.class).give(person, code, Optional.empty(), Role.EXECUTIVE_SIGNATORY);
        at.get(Signatories.class).name(code, person, "Chief executive", LocalDate.of(2026, 1, 1));
        signatories.put(code, person);
    }

    private void team(String name, String text) {
        if (name.startsWith("team-")) {
            Values values = values("team", text);
            at.get(Organisations.class)
                    .addTeam(new Team(
                            values.text("team"),
                            values.text("organisation"),
                            values.text("name"),
                            "",
                            values.words("kinds", OrganisationKind.class),
                            1));
        }
    }

    private void entry(String name, String text) {
        for (EntryKind kind : EntryKind.values()) {
            if (name.startsWith(kind.word() + "-")) {
                assertThat(at.get(Catalogue.class).put(kind, text, false)).isInstanceOf(Catalogue.Putting.Put.class);
            }
        }
    }

    static Values values(String kind, String text) {
        var problems = new Problems();
        return YamlFile.read(kind + ".yaml", new ByteArrayInputStream(text.getBytes(UTF_8)), problems)
                .flatMap(
                        fields -> Values.of(kind, fields, Objects.requireNonNull(FileShapes.KINDS.get(kind)), problems))
                .orElseThrow(() -> new AssertionError(problems.inOrder()));
    }

    private static Source source(String name, String text) {
        return new Source(name + ".yaml", new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    static Map<String, String> yaml(Path folder) {
        var files = new TreeMap<String, String>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                String name = Objects.requireNonNull(path.getFileName()).toString();
                if (name.endsWith(".yaml")) {
                    files.put(name, Files.readString(path));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    /** A new person of the organisation in that role. */
    Actor.InRole person(String organisation, Role role) {
        UUID person = Acting.asServer("tests", () -> {
            UUID id = at.get(Persons.class)
                    .add(organisation, "Somebody new", UUID.randomUUID() + "@" + organisation + ".example")
                    .id();
            at.get(Persons.class).give(id, organisation, Optional.empty(), role);
            return id;
        });
        return actor(person, organisation, role);
    }

    /** The same, trained in what there is to be trained in. */
    Actor.InRole trained(String organisation, Role role) {
        Actor.InRole person = person(organisation, role);
        Acting.asServer("tests", () -> {
            Trainings trainings = at.get(Trainings.class);
            var course = new Trainings.Course("handling-data", "Handling data", 12, Set.of());
            trainings.set(course);
            trainings.record(person.person(), course, LocalDate.now(at.get(Clock.class)));
            return true;
        });
        return person;
    }

    /** That person in a role that they hold. */
    Actor.InRole actor(UUID person, String organisation, Role role) {
        UUID assignment = Acting.asServer("tests", () -> at.get(Persons.class).roles(person)).stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow()
                .id();
        return new Actor.InRole(person, assignment, organisation, Optional.empty(), role, false);
    }

    /** Lets a file be drafted and sent out, with other codes in place of some; the document's code. */
    String sent(Actor.InRole officer, String path, String... othersInstead) {
        return Acting.as(officer, () -> {
            Agreements.Drafting drafting = at.get(Agreements.class).draft(instead(text(path), othersInstead));
            assertThat(drafting).isInstanceOf(Agreements.Drafting.Drafted.class);
            AgreementVersion draft = ((Agreements.Drafting.Drafted) drafting).draft();
            assertThat(at.get(Agreements.class).send(draft, false)).isInstanceOf(Agreements.Sending.Sent.class);
            return draft.code();
        });
    }

    private static String instead(String text, String... others) {
        String changed = text;
        for (int i = 0; i < others.length; i += 2) {
            changed = changed.replace(others[i], others[i + 1]);
        }
        return changed;
    }

    /** The same, and signed by all. */
    void agreed(Actor.InRole officer, String path, String... othersInstead) {
        allSign(sent(officer, path, othersInstead));
    }

    /** All parties sign. */
    void allSign(String code) {
        AgreementVersion version = Acting.asServer(
                "tests", () -> at.get(Agreements.class).find(code).orElseThrow());
        allSign(version);
    }

    /** All parties sign that version. */
    void allSign(AgreementVersion version) {
        for (String party : List.copyOf(version.parties())) {
            sign(version, party);
        }
    }

    SignOffs.Signed sign(AgreementVersion version, String party) {
        UUID person = signatoryOf(party);
        return Acting.as(
                AgreementsAtWork.actor(party, Role.EXECUTIVE_SIGNATORY, person),
                () -> at.get(SignOffs.class)
                        .sign(version, party, person, version.fingerprint().orElseThrow(), false));
    }
}
