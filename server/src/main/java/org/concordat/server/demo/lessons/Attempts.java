package org.concordat.server.demo.lessons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.concordat.policy.words.Word;
import org.concordat.server.auditlog.internal.EventSearch;
import org.concordat.server.auditlog.internal.Events;
import org.concordat.server.auditlog.internal.KeptEvent;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who takes which lesson, and how far they are. A person of the town is in one lesson at a time: whoever begins another with them ends
 * the one before.
 */
@Service
@OnlyInPractice
public final class Attempts {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String TASK = "lessons";
    private static final int MOST_EVENTS = 2_000;
    private static final int MOST_LISTED = 5_000;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Persons persons;
    private final Events events;
    private final Preparing preparing;
    private final Clock clock;

    Attempts(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Persons persons,
            Events events,
            Preparing preparing,
            Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.persons = persons;
        this.events = events;
        this.preparing = preparing;
        this.clock = clock;
    }

    /** The person of the town as whom a lesson is taken. */
    public Person person(Lesson lesson) {
        return asServer(() -> persons.findByEmail(lesson.email()))
                .orElseThrow(() -> new IllegalStateException("nobody of the town takes this lesson"));
    }

    /**
     * Begins a lesson: makes ready what it needs, and looks for what is done from now on.
     *
     * @param learner what the learner is really called
     */
    public Attempt begin(Lesson lesson, String learner) {
        Person person = person(lesson);
        Map<Thing, String> prepared = new EnumMap<>(Thing.class);
        lesson.things().stream().sorted().forEach(thing -> prepared.put(thing, preparing.make(thing)));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Attempt attempt =
                new Attempt(UUID.randomUUID(), lesson, person.id(), learner, now, Optional.empty(), prepared, Set.of());
        return asServer(() -> {
            sql.sql("update lessons.attempt set left_at = :at where person = :person and left_at is null")
                    .param("at", at(now))
                    .param("person", person.id())
                    .update();
            sql.sql("""
                            insert into lessons.attempt (id, lesson, person, learner, begun_at)
                            values (:id, :lesson, :person, :learner, :at)
                            """)
                    .param("id", attempt.id())
                    .param("lesson", lesson.word())
                    .param("person", person.id())
                    .param("learner", learner)
                    .param("at", at(now))
                    .update();
            prepared.forEach(
                    (thing, made) -> sql.sql("insert into lessons.prepared (attempt, thing, made) values (?, ?, ?)")
                            .params(attempt.id(), thing.word(), made)
                            .update());
            return attempt;
        });
    }

    /** The lesson in which somebody is, or which they finished last and did not put away; noted as finished once it is. */
    public Optional<Standing> of(UUID person) {
        return asServer(() -> sql.sql("select * from lessons.attempt where person = ? and left_at is null")
                .param(person)
                .query((row, _) -> attempt(row))
                .optional()
                .map(this::standing));
    }

    private Standing standing(Attempt attempt) {
        Set<String> done = new HashSet<>(attempt.answered());
        if (attempt.finishedAt().isPresent()) {
            attempt.lesson().steps().forEach(step -> done.add(step.word()));
            return new Standing(attempt, done);
        }
        List<KeptEvent> since = since(attempt);
        for (Step step : attempt.lesson().steps()) {
            if (step instanceof Step.Doing doing
                    && since.stream().anyMatch(event -> doing.isShownBy(event, attempt.prepared()))) {
                done.add(step.word());
            }
        }
        Standing standing = new Standing(attempt, done);
        if (standing.isFinished()) {
            sql.sql("update lessons.attempt set finished_at = ? where id = ? and finished_at is null")
                    .params(at(clock.instant()), attempt.id())
                    .update();
        }
        return standing;
    }

    private List<KeptEvent> since(Attempt attempt) {
        EventSearch theirs = new EventSearch(
                Optional.of(LocalDate.ofInstant(attempt.begunAt(), HERE)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(attempt.person())),
                Optional.empty());
        return events.search(theirs, false, 0, MOST_EVENTS).stream()
                .filter(event -> !event.at().isBefore(attempt.begunAt()))
                .toList();
    }

    /** Keeps that the question of a step was answered rightly, or nothing where it was not. */
    public boolean answer(Attempt attempt, Step.Reading step, String answer) {
        if (!step.right().equals(answer)) {
            return false;
        }
        return asServer(() -> {
            sql.sql("insert into lessons.answer (attempt, step, at) values (?, ?, ?) on conflict do nothing")
                    .params(attempt.id(), step.word(), at(clock.instant()))
                    .update();
            return true;
        });
    }

    /** Ends a lesson, finished or not, so that no page speaks of it any more. */
    public void putAway(UUID person) {
        asServer(() -> sql.sql("update lessons.attempt set left_at = ? where person = ? and left_at is null")
                .params(at(clock.instant()), person)
                .update());
    }

    /** The attempt of that id that was finished. */
    public Optional<Attempt> finished(UUID id) {
        return asServer(() -> sql.sql("select * from lessons.attempt where id = ? and finished_at is not null")
                .param(id)
                .query((row, _) -> attempt(row))
                .optional());
    }

    /** All that were finished, the newest first. */
    public List<Attempt> finished() {
        return asServer(() -> sql.sql(
                        "select * from lessons.attempt where finished_at is not null order by finished_at desc limit "
                                + MOST_LISTED)
                .query((row, _) -> attempt(row))
                .list());
    }

    private Attempt attempt(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Map<Thing, String> prepared = new EnumMap<>(Thing.class);
        sql.sql("select thing, made from lessons.prepared where attempt = ?")
                .param(id)
                .query((made, _) -> prepared.put(
                        Word.of(Thing.class, made.getString("thing")).orElseThrow(), made.getString("made")))
                .list();
        List<String> answered = sql.sql("select step from lessons.answer where attempt = ?")
                .param(id)
                .query(String.class)
                .list();
        return new Attempt(
                id,
                AllLessons.of(row.getString("lesson")).orElseThrow(),
                row.getObject("person", UUID.class),
                row.getString("learner"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                prepared,
                Set.copyOf(answered));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private <T> T asServer(Supplier<T> work) {
        return Acting.asServer(TASK, () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
