package org.concordat.policy.questions;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.words.FactName;

/** Answers as a person reads them. */
final class Sentences {

    private Sentences() {}

    /** A flow and its answer. */
    static String of(Flow flow) {
        return switch (flow.answer()) {
            case FlowAnswer.May may ->
                "Under " + quoted(flow.route().schedule()) + ", " + share(flow, "may send") + ". "
                        + asked(may.asked(), "At each share");
            case FlowAnswer.Almost almost ->
                "Under " + quoted(flow.route().schedule()) + ", " + share(flow, "could almost send") + ". Missing: "
                        + joined(
                                almost.missing().stream().map(Missing::sentence).toList()) + " "
                        + asked(almost.askedThen(), "After that, at each share");
            case FlowAnswer.Not not ->
                "Under " + quoted(flow.route().schedule()) + ", " + share(flow, "may not send") + ". "
                        + joined(not.reasons()) + " What would change it: " + joined(not.changes());
        };
    }

    private static String share(Flow flow, String verb) {
        Route route = flow.route();
        return side(route.sender()) + " " + verb + " " + String.join(", ", flow.fields()) + " of "
                + quoted(route.dataset()) + " about " + about(flow.subjects()) + " to " + side(route.recipient())
                + " (role " + quoted(route.role()) + ") for " + quoted(route.purpose()) + ", "
                + route.form().word();
    }

    static String side(Side side) {
        return quoted(side.organisation())
                + side.team().map(team -> " (team " + quoted(team) + ")").orElse("");
    }

    private static String about(Set<Subjects> subjects) {
        if (subjects.size() > 1) {
            return "one named person or many";
        }
        return subjects.contains(Subjects.ONE) ? "one named person" : "many people";
    }

    private static String asked(FlowAnswer.Asked asked, String when) {
        if (asked.all().isEmpty()) {
            return when + " nothing is known to be asked besides.";
        }
        String person = asked.aboutEachPerson().isEmpty()
                ? ""
                : " Of each person: " + joined(questions(asked.aboutEachPerson()));
        return when + " is asked: " + joined(questions(asked.aboutTheCase())) + person;
    }

    private static List<String> questions(Collection<FactName> facts) {
        return facts.stream().map(FactName::question).toList();
    }

    static String joined(Collection<String> sentences) {
        return sentences.isEmpty() ? "nothing." : String.join(" ", sentences);
    }

    static String quoted(String id) {
        return "'" + id + "'";
    }

    /** With a capital letter. */
    static String begun(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
