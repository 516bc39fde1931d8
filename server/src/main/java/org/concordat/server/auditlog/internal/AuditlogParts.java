package org.concordat.server.auditlog.internal;

import java.time.Clock;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.auditlog.codes.KnownCodes;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.keys.Keys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the ledger's parts together. */
@Configuration(proxyBeanMethods = false)
class AuditlogParts {

    @Bean
    Registers registers(ObjectProvider<KnownCodes> sources, KindsOfEvents kinds) {
        return new Registers(() -> sources.orderedStream().toList(), kinds);
    }

    @Bean
    UnusualReadingRule unusualReadingRule(Settings settings) {
        Settings.Auditing set = settings.auditing();
        return new UnusualReadingRule(set.leastReadings(), set.times(), set.habitDays());
    }

    @Bean
    LedgerKey ledgerKey(JdbcClient sql, Settings settings, Keys keys) {
        return new OwnLedgerKey(sql, settings, keys);
    }

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
    AuditReading auditReading(
            Events events,
            AuditLog audit,
            PartnershipLedger ledger,
            Checkpoints checkpoints,
            PlatformTransactionManager manager) {
        return new AuditReading(events, audit, ledger, checkpoints, manager);
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
