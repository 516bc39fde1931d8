package org.concordat.server.agreements;

import java.util.List;
import org.concordat.policy.agreements.Agreement;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.parties.TeamNamedIn;
import org.springframework.stereotype.Component;

/** Which schedules that are agreed name a team as one that receives. */
@Component
class TeamsNamed implements TeamNamedIn {

    private static final int MOST = 100;

    private final AgreedFolder folder;

    TeamsNamed(AgreedFolder folder) {
        this.folder = folder;
    }

    @Override
    public List<String> titles(String team) {
        return folder.folder().agreements().values().stream()
                .filter(each -> each.terms().stream()
                        .flatMap(terms -> terms.recipients().stream())
                        .anyMatch(recipient ->
                                recipient.team().filter(team::equals).isPresent()))
                .map(Agreement::title)
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }
}
