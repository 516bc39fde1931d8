package org.concordat.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Tier;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.LawReadings;
import org.concordat.server.agreements.SignOffs;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.demo.PlaybookFiles.PlaybookFile;
import org.concordat.server.demo.TidefordPeople.Somebody;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.Team;
import org.concordat.server.parties.Trainings;
import org.concordat.server.parties.internal.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fills an empty server with the made-up partnership: organisations, teams, people, datasets, a protocol, and agreements in all
 * states, each step done by whoever would do it.
 */
@Component
public class Tideford {

    /** With what everybody in Tideford signs in. */
    public static final String PASSWORD = "tideford-harbour-lights";

    private static final String MADE_UP = "Nowhere: made up for the demo. No officer read anything.";

    private static final Logger LOG = LoggerFactory.getLogger(Tideford.class);

    /** What becomes of an agreement and the schedules below it, by the end of their codes. */
    private enum Fate {
        IN_FORCE,
        HALF_SIGNED,
        DECLINED,
        DRAFT,
        SUSPENDED,
        ENDED,
        WITHDRAWN
    }

    private static final Map<String, Fate> FATES = Map.ofEntries(
            Map.entry("SC-D4-LIST", Fate.HALF_SIGNED),
            Map.entry("SC-C16", Fate.DECLINED),
            Map.entry("SC-C9", Fate.DRAFT),
            Map.entry("SC-B1-OUT", Fate.SUSPENDED),
            Map.entry("SC-C5", Fate.ENDED),
            Map.entry("SC-C13-WIDER", Fate.WITHDRAWN),
            Map.entry("SC-B6-PLAN", Fate.HALF_SIGNED),
            Map.entry("SC-B5-RESULT", Fate.DRAFT));

    private final Organisations organisations;
    private final Persons persons;
    private final Trainings trainings;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Agreements agreements;
    private final SignOffs signOffs;
    private final Signatories signatories;
    private final LawReadings readings;
    private final TidefordJoiners joiners;
    private final Clock clock;

    Tideford(
            Organisations organisations,
            Persons persons,
            Trainings trainings,
            Accounts accounts,
            Catalogue catalogue,
            Agreements agreements,
            SignOffs signOffs,
            Signatories signatories,
            LawReadings readings,
            TidefordJoiners joiners,
            Clock clock) {
        this.joiners = joiners;
        this.organisations = organisations;
        this.persons = persons;
        this.trainings = trainings;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.signatories = signatories;
        this.readings = readings;
        this.clock = clock;
    }

    /** Who signs in to see what: a name, what they do, their address. */
    public record DemoSignIn(String name, String roles, String email) {}

    /** The sign-ins to begin with. */
    public static List<DemoSignIn> signIns() {
        return TidefordPeople.ALL.stream()
                .filter(one -> TidefordPeople.TO_BEGIN_WITH.contains(one.name()))
                .map(one -> new DemoSignIn(
                        one.name(),
                        String.join(", ", one.roles().stream().map(Role::word).toList()) + " of " + one.organisation(),
                        one.email()))
                .toList();
    }

    /** Fills the database, where nothing is set up in it yet. */
    public void fill() {
        if (asServer(organisations::areSetUp)) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        PlaybookFiles files = new PlaybookFiles(today);
        asServer(() -> {
            files.of("organisation").forEach(file -> organisations.add(organisation(file, today)));
            files.of("team").forEach(file -> organisations.addTeam(team(file)));
            return true;
        });
        Map<String, UUID> people = people(today);
        asServer(() -> {
            for (EntryKind kind : EntryKind.values()) {
                files.of(kind.word()).forEach(file -> put(kind, file));
            }
            return true;
        });
        Actor officer = acting(people, "Joan Pritchard", Role.INFORMATION_GOVERNANCE_OFFICER);
        for (PlaybookFile reading : files.readings()) {
            Acting.as(
                    officer,
                    () -> readings.law()
                            .row(reading.values().text("row"))
                            .ifPresent(row -> readings.record(row, MADE_UP)));
        }
        for (Tier tier : Tier.values()) {
            for (PlaybookFile file : files.of(tier.word())) {
                agree(file, people);
            }
        }
        joiners.ask(
                acting(people, "Grace Lowe", Role.INFORMATION_GOVERNANCE_OFFICER),
                acting(people, "Samuel Oduya", Role.EXECUTIVE_SIGNATORY));
        LOG.info("The made-up partnership of Tideford is there.");
    }

    private void put(EntryKind kind, PlaybookFile file) {
        if (!(catalogue.put(kind, file.text(), false) instanceof Catalogue.Putting.Put)) {
            throw new IllegalStateException("an entry of the playbooks is refused: " + file.id());
        }
    }

    private Map<String, UUID> people(LocalDate today) {
        Map<String, UUID> people = new HashMap<>();
        asServer(() -> {
            trainings.set(new Trainings.Course("handling-personal-data", "Handling personal data", 12, Set.of()));
            trainings.set(new Trainings.Course(
                    "sharing-in-the-partnership",
                    "Sharing in the partnership",
                    24,
                    Set.of(Role.PRACTITIONER, Role.ANALYST, Role.CASE_COORDINATOR)));
            return true;
        });
        int place = 0;
        for (Somebody one : TidefordPeople.ALL) {
            int passedDaysAgo = place % 9 == 8 ? 350 : 40 + 7 * (place % 20);
            people.put(one.name(), asServer(() -> person(one, today.minusDays(passedDaysAgo))));
            place++;
        }
        // A constable who works in the council's team: one person, two hats.
        asServer(() -> {
            persons.give(id(people, "Sergeant Mei Tan"), "council", Optional.of("community-safety"), Role.PRACTITIONER);
            return true;
        });
        return people;
    }

    private UUID person(Somebody one, LocalDate passedOn) {
        Person person = persons.add(one.organisation(), one.name(), one.email());
        one.roles().forEach(role -> persons.give(person.id(), one.organisation(), one.inTeam(), role));
        trainings.courses().forEach(course -> trainings.record(person.id(), course, passedOn));
        accounts.setPassword(person.id(), PASSWORD);
        if (one.roles().contains(Role.EXECUTIVE_SIGNATORY)) {
            signatories.name(one.organisation(), person.id(), "Chief executive", LocalDate.of(2020, 1, 1));
        }
        return person.id();
    }

    private void agree(PlaybookFile file, Map<String, UUID> people) {
        Actor steward = acting(people, "Tomasz Lis", Role.INFORMATION_SHARING_OFFICER);
        Fate fate = FATES.getOrDefault(file.id(), Fate.IN_FORCE);
        Optional<AgreementVersion> sent = Acting.as(steward, () -> {
            Agreements.Drafting drafting = agreements.draft(TidefordJoiners.open(file));
            if (!(drafting instanceof Agreements.Drafting.Drafted drafted)) {
                throw new IllegalStateException("a playbook's file is refused: " + file.id() + " " + drafting);
            }
            return switch (fate) {
                case DRAFT -> Optional.empty();
                case WITHDRAWN -> {
                    agreements.withdraw(drafted.draft());
                    yield Optional.empty();
                }
                case IN_FORCE, HALF_SIGNED, DECLINED, SUSPENDED, ENDED -> Optional.of(send(drafted.draft()));
            };
        });
        sent.ifPresent(version -> sign(version, fate, people));
        Acting.as(steward, () -> {
            switch (fate) {
                case SUSPENDED -> agreements.suspend(agreements.find(file.id()).orElseThrow());
                case ENDED -> agreements.end(agreements.find(file.id()).orElseThrow());
                case IN_FORCE, HALF_SIGNED, DECLINED, DRAFT, WITHDRAWN -> {}
            }
        });
    }

    private AgreementVersion send(AgreementVersion draft) {
        return switch (agreements.send(draft, false)) {
            case Agreements.Sending.Sent(AgreementVersion version) -> version;
            case Agreements.Sending.Wrong(var problems) ->
                throw new IllegalStateException(draft.code() + " cannot be sent out: " + problems);
        };
    }

    private void sign(AgreementVersion version, Fate fate, Map<String, UUID> people) {
        int said = 0;
        for (String party : version.parties()) {
            Somebody signatory = TidefordPeople.ALL.stream()
                    .filter(one ->
                            one.organisation().equals(party) && one.roles().contains(Role.EXECUTIVE_SIGNATORY))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody signs for " + party));
            Actor.InRole actor = acting(people, signatory.name(), Role.EXECUTIVE_SIGNATORY);
            said++;
            if (fate == Fate.HALF_SIGNED && said > (version.parties().size() + 1) / 2) {
                return;
            }
            if (fate == Fate.DECLINED && said == 2) {
                Acting.as(
                        actor,
                        () -> signOffs.decline(
                                version,
                                party,
                                actor.person(),
                                "Chief executive",
                                "We want fewer fields: the children's school is not needed to answer the question."));
                return;
            }
            Acting.as(
                    actor,
                    () -> signOffs.sign(
                            version,
                            party,
                            actor.person(),
                            version.fingerprint().orElseThrow(),
                            false));
        }
    }

    private static Actor.InRole acting(Map<String, UUID> people, String name, Role role) {
        Somebody one = TidefordPeople.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        UUID person = id(people, name);
        return new Actor.InRole(person, person, one.organisation(), Optional.empty(), role, false);
    }

    private static UUID id(Map<String, UUID> people, String name) {
        return Optional.ofNullable(people.get(name))
                .orElseThrow(() -> new IllegalStateException("nobody is called " + name));
    }

    private static <T> T asServer(Supplier<T> work) {
        return Acting.asServer("demo", work);
    }

    private static Organisation organisation(PlaybookFile file, LocalDate today) {
        var values = file.values();
        return new Organisation(
                file.id(),
                values.text("name"),
                values.words("kinds", OrganisationKind.class),
                values.textSet("listed-in"),
                values.word("nation", Nation.class),
                new Organisation.Controller(
                        values.text("legal-name"),
                        "1 Harbour Street, Tideford",
                        "sharing@" + file.id() + ".example",
                        "",
                        "https://" + file.id() + ".example/privacy",
                        "The data protection officer",
                        "dpo@" + file.id() + ".example"),
                "",
                false,
                LocalDate.of(today.getYear(), 1, 1),
                Optional.empty(),
                1);
    }

    private static Team team(PlaybookFile file) {
        var values = file.values();
        return new Team(
                file.id(),
                values.text("organisation"),
                values.text("name"),
                "",
                values.words("kinds", OrganisationKind.class),
                1);
    }
}
