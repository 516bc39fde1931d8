package org.concordat.server.catalogue;

import java.util.Set;
import org.concordat.server.foundation.access.AreaEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the catalogue stands in the navigation. */
@Configuration
class CatalogueEntries {

    @Bean
    AreaEntry datasetsEntry() {
        return new AreaEntry("catalogue.datasets", "/datasets", 30, Set.of());
    }
}
