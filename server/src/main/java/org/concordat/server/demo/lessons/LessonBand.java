package org.concordat.server.demo.lessons;

import java.util.Optional;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.pages.PracticeSource;
import org.springframework.stereotype.Component;

/** What the band on every page of practice says about the lesson of whoever looks at it. */
@Component
@OnlyInPractice
final class LessonBand implements PracticeSource {

    private final Attempts attempts;

    LessonBand(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public String lessons() {
        return "/lessons";
    }

    @Override
    public Optional<NextStep> nextStep() {
        return switch (Acting.current()) {
            case Actor.InRole actor -> attempts.of(actor.person()).map(LessonBand::next);
            case Actor.Undecided actor -> attempts.of(actor.person()).map(LessonBand::next);
            case Actor.Nobody _, Actor.Client _, Actor.Server _ -> Optional.empty();
        };
    }

    private static NextStep next(Standing standing) {
        Lesson lesson = standing.attempt().lesson();
        Optional<Step> next = standing.next();
        return new NextStep(
                lesson.key("title"),
                next.map(step -> lesson.steps().indexOf(step) + 1)
                        .orElse(lesson.steps().size() + 1),
                lesson.steps().size(),
                next.map(step -> lesson.key(step.word() + ".do")).orElse(""),
                next.map(step -> lesson.address() + "#" + step.word()).orElse(lesson.address()));
    }
}
