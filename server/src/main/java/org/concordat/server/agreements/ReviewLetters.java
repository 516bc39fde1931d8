package org.concordat.server.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.mail.Letter;
import org.concordat.server.foundation.mail.Outbox;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes once to the officers of a steward when one of its agreements is due for review within two months. */
@Component
class ReviewLetters {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final List<Role> OFFICERS =
            List.of(Role.INFORMATION_SHARING_OFFICER, Role.INFORMATION_GOVERNANCE_OFFICER);

    private final Register register;
    private final Organisations organisations;
    private final Persons persons;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReviewLetters(
            Register register,
            Organisations organisations,
            Persons persons,
            Outbox outbox,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.organisations = organisations;
        this.persons = persons;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelay = 7, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void write() {
        if (outbox.isOn()) {
            Acting.as(
                    new Actor.Server("review-letters"),
                    () -> transaction.executeWithoutResult(status -> organisations.all().stream()
                            .filter(each -> !each.practice() && each.leftOn().isEmpty())
                            .forEach(this::writeTo)));
        }
    }

    private void writeTo(Organisation steward) {
        LocalDate until = LocalDate.now(clock.withZone(HERE)).plusDays(AgreementsAwait.SOON_DAYS);
        List<Register.Row> due = register.reviewsDue(steward.code(), until);
        if (due.isEmpty()) {
            return;
        }
        List<Person> officers = OFFICERS.stream()
                .flatMap(role -> persons.holders(steward.code(), role).stream())
                .map(held -> persons.find(held.person()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        for (Register.Row row : due) {
            for (Person officer : officers) {
                outbox.postOnce(
                        Letter.of(
                                "agreements.mail.review",
                                officer.email(),
                                officer.name(),
                                "/agreements/" + row.code(),
                                Optional.of(steward.code())),
                        "review " + row.code() + " " + row.reviewBy() + " " + officer.id());
            }
        }
    }
}
