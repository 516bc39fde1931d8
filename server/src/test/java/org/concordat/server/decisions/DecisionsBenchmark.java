package org.concordat.server.decisions;

import static org.concordat.server.decisions.Officers.officer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.concordat.server.decisions.facts.SubjectReference;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many decisions a second, durable, with event, entry and row-level security. Not run with the tests: name it with
 * {@code -Dit.test=DecisionsBenchmark}. Asserts nothing.
 */
final class DecisionsBenchmark {

    private static final int ROUNDS = 5;
    private static final int CALLERS = 4;

    @Test
    void decisionsASecond(@TempDir Path keys) throws Exception {
        Set<String> verified = Set.of("verification-localism-2011-s1", "verification-dpa-2018-sch2-2");
        try (DecisionsAtWork work = new DecisionsAtWork(Town.folder("d7-single-disclosure", verified), keys)) {
            work.known.set(Town.facts("d7-single-disclosure", "02-police-request-verified"));
            work.known.forgetWhatWasAsked();
            measure(work, "in batches of 50", 50, 10);
            measure(work, "single", 1, 100);
        }
    }

    /** Warms up once, then reports the middle of some rounds. */
    private static void measure(DecisionsAtWork work, String what, int size, int calls) throws Exception {
        var perSecond = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            double rate = round(work, size, calls);
            if (round > 0) {
                perSecond.add(rate);
            }
        }
        Collections.sort(perSecond);
        System.out.printf(
                "decisions %s, %d callers: median %.0f a second, from %.0f to %.0f%n",
                what, CALLERS, perSecond.get(ROUNDS / 2), perSecond.getFirst(), perSecond.getLast());
    }

    private static double round(DecisionsAtWork work, int size, int calls) throws Exception {
        Actor council = officer("council", Role.INFORMATION_GOVERNANCE_OFFICER);
        Decisions decisions = work.get(Decisions.class);
        Question question = Question.of(
                Town.request("d7-single-disclosure", "02-police-request-verified", LocalDate.of(2026, 6, 1)),
                Optional.of(new SubjectReference("T-1042")));
        List<Question> batch = Collections.nCopies(size, question);
        Callable<Integer> caller = () -> {
            for (int i = 0; i < calls; i++) {
                Acting.as(council, () -> decisions.decide(batch));
            }
            return calls;
        };
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(Collections.nCopies(CALLERS, caller))) {
                each.get();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return (double) CALLERS
                * calls
                * size
                / took.toNanos()
                * Duration.ofSeconds(1).toNanos();
    }
}
