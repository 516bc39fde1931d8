package org.concordat.policy.questions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.words.FactName;

/** Answers as a person reads them. */
final class Sentences {

    private Sentences() {}

    /** A flow and its answer. */
    static String of(Flow flow) {
        return answer(flow) + (flow.cautions().isEmpty() ? "" : " " + joined(flow.cautions()));
    }

    private static String answer(Flow flow) {
        return switch (flow.answer()) {
            case FlowAnswer.May may ->
                "Under " + quoted(flow.route().schedule()) + ", " + share(flow, "may send") + ". "
                        + asked(may.asked(), "At each share");
            case FlowAnswer.Almost almost ->
                "Under " + quoted(flow.route().schedule()) + ", " + share(flow, "could almost send") + ". Missing: "
                        + missing(almost.missing()) + " "
                        + asked(almost.askedThen(), "After that, at each share");
            case FlowAnswer.Not not ->
                "Under " + quoted(flow.route().schedule()) + ", " + share(flow, "may not send") + ". "
                        + joined(not.reasons()) + " What would change it: " + joined(not.changes());
        };
    }

    /** What changes for some fields, and who carries them instead. */
    static String of(Shift shift) {
        Route route = shift.route();
        String what = String.join(", ", shift.fields()) + " of " + quoted(route.dataset()) + " about "
                + about(shift.subjects()) + " from " + side(route.sender()) + " to " + side(route.recipient())
                + " (role " + quoted(route.role()) + ") for " + quoted(route.purpose()) + ", "
                + route.form().word() + ", under " + quoted(route.schedule());
        String reasons = switch (shift.after()) {
            case FlowAnswer.May ignored -> "may go then";
            case FlowAnswer.Almost almost -> "would lack something: " + missing(almost.missing());
            case FlowAnswer.Not not -> "may not go then: " + joined(not.reasons());
        };
        return begun(what) + ": " + was(shift.before()) + ", " + reasons + (reasons.endsWith(".") ? "" : ".")
                + carriers(shift);
    }

    /** An organisation's part, in numbers and debts. */
    static String of(Offers.Offer offer) {
        String owes = offer.owes().isEmpty() ? "" : " Still owed: " + missing(offer.owes());
        int could = offer.couldOffer().size() + offer.couldExpect().size();
        return quoted(offer.organisation()) + " may send "
                + count(offer.sends().size(), "flow", "flows") + " and receive "
                + count(offer.receives().size(), "flow", "flows") + "; almost, it may send "
                + offer.sendsOnceSupplied().size() + " and receive "
                + offer.receivesOnceSupplied().size() + " more." + owes
                + (could == 0
                        ? ""
                        : " " + count(could, "candidate", "candidates")
                                + " for a new schedule, agreed by nobody and no permission.");
    }

    static String of(Candidate candidate) {
        String fields = candidate.fields().entrySet().stream()
                .map(form -> form.getKey().word() + ": " + String.join(", ", form.getValue()))
                .collect(Collectors.joining("; "));
        String rows = candidate.rows().stream()
                .map(row -> quoted(row) + (candidate.unverified().contains(row) ? " (not verified)" : ""))
                .collect(Collectors.joining(", "));
        return "A candidate, not a permission: a schedule beneath " + quoted(candidate.within()) + " could let "
                + quoted(candidate.sender()) + " offer " + quoted(candidate.dataset()) + " to "
                + candidate.recipients().stream().map(Sentences::quoted).collect(Collectors.joining(", ")) + " for "
                + quoted(candidate.purpose()) + ". Power: " + rows
                + ". Fields that step 1 lets pass: " + fields + "."
                + (candidate.confidential() ? " Told in confidence: something would have to lift that." : "")
                + " Nobody has agreed to it, and the other steps have not been asked.";
    }

    static String of(SingleSignatures.OnePerson person) {
        String who = quoted(person.signatory()) + " of " + quoted(person.organisation());
        String rests = person.restsOn().isEmpty()
                ? ""
                : " If their key no longer counts, "
                        + count(person.restsOn().size(), "schedule is", "schedules are")
                        + " signed by nobody for " + quoted(person.organisation()) + ": "
                        + String.join(", ", person.restsOn()) + ".";
        String alone = person.everyTier().isEmpty()
                ? ""
                : " They alone signed every tier of " + String.join(", ", person.everyTier()) + ".";
        String again = person.onlyTheyCanSign().isEmpty()
                ? ""
                : " Nobody else can sign for " + quoted(person.organisation()) + ", so when they leave, no change of "
                        + String.join(", ", person.onlyTheyCanSign()) + " can be signed.";
        return "On " + who + " rest " + count(person.flows().size(), "flow", "flows") + " that may go today." + rests
                + alone + again;
    }

    private static String was(FlowAnswer before) {
        return switch (before) {
            case FlowAnswer.May ignored -> "may go today";
            case FlowAnswer.Almost ignored -> "almost may go today";
            case FlowAnswer.Not ignored -> "may not go today";
        };
    }

    private static String carriers(Shift shift) {
        if (!(shift.before() instanceof FlowAnswer.May)) {
            return "";
        }
        if (shift.carriers().isEmpty()) {
            return " No other schedule carries it.";
        }
        String carried = shift.carriers().stream()
                .map(carrier -> quoted(carrier.schedule()) + " (" + String.join(", ", carrier.fields()) + ")")
                .collect(Collectors.joining(", "));
        return " Still carried by " + carried
                + (shift.carriedByNone().isEmpty()
                        ? "."
                        : "; by none: " + String.join(", ", shift.carriedByNone()) + ".");
    }

    /** A number with the words for it. */
    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** What is missing, with an organisation's unsigned documents in one sentence. */
    private static String missing(List<Missing> missing) {
        var unsigned = new TreeMap<String, List<String>>();
        var others = new ArrayList<String>();
        for (Missing each : missing) {
            if (each instanceof Missing.PartySignature signature && signature.state() == Signature.State.MISSING) {
                unsigned.computeIfAbsent(signature.organisation(), none -> new ArrayList<>())
                        .add(quoted(signature.document()));
            } else {
                others.add(each.sentence());
            }
        }
        var sentences = new ArrayList<String>();
        unsigned.forEach((organisation, documents) -> sentences.add(quoted(organisation) + " has not signed "
                + String.join(", ", documents) + "; its signatory would have to."));
        sentences.addAll(others);
        return joined(sentences);
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
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
