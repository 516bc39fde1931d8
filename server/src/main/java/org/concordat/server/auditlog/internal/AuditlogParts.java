package org.concordat.server.auditlog.internal;

import java.time.Clock;
import org.concordat.server.auditlog.AuditLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the ledger's parts together. */
@Configuration(proxyBeanMethods = false)
class AuditlogParts {

    @Bean
    PartnershipLedger partnershipLedger(JdbcClient sql, PlatformTransactionManager manager, LedgerKey key) {
        return new PartnershipLedger(sql, manager, key);
    }

    @Bean
    Checkpoints checkpoints(JdbcClient sql, PlatformTransactionManager manager, PartnershipLedger ledger, Clock clock) {
        return new Checkpoints(sql, manager, ledger, clock);
    }

    @Bean
    Witnesses witnesses(
            JdbcClient sql, PlatformTransactionManager manager, PartnershipLedger ledger, AuditLog audit, Clock clock) {
        return new Witnesses(sql, manager, ledger, audit, clock);
    }

    @Bean
    Sequencer sequencer(
            JdbcClient sql,
            PlatformTransactionManager manager,
            PartnershipLedger ledger,
            Checkpoints checkpoints,
            Waking waking) {
        return new Sequencer(sql, manager, ledger, checkpoints, waking);
    }

    @Bean
    LedgerHealth ledgerHealth(Sequencer sequencer) {
        return new LedgerHealth(sequencer);
    }

    @Bean
    Noticing noticing(UnusualReadings readings) {
        return new Noticing(readings);
    }
}
