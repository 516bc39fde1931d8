package org.concordat.server.auditlog;

import java.util.Set;
import org.concordat.server.foundation.access.AreaEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the audit log stands in the navigation. */
@Configuration
class AuditlogEntries {

    @Bean
    AreaEntry auditlogEntry() {
        return new AreaEntry("auditlog.title", "/audit-log", 92, Set.of());
    }
}
