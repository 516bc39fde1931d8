package org.concordat.server.requests;

import java.util.Set;
import org.concordat.server.foundation.access.AreaEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where requests stand in the navigation. */
@Configuration
class RequestsEntries {

    @Bean
    AreaEntry requestsEntry() {
        return new AreaEntry("requests.title", "/requests", 20, Set.of());
    }

    @Bean
    AreaEntry canWeShareEntry() {
        return new AreaEntry("requests.can.title", "/can-we-share", 25, Set.of());
    }

    @Bean
    AreaEntry questionsEntry() {
        return new AreaEntry("requests.questions.title", "/questions", 55, Set.of());
    }
}
