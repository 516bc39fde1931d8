package org.concordat.server.demo.lessons;

import java.util.Optional;
import java.util.Set;

/**
 * How far somebody has come with a lesson.
 *
 * @param done words of the steps that are done
 */
public record Standing(Attempt attempt, Set<String> done) {

    public Standing {
        done = Set.copyOf(done);
    }

    /** The first step that is not done; none where all are. */
    public Optional<Step> next() {
        return attempt.lesson().steps().stream()
                .filter(step -> !done.contains(step.word()))
                .findFirst();
    }

    /** Whether a step is done; for templates. */
    public boolean isDone(String step) {
        return done.contains(step);
    }

    /** Whether all are. */
    public boolean isFinished() {
        return next().isEmpty();
    }
}
