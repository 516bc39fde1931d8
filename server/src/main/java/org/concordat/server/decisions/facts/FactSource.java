package org.concordat.server.decisions.facts;

import java.util.List;
import java.util.Set;
import org.concordat.policy.words.FactName;

/** An area that knows facts. All sources are asked, and one unwelcome answer outweighs the welcome ones. */
public interface FactSource {

    /** Facts that it may be able to answer. */
    Set<FactName> facts();

    /**
     * What it knows here; nothing of a fact of which it knows nothing. Called within the decision's transaction. A failure fails
     * the decision: it must not be answered as if nobody had said no.
     *
     * @throws RuntimeException when it cannot be found out
     */
    List<Said> answers(Asked asked);

    /** The same for many at once, in their order. Worth overriding where one look-up can serve all. */
    default List<List<Said>> answersToAll(List<Asked> all) {
        return all.stream().map(this::answers).toList();
    }
}
