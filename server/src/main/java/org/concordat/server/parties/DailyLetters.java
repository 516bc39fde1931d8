package org.concordat.server.parties;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.concordat.server.foundation.access.People;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.awaiting.AllAwaiting;
import org.concordat.server.foundation.mail.Letter;
import org.concordat.server.foundation.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one letter that people get on a working day on which something waits for them, in any of their roles. It says how many things,
 * and not which. Whoever does not want it turns it off. Bank holidays are not known here.
 */
@Service
public class DailyLetters {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int FROM_HOUR = 7;
    private static final String TASK = "daily-letters";

    private final JdbcClient sql;
    private final Persons persons;
    private final People people;
    private final AllAwaiting awaiting;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DailyLetters(
            JdbcClient sql,
            Persons persons,
            People people,
            AllAwaiting awaiting,
            Outbox outbox,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.persons = persons;
        this.people = people;
        this.awaiting = awaiting;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether a person wants it: as long as they have not said no. */
    @Transactional(readOnly = true)
    public boolean isWanted(UUID person) {
        return sql.sql("select wanted from parties.daily_letter where person = :person")
                .param("person", person)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Notes whether the one who acts wants it. */
    @Transactional
    public void want(boolean wanted) {
        sql.sql("""
                        insert into parties.daily_letter (person, wanted) values (:person, :wanted)
                        on conflict (person) do update set wanted = :wanted
                        """)
                .param("person", Acting.current().who().orElseThrow())
                .param("wanted", wanted)
                .update();
    }

    /** Writes today's letters, from seven o'clock on, to whoever has not got one today. */
    @Scheduled(initialDelay = 5, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    public void write() {
        ZonedDateTime now = clock.instant().atZone(HERE);
        if (!outbox.isOn() || now.getHour() < FROM_HOUR || WEEKEND.contains(now.getDayOfWeek())) {
            return;
        }
        LocalDate today = now.toLocalDate();
        for (Person person : Acting.asServer(TASK, () -> inTransaction(() -> withoutLetter(today)))) {
            int things = waitingFor(person.id());
            if (things > 0) {
                Acting.asServer(TASK, () -> inTransaction(() -> write(person, things, today)));
            }
        }
    }

    /** Those who practise have made-up colleagues, and get none. */
    private List<Person> withoutLetter(LocalDate today) {
        return sql.sql("""
                        select p.* from parties.person p join parties.organisation o on o.code = p.organisation
                        left join parties.daily_letter d on d.person = p.id
                        where p.left_on is null and o.left_on is null and not o.practice and coalesce(d.wanted, true)
                            and (d.last_on is null or d.last_on < :today)
                        order by p.id
                        """).param("today", today).query(Persons::person).list();
    }

    private int waitingFor(UUID person) {
        return Acting.asServer(TASK, () -> inTransaction(() -> persons.roles(person))).stream()
                .map(role ->
                        Acting.asServer(TASK, () -> inTransaction(() -> people.actor(person, Optional.of(role.id())))))
                .flatMap(Optional::stream)
                .mapToInt(actor -> actor instanceof Actor.InRole inRole
                        ? Acting.as(inRole, () -> awaiting.of(inRole)).size()
                        : 0)
                .sum();
    }

    private boolean write(Person person, int things, LocalDate today) {
        int first =
                sql.sql("""
                        insert into parties.daily_letter as known (person, last_on) values (:person, :today)
                        on conflict (person) do update set last_on = :today
                            where known.wanted and (known.last_on is null or known.last_on < :today)
                        """).param("person", person.id()).param("today", today).update();
        if (first == 1) {
            outbox.post(Letter.of("parties.mail.waiting", person.email(), person.name(), "/home", Optional.empty())
                    .counting(things));
        }
        return first == 1;
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
