package org.concordat.server.auditlog.internal;

import java.net.URI;
import java.util.Optional;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.keys.Keys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The signing key from the folder of keys. The ledger's name is the one that is set, or that the database's ledger has already,
 * or, for a new ledger, that of the public address: so that it does not change when the address does.
 */
final class OwnLedgerKey implements LedgerKey {
    private static final String BEFORE_AN_ADDRESS = "localhost";
    private static final String REAL = "ledger.";

    /** So that no proof of practice is taken for one of something that happened. */
    private static final String PRACTICE = "practice.";

    private final JdbcClient sql;
    private final Settings settings;
    private final Keys keys;
    private volatile @Nullable SigningKey known;

    OwnLedgerKey(JdbcClient sql, Settings settings, Keys keys) {
        this.sql = sql;
        this.settings = settings;
        this.keys = keys;
    }

    /** Called within a transaction of the server's own. */
    @Override
    public SigningKey signingKey() {
        SigningKey key = known;
        if (key == null) {
            key = keys.ledgerSigningKey(name());
            known = key;
        }
        return key;
    }

    private String name() {
        return Optional.ofNullable(settings.auditing().ledgerName())
                .or(this::nameInDatabase)
                .orElseGet(() -> (settings.demo() ? PRACTICE : REAL)
                        + Optional.ofNullable(settings.publicAddress())
                                .map(URI::getHost)
                                .orElse(BEFORE_AN_ADDRESS));
    }

    private Optional<String> nameInDatabase() {
        return sql.sql("select content from auditlog.ledger_document where name = 'keys'")
                .query(byte[].class)
                .optional()
                .map(file -> LedgerKeys.parse(file).first().name());
    }
}
