package org.concordat.server.decisions;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.server.TestDatabase;
import org.concordat.server.decisions.facts.FactSource;
import org.concordat.server.decisions.facts.FolderSource;
import org.concordat.server.foundation.access.People;
import org.concordat.server.foundation.access.PersonAuthentication;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The whole server with the folder of a playbook, a clock that stands still, and people and systems that tests name. */
@TestConfiguration(proxyBeanMethods = false)
class AtTheDoors {

    static final String D7 = "d7-single-disclosure";
    static final Set<String> VERIFIED = Set.of("verification-localism-2011-s1", "verification-dpa-2018-sch2-2");

    private static final Map<UUID, Actor.InRole> PEOPLE = new ConcurrentHashMap<>();

    /** Somebody in that role, signed in. */
    static PersonAuthentication signedIn(String organisation, Role role) {
        Actor.InRole person = Officers.officer(organisation, role);
        PEOPLE.put(person.person(), person);
        return new PersonAuthentication(person.person(), Optional.of(person.assignment()));
    }

    static void settings(DynamicPropertyRegistry settings, TestDatabase database, String folder) {
        database.register(settings);
        settings.add("concordat.data-folder", () -> Path.of("target", folder).toString());
    }

    @Bean
    @Primary
    Clock stillClock() {
        return new DecisionsAtWork.SetClock();
    }

    @Bean
    @Primary
    FolderSource playbook() {
        return new DecisionsAtWork.Folders(Town.folder(D7, VERIFIED));
    }

    @Bean
    FactSource known() {
        return new DecisionsAtWork.Known();
    }

    /** These people are made up on the spot, and parties has never heard of them. */
    @Bean
    static BeanDefinitionRegistryPostProcessor withoutWhatPartiesKnows() {
        return registry -> registry.removeBeanDefinition("org.concordat.server.parties.PartyFacts");
    }

    /** Tokens are the names of organisations. */
    @Bean
    @Primary
    People people() {
        return new People() {
            @Override
            public Optional<Actor> actor(UUID person, Optional<UUID> assignment) {
                return Optional.ofNullable(PEOPLE.get(person));
            }

            @Override
            public Optional<Actor.Client> client(String token) {
                return token.equals("auditing")
                        ? Optional.of(new Actor.Client(UUID.randomUUID(), "council", Optional.empty(), Role.AUDITOR))
                        : Optional.of(Officers.system(token));
            }
        };
    }
}
