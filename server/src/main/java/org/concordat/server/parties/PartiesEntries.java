package org.concordat.server.parties;

import java.util.Set;
import org.concordat.server.foundation.access.AreaEntry;
import org.concordat.server.foundation.acting.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where parties stands in the navigation. */
@Configuration
class PartiesEntries {

    @Bean
    AreaEntry organisationsEntry() {
        return new AreaEntry("parties.organisations.title", "/organisations", 60, Set.of());
    }

    @Bean
    AreaEntry peopleEntry() {
        return new AreaEntry("parties.people.title", "/people", 70, Set.of());
    }

    @Bean
    AreaEntry trainingEntry() {
        return new AreaEntry("parties.training.title", "/training", 80, Set.of());
    }

    @Bean
    AreaEntry systemsEntry() {
        return new AreaEntry("parties.systems.title", "/systems", 90, Set.of(Role.ORGANISATION_ADMINISTRATOR));
    }

    @Bean
    AreaEntry wordsEntry() {
        return new AreaEntry("parties.words.title", "/words", 97, Set.of(Role.PARTNERSHIP_ADMINISTRATOR));
    }
}
