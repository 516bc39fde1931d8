package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Subjects;

/**
 * What the decider says of some fields along a route. Fields of one route that are answered differently are flows of their own.
 *
 * @param fields by id, in order; never empty
 * @param subjects for which of these the answer holds: one named person, many
 * @param cautions what the answer does not turn on and should be looked at: a review that is overdue, teams as which less may go
 */
public record Flow(Route route, Set<String> fields, Set<Subjects> subjects, FlowAnswer answer, List<String> cautions) {

    public Flow {
        fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        subjects = Collections.unmodifiableSet(EnumSet.copyOf(subjects));
        cautions = List.copyOf(cautions);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("fields is empty; allowed is at least one");
        }
    }

    /** The same with something more to look at. */
    Flow with(String caution) {
        var more = new ArrayList<>(cautions);
        more.add(caution);
        return new Flow(route, fields, subjects, answer, more);
    }

    public boolean may() {
        return answer instanceof FlowAnswer.May;
    }

    public boolean almost() {
        return answer instanceof FlowAnswer.Almost;
    }

    public boolean not() {
        return answer instanceof FlowAnswer.Not;
    }

    /** The very request of which the answer is the decider's: no significant decision follows, nobody is identified again. */
    public Request request(Subjects about, LocalDate day) {
        return request(route, fields, about, day);
    }

    static Request request(Route route, Set<String> fields, Subjects about, LocalDate day) {
        return new Request(
                route.sender(),
                route.recipient(),
                route.role(),
                route.dataset(),
                fields,
                route.purpose(),
                route.form(),
                about,
                new Ground.UnderAgreement(Optional.of(route.schedule())),
                false,
                false,
                day);
    }

    /** The flow and its answer in plain English. */
    public String sentence() {
        return Sentences.of(this);
    }
}
