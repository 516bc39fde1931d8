package org.concordat.server.agreements.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.ledger.entries.Codes.Register;
import org.concordat.server.auditlog.codes.KnownCodes;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the ledger which agreements there are, and which readings of the law. */
@Component
@Order(0)
class AgreementCodes implements KnownCodes {

    private final JdbcClient sql;

    AgreementCodes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<Register> registers() {
        return Set.of(Register.AGREEMENT, Register.VERIFICATION);
    }

    @Override
    public Set<String> known(Register register, Set<String> asked) {
        if (asked.isEmpty() || !registers().contains(register)) {
            return Set.of();
        }
        var known =
                new TreeSet<>(in(register == Register.AGREEMENT ? "agreements.document" : "agreements.reading", asked));
        if (register == Register.AGREEMENT) {
            // A decision names the accessions on which it rests beside the documents.
            known.addAll(in("agreements.accession", asked));
        }
        return known;
    }

    private List<String> in(String table, Set<String> asked) {
        return sql.sql("select code from " + table + " where code in (:asked)")
                .param("asked", asked)
                .query(String.class)
                .list();
    }
}
