package org.concordat.server.parties;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.words.LocalWord;
import org.concordat.server.foundation.words.RelabelledMessages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The partnership's own words for terms of the glossary. All servers of a partnership say a new one within ten seconds. */
@Service
public class OwnWords {

    private final JdbcClient sql;
    private final AuditLog audit;
    private final RelabelledMessages messages;
    private final TransactionTemplate transaction;

    OwnWords(JdbcClient sql, AuditLog audit, RelabelledMessages messages, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.audit = audit;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All there are, by the keys of terms. */
    @Transactional(readOnly = true)
    public Map<String, LocalWord> all() {
        var words = new HashMap<String, LocalWord>();
        sql.sql("select * from parties.local_word")
                .query((row, number) ->
                        words.put(row.getString("term"), new LocalWord(row.getString("one"), row.getString("several"))))
                .list();
        return words;
    }

    /**
     * Chooses a word, or goes back to the glossary's own.
     *
     * @param before what was chosen when whoever acts last looked
     * @return false when somebody else chose another meanwhile
     */
    @Transactional
    public boolean choose(String term, Optional<LocalWord> before, Optional<LocalWord> word) {
        if (!Optional.ofNullable(all().get(term)).equals(before)) {
            return false;
        }
        sql.sql("delete from parties.local_word where term = :term")
                .param("term", term)
                .update();
        word.ifPresent(
                chosen -> sql.sql("insert into parties.local_word (term, one, several) values (:term, :one, :several)"
                                + " on conflict (term) do update set one = :one, several = :several")
                        .param("term", term)
                        .param("one", chosen.one())
                        .param("several", chosen.several())
                        .update());
        audit.record(AuditEvent.of(PartiesAudit.WORD_CHOSEN).with("term", term));
        return true;
    }

    /** Lets messages say what is chosen now. */
    @Scheduled(initialDelay = 0, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    public void say() {
        messages.say(Acting.asServer(
                "own-words", () -> java.util.Objects.requireNonNull(transaction.execute(status -> all()))));
    }
}
