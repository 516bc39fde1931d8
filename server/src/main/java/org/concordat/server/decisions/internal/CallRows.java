package org.concordat.server.decisions.internal;

import java.sql.Array;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What systems asked under keys of their own, in the database. */
@Repository
public class CallRows {

    private final JdbcClient database;

    CallRows(JdbcClient database) {
        this.database = database;
    }

    /** An earlier call: the hash of its body, and what was decided. */
    public record Call(byte[] bodyHash, List<UUID> decisions) {
        public Call {
            bodyHash = bodyHash.clone();
            decisions = List.copyOf(decisions);
        }

        @Override
        public byte[] bodyHash() {
            return bodyHash.clone();
        }
    }

    /** Lets nobody else call under that key until the transaction ends. */
    public void lock(String organisation, String key) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("decisions.call " + organisation + " " + key)
                .query((row, number) -> true)
                .list();
    }

    /** The earlier call under that key. */
    public Optional<Call> find(String organisation, String key) {
        return database.sql("select body_hash, decisions from decisions.api_call where organisation = ? and key = ?")
                .params(organisation, key)
                .query((row, number) -> {
                    Array ids = row.getArray("decisions");
                    return new Call(row.getBytes("body_hash"), List.of((UUID[]) ids.getArray()));
                })
                .optional();
    }

    /** Keeps a call, and forgets those of the organisation that are older than {@code forget}. */
    public void keep(String organisation, String key, Call call, Instant at, Instant forget) {
        database.sql("delete from decisions.api_call where organisation = ? and at < ?")
                .params(organisation, DecisionRows.time(forget))
                .update();
        database.sql(
                        "insert into decisions.api_call (organisation, key, body_hash, decisions, at) values (?, ?, ?, ?, ?)")
                .params(
                        organisation,
                        key,
                        call.bodyHash(),
                        call.decisions().toArray(UUID[]::new),
                        DecisionRows.time(at))
                .update();
    }
}
