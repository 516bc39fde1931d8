package org.concordat.server.parties.web;

import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Team;
import org.springframework.stereotype.Component;

/** Finds the organisation of the one who acts and its open teams, for the pages that change them; refuses all others. */
@Component
class OwnTeams {

    private final Organisations organisations;

    OwnTeams(Organisations organisations) {
        this.organisations = organisations;
    }

    Organisation own(String code) {
        if (!Acting.inRole().organisation().equals(code)) {
            throw new Refusal(403, "NOT-YOUR-ORGANISATION", "parties.refusal.other-organisation");
        }
        return organisations
                .find(code)
                .orElseThrow(() -> new Refusal(404, "ORGANISATION-UNKNOWN", "parties.refusal.organisation"));
    }

    Team team(Organisation organisation, String code) {
        return organisations.teams(organisation.code()).stream()
                .filter(team -> team.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "TEAM-UNKNOWN", "parties.refusal.team"));
    }
}
