package org.concordat.server.parties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.policy.decide.Request;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.decisions.facts.Asked;
import org.concordat.server.decisions.facts.FactSource;
import org.concordat.server.decisions.facts.Said;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows whether whoever asks holds the role they ask in, and whether their training counts. Says nothing of somebody who asks for
 * an organisation that is not their own: of whom it would be true is then not known. Only who warns of serious harm in their own
 * organisation's name asks in the role in which they are signed in. For a client system the person who
 * answers for it must be trained.
 */
@Component
class PartyFacts implements FactSource {

    private static final String ROLES = "parties.roles";
    private static final String TRAINING = "parties.training";

    private final JdbcClient sql;
    private final Trainings trainings;
    private final WorkRoles workRoles;

    PartyFacts(JdbcClient sql, Trainings trainings, WorkRoles workRoles) {
        this.sql = sql;
        this.trainings = trainings;
        this.workRoles = workRoles;
    }

    @Override
    public Set<FactName> facts() {
        return Set.of(FactName.ROLE_HELD, FactName.TRAINING_CURRENT);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Said> answers(Asked asked) {
        Request request = asked.request();
        var said = new ArrayList<Said>();
        if (asked.actor().actsFor().equals(Optional.of(request.recipient().organisation()))) {
            said.add(Said.now(FactName.ROLE_HELD, holds(asked.actor(), request) ? Answer.YES : Answer.NO, ROLES));
        } else if (warns(asked.actor(), request)) {
            said.add(Said.now(FactName.ROLE_HELD, Answer.YES, ROLES));
        }
        switch (asked.actor()) {
            case Actor.InRole inRole -> said.add(training(inRole.person(), inRole.role()));
            case Actor.Client client ->
                answersFor(client).ifPresent(person -> said.add(training(person, client.role())));
            case Actor.Nobody _, Actor.Undecided _, Actor.Server _ -> {}
        }
        return said;
    }

    /**
     * Whether somebody passes on, in their own organisation's name and their own role, what prevents serious harm. It must go at once,
     * and nobody at the sender's could say who will take the call.
     */
    private static boolean warns(Actor actor, Request request) {
        return actor instanceof Actor.InRole inRole
                && request.ground() instanceof Request.Ground.SeriousHarm
                && inRole.organisation().equals(request.sender().organisation());
    }

    private Said training(UUID person, Role role) {
        return Said.now(
                FactName.TRAINING_CURRENT, trainings.isCurrent(person, role) ? Answer.YES : Answer.NO, TRAINING);
    }

    private boolean holds(Actor actor, Request request) {
        boolean named = actor.inWhichRole()
                        .filter(role -> role.word().equals(request.role()))
                        .isPresent()
                || workRole(actor).equals(Optional.of(request.role()));
        Optional<String> team = switch (actor) {
            case Actor.InRole inRole -> inRole.team();
            case Actor.Client client -> client.team();
            case Actor.Nobody _, Actor.Undecided _, Actor.Server _ -> Optional.empty();
        };
        return named
                && (request.recipient().team().isEmpty()
                        || request.recipient().team().equals(team));
    }

    private Optional<String> workRole(Actor actor) {
        return actor instanceof Actor.InRole inRole ? workRoles.of(inRole.assignment()) : Optional.empty();
    }

    private Optional<UUID> answersFor(Actor.Client client) {
        return sql.sql("select made_by from parties.client where id = :id")
                .param("id", client.client())
                .query(UUID.class)
                .optional();
    }
}
