package org.concordat.server.demo.lessons.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.concordat.server.demo.lessons.Attempt;
import org.concordat.server.demo.lessons.Attempts;
import org.concordat.server.demo.lessons.OnlyInPractice;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.lists.CsvFile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What was finished: a page for the learner to print, and the list for whoever looks after them. */
@Controller
@OnlyInPractice
class FinishedPages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final Set<Role> LOOK_AFTER_OTHERS = Set.of(ORGANISATION_ADMINISTRATOR, PARTNERSHIP_ADMINISTRATOR);

    private final Attempts attempts;
    private final MessageSource messages;

    FinishedPages(Attempts attempts, MessageSource messages) {
        this.attempts = attempts;
        this.messages = messages;
    }

    /** One line of the list. */
    record Line(UUID id, String learner, String code, String titleKey, LocalDate on) {
        static Line of(Attempt attempt) {
            return new Line(
                    attempt.id(),
                    attempt.learner(),
                    attempt.lesson().word(),
                    attempt.lesson().key("title"),
                    LocalDate.ofInstant(attempt.finishedAt().orElseThrow(), HERE));
        }

        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    static boolean looksAfterOthers(Role role) {
        return LOOK_AFTER_OTHERS.contains(role);
    }

    @GetMapping("/lessons/finished")
    @OpenTo(roles = {ORGANISATION_ADMINISTRATOR, PARTNERSHIP_ADMINISTRATOR})
    ModelAndView all() {
        return new ModelAndView("lessons/finished", "lines", lines()).addObject("crumbs", List.of(LessonPages.ALL));
    }

    @GetMapping("/lessons/finished.csv")
    @OpenTo(roles = {ORGANISATION_ADMINISTRATOR, PARTNERSHIP_ADMINISTRATOR})
    void download(HttpServletResponse response, Locale locale) throws IOException {
        List<String> heading = Stream.of("learner", "course", "code", "on")
                .map(column -> messages.getMessage("lessons.finished." + column, null, locale))
                .toList();
        CsvFile file = CsvFile.download(response, "finished-lessons.csv", heading);
        for (Line line : lines()) {
            file.row(line.learner(), messages.getMessage(line.titleKey(), null, locale), line.code(), line.on());
        }
    }

    @GetMapping("/lessons/finished/{id}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView paper(@PathVariable UUID id) {
        Attempt attempt = attempts.finished(id)
                .filter(each -> each.person().equals(Acting.inRole().person())
                        || looksAfterOthers(Acting.inRole().role()))
                .orElseThrow(LessonPages::unknown);
        return new ModelAndView("lessons/paper", "attempt", attempt)
                .addObject("line", Line.of(attempt))
                .addObject("lesson", attempt.lesson())
                .addObject("crumbs", List.of(LessonPages.ALL));
    }

    private List<Line> lines() {
        return attempts.finished().stream().map(Line::of).toList();
    }
}
