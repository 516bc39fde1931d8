package org.concordat.server.foundation.internal;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.concordat.server.foundation.rows.RowSecurityTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/** The clock, the source of chance and the transactions that everything works with. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WorkingConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource connections) {
        return new RowSecurityTransactions(connections);
    }
}
