package org.concordat.server.foundation.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where letters wait until {@link MailWorker} has sent them. */
@Service
public class Outbox {

    /** After this time a letter is given up. */
    static final Duration PATIENCE = Duration.ofDays(2);

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final int DAYS_KEPT = 30;
    private static final int DAYS_ONCE = 400;
    private static final int MOST_SHOWN = 100;

    private final JdbcClient sql;
    private final Sealing sealing;
    private final Clock clock;
    private final boolean on;

    Outbox(JdbcClient sql, Sealing sealing, Clock clock, Settings settings) {
        this.sql = sql;
        this.sealing = sealing;
        this.clock = clock;
        this.on = settings.mail() != null;
    }

    /** Whether letters are sent at all. Without {@code concordat.mail.host} none are. */
    public boolean isOn() {
        return on;
    }

    /**
     * Writes a letter, in the transaction of what it tells of. Nothing is written where mail is off, and nothing by anybody who
     * practises, whose colleagues are made up.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Letter letter) {
        write(letter, Optional.empty());
    }

    /**
     * The same for a letter that is written once only, however often a job comes by. Called as the server.
     *
     * @param what it is about, and to whom, without anybody's name or address
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void postOnce(Letter letter, String what) {
        write(letter, Optional.of(what));
    }

    private void write(Letter letter, Optional<String> once) {
        if (!on || Acting.current() instanceof Actor.InRole inRole && inRole.practice()) {
            return;
        }
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into foundation.letter (id, kind, organisation, sealed, once, made_at, next_at)
                        values (:id, :kind, :organisation, :sealed, :once, :now, :now)
                        """ + once.map(known -> "on conflict (once) do nothing").orElse(""))
                .param("once", once.orElse(null))
                .param("id", id)
                .param("kind", letter.kind())
                .param("organisation", letter.organisation().orElse(null))
                .param(
                        "sealed",
                        sealing.sealed(
                                id,
                                List.of(
                                        letter.to(),
                                        letter.firstName(),
                                        letter.path(),
                                        String.valueOf(letter.count()))))
                .param("now", now())
                .update();
    }

    /** A letter as an administrator sees it: whom it is for is not told. */
    public record Kept(
            String kind, Optional<String> organisation, LocalDate madeOn, State state, Optional<Trouble> trouble) {}

    /** What became of a letter. */
    public enum State {
        WAITING,
        SENT,
        GIVEN_UP
    }

    /** Why a letter could not be sent. */
    public enum Trouble {
        /** No mail server answered. */
        UNREACHABLE,
        /** The mail server speaks no encryption, or is not who it should be. */
        ENCRYPTION,
        /** The mail server did not take our user and password. */
        SIGN_IN,
        /** The mail server says that there is no such address. */
        ADDRESS,
        /** The mail server refused for another reason. */
        REFUSED;

        /** Whether another attempt would come to the same. */
        boolean isFinal() {
            return this == ADDRESS;
        }
    }

    /** The newest letters, as far as the one who acts may see. */
    @Transactional(readOnly = true)
    public List<Kept> newest() {
        return sql.sql("select * from foundation.letter where made_at > :since order by made_at desc, id limit :most")
                .param("since", now().minusDays(DAYS_KEPT))
                .param("most", MOST_SHOWN)
                .query(Outbox::kept)
                .list();
    }

    /** How many were given up since that moment. */
    @Transactional(readOnly = true)
    public int givenUpSince(Instant moment) {
        return sql.sql("select count(*) from foundation.letter where given_up_at >= :since")
                .param("since", moment.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** A letter that is due, with what only the one who sends it sees. */
    record Due(UUID id, Instant madeAt, Letter letter) {}

    /**
     * Takes the letter that has waited longest, so that no other server takes it; it is due again after a pause that grows with each
     * attempt. Called as the server.
     */
    @Transactional
    public Optional<Due> take() {
        return sql.sql("""
                        update foundation.letter set attempts = attempts + 1,
                            next_at = :now::timestamptz + least(:first * 2 ^ attempts, :longest) * interval '1 second'
                        where id = (select id from foundation.letter where sent_at is null and given_up_at is null and next_at <= :now
                            order by next_at, id limit 1 for update skip locked)
                        returning *
                        """)
                .param("now", now())
                .param("first", FIRST_PAUSE.toSeconds())
                .param("longest", FIRST_PAUSE.toSeconds() << MOST_DOUBLINGS)
                .query((row, number) -> due(row))
                .optional();
    }

    /** Notes that a letter was sent, and forgets what it said. */
    @Transactional
    public void sent(UUID id) {
        sql.sql("update foundation.letter set sent_at = :now, sealed = null, trouble = null where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    /** Notes that it could not be sent; for good where it is too old or where another attempt would come to the same. */
    @Transactional
    public void failed(Due due, Trouble trouble) {
        boolean over =
                trouble.isFinal() || !clock.instant().isBefore(due.madeAt().plus(PATIENCE));
        sql.sql("""
                        update foundation.letter set trouble = :trouble, given_up_at = case when :over then :now::timestamptz end,
                            sealed = case when :over then null else sealed end
                        where id = :id
                        """)
                .param("id", due.id())
                .param("trouble", trouble.name())
                .param("over", over)
                .param("now", now())
                .update();
    }

    /** Forgets that there were letters that are long sent or given up. */
    @Transactional
    public void forgetOld() {
        sql.sql("""
                        delete from foundation.letter
                        where coalesce(sent_at, given_up_at) < case when once is null then :then else :long end
                        """)
                .param("then", now().minusDays(DAYS_KEPT))
                .param("long", now().minusDays(DAYS_ONCE))
                .update();
    }

    private Due due(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<String> lines = sealing.opened(id, row.getBytes("sealed"));
        return new Due(
                id,
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                new Letter(
                        row.getString("kind"),
                        lines.get(0),
                        lines.get(1),
                        lines.get(2),
                        Integer.parseInt(lines.get(3)),
                        Optional.ofNullable(row.getString("organisation"))));
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        @Nullable String trouble = row.getString("trouble");
        return new Kept(
                row.getString("kind"),
                Optional.ofNullable(row.getString("organisation")),
                row.getObject("made_at", OffsetDateTime.class)
                        .atZoneSameInstant(HERE)
                        .toLocalDate(),
                row.getObject("sent_at") != null
                        ? State.SENT
                        : row.getObject("given_up_at") != null ? State.GIVEN_UP : State.WAITING,
                Optional.ofNullable(trouble).map(Trouble::valueOf));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
