package org.concordat.server.demo.lessons;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One time that somebody takes a lesson.
 *
 * @param person of the town, as whom it is taken
 * @param learner what the learner is really called, as they typed it
 * @param prepared ids of what was made ready
 * @param answered words of the steps whose question was answered rightly
 */
public record Attempt(
        UUID id,
        Lesson lesson,
        UUID person,
        String learner,
        Instant begunAt,
        Optional<Instant> finishedAt,
        Map<Thing, String> prepared,
        Set<String> answered) {

    public Attempt {
        prepared = Map.copyOf(prepared);
        answered = Set.copyOf(answered);
    }

    /** Address of the page of one of its steps. */
    public String address(Step step) {
        return Lesson.address(step, prepared);
    }

    /** The learner's name stays out. */
    @Override
    public String toString() {
        return "Attempt[" + id + ", " + lesson.word() + "]";
    }
}
