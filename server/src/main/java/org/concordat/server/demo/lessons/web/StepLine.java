package org.concordat.server.demo.lessons.web;

import java.util.List;
import java.util.stream.Stream;
import org.concordat.server.demo.lessons.Lesson;
import org.concordat.server.demo.lessons.Standing;
import org.concordat.server.demo.lessons.Step;
import org.concordat.server.foundation.forms.Option;

/**
 * A step as the page of its lesson shows it.
 *
 * @param number from 1
 * @param key beginning of its texts' keys
 * @param address of the page on which it is done
 * @param choices answers to its question; none where there is no question
 */
record StepLine(int number, String word, String key, String address, boolean done, List<Option> choices) {
    StepLine {
        choices = List.copyOf(choices);
    }

    static List<StepLine> of(Standing standing) {
        Lesson lesson = standing.attempt().lesson();
        return lesson.steps().stream()
                .map(step -> new StepLine(
                        lesson.steps().indexOf(step) + 1,
                        step.word(),
                        lesson.key(step.word()),
                        standing.attempt().address(step),
                        standing.isDone(step.word()),
                        choices(lesson, step)))
                .toList();
    }

    private static List<Option> choices(Lesson lesson, Step step) {
        return switch (step) {
            case Step.Reading _ ->
                Stream.of("a", "b", "c")
                        .map(choice -> Option.key(choice, lesson.key(step.word()) + "." + choice))
                        .toList();
            case Step.Doing _ -> List.of();
        };
    }

    /** Whether it has a question; for templates. */
    public boolean asks() {
        return !choices.isEmpty();
    }

    /** Name of its field. */
    public String field() {
        return "answer-" + word;
    }
}
