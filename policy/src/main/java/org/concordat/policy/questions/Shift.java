package org.concordat.policy.questions;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.policy.decide.Request.Subjects;

/**
 * Fields along a route that are answered differently once something has fallen away.
 *
 * @param carriers other schedules under which some of the fields then may go the same way
 */
public record Shift(
        Route route,
        Set<String> fields,
        Set<Subjects> subjects,
        FlowAnswer before,
        FlowAnswer after,
        List<Carrier> carriers) {

    public Shift {
        fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        subjects = Collections.unmodifiableSet(EnumSet.copyOf(subjects));
        carriers = List.copyOf(carriers);
    }

    /**
     * Another schedule under which the same sender may still send the same recipient these fields, for the same purpose, in
     * the same form and about the same people.
     *
     * @param schedule its id
     */
    public record Carrier(String schedule, Set<String> fields) {
        public Carrier {
            fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        }
    }

    boolean isPartOf(Flow flow) {
        return route.equals(flow.route())
                && flow.fields().containsAll(fields)
                && flow.subjects().containsAll(subjects);
    }

    boolean stops() {
        return before instanceof FlowAnswer.May && after instanceof FlowAnswer.Not;
    }

    boolean degrades() {
        return before instanceof FlowAnswer.May && after instanceof FlowAnswer.Almost;
    }

    boolean setsBack() {
        return before instanceof FlowAnswer.Almost && after instanceof FlowAnswer.Not;
    }

    boolean opens() {
        return switch (before) {
            case FlowAnswer.May ignored -> false;
            case FlowAnswer.Almost ignored -> after instanceof FlowAnswer.May;
            case FlowAnswer.Not ignored -> true;
        };
    }

    /** Fields that may go this way under no other schedule then. */
    public Set<String> carriedByNone() {
        var rest = new TreeSet<>(fields);
        carriers.forEach(carrier -> rest.removeAll(carrier.fields()));
        return Collections.unmodifiableSet(rest);
    }

    /** In plain English. */
    public String sentence() {
        return Sentences.of(this);
    }
}
