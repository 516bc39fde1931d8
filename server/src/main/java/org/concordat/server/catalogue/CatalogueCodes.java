package org.concordat.server.catalogue;

import java.util.Set;
import java.util.TreeSet;
import org.concordat.ledger.entries.Codes.Register;
import org.concordat.server.auditlog.codes.KnownCodes;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the ledger which datasets and purposes there are. */
@Component
@Order(0)
class CatalogueCodes implements KnownCodes {

    private final JdbcClient sql;

    CatalogueCodes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<Register> registers() {
        return Set.of(Register.DATASET, Register.PURPOSE);
    }

    @Override
    public Set<String> known(Register register, Set<String> asked) {
        if (asked.isEmpty() || !registers().contains(register)) {
            return Set.of();
        }
        return new TreeSet<>(sql.sql("select code from catalogue.entry where kind = :kind and code in (:asked)")
                .param("kind", (register == Register.DATASET ? EntryKind.DATASET : EntryKind.PURPOSE).word())
                .param("asked", asked)
                .query(String.class)
                .list());
    }
}
