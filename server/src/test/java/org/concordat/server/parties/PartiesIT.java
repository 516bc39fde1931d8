package org.concordat.server.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.foundation.access.People;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.Accounts.Attempt;
import org.concordat.server.parties.internal.Accounts.Confirmation;
import org.concordat.server.parties.internal.ClientSystems;
import org.concordat.server.parties.internal.EmailChanges;
import org.concordat.server.parties.internal.HelpLinks;
import org.concordat.server.parties.internal.HelpLinks.Lost;
import org.concordat.server.parties.internal.Invitations;
import org.concordat.server.parties.internal.Invitations.Acceptance;
import org.concordat.server.parties.internal.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * People, roles and accounts on the whole server, and what row-level security lets each see.
 *
 * <p>Long because a server takes seconds to start, and all of these need one that is set up.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PartiesIT {

    private static final String COUNCIL = "tideford-council";
    private static final String POLICE = "tideford-police";
    private static final String GOOD = "seven lamps under wet gravel";
    private static final String OTHER = "nine kettles beside dry heather";
    private static final String FROM = "192.0.2.1";

    @TempDir
    private static Path folder;

    private PartiesAtWork server;
    private long setUps;

    @BeforeAll
    void isSetUpByTwoAtTheSameTime() throws Exception {
        server = new PartiesAtWork(folder);
        var together = new CyclicBarrier(2);
        Callable<Optional<Person>> task = () -> {
            together.await();
            return server.get(SetUp.class)
                    .run(new SetUp.First(
                            "Tideford Council",
                            EnumSet.of(OrganisationKind.COUNCIL),
                            Nation.ENGLAND,
                            "Ada First",
                            "ada-" + Thread.currentThread().threadId() + "@council.example",
                            GOOD));
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            setUps = threads.invokeAll(List.of(task, task)).stream()
                    .filter(each -> each.resultNow().isPresent())
                    .count();
        }
        server.asServer(() -> server.get(Organisations.class)
                .add(
                        "Tideford Police",
                        EnumSet.of(OrganisationKind.POLICE),
                        Nation.ENGLAND,
                        Organisation.Controller.unknown(),
                        false));
    }

    @AfterAll
    void ends() {
        server.close();
    }

    @Test
    void isSetUpOnce() {
        assertThat(setUps).isOne();
        assertThat(server.get(SetUp.class).isDone()).isTrue();
        assertThat(server.get(SetUp.class).token()).isEmpty();
        assertThat(server.console())
                .containsPattern("Open http://127\\.0\\.0\\.1:\\d+/set-up and type this token: [\\w-]{43}");
    }

    @Test
    void showsRowsToThoseWhomTheyConcern() {
        Actor.InRole council = actor("rows-council", COUNCIL, Role.PRACTITIONER);
        Actor.InRole police = actor("rows-police", POLICE, Role.PRACTITIONER);
        Actor.InRole auditor = actor("rows-auditor", COUNCIL, Role.AUDITOR);
        String councils = "select count(*) from parties.person where organisation = '" + COUNCIL + "'";
        assertThat(server.count(council, councils)).isEqualTo(server.owner(councils));
        assertThat(server.count(police, councils)).isZero();
        assertThat(server.count(new Actor.Nobody(), "select count(*) from parties.person"))
                .isZero();
        assertThat(server.count(new Actor.Undecided(police.person()), "select count(*) from parties.person"))
                .isOne();
        assertThat(server.count(auditor, "select count(*) from parties.assignment"))
                .isEqualTo(server.owner("select count(*) from parties.assignment"));
        for (String table : List.of(
                "account",
                "recovery_code",
                "failed_attempt",
                "client_token",
                "help_link",
                "email_change",
                "identity",
                "passkey")) {
            assertThat(server.count(auditor, "select count(*) from parties." + table))
                    .as(table)
                    .isZero();
        }
        assertThat(server.count(council, "select count(*) from parties.invitation"))
                .isZero();
    }

    @Test
    void letsAnAdministratorManageTheirOwnPeopleAndNoOthers() {
        Actor.InRole council = actor("wall-council", COUNCIL, Role.ORGANISATION_ADMINISTRATOR);
        Actor.InRole police = actor("wall-police", POLICE, Role.PRACTITIONER);
        assertThat(server.change(council, "update parties.person set name = 'x' where id = '" + police.person() + "'"))
                .isZero();
        assertThat(server.change(
                        council,
                        "update parties.assignment set ended_at = now() where id = '" + police.assignment() + "'"))
                .isZero();
        assertThatThrownBy(() -> give(council, police.person(), POLICE, Role.ANALYST))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> give(council, council.person(), COUNCIL, Role.AUDITOR))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> give(council, council.person(), COUNCIL, Role.PARTNERSHIP_ADMINISTRATOR))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> Acting.as(
                        council,
                        () -> server.get(Invitations.class)
                                .invite("x@police.example", "X", POLICE, Optional.empty(), Role.ANALYST)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        Acting.as(council, () -> server.get(HelpLinks.class).make(person(police.person()), Lost.BOTH)))
                .isInstanceOf(DataAccessException.class);
        give(council, council.person(), COUNCIL, Role.ANALYST);
        assertThat(roles(council.person())).hasSize(2);
    }

    @Test
    void aRoleThatEndsBindsAtTheNextRequest() {
        Actor.InRole police = actor("ended", POLICE, Role.ANALYST);
        People people = server.get(People.class);
        assertThat(now(people, police)).contains(police);
        Assignment role = roles(police.person()).getFirst();
        server.asServer(() -> {
            server.get(Persons.class).end(role);
            return true;
        });
        assertThat(now(people, police)).contains(new Actor.Undecided(police.person()));
        server.asServer(() -> {
            server.get(Persons.class).leave(person(police.person()), Optional.empty());
            return true;
        });
        assertThat(now(people, police)).isEmpty();
    }

    @Test
    void aDeputyStandsInOnlyWhileTheHolderIsAway() {
        Actor.InRole holder = actor("holder", POLICE, Role.EXECUTIVE_SIGNATORY);
        Actor.InRole deputy = actor("deputy", POLICE, Role.PRACTITIONER);
        Assignment role = roles(holder.person()).getFirst();
        assertThat(server.asServer(() -> server.get(Persons.class).nameDeputy(role, Optional.of(deputy.person()))))
                .isTrue();
        assertThat(server.asServer(() -> server.get(Persons.class).nameDeputy(role, Optional.empty())))
                .as("the version is old")
                .isFalse();
        assertThat(roles(deputy.person())).hasSize(1);
        LocalDate tomorrow =
                LocalDate.ofInstant(server.now(), java.time.ZoneOffset.UTC).plusDays(1);
        Acting.as(holder, () -> server.get(Persons.class).setAway(holder.person(), tomorrow, tomorrow));
        assertThat(roles(deputy.person())).hasSize(1);
        server.pass(Duration.ofDays(1));
        assertThat(roles(deputy.person())).extracting(Assignment::id).contains(role.id());
        server.pass(Duration.ofDays(1));
        assertThat(roles(deputy.person())).hasSize(1);
    }

    @Test
    void anInvitationIsAcceptedOnce() {
        Actor.InRole admin = actor("inviting", POLICE, Role.ORGANISATION_ADMINISTRATOR);
        Invitations invitations = server.get(Invitations.class);
        String secret = invite(admin, "once@police.example");
        assertThat(invitations.accept(secret, "Once", "once police 2026", FROM))
                .isInstanceOf(Acceptance.WeakPassword.class);
        assertThat(invitations.accept(secret, "Once", GOOD, FROM)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(invitations.accept(secret, "Twice", GOOD, FROM)).isInstanceOf(Acceptance.NotOpen.class);
        assertThat(server.get(Accounts.class).password("ONCE@police.example", GOOD, FROM))
                .isInstanceOf(Attempt.Proved.class);
        String again = invite(admin, "once@police.example");
        assertThat(invitations.accept(again, "", OTHER, FROM)).isInstanceOf(Acceptance.WrongPassword.class);
        String late = invite(admin, "late@police.example");
        server.pass(Duration.ofDays(8));
        assertThat(invitations.accept(late, "Late", GOOD, FROM)).isInstanceOf(Acceptance.NotOpen.class);
    }

    @Test
    void guessingIsSlowedDownWhetherOrNotTheAccountExists() {
        account("guessed", GOOD);
        Accounts accounts = server.get(Accounts.class);
        for (String email : List.of("guessed@example.org", "nobody@example.org")) {
            for (int i = 0; i < 5; i++) {
                assertThat(accounts.password(email, OTHER, FROM)).isInstanceOf(Attempt.Wrong.class);
            }
            assertThat(accounts.password(email, GOOD, FROM)).isInstanceOf(Attempt.TooMany.class);
        }
        server.pass(Duration.ofSeconds(11));
        assertThat(accounts.password("guessed@example.org", OTHER, FROM)).isInstanceOf(Attempt.Wrong.class);
        server.pass(Duration.ofSeconds(11));
        assertThat(accounts.password("guessed@example.org", GOOD, FROM))
                .as("the wait doubles")
                .isInstanceOf(Attempt.TooMany.class);
        server.pass(Duration.ofSeconds(10));
        assertThat(accounts.password("guessed@example.org", GOOD, FROM)).isInstanceOf(Attempt.Proved.class);
    }

    @Test
    void whoeverGuessesAnAccountsPasswordMakesThemselvesWaitAndNotItsOwner() {
        account("besieged", GOOD);
        Accounts accounts = server.get(Accounts.class);
        for (int i = 0; i < 6; i++) {
            accounts.password("besieged@example.org", OTHER, "198.51.100.1");
        }
        assertThat(accounts.password("besieged@example.org", GOOD, "198.51.100.1"))
                .isInstanceOf(Attempt.TooMany.class);
        assertThat(accounts.password("besieged@example.org", GOOD, FROM)).isInstanceOf(Attempt.Proved.class);
    }

    @Test
    void guessingOneAccountFromManyPlacesIsSlowedDownToo() {
        account("besieged-by-many", GOOD);
        Accounts accounts = server.get(Accounts.class);
        for (int i = 0; i < 50; i++) {
            assertThat(accounts.password("besieged-by-many@example.org", OTHER, "198.51.100." + (10 + i)))
                    .isInstanceOf(Attempt.Wrong.class);
        }
        assertThat(accounts.password("besieged-by-many@example.org", OTHER, "198.51.100.9"))
                .isInstanceOf(Attempt.TooMany.class);
    }

    @Test
    void guessingManyAccountsFromOnePlaceIsSlowedDownToo() {
        Accounts accounts = server.get(Accounts.class);
        String from = "203.0.113.1";
        for (int i = 0; i < 100; i++) {
            assertThat(accounts.password("someone" + i + "@example.org", OTHER, from))
                    .isInstanceOf(Attempt.Wrong.class);
        }
        assertThat(accounts.password("someone-else@example.org", OTHER, from)).isInstanceOf(Attempt.TooMany.class);
        assertThat(accounts.password("someone-else@example.org", OTHER, FROM)).isInstanceOf(Attempt.Wrong.class);
    }

    @Test
    void aOneTimeCodeCountsOnce() {
        UUID person = account("coded", GOOD);
        Accounts accounts = server.get(Accounts.class);
        byte[] secret = accounts.beginCodes(person);
        assertThat(accounts.password("coded@example.org", GOOD, FROM))
                .as("not confirmed yet")
                .isInstanceOf(Attempt.Proved.class);
        assertThat(accounts.confirmCodes(person, "000000")).isInstanceOf(Confirmation.Wrong.class);
        assertThat(accounts.confirmCodes(person, code(secret, HmacAlgorithms.HMAC_SHA_1, server.now())))
                .as("an app that passes over which hash is asked for")
                .isInstanceOf(Confirmation.KnowsSha1Only.class);
        assertThat(accounts.usesCodes(person)).isFalse();
        List<String> recovery = turnedOn(accounts.confirmCodes(person, code(secret, server.now())));
        assertThat(recovery).hasSize(8).doesNotHaveDuplicates();
        assertThat(recovery).as("120 random bits").allMatch(each -> each.matches("(?:[a-z2-7]{4} ){5}[a-z2-7]{4}"));
        assertThat(accounts.password("coded@example.org", GOOD, FROM)).isEqualTo(new Attempt.NeedsCode(person));
        assertThat(accounts.code(person, code(secret, server.now())))
                .as("it confirmed the codes already")
                .isInstanceOf(Attempt.Wrong.class);
        server.pass(Duration.ofSeconds(30));
        assertThat(accounts.code(person, code(secret, server.now()))).isEqualTo(new Attempt.Proved(person));
        assertThat(accounts.code(person, code(secret, server.now()))).isInstanceOf(Attempt.Wrong.class);
        assertThat(accounts.code(person, recovery.getFirst())).isEqualTo(new Attempt.Proved(person));
        assertThat(accounts.code(person, recovery.getFirst())).isInstanceOf(Attempt.Wrong.class);
    }

    @Test
    void codesFromBeforeGoOnBySha1() {
        UUID person = account("coded-before", GOOD);
        Accounts accounts = server.get(Accounts.class);
        byte[] secret = accounts.beginCodes(person);
        turnedOn(accounts.confirmCodes(person, code(secret, server.now())));
        // As the migration leaves those that were turned on by an earlier version.
        assertThat(server.change(
                        new Actor.Server("test"),
                        "update parties.account set code_hash = 'SHA1', code_last_step = 0 where person = '" + person
                                + "'"))
                .isOne();
        assertThat(accounts.code(person, code(secret, server.now()))).isInstanceOf(Attempt.Wrong.class);
        assertThat(accounts.code(person, code(secret, HmacAlgorithms.HMAC_SHA_1, server.now())))
                .isEqualTo(new Attempt.Proved(person));
    }

    private static List<String> turnedOn(Confirmation confirmation) {
        assertThat(confirmation).isInstanceOf(Confirmation.On.class);
        return ((Confirmation.On) confirmation).recoveryCodes();
    }

    @Test
    void aPasswordMustBeHardToGuess() {
        Person person = new Person(UUID.randomUUID(), POLICE, "Olu Adeyemi", "olu@police.example", Optional.empty(), 1);
        Accounts accounts = server.get(Accounts.class);
        assertThat(accounts.trouble(person, "short")).contains("parties.password.too-short");
        assertThat(accounts.trouble(person, "a".repeat(129))).contains("parties.password.too-long");
        assertThat(accounts.trouble(person, "password1234")).contains("parties.password.easily-guessed");
        assertThat(accounts.trouble(person, "adeyemi-police")).contains("parties.password.easily-guessed");
        assertThat(accounts.trouble(person, GOOD)).isEmpty();
    }

    @Test
    void aHelpLinkWorksOnceForADayAndGivesWayToANewerOne() {
        UUID person = account("locked-out", GOOD);
        Actor.InRole admin = actor("helping", COUNCIL, Role.ORGANISATION_ADMINISTRATOR);
        HelpLinks links = server.get(HelpLinks.class);
        String first = help(admin, person, Lost.PASSWORD);
        server.pass(Duration.ofMinutes(1));
        String second = help(admin, person, Lost.BOTH);
        assertThat(links.find(first)).isEmpty();
        Accounts accounts = server.get(Accounts.class);
        turnedOn(accounts.confirmCodes(person, code(accounts.beginCodes(person), server.now())));
        assertThat(links.use(second, OTHER)).contains(person);
        assertThat(links.use(second, GOOD)).isEmpty();
        assertThat(accounts.password("locked-out@example.org", OTHER, FROM)).isEqualTo(new Attempt.Proved(person));
        String late = help(admin, person, Lost.CODES);
        server.pass(HelpLinks.LIFE);
        assertThat(links.find(late)).isEmpty();
        assertThatThrownBy(() -> help(admin, admin.person(), Lost.BOTH)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClientSystemActsWhileItCounts() {
        Actor.InRole admin = actor("systems", POLICE, Role.ORGANISATION_ADMINISTRATOR);
        LocalDate expires =
                LocalDate.ofInstant(server.now(), java.time.ZoneOffset.UTC).plusDays(100);
        ClientSystems clients = server.get(ClientSystems.class);
        ClientSystems.Made made =
                Acting.as(admin, () -> clients.make(POLICE, Optional.empty(), Role.ANALYST, "Records system", expires));
        UUID id = made.client().id();
        assertThat(server.asServer(() -> clients.token(id, "wrong"))).isEmpty();
        String token = server.asServer(() -> clients.token(id, made.secret())).orElseThrow();
        People people = server.get(People.class);
        assertThat(server.asServer(() -> people.client(token)))
                .contains(new Actor.Client(id, POLICE, Optional.empty(), Role.ANALYST));
        server.pass(ClientSystems.TOKEN_LIFE);
        assertThat(server.asServer(() -> people.client(token))).isEmpty();
        String fresh = server.asServer(() -> clients.token(id, made.secret())).orElseThrow();
        Actor.InRole stranger = actor("systems-council", COUNCIL, Role.ORGANISATION_ADMINISTRATOR);
        Acting.as(stranger, () -> clients.end(id));
        assertThat(server.asServer(() -> people.client(fresh))).isPresent();
        Acting.as(admin, () -> clients.end(id));
        assertThat(server.asServer(() -> people.client(fresh))).isEmpty();
        assertThat(server.asServer(() -> clients.token(id, made.secret()))).isEmpty();
    }

    @Test
    void trainingIsRecordedBySomebodyElse() {
        Actor.InRole officer = actor("trainer", POLICE, Role.INFORMATION_GOVERNANCE_OFFICER);
        Actor.InRole trained = actor("trained", POLICE, Role.ANALYST);
        Trainings trainings = server.get(Trainings.class);
        var course = new Trainings.Course("basics", "Basics of sharing", 12, EnumSet.of(Role.ANALYST));
        server.asServer(() -> {
            trainings.set(course);
            return true;
        });
        LocalDate today = LocalDate.ofInstant(server.now(), java.time.ZoneOffset.UTC);
        assertThat(isCurrent(trained)).isFalse();
        assertThatThrownBy(() -> Acting.as(trained, () -> trainings.record(trained.person(), course, today)))
                .isInstanceOf(DataAccessException.class);
        Acting.as(officer, () -> trainings.record(trained.person(), course, today));
        assertThat(isCurrent(trained)).isTrue();
        server.pass(Duration.ofDays(370));
        assertThat(isCurrent(trained)).isFalse();
    }

    @Test
    void trainingOfSomebodyWithoutColleaguesIsRecordedByThePartnershipsAdministrator() {
        String charity = server.asServer(() -> server.get(Organisations.class)
                .add(
                        "Food bank",
                        EnumSet.of(OrganisationKind.CHARITY),
                        Nation.ENGLAND,
                        Organisation.Controller.unknown(),
                        false)
                .code());
        Actor.InRole administrator = actor("partnership", COUNCIL, Role.PARTNERSHIP_ADMINISTRATOR);
        Actor.InRole alone = actor("alone", charity, Role.ORGANISATION_ADMINISTRATOR);
        Trainings trainings = server.get(Trainings.class);
        var course = new Trainings.Course("alone", "For charities", 12, EnumSet.of(Role.LAY_ASSESSOR));
        server.asServer(() -> {
            trainings.set(course);
            return true;
        });
        LocalDate today = LocalDate.ofInstant(server.now(), java.time.ZoneOffset.UTC);
        assertThat(Acting.as(alone, () -> trainings.mayRecord(alone.person()))).isFalse();
        assertThat(Acting.as(administrator, () -> trainings.mayRecord(alone.person())))
                .isTrue();
        Acting.as(administrator, () -> trainings.record(alone.person(), course, today));

        actor("joining", charity, Role.INFORMATION_GOVERNANCE_OFFICER);
        assertThat(Acting.as(administrator, () -> trainings.mayRecord(alone.person())))
                .isFalse();
        assertThatThrownBy(() ->
                        Acting.as(administrator, () -> trainings.record(alone.person(), course, today.minusDays(1))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void onlyTheirOwnOrganisationSaysWhatSomebodyIsInTheWordsOfAgreements() {
        Actor.InRole worker = actor("working", POLICE, Role.PRACTITIONER);
        Actor.InRole ours = actor("saying", POLICE, Role.ORGANISATION_ADMINISTRATOR);
        Actor.InRole others = actor("meddling", COUNCIL, Role.ORGANISATION_ADMINISTRATOR);
        Assignment before = roles(worker.person()).getFirst();
        WorkRoles words = server.get(WorkRoles.class);
        assertThat(Acting.as(others, () -> words.set(before, Optional.of("social-worker"))))
                .isFalse();
        assertThat(Acting.as(ours, () -> words.set(before, Optional.of("social-worker"))))
                .isTrue();
        assertThat(Acting.as(ours, () -> words.set(before, Optional.empty())))
                .as("the version is old")
                .isFalse();
        assertThat(Acting.as(ours, () -> words.of(before.id()))).contains("social-worker");
    }

    @Test
    void aRoleThatMovesToAnotherTeamBindsAtTheNextRequestAndKeepsItsDeputy() {
        Actor.InRole mover = actor("moving", POLICE, Role.ANALYST);
        Actor.InRole deputy = actor("moving-deputy", POLICE, Role.PRACTITIONER);
        Persons persons = server.get(Persons.class);
        Team team = server.asServer(() -> server.get(Organisations.class)
                .addTeam(POLICE, "Crime analysis", "", EnumSet.noneOf(OrganisationKind.class)));
        Assignment before = roles(mover.person()).getFirst();
        server.asServer(() -> persons.nameDeputy(before, Optional.of(deputy.person())));
        assertThat(server.asServer(() -> persons.move(before, Optional.of(team.code()))))
                .as("the version is old")
                .isFalse();
        Assignment named = roles(mover.person()).getFirst();
        assertThat(server.asServer(() -> persons.move(named, Optional.of(team.code()))))
                .isTrue();
        assertThat(roles(mover.person())).singleElement().satisfies(now -> {
            assertThat(now.team()).contains(team.code());
            assertThat(now.deputy()).contains(deputy.person());
        });
        assertThat(now(server.get(People.class), mover)).contains(new Actor.Undecided(mover.person()));
    }

    @Test
    void aNewAddressCountsOnceItIsConfirmedAndNotBefore() {
        UUID person = account("moving-house", GOOD);
        Actor.InRole admin = actor("addresses", COUNCIL, Role.ORGANISATION_ADMINISTRATOR);
        Actor.InRole stranger = actor("addresses-elsewhere", POLICE, Role.ORGANISATION_ADMINISTRATOR);
        EmailChanges changes = server.get(EmailChanges.class);
        assertThatThrownBy(() -> Acting.as(stranger, () -> changes.ask(person(person), "stolen@example.org")))
                .isInstanceOf(DataAccessException.class);
        String first = Acting.as(admin, () -> changes.ask(person(person), "mistyped@example.org"));
        server.pass(Duration.ofMinutes(1));
        String second = Acting.as(admin, () -> changes.ask(person(person), "new-house@example.org"));
        assertThat(changes.find(first)).as("a newer one replaces it").isEmpty();
        assertThat(person(person).email()).isEqualTo("moving-house@example.org");
        assertThat(changes.confirm(second)).isEqualTo(EmailChanges.Outcome.CONFIRMED);
        assertThat(changes.confirm(second)).isEqualTo(EmailChanges.Outcome.NOT_OPEN);
        assertThat(server.get(Accounts.class).password("new-house@example.org", GOOD, FROM))
                .isEqualTo(new Attempt.Proved(person));
        server.pass(Duration.ofMinutes(1));
        String taken = Acting.as(admin, () -> changes.ask(person(person), "Addresses@example.org"));
        assertThat(changes.confirm(taken)).isEqualTo(EmailChanges.Outcome.TAKEN);
        server.pass(EmailChanges.LIFE);
        assertThat(changes.find(taken)).isEmpty();
    }

    @Test
    void twoWhoChangeOneCourseAreToldApart() {
        Trainings trainings = server.get(Trainings.class);
        var course = new Trainings.Course("twice", "Twice changed", 12, EnumSet.of(Role.AUDITOR));
        server.asServer(() -> {
            trainings.set(course);
            return true;
        });
        var longer = new Trainings.Course("twice", "Twice changed", 24, EnumSet.of(Role.AUDITOR), 1);
        assertThat(server.asServer(() -> trainings.change(longer))).isTrue();
        assertThat(server.asServer(() -> trainings.change(longer))).isFalse();
    }

    private boolean isCurrent(Actor.InRole actor) {
        return server.asServer(() -> server.get(Trainings.class).isCurrent(actor.person(), Role.ANALYST));
    }

    private Optional<Actor> now(People people, Actor.InRole actor) {
        return server.asServer(() -> people.actor(actor.person(), Optional.of(actor.assignment())));
    }

    private List<Assignment> roles(UUID person) {
        return server.asServer(() -> server.get(Persons.class).roles(person));
    }

    private Person person(UUID id) {
        return server.asServer(() -> server.get(Persons.class).find(id)).orElseThrow();
    }

    private void give(Actor by, UUID person, String organisation, Role role) {
        Acting.as(by, () -> server.get(Persons.class).give(person, organisation, Optional.empty(), role));
    }

    private String invite(Actor by, String email) {
        return Acting.as(
                by,
                () -> server.get(Invitations.class).invite(email, "Somebody", POLICE, Optional.empty(), Role.ANALYST));
    }

    private String help(Actor by, UUID person, Lost lost) {
        return Acting.as(by, () -> server.get(HelpLinks.class).make(person(person), lost));
    }

    private UUID account(String name, String password) {
        UUID person = actor(name, COUNCIL, Role.PRACTITIONER).person();
        server.get(Accounts.class).setPassword(person, password);
        return person;
    }

    private Actor.InRole actor(String name, String organisation, Role role) {
        return server.asServer(() -> {
            Persons persons = server.get(Persons.class);
            UUID person = persons.add(organisation, name, name + "@example.org").id();
            persons.give(person, organisation, Optional.empty(), role);
            return new Actor.InRole(
                    person, persons.roles(person).getFirst().id(), organisation, Optional.empty(), role, false);
        });
    }

    private static String code(byte[] secret, Instant at) {
        return code(secret, HmacAlgorithms.HMAC_SHA_256, at);
    }

    private static String code(byte[] secret, HmacAlgorithms hmac, Instant at) {
        var generator = new TimeBasedOneTimePasswordGenerator(
                TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP, 6, hmac.getName());
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(secret, generator.getAlgorithm()), at);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
