package org.concordat.cli.agreements.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.questions.Flow;
import org.concordat.policy.questions.FlowAnswer;
import org.concordat.policy.questions.Flows;
import org.concordat.policy.words.SharingForm;

/**
 * Flows that differ in nothing but the role in which the recipient sees them: one entry of the map.
 *
 * @param roles by id, in order
 */
record Way(
        String schedule,
        Side sender,
        Side recipient,
        List<String> roles,
        String dataset,
        Set<String> fields,
        String purpose,
        SharingForm form,
        Set<Subjects> subjects,
        FlowAnswer answer,
        List<String> cautions) {

    /** What an answer is called on the page and in the key of the picture, the best first. */
    enum Standing {
        MAY("may be shared"),
        ALMOST("almost: something is missing"),
        NOT("may not be shared");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** In a small cell of a table. */
        String word() {
            return switch (this) {
                case MAY -> "may";
                case ALMOST -> "almost";
                case NOT -> "not";
            };
        }
    }

    Standing standing() {
        return switch (answer) {
            case FlowAnswer.May may -> Standing.MAY;
            case FlowAnswer.Almost almost -> Standing.ALMOST;
            case FlowAnswer.Not not -> Standing.NOT;
        };
    }

    /** From organisation to organisation, whichever team of it. */
    record Pair(String sender, String recipient) {}

    Pair pair() {
        return new Pair(sender.organisation(), recipient.organisation());
    }

    /** All ways of a partnership, by sender and recipient, then as the flows come. */
    static List<Way> of(Flows flows) {
        var roles = new LinkedHashMap<Way, List<String>>();
        for (Flow flow : flows.list()) {
            roles.computeIfAbsent(withoutRoles(flow), none -> new ArrayList<>())
                    .add(flow.route().role());
        }
        var ways = new ArrayList<Way>();
        roles.forEach((way, seen) -> ways.add(way.seenBy(seen)));
        ways.sort(Comparator.comparing((Way way) -> way.sender().organisation())
                .thenComparing(way -> way.recipient().organisation()));
        return List.copyOf(ways);
    }

    private static Way withoutRoles(Flow flow) {
        return new Way(
                flow.route().schedule(),
                flow.route().sender(),
                flow.route().recipient(),
                List.of(),
                flow.route().dataset(),
                flow.fields(),
                flow.route().purpose(),
                flow.route().form(),
                flow.subjects(),
                flow.answer(),
                flow.cautions());
    }

    private Way seenBy(List<String> seen) {
        return new Way(
                schedule,
                sender,
                recipient,
                seen.stream().distinct().sorted().toList(),
                dataset,
                fields,
                purpose,
                form,
                subjects,
                answer,
                cautions);
    }
}
