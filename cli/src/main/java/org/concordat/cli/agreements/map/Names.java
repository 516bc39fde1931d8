package org.concordat.cli.agreements.map;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.agreements.Team;
import org.concordat.policy.decide.Request.Side;

/** What people call the things of a folder. */
record Names(AgreementFolder folder) {
    private static final Pattern QUOTED = Pattern.compile("'([A-Za-z0-9][A-Za-z0-9.-]*)'");

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

    /** A sentence of the decision with organisations by name where it has their ids in quotes. */
    String readable(String sentence) {
        return QUOTED.matcher(sentence)
                .replaceAll(quoted -> Matcher.quoteReplacement(
                        folder.organisations().containsKey(quoted.group(1))
                                ? organisation(quoted.group(1))
                                : folder.agreements().containsKey(quoted.group(1)) ? quoted.group(1) : quoted.group()));
    }

    List<String> roles(Collection<String> ids) {
        return ids.stream().map(id -> folder.roles().getOrDefault(id, id)).toList();
    }
}
