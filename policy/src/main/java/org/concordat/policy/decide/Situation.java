package org.concordat.policy.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.Verification;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Sensitivity;

/**
 * A request whose every id was found, with the facts: what rules look at. Notes which facts the rules relied on, so it serves
 * one decision.
 */
final class Situation {

    /** A sender or recipient, as what it acts. */
    record Body(Organisation organisation, Set<OrganisationKind> kinds) {
        String id() {
            return organisation.id();
        }

        boolean isListedIn(LawRow row) {
            return organisation.listedIn().contains(row.id());
        }
    }

    final Request request;
    final Facts facts;
    final Body sender;
    final Body recipient;
    final Dataset dataset;
    final List<DatasetField> fields;
    final Purpose purpose;
    final Optional<Agreement> schedule;
    final Optional<Terms> terms;

    private final Set<FactName> relied = EnumSet.noneOf(FactName.class);
    private final Set<FactName> filter = EnumSet.noneOf(FactName.class);
    private final Set<String> verifications = new TreeSet<>();

    Situation(
            Request request,
            Facts facts,
            Body sender,
            Body recipient,
            Dataset dataset,
            List<DatasetField> fields,
            Purpose purpose,
            Optional<Agreement> schedule) {
        this.request = request;
        this.facts = facts;
        this.sender = sender;
        this.recipient = recipient;
        this.dataset = dataset;
        this.fields = fields;
        this.purpose = purpose;
        this.schedule = schedule;
        this.terms = schedule.flatMap(Agreement::terms);
    }

    LocalDate on() {
        return request.on();
    }

    boolean isSeriousHarm() {
        return request.ground() instanceof Ground.SeriousHarm;
    }

    boolean isPersonal() {
        return request.form().isPersonal();
    }

    boolean isAbout(PurposeKind kind) {
        return purpose.kinds().contains(kind);
    }

    boolean has(FieldClass fieldClass) {
        return fields.stream().anyMatch(field -> field.fieldClass() == fieldClass);
    }

    /** What is sensitive in it. That somebody is a patient or client is about their health, whatever the field. */
    Set<Sensitivity> sensitivities() {
        var all = EnumSet.noneOf(Sensitivity.class);
        fields.forEach(field -> all.addAll(field.sensitivities()));
        if (dataset.origin() == Origin.PATIENT || dataset.origin() == Origin.SOCIAL_CARE) {
            all.add(Sensitivity.HEALTH);
        }
        return all;
    }

    /** The law named for the sender: by its schedule, or by the request itself. */
    Optional<Terms.BasisOf> basisOf(Body body) {
        return switch (request.ground()) {
            case Ground.UnderAgreement ignored -> terms.flatMap(agreed -> agreed.basisOf(body.id()));
            case Ground.Single single -> Optional.of(basis(body, single.law()));
            case Ground.Reuse reuse -> Optional.of(basis(body, reuse.law()));
            case Ground.SeriousHarm harm ->
                facts.law()
                        .seriousHarm()
                        .map(route -> harm.lifeAndDeath()
                                ? new Terms.BasisOf(
                                        body.id(),
                                        route.lifeAndDeathBasis(),
                                        Optional.of(route.lifeAndDeathCondition()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        true)
                                : new Terms.BasisOf(
                                        body.id(),
                                        route.basis(),
                                        Optional.of(route.condition()),
                                        Optional.of(route.paragraph()),
                                        Optional.of(route.paragraph()),
                                        true));
        };
    }

    private static Terms.BasisOf basis(Body body, Request.Law law) {
        return new Terms.BasisOf(
                body.id(),
                law.basis(),
                law.condition(),
                law.paragraph(),
                law.criminalParagraph(),
                law.hasPolicyDocument());
    }

    /** The officer's verification that makes an uncounted row count, if there is one. */
    boolean counts(LawRow row) {
        if (row.countsByItself()) {
            return true;
        }
        Optional<Verification> verification = facts.folder().verifications().stream()
                .filter(each -> each.covers(row, on()))
                .findFirst();
        verification.ifPresent(each -> verifications.add(each.id()));
        return verification.isPresent();
    }

    /** Requires a fact about the case or the asker to be as wanted. */
    Finding require(FactName fact, String holds) {
        return requireAll(List.of(fact), holds);
    }

    /**
     * Requires facts to be as wanted. Those about a person become a filter when the request is about many.
     *
     * @param holds what to say when they are
     */
    Finding requireAll(Collection<FactName> wanted, String holds) {
        var missing = new ArrayList<Finding.Missing>();
        for (FactName fact : wanted) {
            if (request.subjects() == Request.Subjects.MANY && isAboutThePerson(fact)) {
                filter.add(fact);
                continue;
            }
            relied.add(fact);
            Answer answer = facts.of(fact);
            if (answer == Answer.UNKNOWN) {
                missing.add(new Finding.Missing(fact.question(), fact.supplier()));
            } else if (answer != fact.wanted()) {
                return new Finding.Refuses(
                        fact.question() + " The answer is " + answer.word() + ".",
                        "It would have to be " + fact.wanted().word() + ", as " + fact.supplier() + " can say: "
                                + fact.question());
            }
        }
        return missing.isEmpty()
                ? new Finding.Holds(holds)
                : new Finding.Lacks("Nobody has said: " + missing.getFirst().question(), missing);
    }

    /** What is known of a fact that can go either way; the decision then relies on it. */
    Answer know(FactName fact) {
        relied.add(fact);
        return facts.of(fact);
    }

    static boolean isAboutThePerson(FactName fact) {
        return switch (fact) {
            case CONSENT_GIVEN,
                    PERSON_OBJECTS,
                    OPTED_OUT_NATIONALLY,
                    ADDRESS_PROTECTED,
                    PERSON_DECEASED,
                    PERSON_IS_CHILD,
                    CHILD_CONSENT_COMPETENT,
                    LIKELY_TO_HELP_CARE,
                    IN_BEST_INTERESTS,
                    MORE_DETRIMENTAL_TO_CHILD -> true;
            case TRAINING_CURRENT,
                    ROLE_HELD,
                    NECESSARY_AND_PROPORTIONATE,
                    OVERRIDING_INTEREST_RECORDED,
                    APPROVAL_HELD,
                    REQUEST_MADE,
                    CONDITIONS_MET,
                    COMPATIBLE_WITH_FUNCTIONS,
                    CODE_FOLLOWED,
                    ON_PUBLIC_REGISTER,
                    WITHIN_OBJECTS,
                    COMPATIBLE_WITH_COLLECTION,
                    EXEMPTION_TESTED,
                    SENIOR_SIGN_OFF,
                    SECOND_APPROVER,
                    DECIDED_BY_PERSON,
                    IMPACT_ASSESSED,
                    PRIVACY_NOTICE_GIVEN,
                    STRICTLY_NECESSARY -> false;
        };
    }

    Set<FactName> relied() {
        return Set.copyOf(relied);
    }

    Set<FactName> filter() {
        return Set.copyOf(filter);
    }

    List<String> verifications() {
        return List.copyOf(verifications);
    }
}
