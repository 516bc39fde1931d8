package org.concordat.server.agreements;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.decisions.facts.Asked;
import org.concordat.server.decisions.facts.FactSource;
import org.concordat.server.decisions.facts.Said;
import org.springframework.stereotype.Component;

/** Knows whether the schedule under which something would be shared is on the public register. */
@Component
class OnPublicRegister implements FactSource {

    private final Agreements agreements;
    private final AgreedFolder folder;

    OnPublicRegister(Agreements agreements, AgreedFolder folder) {
        this.agreements = agreements;
        this.folder = folder;
    }

    @Override
    public Set<FactName> facts() {
        return Set.of(FactName.ON_PUBLIC_REGISTER);
    }

    @Override
    public List<Said> answers(Asked asked) {
        Optional<Agreement> schedule = asked.schedule()
                .flatMap(
                        code -> Optional.ofNullable(folder.folder().agreements().get(code)));
        return schedule.map(found -> agreements
                        .find(found.id())
                        .filter(version -> version.state().isInForce())
                        .map(version -> version.isPublic() ? Answer.YES : Answer.NO)
                        .orElse(Answer.NO))
                .map(answer -> List.of(Said.now(FactName.ON_PUBLIC_REGISTER, answer, "agreements.register")))
                .orElse(List.of());
    }
}
