package org.concordat.server.parties.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.crypto.Mac;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.rows.Apart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down: after some failures about one thing within a quarter of an hour, {@value #FREE} unless said otherwise, each
 * further one doubles the wait, from ten seconds to a quarter of an hour. It counts for addresses without an account too, so that
 * nothing shows which exist.
 */
@Component
class Throttle {

    static final int FREE = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 7;

    private final JdbcClient sql;
    private final Clock clock;
    private final Keys keys;
    private final Apart apart;

    Throttle(JdbcClient sql, Clock clock, Keys keys, Apart apart) {
        this.sql = sql;
        this.clock = clock;
        this.keys = keys;
        this.apart = apart;
    }

    /** How long to wait before the next attempt about that; empty when it may be made now. */
    @Transactional(readOnly = true)
    public Optional<Duration> waitFor(String about) {
        return waitFor(about, FREE);
    }

    /** The same with so many failures that cost nothing. */
    @Transactional(readOnly = true)
    public Optional<Duration> waitFor(String about, int free) {
        return sql.sql("select failures, last_at from parties.failed_attempt where about = :about")
                .param("about", hash(about))
                .query((row, number) -> wait(
                        row.getInt("failures"),
                        free,
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .optional()
                .filter(Duration::isPositive);
    }

    private Duration wait(int failures, int free, Instant last) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration whole = FIRST_WAIT.multipliedBy(1L << Math.min(failures - free, DOUBLINGS));
        Instant end = last.plus(whole.compareTo(LONGEST_WAIT) < 0 ? whole : LONGEST_WAIT);
        return Duration.between(clock.instant(), end);
    }

    /** Counts a failure, whatever becomes of the caller's transaction. */
    public void failed(String about) {
        apart.asServer(
                "count-failure",
                () -> sql.sql("""
                        insert into parties.failed_attempt as known (about, failures, last_at) values (:about, 1, :now)
                        on conflict (about) do update set last_at = :now, failures =
                            case when known.last_at < :forgotten then 1 else least(known.failures + 1, 1000) end
                        """)
                        .param("about", hash(about))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("forgotten", clock.instant().minus(LONGEST_WAIT).atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** Forgets what failed about that. */
    @Transactional
    public void succeeded(String about) {
        sql.sql("delete from parties.failed_attempt where about = :about")
                .param("about", hash(about))
                .update();
    }

    private byte[] hash(String about) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.secret("failed-attempts").key("HmacSHA256"));
            return mac.doFinal(about.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", impossible);
        }
    }
}
