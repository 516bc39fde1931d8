package org.concordat.policy.decide;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SharingForm;

/** Requests in the town that are permitted when every fact is as wanted, for tests to change in one place. */
final class Requests {

    static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    static final Town SIGNED = Town.asWritten().signed();
    static final AgreementFolder FOLDER = SIGNED.read();
    static final Ground AGREED = new Ground.UnderAgreement(Optional.empty());

    private Requests() {}

    static Map<String, Request> permitted() {
        return Map.ofEntries(
                Map.entry("a discharge to the practice", discharge()),
                Map.entry("a family to the police", family()),
                Map.entry("a visit with consent", visit()),
                Map.entry("visits by ward", wards()),
                Map.entry("many families to the police", many(family())),
                Map.entry("many visits with consent", many(visit())),
                Map.entry("one family, once, without agreement", single()),
                Map.entry("one family, another council team", reuse()),
                Map.entry("a patient in danger", harm(false)),
                Map.entry("a patient who may die", harm(true)));
    }

    static Request discharge() {
        return request("trust", "practice", "clinician", "discharges", Set.of("name", "address", "diagnosis"), "care");
    }

    static Request family() {
        return request("council", "police", "case-worker", "school-roll", Set.of("name", "year"), "families");
    }

    static Request visit() {
        return request("charity", "council", "case-worker", "visits", Set.of("name"), "advice");
    }

    static Request wards() {
        return many(as(form(visit(), SharingForm.AGGREGATED), Set.of("ward")));
    }

    static Request single() {
        return on(family(), new Ground.Single(law("localism-2011-s1", LawfulBasis.PUBLIC_TASK)));
    }

    static Request reuse() {
        Request family = request("council", "council", "case-worker", "school-roll", Set.of("name"), "advice");
        return on(family, new Ground.Reuse(law("same-controller", LawfulBasis.PUBLIC_TASK)));
    }

    static Request harm(boolean lifeAndDeath) {
        Request patient =
                request("trust", "police", "case-worker", "discharges", Set.of("name", "address"), "families");
        return on(patient, new Ground.SeriousHarm(lifeAndDeath, "Said they would not see tomorrow."));
    }

    /** A taxpayer's name to the police, on that row. */
    static Request tax(String row) {
        Request family = family();
        return new Request(
                family.sender(),
                family.recipient(),
                family.role(),
                "tax",
                Set.of("name"),
                "families",
                family.form(),
                family.subjects(),
                new Ground.Single(Requests.law(row, LawfulBasis.PUBLIC_TASK)),
                false,
                false,
                DAY);
    }

    static Request.Law law(String row, LawfulBasis basis) {
        return new Request.Law(
                row,
                basis,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                ConfidenceRoute.NOT_CONFIDENTIAL,
                Optional.empty());
    }

    private static Request request(
            String sender, String recipient, String role, String dataset, Set<String> fields, String purpose) {
        return new Request(
                Side.of(sender),
                Side.of(recipient),
                role,
                dataset,
                fields,
                purpose,
                SharingForm.IDENTIFIED,
                Subjects.ONE,
                AGREED,
                false,
                false,
                DAY);
    }

    static Request many(Request from) {
        return copy(from, from.fields(), from.purpose(), from.form(), Subjects.MANY, from.ground(), from.on());
    }

    static Request form(Request from, SharingForm form) {
        return copy(from, from.fields(), from.purpose(), form, from.subjects(), from.ground(), from.on());
    }

    static Request as(Request from, Set<String> fields) {
        return copy(from, fields, from.purpose(), from.form(), from.subjects(), from.ground(), from.on());
    }

    static Request purpose(Request from, String purpose) {
        return copy(from, from.fields(), purpose, from.form(), from.subjects(), from.ground(), from.on());
    }

    static Request on(Request from, Ground ground) {
        return copy(from, from.fields(), from.purpose(), from.form(), from.subjects(), ground, from.on());
    }

    static Request on(Request from, LocalDate day) {
        return copy(from, from.fields(), from.purpose(), from.form(), from.subjects(), from.ground(), day);
    }

    private static Request copy(
            Request from,
            Set<String> fields,
            String purpose,
            SharingForm form,
            Subjects subjects,
            Ground ground,
            LocalDate on) {
        return new Request(
                from.sender(),
                from.recipient(),
                from.role(),
                from.dataset(),
                fields,
                purpose,
                form,
                subjects,
                ground,
                from.significantDecision(),
                from.identifyingAgain(),
                on);
    }

    static Request role(Request from, String role) {
        return rebuilt(from, role, from.significantDecision(), from.identifyingAgain());
    }

    static Request deciding(Request from) {
        return rebuilt(from, from.role(), true, from.identifyingAgain());
    }

    static Request identifyingAgain(Request from) {
        return rebuilt(from, from.role(), from.significantDecision(), true);
    }

    private static Request rebuilt(Request from, String role, boolean deciding, boolean again) {
        return new Request(
                from.sender(),
                from.recipient(),
                role,
                from.dataset(),
                from.fields(),
                from.purpose(),
                from.form(),
                from.subjects(),
                from.ground(),
                deciding,
                again,
                from.on());
    }

    static Request.Law with(Request.Law law, ConfidenceRoute route) {
        return new Request.Law(
                law.row(),
                law.basis(),
                law.condition(),
                law.paragraph(),
                law.criminalParagraph(),
                law.hasPolicyDocument(),
                route,
                law.exemption());
    }

    /** Every fact as wanted. */
    static Map<FactName, Answer> allAsWanted() {
        var answers = new EnumMap<FactName, Answer>(FactName.class);
        for (FactName fact : FactName.values()) {
            answers.put(fact, fact.wanted());
        }
        return answers;
    }

    static Facts facts() {
        return new Facts(FOLDER, Town.UK, allAsWanted());
    }

    static Facts facts(FactName fact, Answer answer) {
        Map<FactName, Answer> answers = allAsWanted();
        answers.put(fact, answer);
        return new Facts(FOLDER, Town.UK, answers);
    }

    static Facts in(Town town) {
        return new Facts(town.read(), Town.UK, allAsWanted());
    }
}
