package org.concordat.policy.decide;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;

/**
 * What was found out about one request: each fact once, with the office that answered and the day.
 *
 * @param about the request's id
 */
public record FactsFile(String id, String about, Place place, List<Said> answers) {

    public FactsFile {
        answers = List.copyOf(answers);
    }

    /**
     * One answer.
     *
     * @param by an office or opaque id, never a name
     * @param place where it is written
     */
    public record Said(FactName fact, Answer answer, String by, LocalDate on, Place place) {}

    /** What the file says, or nothing, and then the problems say why. The stream is left open. */
    public static Optional<FactsFile> read(Source file, Problems problems) {
        int before = problems.count();
        return YamlFile.read(file.name(), file.content(), problems)
                .flatMap(fields -> RequestShapes.values("facts", fields, problems))
                .map(FactsFile::of)
                .filter(facts -> {
                    facts.refuseTwice(problems);
                    return problems.count() == before;
                });
    }

    private static FactsFile of(Values values) {
        return new FactsFile(
                values.text("facts"),
                values.text("about"),
                values.place(),
                values.groups("answers").stream()
                        .map(said -> new Said(
                                said.word("fact", FactName.class),
                                said.word("answer", Answer.class),
                                said.text("said-by"),
                                said.day("on"),
                                said.place("fact")))
                        .toList());
    }

    private void refuseTwice(Problems problems) {
        Set<FactName> seen = EnumSet.noneOf(FactName.class);
        for (Said said : answers) {
            if (!seen.add(said.fact())) {
                problems.add(
                        "FACT-TWICE",
                        said.place(),
                        "'" + said.fact().word() + "' is answered already above.",
                        "Keep the answer that holds; two answers are none.");
            }
        }
    }

    /**
     * The answers that count for a request on a day. None do when they are about another request, and none that were given
     * after the day.
     *
     * @param notices gain one for whatever does not count
     */
    public Map<FactName, Answer> answersFor(String request, LocalDate day, Problems notices) {
        var counting = new EnumMap<FactName, Answer>(FactName.class);
        if (!about.equals(request)) {
            notices.add(
                    "FACTS-ELSEWHERE",
                    place,
                    "The answers are about request '" + about + "', not '" + request + "', so none of them counts.",
                    "Ask again for this request, and write down what was answered.");
            return counting;
        }
        for (Said said : answers) {
            if (said.on().isAfter(day)) {
                notices.add(
                        "FACT-LATER",
                        said.place(),
                        "'" + said.fact().word() + "' was answered on " + said.on() + ", after the request's day " + day
                                + ", so it does not count.",
                        "Ask for a later day, or correct the date if it is wrong.");
            } else {
                counting.put(said.fact(), said.answer());
            }
        }
        return counting;
    }
}
