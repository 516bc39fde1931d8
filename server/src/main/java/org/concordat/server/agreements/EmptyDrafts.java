package org.concordat.server.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.concordat.policy.words.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins drafts from an empty form. */
@Service
@Transactional
public class EmptyDrafts {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final JdbcClient sql;
    private final Agreements agreements;
    private final Clock clock;

    EmptyDrafts(JdbcClient sql, Agreements agreements, Clock clock) {
        this.sql = sql;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** Begins one. */
    public Agreements.Drafting begin(EmptyDraft empty) {
        return agreements.draft(empty.text(LocalDate.now(clock.withZone(HERE))));
    }

    /** A code that nothing has yet, for whoever does not want to think one up. */
    @Transactional(readOnly = true)
    public String freeCode(Tier tier) {
        String prefix = switch (tier) {
            case PROTOCOL -> "PR-";
            case AGREEMENT -> "AG-";
            case SCHEDULE -> "SC-";
        };
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> prefix + number)
                .filter(code -> !isTaken(code))
                .findFirst()
                .orElseThrow();
    }

    private boolean isTaken(String code) {
        return sql.sql("select exists (select from agreements.document where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }
}
