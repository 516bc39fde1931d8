package org.concordat.cli.agreements.map;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.agreements.Team;
import org.concordat.policy.decide.Request.Side;

/** What people call the things of a folder. */
record Names(AgreementFolder folder) {

    String organisation(String id) {
        return Optional.ofNullable(folder.organisations().get(id))
                .map(Organisation::name)
                .orElse(id);
    }

    /** The organisation, and the team where it is one. */
    String side(Side side) {
        return organisation(side.organisation())
                + side.team()
                        .map(id -> " ("
                                + Optional.ofNullable(folder.teams().get(id))
                                        .map(Team::name)
                                        .orElse(id) + ")")
                        .orElse("");
    }

    String dataset(String id) {
        return Optional.ofNullable(folder.datasets().get(id)).map(Dataset::name).orElse(id);
    }

    String purpose(String id) {
        return Optional.ofNullable(folder.purposes().get(id)).map(Purpose::name).orElse(id);
    }

    String schedule(String id) {
        return id
                + Optional.ofNullable(folder.agreements().get(id))
                        .map(Agreement::title)
                        .map(title -> ", " + title)
                        .orElse("");
    }

    List<String> roles(Collection<String> ids) {
        return ids.stream().map(id -> folder.roles().getOrDefault(id, id)).toList();
    }
}
