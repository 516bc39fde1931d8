package org.concordat.server.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.server.browser.Browser;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.awaiting.AllAwaiting;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.mail.Letter;
import org.concordat.server.foundation.mail.LittleMailServer;
import org.concordat.server.foundation.mail.MailWorker;
import org.concordat.server.foundation.mail.Outbox;
import org.concordat.server.parties.internal.Invitations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters on the whole server, with a mail server that can be away: what is written, when, and what becomes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LettersIT {

    private static final String GOOD = "seven lamps under wet gravel";
    private static final String COUNCIL = "tideford-council";
    private static final String ALL = "select count(*) from foundation.letter";
    private static final String OPEN = ALL + " where sent_at is null and given_up_at is null";

    @TempDir
    private static Path folder;

    private final LittleMailServer mail = LittleMailServer.start();
    private PartiesAtWork server;
    private Actor.InRole ada;

    @BeforeAll
    void starts() {
        server = new PartiesAtWork(
                folder,
                "--concordat.public-address=https://sharing.example.org",
                "--concordat.mail.host=127.0.0.1",
                "--concordat.mail.port=" + mail.port(),
                "--concordat.mail.encryption=none",
                "--concordat.mail.from=concordat@tideford.example");
        ada = role(server.setUp(GOOD));
    }

    @AfterAll
    void ends() {
        server.close();
        mail.close();
    }

    @BeforeEach
    void nothingWaits() {
        mail.answerAddresses("250 OK");
        work();
        mail.empty();
    }

    @Test
    void anInvitationIsWrittenWithAFirstNameAndALinkAndNothingElseAboutAnybody() {
        String secret = invite("olu@council.example", "Olu Beat");
        assertThat(server.owner(ALL + " where position(convert_to('olu@council', 'UTF8') in sealed) > 0"))
                .as("what waits is sealed")
                .isZero();
        work();
        assertThat(mail.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .contains(
                                "To: olu@council.example",
                                "Hello Olu,",
                                "https://sharing.example.org/invitation/" + secret)
                        .doesNotContain("Beat", "Ada", "Keeper", "Tideford", "nalyst"));
        assertThat(server.owner(ALL + " where sent_at is not null and sealed is not null"))
                .as("what was sent is forgotten")
                .isZero();
        work();
        assertThat(mail.letters()).hasSize(1);
    }

    @Test
    void aLetterIsKeptOnlyWhereWhatItTellsOfIs() {
        long before = server.owner(ALL);
        assertThatThrownBy(() -> Acting.as(
                        ada,
                        () -> server.get(Invitations.class)
                                .invite("x@council.example", "X", "tideford-police", Optional.empty(), Role.ANALYST)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> inTransaction(ada, () -> {
                    server.get(Outbox.class).post(letter());
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThatThrownBy(() -> invite("x@council.example", "X\r\nBcc: all@council.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(server.owner(ALL)).isEqualTo(before);
        assertThat(server.owner("select count(*) from parties.invitation where email = 'x@council.example'"))
                .isZero();
    }

    @Test
    void aMailServerThatIsAwayIsAskedAgainWithGrowingPausesForTwoDays() {
        mail.answerAddresses("451 Later");
        invite("away@council.example", "Away");
        work();
        assertThat(attempts()).isOne();
        work();
        assertThat(attempts()).as("before the pause is over").isOne();
        server.pass(Duration.ofMinutes(1));
        work();
        assertThat(attempts()).isEqualTo(2);
        server.pass(Duration.ofMinutes(1));
        work();
        assertThat(attempts()).as("the second pause is longer").isEqualTo(2);
        server.pass(Duration.ofMinutes(1));
        mail.answerAddresses("250 OK");
        work();
        assertThat(mail.letters()).hasSize(1);
        mail.answerAddresses("451 Later");
        invite("gone@council.example", "Gone");
        work();
        server.pass(Duration.ofDays(2));
        work();
        assertThat(server.owner(OPEN)).isZero();
        assertThat(server.owner(ALL + " where given_up_at is not null and sealed is null and trouble = 'REFUSED'"))
                .isOne();
        assertThat(awaiting(sam()))
                .anySatisfy(each -> assertThat(each.address()).isEqualTo("/mail"));
        assertThat(awaiting(ada)).noneSatisfy(each -> assertThat(each.address()).isEqualTo("/mail"));
    }

    private long attempts() {
        return server.owner(
                "select max(attempts) from foundation.letter where sent_at is null and given_up_at is null");
    }

    @Test
    void anAddressThatDoesNotExistIsGivenUpAtOnceAndShown() {
        mail.answerAddresses("550 No such person");
        invite("nobody@council.example", "Nobody");
        work();
        assertThat(server.owner(OPEN)).isZero();
        try (Browser browser = Browser.startOrSkip("the page of letters");
                Walk walk = Walk.begin(browser, server).signIn("sam@council.example", GOOD)) {
            walk.visit()
                    .page()
                    .locator("label:has-text('Partnership administrator')")
                    .click();
            walk.press("Continue").open("/mail").look("mail");
            assertThat(walk.main()).contains("You are invited to Concordat", "given up", "There is no such address");
            walk.open("/account").look("account-mail");
        }
    }

    @Test
    void theDailyLetterIsWrittenOnceOnAWorkingDayToWhoeverWantsIt() {
        Person olu = server.person(COUNCIL, "Olu Waits", "waits@council.example", Role.PRACTITIONER, GOOD);
        server.asServer(() -> {
            server.get(Trainings.class).set(new Trainings.Course("daily", "Daily", 12, Set.of(Role.PRACTITIONER)));
            return true;
        });
        monday();
        daily();
        assertThat(to("waits@council.example"))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .contains("Hello Olu,", "one thing waits for you", "https://sharing.example.org/home")
                        .doesNotContain("Waits", "Daily"));
        daily();
        assertThat(to("waits@council.example")).as("once a day").hasSize(1);
        server.pass(Duration.ofDays(1));
        daily();
        assertThat(to("waits@council.example")).hasSize(2);
        Acting.as(
                new Actor.Undecided(olu.id()),
                () -> server.get(DailyLetters.class).want(false));
        server.pass(Duration.ofDays(1));
        daily();
        assertThat(to("waits@council.example")).as("not wanted any more").hasSize(2);
        Acting.as(
                new Actor.Undecided(olu.id()),
                () -> server.get(DailyLetters.class).want(true));
        server.pass(Duration.ofDays(3));
        daily();
        assertThat(to("waits@council.example")).as("on a Saturday").hasSize(2);
    }

    private void daily() {
        server.get(DailyLetters.class).write();
        work();
    }

    private List<String> to(String address) {
        return mail.letters().stream()
                .filter(letter -> letter.contains("To: " + address))
                .toList();
    }

    private void monday() {
        while (server.now().atZone(java.time.ZoneOffset.UTC).getDayOfWeek() != java.time.DayOfWeek.MONDAY) {
            server.pass(Duration.ofDays(1));
        }
    }

    @Test
    void nobodyWhoPractisesWritesToAnybody() {
        long before = server.owner(ALL);
        var practising = new Actor.InRole(
                ada.person(), ada.assignment(), COUNCIL, Optional.empty(), Role.ORGANISATION_ADMINISTRATOR, true);
        inTransaction(practising, () -> server.get(Outbox.class).post(letter()));
        assertThat(server.owner(ALL)).isEqualTo(before);
        inTransaction(ada, () -> server.get(Outbox.class).post(letter()));
        assertThat(server.owner(ALL)).isEqualTo(before + 1);
    }

    @Test
    void onlyTheServerReadsLettersAndOnlyAnAdministratorSeesWhatBecameOfThem() {
        invite("rows@council.example", "Rows");
        assertThat(server.count(ada, ALL)).isZero();
        assertThat(server.count(sam(), ALL)).isPositive();
        assertThat(server.change(sam(), "update foundation.letter set sent_at = now(), sealed = null"))
                .isZero();
        assertThat(server.change(ada, "delete from foundation.letter")).isZero();
        assertThatThrownBy(() -> server.change(
                        new Actor.Nobody(),
                        "insert into foundation.letter (id, kind, sealed, made_at, next_at)"
                                + " values (gen_random_uuid(), 'a.mail.b', '\\x00', now(), now())"))
                .isInstanceOf(DataAccessException.class);
    }

    private static Letter letter() {
        return Letter.of("parties.mail.invitation", "one@council.example", "One", "/home", Optional.empty());
    }

    private void work() {
        server.get(MailWorker.class).work();
    }

    private String invite(String email, String name) {
        return Acting.as(
                ada, () -> server.get(Invitations.class).invite(email, name, COUNCIL, Optional.empty(), Role.ANALYST));
    }

    private Actor.InRole sam() {
        Person sam = server.asServer(() -> server.get(Persons.class).findByEmail("sam@council.example"))
                .orElseThrow();
        return roles(sam).stream()
                .filter(each -> each.role() == Role.PARTNERSHIP_ADMINISTRATOR)
                .findFirst()
                .orElseThrow();
    }

    private Actor.InRole role(Person person) {
        return roles(person).getFirst();
    }

    private List<Actor.InRole> roles(Person person) {
        return server.asServer(() -> server.get(Persons.class).roles(person.id())).stream()
                .map(each -> new Actor.InRole(
                        person.id(), each.id(), each.organisation(), Optional.empty(), each.role(), false))
                .toList();
    }

    private List<Awaiting> awaiting(Actor.InRole actor) {
        return Acting.as(actor, () -> server.get(AllAwaiting.class).of(actor));
    }

    private void inTransaction(Actor actor, Runnable work) {
        Acting.as(
                actor,
                () -> new TransactionTemplate(server.get(PlatformTransactionManager.class))
                        .executeWithoutResult(status -> work.run()));
    }
}
