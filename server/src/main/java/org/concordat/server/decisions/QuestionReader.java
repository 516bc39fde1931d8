package org.concordat.server.decisions;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problem;
import org.concordat.server.decisions.facts.SubjectReference;
import org.springframework.stereotype.Component;

/**
 * Reads questions as systems send them: the fields of a request file, with true and false for yes and no, and {@code subject} for
 * whose record it is about.
 */
@Component
public final class QuestionReader {

    private static final String SUBJECT = "subject";

    private final Clock clock;

    QuestionReader(Clock clock) {
        this.clock = clock;
    }

    /** What came of reading. */
    public sealed interface Reading {
        /** It is a question. */
        record Read(Question question) implements Reading {}

        /** It is none, and why. */
        record Unreadable(List<Problem> problems) implements Reading {}
    }

    /**
     * Reads one.
     *
     * @param name what problems call it, such as {@code questions[0]}
     * @param fields texts, truths, lists and maps of these
     */
    public Reading read(String name, Map<String, Object> fields) {
        var rest = new LinkedHashMap<String, Object>();
        rest.put("request", fields.getOrDefault("request", "Q"));
        fields.forEach((field, value) -> {
            if (!field.equals("request") && !field.equals(SUBJECT)) {
                rest.put(field, plain(value));
            }
        });
        Object subject = fields.get(SUBJECT);
        if (subject != null && !(subject instanceof String)) {
            return unreadable(name, "'subject' is not a text.", "Give a text of 1 to 200 characters, or leave it out.");
        }
        return switch (RequestText.read(name, rest, WorkingDays.day(clock.instant()))) {
            case RequestText.Reading.Unreadable unreadable -> new Reading.Unreadable(unreadable.problems());
            case RequestText.Reading.Read read -> {
                try {
                    yield new Reading.Read(Question.of(
                            read.request(),
                            Optional.ofNullable((String) subject).map(SubjectReference::new)));
                } catch (IllegalArgumentException unfit) {
                    yield unreadable(
                            name,
                            "It is no question: " + unfit.getMessage() + ".",
                            "Name things by their codes, and a subject only where it is about one person.");
                }
            }
        };
    }

    private static Reading unreadable(String name, String cause, String remedy) {
        return new Reading.Unreadable(List.of(new Problem("QUESTION-UNREADABLE", new Place(name, 1), cause, remedy)));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "yes" : "no";
            case List<?> items -> items.stream().map(QuestionReader::plain).toList();
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, Object>();
                map.forEach((name, each) -> plain.put((String) name, plain(each)));
                yield plain;
            }
            default -> value;
        };
    }
}
