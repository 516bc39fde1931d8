package org.concordat.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.agreements.Terms.BasisOf;
import org.concordat.policy.decide.Finding.DoesNotApply;
import org.concordat.policy.decide.Finding.Holds;
import org.concordat.policy.decide.Finding.Lacks;
import org.concordat.policy.decide.Finding.Missing;
import org.concordat.policy.decide.Finding.Refuses;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.law.LawCondition;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Standing;
import org.concordat.policy.words.Transparency;

/** Step 4: data protection. */
final class DataProtectionRules {

    private static final Set<Detail> SAYS_WHO =
            Set.of(Detail.NAME, Detail.NUMBER, Detail.ADDRESS, Detail.CONTACT_NUMBER, Detail.BIRTH_DATE);

    private DataProtectionRules() {}

    static Finding basis(Situation situation) {
        if (!situation.isPersonal()) {
            return new Holds("What leaves is not personal data, once small numbers are hidden.");
        }
        if (situation.controllers().isEmpty()) {
            return new Refuses(
                    "Sender and recipient both act only on somebody's instructions.",
                    "A controller would have to be sender or recipient.");
        }
        for (Situation.Body body : situation.controllers()) {
            Optional<BasisOf> basis = situation.basisOf(body);
            if (basis.isEmpty()) {
                return new Refuses(
                        "No lawful basis of '" + body.id() + "' is named.",
                        "Have the schedule name one for each party.");
            }
            Optional<String> against = against(situation, body, basis.get());
            if (against.isPresent()) {
                return new Refuses("'" + body.id() + "': " + against.get(), "Name a lawful basis that is open to it.");
            }
        }
        var needed = new ArrayList<FactName>();
        boolean strict = situation.bases().stream().anyMatch(basis -> basis.basis() == LawfulBasis.LAW_ENFORCEMENT);
        if (strict && !situation.sensitivities().isEmpty()) {
            needed.add(FactName.STRICTLY_NECESSARY);
        }
        if (situation.controllers().size() < 2) {
            needed.add(FactName.PROCESSOR_BOUND);
        }
        return situation.requireAll(needed, "Every controller has a lawful basis that is open to it.");
    }

    private static Optional<String> against(Situation situation, Situation.Body body, BasisOf named) {
        LawPack law = situation.facts.law();
        LawCondition.Basis known = law.bases().get(named.basis());
        if (known == null) {
            return Optional.of(
                    "the law pack does not know the basis '" + named.basis().word() + "'.");
        }
        if (known.inForceFrom().filter(situation.on()::isBefore).isPresent()) {
            return Optional.of(known.citation() + " is not in force on that day.");
        }
        boolean publicBody = body.organisation().kinds().stream().anyMatch(kind -> kind.standing() != Standing.OBJECTS);
        if (publicBody && !named.basis().isOpenToPublicTasks()) {
            return Optional.of(known.citation() + " is not open to public authorities performing their tasks.");
        }
        if (named.basis() == LawfulBasis.VITAL_INTERESTS && !situation.isLifeAndDeath()) {
            return Optional.of(known.citation() + " is for life and death only.");
        }
        if (named.basis() == LawfulBasis.LAW_ENFORCEMENT) {
            boolean agreed = situation.terms.isEmpty() || situation.terms.get().lawEnforcement();
            boolean competent = body.kinds().stream().anyMatch(law.lawEnforcementBodies()::contains);
            if (!agreed || !competent) {
                return Optional.of(known.citation() + " is for law-enforcement bodies, where the schedule says so.");
            }
        }
        return Optional.empty();
    }

    static Finding specialCategory(Situation situation) {
        boolean special = situation.hasSpecialCategories();
        if (!situation.isPersonal() || !special) {
            return new DoesNotApply("No special-category data leave.");
        }
        boolean explicitConsent = false;
        for (Situation.Body body : situation.controllers()) {
            Optional<BasisOf> named = situation.basisOf(body);
            if (named.map(BasisOf::basis)
                    .filter(LawfulBasis.LAW_ENFORCEMENT::equals)
                    .isPresent()) {
                continue;
            }
            Optional<String> against =
                    named.isEmpty() ? Optional.of("no basis is named") : specialAgainst(situation, named.get());
            if (against.isPresent()) {
                return new Refuses(
                        "'" + body.id() + "' handles special-category data, and " + against.get() + ".",
                        "Name a condition for special categories, with its paragraph and policy document.");
            }
            explicitConsent |= named.flatMap(BasisOf::condition)
                    .filter(SpecialCondition.EXPLICIT_CONSENT::equals)
                    .isPresent();
        }
        return explicitConsent
                ? consent(situation, "The person agreed expressly to special-category data being shared.")
                : new Holds("Special-category data have their condition on both sides.");
    }

    private static Optional<String> specialAgainst(Situation situation, BasisOf named) {
        LawPack law = situation.facts.law();
        if (named.condition().isEmpty()) {
            return Optional.of("names no condition");
        }
        LawCondition.Special known = law.conditions().get(named.condition().get());
        if (known == null) {
            return Optional.of("the law pack does not know its condition");
        }
        if (known.condition() == SpecialCondition.VITAL_INTERESTS && !situation.isLifeAndDeath()) {
            return Optional.of(known.citation() + " is for life and death only");
        }
        if (!known.needsParagraph()) {
            return Optional.empty();
        }
        boolean completed = named.paragraph()
                .map(law.paragraphs()::get)
                .filter(paragraph -> paragraph.completes().contains(known.condition()))
                .isPresent();
        if (!completed) {
            return Optional.of(known.citation() + " is not completed by a paragraph");
        }
        return named.hasPolicyDocument() ? Optional.empty() : Optional.of("there is no policy document");
    }

    static Finding criminal(Situation situation) {
        if (!situation.isPersonal() || !situation.sensitivities().contains(Sensitivity.CRIMINAL)) {
            return new DoesNotApply("No criminal data leave.");
        }
        if (situation.isSeriousHarm()) {
            return new Holds("The law pack's route for serious harm covers criminal data.");
        }
        for (Situation.Body body : situation.controllers()) {
            Optional<BasisOf> named = situation.basisOf(body);
            boolean allowed = named.map(BasisOf::basis)
                            .filter(LawfulBasis.LAW_ENFORCEMENT::equals)
                            .isPresent()
                    || named.filter(BasisOf::hasPolicyDocument)
                            .flatMap(BasisOf::criminalParagraph)
                            .map(situation.facts.law().paragraphs()::get)
                            .filter(LawCondition.Paragraph::criminal)
                            .isPresent();
            if (!allowed) {
                return new Refuses(
                        "'" + body.id()
                                + "' handles criminal data, and names no paragraph that allows it, with a policy"
                                + " document.",
                        "Name such a paragraph and the policy document.");
            }
        }
        return new Holds("Criminal data have their condition on both sides.");
    }

    static Finding consentAsBasis(Situation situation) {
        boolean relied = situation.isPersonal()
                && situation.bases().stream().anyMatch(basis -> basis.basis() == LawfulBasis.CONSENT);
        return relied
                ? consent(situation, "The person agreed.")
                : new DoesNotApply("Consent is not the basis, so it is not asked for.");
    }

    /** Consent, and for a child that of someone who may give it. Among many, children are left out. */
    static Finding consent(Situation situation, String holds) {
        if (situation.request.subjects() == Request.Subjects.MANY) {
            return situation.requireAll(List.of(FactName.CONSENT_GIVEN, FactName.PERSON_IS_CHILD), holds);
        }
        return switch (situation.know(FactName.PERSON_IS_CHILD)) {
            case NO -> situation.require(FactName.CONSENT_GIVEN, holds);
            case YES -> situation.requireAll(List.of(FactName.CONSENT_GIVEN, FactName.CHILD_CONSENT_COMPETENT), holds);
            case UNKNOWN ->
                Finding.worse(unknown(FactName.PERSON_IS_CHILD), situation.require(FactName.CONSENT_GIVEN, holds));
        };
    }

    static Finding objection(Situation situation) {
        boolean open =
                situation.bases().stream().anyMatch(basis -> basis.basis().canBeObjectedTo());
        return situation.isPersonal() && open && !situation.isSeriousHarm()
                ? situation.require(FactName.PERSON_OBJECTS, "The person has not objected.")
                : new DoesNotApply("There is nothing here to object to.");
    }

    static Finding protectedAddress(Situation situation) {
        if (!situation.isPersonal() || !situation.tellsPlace()) {
            return new DoesNotApply("No place of a person leaves.");
        }
        return situation.isSeriousHarm()
                ? new DoesNotApply("A risk of serious harm comes first; the address is guarded as a duty.")
                : situation.require(FactName.ADDRESS_PROTECTED, "The address is not a protected one.");
    }

    static Finding deceased(Situation situation) {
        boolean matters = situation.request.form().namesPeople() && !situation.isSeriousHarm();
        if (!matters) {
            return new DoesNotApply("Whether the person lives does not matter here.");
        }
        boolean single = situation.request.ground() instanceof Ground.Single;
        if (single && situation.request.subjects() == Request.Subjects.ONE) {
            return switch (situation.know(FactName.PERSON_DECEASED)) {
                case NO -> new Holds("The person lives.");
                case YES ->
                    new Holds("The person has died: data protection ends, confidence does not, and is answered above.");
                case UNKNOWN -> unknown(FactName.PERSON_DECEASED);
            };
        }
        return situation.require(FactName.PERSON_DECEASED, "The person lives.");
    }

    static Finding identity(Situation situation) {
        SharingForm form = situation.request.form();
        if (form == SharingForm.AGGREGATED && situation.request.subjects() == Request.Subjects.ONE) {
            return new Refuses(
                    "A table about one person is about that person.", "Ask for many, or share it as identified.");
        }
        boolean saysWho = situation.fields.stream().anyMatch(field -> saysWho(field, form));
        return form.namesPeople() || !saysWho
                ? new Holds("Every field leaves in a form that fits it.")
                : new Refuses(
                        "Fields that say who, or where somebody lives, cannot leave in the form '" + form.word() + "'.",
                        "Leave them out, or have an area or age band made of them first.");
    }

    /** A place may be counted in a table; beside a pseudonym it leads to the person. */
    private static boolean saysWho(DatasetField field, SharingForm form) {
        return field.fieldClass() == FieldClass.IDENTIFIER
                || SAYS_WHO.contains(field.detail())
                || (form == SharingForm.PSEUDONYMISED && field.fieldClass() == FieldClass.LOCATOR);
    }

    static Finding machineDecision(Situation situation) {
        if (!situation.request.significantDecision()) {
            return new DoesNotApply("No significant decision follows.");
        }
        boolean agreed =
                situation.terms.isEmpty() || situation.terms.get().safeguards().significantDecisions();
        return agreed
                ? situation.require(FactName.DECIDED_BY_PERSON, "A person decides, and hears the resident.")
                : new Refuses(
                        "The schedule allows no significant decision to follow.",
                        "Have the parties agree to it, with what protects people.");
    }

    static Finding impactAssessment(Situation situation) {
        return situation
                        .terms
                        .map(Terms::safeguards)
                        .filter(Terms.Safeguards::impactAssessment)
                        .isPresent()
                ? situation.require(FactName.IMPACT_ASSESSED, "The impact assessment was done.")
                : new DoesNotApply("The schedule asks for no impact assessment.");
    }

    static Finding told(Situation situation) {
        if (situation.isPersonal() && situation.request.ground() instanceof Ground.Reuse) {
            return situation.reuseRowAsks(FactName.PRIVACY_NOTICE_GIVEN)
                    ? new DoesNotApply("Whether the privacy notice says it is asked in step 1.")
                    : situation.require(FactName.PRIVACY_NOTICE_GIVEN, "The privacy notice says it.");
        }
        if (!situation.isPersonal() || situation.terms.isEmpty()) {
            return new DoesNotApply("No privacy notice is asked for here.");
        }
        Transparency transparency = situation.terms.get().safeguards().transparency();
        return switch (transparency) {
            case TELL -> situation.require(FactName.PRIVACY_NOTICE_GIVEN, "The privacy notice says it.");
            case DO_NOT_TELL -> new DoesNotApply("Telling could do harm, so the person is not told.");
        };
    }

    static Finding secondApprover(Situation situation) {
        return situation
                        .terms
                        .map(Terms::safeguards)
                        .filter(Terms.Safeguards::secondApprover)
                        .isPresent()
                ? situation.require(FactName.SECOND_APPROVER, "A second approver agreed.")
                : new DoesNotApply("The schedule asks for no second approver.");
    }

    private static Finding unknown(FactName fact) {
        return new Lacks("Nobody has said: " + fact.question(), List.of(Missing.of(fact)));
    }
}
