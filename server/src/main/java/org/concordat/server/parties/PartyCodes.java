package org.concordat.server.parties;

import java.util.Set;
import java.util.TreeSet;
import org.concordat.ledger.entries.Codes.Register;
import org.concordat.server.auditlog.codes.KnownCodes;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the ledger which organisations there are. */
@Component
@Order(0)
class PartyCodes implements KnownCodes {

    private final JdbcClient sql;

    PartyCodes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<Register> registers() {
        return Set.of(Register.ORGANISATION);
    }

    @Override
    public Set<String> known(Register register, Set<String> asked) {
        if (asked.isEmpty() || !registers().contains(register)) {
            return Set.of();
        }
        return new TreeSet<>(sql.sql("select code from parties.organisation where code in (:asked)")
                .param("asked", asked)
                .query(String.class)
                .list());
    }
}
