package org.concordat.server.parties.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.access.People;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Persons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who acts, from the roles as they are held at this moment. */
@Component
class RolesNow implements People {

    private final Persons persons;
    private final Organisations organisations;
    private final ClientSystems clients;

    RolesNow(Persons persons, Organisations organisations, ClientSystems clients) {
        this.persons = persons;
        this.organisations = organisations;
        this.clients = clients;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Actor> actor(UUID person, Optional<UUID> assignment) {
        if (persons.find(person).filter(found -> found.leftOn().isEmpty()).isEmpty()) {
            return Optional.empty();
        }
        List<Assignment> roles = persons.roles(person);
        return Optional.of(assignment
                .flatMap(chosen ->
                        roles.stream().filter(role -> role.id().equals(chosen)).findFirst())
                .<Actor>flatMap(role -> inRole(person, role))
                .orElse(new Actor.Undecided(person)));
    }

    private Optional<Actor> inRole(UUID person, Assignment role) {
        return organisations
                .find(role.organisation())
                .filter(organisation -> organisation.leftOn().isEmpty())
                .map(organisation -> inRole(person, role, organisation));
    }

    private static Actor inRole(UUID person, Assignment role, Organisation organisation) {
        return new Actor.InRole(
                person, role.id(), organisation.code(), role.team(), role.role(), organisation.practice());
    }

    @Override
    public Optional<Actor.Client> client(String token) {
        return clients.holding(token);
    }
}
