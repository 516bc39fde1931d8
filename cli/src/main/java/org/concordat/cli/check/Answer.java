package org.concordat.cli.check;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.concordat.cli.agreements.OpenFolder;
import org.concordat.cli.console.ExitCode;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Need;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Reason;
import org.concordat.policy.decide.FactsFile;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Step;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.words.SharingForm;

/**
 * A decision with all that is needed to explain it.
 *
 * @param requestId as its file gives it
 * @param facts the file whose answers were counted, if there was one
 * @param today the day on which it was asked, which may differ from the day it was asked about
 * @param notices what was left out or does not count
 */
record Answer(
        String requestId,
        Request request,
        Decision decision,
        OpenFolder opened,
        Optional<FactsFile> facts,
        LocalDate today,
        List<Problem> notices) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** How one step came out. */
    enum StepAnswer {
        YES("Yes."),
        NO("No."),
        UNKNOWN("Not known yet."),
        NOT_ASKED("Not asked.");

        private final String words;

        StepAnswer(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    ExitCode exitCode() {
        return switch (decision) {
            case Decision.Permitted ignored -> ExitCode.DONE;
            case Decision.Refused ignored -> ExitCode.REFUSED;
            case Decision.NeedsFacts ignored -> ExitCode.REFUSED;
        };
    }

    /** Yes, no or needs facts, in one plain sentence. */
    String sentence() {
        String day = day(request.on());
        return switch (decision) {
            case Decision.Permitted ignored -> "PERMITTED. On " + day + " " + share("may share") + ".";
            case Decision.Refused ignored -> "REFUSED. On " + day + " " + share("may not share") + ".";
            case Decision.NeedsFacts needs -> {
                int missing = questions(needs).size();
                yield "NOT YET. It cannot be said whether on " + day + " " + share("may share") + ": "
                        + (missing == 1 ? "one thing is" : missing + " things are") + " missing.";
            }
        };
    }

    private String share(String verb) {
        return organisation(request.sender().organisation()) + " " + verb + " with "
                + organisation(request.recipient().organisation())
                + (request.fields().size() == 1 ? " the field " : " the fields ")
                + listed(request.fields().stream().sorted().toList()) + " of " + dataset() + " for "
                + purpose(request.purpose()) + ", " + form(request.form());
    }

    /** What is missing, each question once, though several rules may ask it. */
    static List<Need> questions(Decision.NeedsFacts needs) {
        Map<String, Need> questions = new LinkedHashMap<>();
        needs.needs().forEach(need -> questions.putIfAbsent(need.question() + need.supplier(), need));
        return List.copyOf(questions.values());
    }

    List<Reason> reasons(Step step) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule().step() == step)
                .toList();
    }

    StepAnswer answer(Step step) {
        List<Outcome> outcomes = reasons(step).stream().map(Reason::outcome).toList();
        if (outcomes.contains(Outcome.REFUSES)) {
            return StepAnswer.NO;
        }
        if (outcomes.contains(Outcome.LACKS)) {
            return StepAnswer.UNKNOWN;
        }
        return outcomes.contains(Outcome.HOLDS) ? StepAnswer.YES : StepAnswer.NOT_ASKED;
    }

    /** What people call it, and its id. */
    String organisation(String id) {
        Organisation known = opened.folder().organisations().get(id);
        return known == null ? "'" + id + "'" : known.name();
    }

    String purpose(String id) {
        Purpose known = opened.folder().purposes().get(id);
        return "'" + (known == null ? id : known.name()) + "'";
    }

    private String dataset() {
        Dataset known = opened.folder().datasets().get(request.dataset());
        return "'" + (known == null ? request.dataset() : known.name()) + "'";
    }

    static String day(LocalDate day) {
        return day.format(DAY);
    }

    /** How something is shared in that form, to follow the word share. */
    static String form(SharingForm form) {
        return switch (form) {
            case AGGREGATED -> "as figures about nobody in particular";
            case PSEUDONYMISED -> "as records without identity";
            case IDENTIFIED -> "as records that say who they are about";
            case DISCUSSED -> "in a conversation about named people";
        };
    }

    /** a, b and c. */
    static String listed(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** The request's id and how it came out: what it was about may say more than a log should hold. */
    @Override
    public String toString() {
        return "Answer[" + requestId + ", " + decision.getClass().getSimpleName() + "]";
    }
}
