package org.concordat.server.requests;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.decide.Step;
import org.concordat.policy.questions.Powers;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Sensitivity;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.requests.internal.TestRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The four-step lawfulness test of a request: keeps what was answered, and says what is missing and whom to ask. */
@Service
@Transactional
public class FourStepTest {

    /** The steps that are asked about, in order. */
    public static final List<Step> STEPS =
            List.of(Step.POWER, Step.HUMAN_RIGHTS, Step.CONFIDENCE, Step.DATA_PROTECTION);

    private final TestRows rows;
    private final Requests requests;
    private final Outlines outlines;
    private final AuditLog audit;
    private final Clock clock;

    FourStepTest(TestRows rows, Requests requests, Outlines outlines, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.outlines = outlines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How one step stands.
     *
     * @param answered what was answered, in the order of asking
     * @param missing questions without an answer that need one
     * @param warnings keys of sentences about answers that do not hold as they are
     */
    public record Standing(
            Step step, Map<TestQuestion, String> answered, List<TestQuestion> missing, List<String> warnings) {
        public Standing {
            missing = List.copyOf(missing);
            warnings = List.copyOf(warnings);
        }

        /** Whether nothing is wanting. */
        public boolean isDone() {
            return missing.isEmpty() && warnings.isEmpty();
        }

        /** Whether anything was answered. */
        public boolean isBegun() {
            return !answered.isEmpty();
        }

        /** The step's word in addresses and messages. */
        public String word() {
            return step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What was answered so far. */
    @Transactional(readOnly = true)
    public Map<TestQuestion, String> answers(String request) {
        return rows.answers(request);
    }

    /** Counts changes; 0 before the first. */
    @Transactional(readOnly = true)
    public int version(String request) {
        return rows.version(request);
    }

    /**
     * Keeps answers to one step; what is empty is taken back.
     *
     * @return false when somebody else answered since {@code version}
     */
    public boolean answer(String code, Map<TestQuestion, String> answers, int version) {
        DataRequest request = requests.get(code);
        if (!Requests.mayWrite(request)) {
            throw Requests.notYours();
        }
        if (!rows.claim(code, version, Acting.current().who(), clock.instant())) {
            return false;
        }
        answers.forEach((question, answer) -> rows.answer(code, question, answer));
        audit.record(Requests.about(RequestsAudit.TEST_ANSWERED, request));
        return true;
    }

    /** How each of the four steps stands. */
    @Transactional(readOnly = true)
    public List<Standing> standings(DataRequest request) {
        Map<TestQuestion, String> answers = rows.answers(request.code());
        Set<Sensitivity> sensitivities = outlines.sensitivities(request.need());
        return STEPS.stream()
                .map(step -> standing(step, request, answers, sensitivities))
                .toList();
    }

    private Standing standing(
            Step step, DataRequest request, Map<TestQuestion, String> answers, Set<Sensitivity> sensitivities) {
        var answered = new java.util.LinkedHashMap<TestQuestion, String>();
        var missing = new ArrayList<TestQuestion>();
        for (TestQuestion question : TestQuestion.of(step)) {
            Optional<String> answer = Optional.ofNullable(answers.get(question));
            if (answer.isPresent()) {
                answered.put(question, answer.get());
            } else if (isNeeded(question, sensitivities)) {
                missing.add(question);
            }
        }
        return new Standing(step, answered, missing, warnings(step, request, answers));
    }

    private static boolean isNeeded(TestQuestion question, Set<Sensitivity> sensitivities) {
        return switch (question.kind()) {
            case TEXT, CHOICE, DAYS -> true;
            case OPTIONAL -> false;
            case SPECIAL -> sensitivities.stream().anyMatch(Sensitivity::isSpecialCategory);
            case CRIMINAL -> sensitivities.contains(Sensitivity.CRIMINAL);
        };
    }

    private List<String> warnings(Step step, DataRequest request, Map<TestQuestion, String> answers) {
        return switch (step) {
            case POWER -> powerWarnings(request, answers);
            case CONFIDENCE -> {
                boolean told = outlines.isConfidential(request.need());
                boolean denied =
                        ConfidenceRoute.NOT_CONFIDENTIAL.word().equals(answers.get(TestQuestion.CONFIDENCE_ROUTE));
                yield told && denied ? List.of("requests.test.warning.confidential") : List.of();
            }
            case ORDER, HUMAN_RIGHTS, DATA_PROTECTION -> List.of();
        };
    }

    private List<String> powerWarnings(DataRequest request, Map<TestQuestion, String> answers) {
        Optional<Powers> powers = outlines.powers(request);
        if (powers.isEmpty()) {
            return List.of("requests.test.warning.outline");
        }
        var warnings = new ArrayList<String>();
        if (powers.get().restriction().isPresent()) {
            warnings.add("requests.test.warning.restricted");
        }
        String named = answers.getOrDefault(TestQuestion.POWER, "");
        Optional<Powers.Power> power = powers.get().carrying().stream()
                .filter(each -> each.row().id().equals(named))
                .findFirst();
        if (!named.isEmpty() && power.isEmpty()) {
            warnings.add("requests.test.warning.power-covers-not");
        }
        if (power.filter(each -> !each.counts()).isPresent()) {
            warnings.add("requests.test.warning.power-unverified");
        }
        return warnings;
    }
}
