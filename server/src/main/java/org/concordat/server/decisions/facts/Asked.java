package org.concordat.server.decisions.facts;

import java.util.Optional;
import org.concordat.policy.decide.Request;
import org.concordat.server.foundation.acting.Actor;

/**
 * What facts are gathered for.
 *
 * @param actor on whose behalf it is asked
 * @param subject whose record, where it is about one person and the asker said
 * @param matter the case within which statements were made about this very request, if any
 * @param schedule the one under which it would be shared, where it rests on an agreement and only one fits
 */
public record Asked(
        Request request,
        Actor actor,
        Optional<SubjectReference> subject,
        Optional<Matter> matter,
        Optional<String> schedule) {}
