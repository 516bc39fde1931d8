package org.concordat.server.agreements;

import java.util.Set;
import org.concordat.server.foundation.access.AreaEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where agreements stand in the navigation. */
@Configuration
class AgreementsEntries {

    @Bean
    AreaEntry agreementsEntry() {
        return new AreaEntry("agreements.register", "/agreements", 10, Set.of());
    }

    @Bean
    AreaEntry offersEntry() {
        return new AreaEntry("agreements.offers.title", "/offers", 15, Set.of());
    }

    @Bean
    AreaEntry lawEntry() {
        return new AreaEntry("agreements.law.title", "/law", 40, Set.of());
    }
}
