package org.concordat.cli.agreements.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.cli.agreements.map.Way.Pair;
import org.concordat.cli.agreements.map.Way.Standing;
import org.concordat.pictures.pages.Choices;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.questions.FlowAnswer;
import org.concordat.policy.questions.Missing;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.SharingForm;

/** Every flow as an entry that can be chosen by answer, sender, receiver, dataset, purpose and form. */
final class FlowEntries {
    private final List<Way> ways;
    private final Names names;
    private final Map<Pair, Integer> numbers = new HashMap<>();

    FlowEntries(List<Way> ways, Names names) {
        this.ways = ways;
        this.names = names;
        ways.forEach(way -> numbers.putIfAbsent(way.pair(), numbers.size() + 1));
    }

    /** Where the flows between two organisations begin in the list. */
    String address(Pair pair) {
        return "flows-" + numbers.getOrDefault(pair, 0);
    }

    Choices choices() {
        var begun = new HashSet<Pair>();
        var entries = new ArrayList<Choices.Entry>();
        for (Way way : ways) {
            entries.add(new Choices.Entry(
                    begun.add(way.pair()) ? address(way.pair()) : "",
                    way.standing().words(),
                    names.side(way.sender()) + " to " + names.side(way.recipient()) + ": "
                            + names.dataset(way.dataset()),
                    List.of(
                            way.standing().words(),
                            names.organisation(way.sender().organisation()),
                            names.organisation(way.recipient().organisation()),
                            names.dataset(way.dataset()),
                            names.purpose(way.purpose()),
                            form(way.form())),
                    s -> entry(s, way)));
        }
        return new Choices(
                "flows",
                List.of(
                        new Choices.Question("Answer", standings()),
                        question(
                                "Sender", way -> names.organisation(way.sender().organisation())),
                        question(
                                "Receiver",
                                way -> names.organisation(way.recipient().organisation())),
                        question("Dataset", way -> names.dataset(way.dataset())),
                        question("Purpose", way -> names.purpose(way.purpose())),
                        question("Form", way -> form(way.form()))),
                standings(),
                entries);
    }

    private static List<String> standings() {
        return Stream.of(Standing.values()).map(Standing::words).toList();
    }

    private Choices.Question question(String name, Function<Way, String> answer) {
        return new Choices.Question(
                name, ways.stream().map(answer).distinct().sorted().toList());
    }

    private static String form(SharingForm form) {
        return switch (form) {
            case AGGREGATED -> "Aggregated";
            case PSEUDONYMISED -> "Pseudonymised";
            case IDENTIFIED -> "Identified";
            case DISCUSSED -> "Discussed";
        };
    }

    private void entry(Section s, Way way) {
        s.summary("Fields", String.join(", ", way.fields()));
        s.summary("Purpose", names.purpose(way.purpose()));
        s.summary("Form", form(way.form()) + ", about " + about(way));
        s.summary("Seen by", String.join(", ", names.roles(way.roles())));
        s.summary("Schedule", names.schedule(way.schedule()));
        switch (way.answer()) {
            case FlowAnswer.May may -> asked(s, "What is asked at each share", may.asked());
            case FlowAnswer.Almost almost -> {
                s.summary(
                        "Why not yet",
                        lines(almost.missing().stream().map(Missing::sentence).toList()));
                asked(s, "What would then be asked at each share", almost.askedThen());
            }
            case FlowAnswer.Not not -> {
                s.summary("Why not", lines(not.reasons()));
                s.summary("What would change it", lines(not.changes()));
                s.summary(
                        "Rules that refuse",
                        String.join(
                                ", ",
                                not.rules().stream().map(Rule::code).sorted().toList()));
            }
        }
        if (!way.cautions().isEmpty()) {
            s.summary("To look at", lines(way.cautions()));
        }
    }

    private static String lines(Collection<String> sentences) {
        return String.join("\n", sentences.stream().distinct().toList());
    }

    private static String about(Way way) {
        if (way.subjects().size() > 1) {
            return "one named person or many";
        }
        return way.subjects().contains(Subjects.ONE) ? "one named person" : "many people";
    }

    private static void asked(Section s, String summary, FlowAnswer.Asked asked) {
        if (asked.all().isEmpty()) {
            s.summary(summary, "Nothing is known to be asked.");
            return;
        }
        s.details(summary + " (" + asked.all().size() + ")", inside -> {
            var questions = new ArrayList<String>();
            asked.aboutTheCase().stream().map(FactName::question).forEach(questions::add);
            asked.aboutEachPerson().stream()
                    .map(fact -> "Of each person: " + fact.question())
                    .forEach(questions::add);
            inside.bullets(questions);
        });
    }
}
