package org.concordat.server.demo.lessons;

import static org.concordat.server.demo.lessons.Thing.DECISION_TO_ANSWER;
import static org.concordat.server.demo.lessons.Thing.DISCLOSURE_TO_SIGN_OFF;
import static org.concordat.server.demo.lessons.Thing.DISCLOSURE_TO_TEST;
import static org.concordat.server.demo.lessons.Thing.EMERGENCY_TO_REVIEW;
import static org.concordat.server.demo.lessons.Thing.IMPACT_TO_JUDGE;
import static org.concordat.server.demo.lessons.Thing.REQUEST_TO_ASSESS;
import static org.concordat.server.demo.lessons.Thing.REQUEST_TO_DECIDE;
import static org.concordat.server.demo.lessons.Thing.REQUEST_TO_SCORE;
import static org.concordat.server.demo.lessons.Thing.SCHEDULE_TO_DECLINE;
import static org.concordat.server.demo.lessons.Thing.SCHEDULE_TO_SIGN;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.server.agreements.AgreementsAudit;
import org.concordat.server.auditlog.AuditKind;
import org.concordat.server.auditlog.AuditlogAudit;
import org.concordat.server.catalogue.CatalogueAudit;
import org.concordat.server.decisions.DecisionsAudit;
import org.concordat.server.demo.lessons.Step.Doing;
import org.concordat.server.demo.lessons.Step.Reading;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.requests.RequestsAudit;

/** The lessons, one for each role that the partnership's work needs. What each step says stands in the messages. */
public final class AllLessons {

    private static final int MINUTES = 15;

    private static final List<Lesson> ALL = List.of(
            lesson(
                    Role.PRACTITIONER,
                    "owen.price@council.example",
                    read("can", "/can-we-share", "b"),
                    doing("ask", "/decisions/new?dataset=children-known", DecisionsAudit.DECIDED)
                            .with("ground", "agreement"),
                    read("why", "/decisions", "c"),
                    doing("emergency", "/decisions/new?dataset=tenancy-records", DecisionsAudit.DECIDED)
                            .with("ground", "serious-harm"),
                    read("review", "/decisions", "b"),
                    read("consent", "/questions?words=consent", "a"),
                    read("training", "/account", "c")),
            lesson(
                    Role.ANALYST,
                    "priya.nair@council.example",
                    read("catalogue", "/datasets", "b"),
                    read("form", "/agreements/SC-A19", "a"),
                    doing("ask", "/decisions/new?dataset=assault-attendances", DecisionsAudit.DECIDED),
                    read("missing", "/decisions", "c"),
                    doing("write", "/requests/new", RequestsAudit.REQUEST_MADE),
                    doing("hand-in", "/requests", RequestsAudit.REQUEST_MOVED).with("step", "submit")),
            lesson(
                    Role.CASE_COORDINATOR,
                    "dele.okafor@council.example",
                    read("said", "/agreements/SC-D1-POLICE", "b"),
                    doing(
                                    "answer",
                                    "/decisions/{decision-to-answer}/answers/person-deceased",
                                    DecisionsAudit.STATEMENT_MADE)
                            .with("fact", "person-deceased")
                            .on(DECISION_TO_ANSWER),
                    doing("ask", "/decisions/new?dataset=abuse-incidents", DecisionsAudit.DECIDED),
                    read("team", "/decisions", "a"),
                    read("tell", "/agreements/SC-D1-POLICE", "c"),
                    read("danger", "/decisions/rules/SERIOUS-HARM", "b")),
            lesson(
                    Role.INFORMATION_SHARING_OFFICER,
                    "tomasz.lis@council.example",
                    read("offers", "/offers", "a"),
                    doing("assess", "/requests/{request-to-assess}", RequestsAudit.REQUEST_MOVED)
                            .with("step", "assess")
                            .on(REQUEST_TO_ASSESS),
                    doing("power", "/requests/{request-to-assess}/test/power", RequestsAudit.TEST_ANSWERED)
                            .on(REQUEST_TO_ASSESS),
                    doing("pass-on", "/requests/{request-to-assess}", RequestsAudit.REQUEST_MOVED)
                            .with("step", "pass-on")
                            .on(REQUEST_TO_ASSESS),
                    doing("chase", "/agreements/SC-D4-LIST", AgreementsAudit.CHASED),
                    read("change", "/agreements/SC-C14", "c")),
            lesson(
                    Role.INFORMATION_GOVERNANCE_OFFICER,
                    "joan.pritchard@council.example",
                    read("law", "/law", "b"),
                    doing("opinion", "/requests/{impact-to-judge}/impact/step", RequestsAudit.IMPACT_OPINION_GIVEN)
                            .on(IMPACT_TO_JUDGE),
                    doing("decide", "/requests/{request-to-decide}", RequestsAudit.REQUEST_DECIDED)
                            .on(REQUEST_TO_DECIDE),
                    doing("review", "/decisions/{emergency-to-review}", DecisionsAudit.EMERGENCY_REVIEWED)
                            .on(EMERGENCY_TO_REVIEW),
                    doing("test", "/decisions/disclosures/{disclosure-to-test}", DecisionsAudit.DISCLOSURE_TESTED)
                            .on(DISCLOSURE_TO_TEST),
                    read("log", "/audit-log", "a")),
            lesson(
                    Role.CALDICOTT_GUARDIAN,
                    "gwen.marsh@council.example",
                    read("confidence", "/decisions/rules/CONFIDENTIAL", "c"),
                    doing(
                                    "sign-off",
                                    "/decisions/disclosures/{disclosure-to-sign-off}",
                                    DecisionsAudit.DISCLOSURE_SIGNED_OFF)
                            .on(DISCLOSURE_TO_SIGN_OFF),
                    doing("review", "/decisions/{emergency-to-review}", DecisionsAudit.EMERGENCY_REVIEWED)
                            .on(EMERGENCY_TO_REVIEW),
                    doing("decide", "/requests/{request-to-decide}", RequestsAudit.REQUEST_DECIDED)
                            .on(REQUEST_TO_DECIDE),
                    read("no", "/decisions/disclosures", "a")),
            lesson(
                    Role.DATA_STEWARD,
                    "peter.quill@council.example",
                    doing("hat", "/role", PartiesAudit.ROLE_CHOSEN).with("role", "data-steward"),
                    read("fields", "/datasets/tenancy-records", "b"),
                    doing("describe", "/datasets/bin-collections/change", CatalogueAudit.ENTRY_CHANGED),
                    doing(
                                    "answer",
                                    "/decisions/{decision-to-answer}/answers/person-deceased",
                                    DecisionsAudit.STATEMENT_MADE)
                            .with("fact", "person-deceased")
                            .on(DECISION_TO_ANSWER),
                    read("minimum", "/agreements/SC-C14", "a")),
            lesson(
                    Role.RIGHTS_OFFICER,
                    "peter.quill@council.example",
                    doing("hat", "/role", PartiesAudit.ROLE_CHOSEN).with("role", "rights-officer"),
                    doing(
                            "receive",
                            "/decisions/disclosures/new?dataset=tenancy-records",
                            DecisionsAudit.DISCLOSURE_RECEIVED),
                    doing(
                                    "objects",
                                    "/decisions/{decision-to-answer}/answers/person-objects",
                                    DecisionsAudit.STATEMENT_MADE)
                            .with("fact", "person-objects")
                            .on(DECISION_TO_ANSWER),
                    read("steps", "/decisions/disclosures", "c"),
                    read("public", "/register", "b")),
            lesson(
                    Role.EXECUTIVE_SIGNATORY,
                    "ruth.adeyemi@council.example",
                    read("paper", "/agreements/{schedule-to-sign}", "b"),
                    doing("sign", "/agreements/{schedule-to-sign}/versions/1/sign", AgreementsAudit.SIGNED)
                            .on(SCHEDULE_TO_SIGN),
                    doing("decline", "/agreements/{schedule-to-decline}/versions/1/decline", AgreementsAudit.DECLINED)
                            .on(SCHEDULE_TO_DECLINE),
                    doing(
                                    "sign-off",
                                    "/decisions/disclosures/{disclosure-to-sign-off}",
                                    DecisionsAudit.DISCLOSURE_SIGNED_OFF)
                            .on(DISCLOSURE_TO_SIGN_OFF),
                    read("after", "/agreements/{schedule-to-sign}", "c")),
            lesson(
                    Role.ELECTED_MEMBER,
                    "councillor.iris.webb@council.example",
                    read("register", "/register", "a"),
                    doing("score", "/requests/{request-to-score}/benefit/score", RequestsAudit.SCORES_HANDED_IN)
                            .on(REQUEST_TO_SCORE),
                    read("line", "/requests/{request-to-score}/benefit", "c"),
                    read("refused", "/requests", "b"),
                    read("proof", "/record", "a")),
            lesson(
                    Role.AUDITOR,
                    "edith.rowan@care-board.example",
                    doing("search", "/audit-log?kind=decisions.decided", AuditlogAudit.EVENTS_SEARCHED),
                    doing("proof", "/audit-log", AuditlogAudit.PROOF_DOWNLOADED),
                    doing("download", "/audit-log", AuditlogAudit.EVENTS_DOWNLOADED),
                    read("kinds", "/audit-log/kinds", "b"),
                    read("record", "/record", "c"),
                    read("unusual", "/audit-log/unusual-reading", "a")),
            lesson(
                    Role.PARTNERSHIP_ADMINISTRATOR,
                    "amara.bell@council.example",
                    doing("hat", "/role", PartiesAudit.ROLE_CHOSEN).with("role", "partnership-administrator"),
                    doing("organisation", "/organisations/new", PartiesAudit.ORGANISATION_ADDED),
                    doing("course", "/training/new", PartiesAudit.COURSE_SET),
                    doing("invite", "/people/invite", PartiesAudit.PERSON_INVITED),
                    read("keys", "/record/witnesses", "b"),
                    read("sees", "/decisions/rules/CONFIDENTIAL", "a")));

    private AllLessons() {}

    /** All of them. */
    public static List<Lesson> all() {
        return ALL;
    }

    /** The lesson of that word. */
    public static Optional<Lesson> of(String word) {
        return ALL.stream().filter(lesson -> lesson.word().equals(word)).findFirst();
    }

    private static Lesson lesson(Role role, String email, Step... steps) {
        return new Lesson(role, email, MINUTES, List.of(steps));
    }

    private static Doing doing(String word, String where, AuditKind kind) {
        return new Doing(word, where, kind, Optional.empty(), Map.of());
    }

    private static Reading read(String word, String where, String right) {
        return new Reading(word, where, right);
    }
}
