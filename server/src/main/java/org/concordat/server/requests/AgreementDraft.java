package org.concordat.server.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.SharingForm;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Unwritten;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.requests.internal.TestRows;
import org.springframework.stereotype.Component;

/**
 * Drafts the schedule that an approved request asks for, as the text of its file: all that is known filled in, all that is not
 * marked {@value #MARK} or {@code to-be-chosen}, so that the file cannot be mistaken for one that is ready.
 */
@Component
class AgreementDraft {

    static final String MARK = Unwritten.TEXT;
    private static final String CHOOSE = Unwritten.CODE;
    private static final Set<Role> WRITERS =
            Set.of(Role.INFORMATION_SHARING_OFFICER, Role.INFORMATION_GOVERNANCE_OFFICER);

    private final TestRows tests;
    private final Organisations organisations;
    private final Outlines outlines;
    private final Agreements agreements;
    private final UpperTiers upper;

    AgreementDraft(
            TestRows tests, Organisations organisations, Outlines outlines, Agreements agreements, UpperTiers upper) {
        this.agreements = agreements;
        this.upper = upper;
        this.tests = tests;
        this.organisations = organisations;
        this.outlines = outlines;
    }

    /**
     * What was drafted.
     *
     * @param schedule its code, where it is a draft among agreements now
     * @param text of its file
     * @param problems that keep it from being one, in plain English
     */
    record Drafted(Optional<String> schedule, String text, String problems) {
        static Drafted nothing() {
            return new Drafted(Optional.empty(), "", "");
        }
    }

    /** The code that the schedule of a request gets. */
    static String scheduleOf(DataRequest request) {
        return "SC-" + request.code();
    }

    /** Drafts it, and hands it to agreements, with what it lies within, where whoever acts may write agreements. */
    Drafted draft(DataRequest request) {
        boolean mayWrite = WRITERS.contains(Acting.inRole().role());
        String parent = upper.inForce(request)
                .or(() -> mayWrite ? upper.begun(request, from(request)) : Optional.empty())
                .orElse(CHOOSE);
        String text = text(scheduleOf(request), parent, request, tests.answers(request.code()));
        if (!mayWrite) {
            return new Drafted(Optional.empty(), text, "");
        }
        return switch (agreements.draft(text)) {
            case Agreements.Drafting.Drafted drafted ->
                new Drafted(Optional.of(drafted.draft().code()), text, "");
            case Agreements.Drafting.Wrong wrong ->
                new Drafted(
                        Optional.empty(),
                        text,
                        wrong.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
            case Agreements.Drafting.Overtaken overtaken ->
                new Drafted(Optional.of(overtaken.theirs().code()), text, "");
        };
    }

    private String text(String schedule, String parent, DataRequest request, Map<TestQuestion, String> answers) {
        Need need = request.need();
        LocalDate today = outlines.today();
        LocalDate from = from(request);
        var yaml = new ScheduleText();
        yaml.comment("Drafted from request " + request.code() + ". Whatever says " + MARK + " or " + CHOOSE
                + " must be settled before anybody signs.");
        yaml.word("schedule", schedule)
                .text("title", need.title())
                .word("parent", parent)
                .word("version", "1")
                .open("versions")
                .item(Map.of(
                        "version",
                        "1",
                        "on",
                        today.toString(),
                        "change",
                        ScheduleText.quoted("Drafted from " + request.code() + ".")))
                .close()
                .word("nation", nation(request.supplying()).word())
                .word("from", from.toString())
                .word("to", from.plusYears(1).minusDays(1).toString())
                .word("review-by", from.plusMonths(11).toString())
                .text("review-trigger", "A change of the law, of the parties, of the fields or of how they are used.")
                .text("termination", MARK + ": how a party can end it, and with what notice.")
                .word("public-register", "yes");
        yaml.open("parties");
        party(yaml, request.supplying(), "sender", MARK + ": the office that looks after it.", from);
        party(yaml, request.asking(), "receiver", orMark(need.sponsor(), "the office that looks after it"), from);
        yaml.close();
        yaml.open("purpose")
                .list("purposes", List.of(need.purpose().orElse(CHOOSE)))
                .text("aim", orMark(need.aim(), "what it is to achieve"))
                .text("necessity", answer(answers, TestQuestion.NECESSITY, "why less would not do"))
                .text("benefits", orMark(need.benefit(), "what good it does, for whom"))
                .text("risk-of-not-sharing", orMark(need.otherwise(), "what happens otherwise"))
                .text("function-served", answer(answers, TestQuestion.FUNCTION, "which functions it serves"))
                .text("people-affected", orMark(joined(need), "whom the data are about"))
                .text("measure-of-success", MARK + ": how one will know that it worked.")
                .close();
        yaml.list("forms", List.of(need.form().map(SharingForm::word).orElse(CHOOSE)));
        law(yaml, request, answers);
        data(yaml, need);
        flow(yaml, request, answers);
        yaml.open("retention")
                .word("shared-days", answers.getOrDefault(TestQuestion.SHARED_DAYS, CHOOSE))
                .word("derived-days", answers.getOrDefault(TestQuestion.DERIVED_DAYS, CHOOSE))
                .text("destruction", MARK + ": how it is destroyed.")
                .word("certificate", "yes")
                .close();
        yaml.open("safeguards")
                .word(
                        "suppress-below",
                        need.form()
                                        .filter(form -> form == SharingForm.AGGREGATED)
                                        .isPresent()
                                ? "10"
                                : "0")
                .word("second-approver", "no")
                .word("significant-decisions", "no")
                .word("transparency", answers.getOrDefault(TestQuestion.TRANSPARENCY, "tell"))
                .word("impact-assessment", "yes")
                .close();
        return yaml.toString();
    }

    private static void law(ScheduleText yaml, DataRequest request, Map<TestQuestion, String> answers) {
        yaml.open("law").open("powers");
        yaml.item(Map.of("organisation", request.supplying(), "row", answers.getOrDefault(TestQuestion.POWER, CHOOSE)));
        yaml.close().open("bases");
        basis(yaml, request.supplying(), TestQuestion.SENDER_BASIS, answers);
        basis(yaml, request.asking(), TestQuestion.RECIPIENT_BASIS, answers);
        yaml.close();
        boolean lawEnforcement = answers.containsValue(LawfulBasis.LAW_ENFORCEMENT.word());
        yaml.word("law-enforcement", lawEnforcement ? "yes" : "no")
                .word("confidentiality", answers.getOrDefault(TestQuestion.CONFIDENCE_ROUTE, CHOOSE))
                .text("human-rights", answer(answers, TestQuestion.PROPORTION, "why it is proportionate"))
                .close();
    }

    private static void basis(
            ScheduleText yaml, String organisation, TestQuestion which, Map<TestQuestion, String> answers) {
        var basis = new java.util.LinkedHashMap<String, String>();
        basis.put("organisation", organisation);
        basis.put("basis", answers.getOrDefault(which, CHOOSE));
        Optional.ofNullable(answers.get(TestQuestion.CONDITION)).ifPresent(word -> basis.put("condition", word));
        Optional.ofNullable(answers.get(TestQuestion.PARAGRAPH)).ifPresent(word -> basis.put("paragraph", word));
        Optional.ofNullable(answers.get(TestQuestion.CRIMINAL_PARAGRAPH))
                .ifPresent(word -> basis.put("criminal-paragraph", word));
        yaml.item(basis);
    }

    private void data(ScheduleText yaml, Need need) {
        yaml.open("data");
        List<String> datasets = need.datasets().isEmpty() ? List.of(CHOOSE) : need.datasets();
        for (String dataset : datasets) {
            List<String> named = need.fieldsOf(dataset);
            List<String> fields = named.isEmpty() ? List.of(CHOOSE) : named;
            yaml.openItem("dataset", dataset)
                    .list("fields", fields)
                    .text("people", orMark(need.people(), "an individual, or which class of people"))
                    .text("why-minimum", MARK + ": why each field is needed.")
                    .text("source-system", MARK + ": the system it comes from.")
                    .text("quality", MARK + ": how good it is.")
                    .text("format", MARK + ": the form it comes in.")
                    .closeItem();
        }
        yaml.close();
    }

    private static void flow(ScheduleText yaml, DataRequest request, Map<TestQuestion, String> answers) {
        yaml.open("flow")
                .text("trigger", MARK + ": what sets it off.")
                .word("how-often", answers.getOrDefault(TestQuestion.HOW_OFTEN, CHOOSE))
                .text("frequency", MARK + ": how often.")
                .text("method", "Through Concordat, never by e-mail.")
                .text("security", answer(answers, TestQuestion.SECURITY, "how it is protected"))
                .open("recipients")
                .openItem("organisation", request.asking())
                .list("roles", List.of(answers.getOrDefault(TestQuestion.RECIPIENT_ROLE, CHOOSE)))
                .closeItem()
                .close()
                .text("after-receipt", MARK + ": what happens after receipt.")
                .text("onward", "To nobody.")
                .list("onward-to", List.of())
                .close();
    }

    private static void party(
            ScheduleText yaml, String organisation, String actsAs, String leadOwner, LocalDate joined) {
        yaml.openItem("organisation", organisation)
                .word("role", "sole-controller")
                .list("acts-as", List.of(actsAs))
                .text("lead-owner", leadOwner)
                .text("signatory", MARK + ": the office that signs.")
                .word("joined", joined.toString())
                .closeItem();
    }

    private LocalDate from(DataRequest request) {
        LocalDate today = outlines.today();
        return request.need().neededBy().filter(today::isBefore).orElse(today.plusDays(30));
    }

    private Nation nation(String organisation) {
        return organisations.find(organisation).map(Organisation::nation).orElse(Nation.ENGLAND);
    }

    private static String joined(Need need) {
        return need.places().isEmpty() ? need.people() : need.people() + " (" + need.places() + ")";
    }

    private static String answer(Map<TestQuestion, String> answers, TestQuestion question, String what) {
        return orMark(answers.getOrDefault(question, ""), what);
    }

    private static String orMark(String text, String what) {
        return text.isBlank() ? MARK + ": " + what + "." : text;
    }
}
