package org.concordat.policy.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PartyRole;
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

    /** Whose law applies: the nation where the sender acts, and the one that the schedule names. */
    final Set<Nation> nations;

    /** The schedule, its agreement and protocol; none without a schedule. */
    final List<Agreement> tiers;

    private final List<Body> controllers;
    private final List<Terms.BasisOf> bases;
    private final Set<Sensitivity> sensitivities;
    private final EnumSet<FactName> relied = EnumSet.noneOf(FactName.class);
    private final EnumSet<FactName> filter = EnumSet.noneOf(FactName.class);
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
        this.nations = EnumSet.of(sender.organisation().nation());
        schedule.map(Agreement::nation).ifPresent(nations::add);
        this.tiers = schedule.map(facts.folder()::upwards).orElse(List.of());
        this.controllers =
                Stream.of(sender, recipient).filter(body -> !isProcessor(body)).toList();
        this.bases =
                controllers.stream().flatMap(body -> basisOf(body).stream()).toList();
        this.sensitivities = sensitivities(fields, dataset);
    }

    /** The accessions by which sender or recipient joined one of the tiers, by id. */
    Set<String> accessions() {
        var accessions = new TreeSet<String>();
        for (Agreement tier : tiers) {
            for (Body body : List.of(sender, recipient)) {
                facts.folder()
                        .party(tier.id(), body.id())
                        .flatMap(Agreement.Party::accession)
                        .ifPresent(accessions::add);
            }
        }
        return accessions;
    }

    LocalDate on() {
        return request.on();
    }

    /** Sender and recipient, save one that acts only on the other's instructions. */
    List<Body> controllers() {
        return controllers;
    }

    private boolean isProcessor(Body body) {
        return schedule.flatMap(agreed -> agreed.party(body.id()))
                .filter(party -> party.role() == PartyRole.PROCESSOR)
                .isPresent();
    }

    boolean isSeriousHarm() {
        return request.ground() instanceof Ground.SeriousHarm;
    }

    /** Whether a life is at stake and the person cannot consent. */
    boolean isLifeAndDeath() {
        return request.ground() instanceof Ground.SeriousHarm harm && harm.lifeAndDeath();
    }

    /** Whether the row on which reuse rests asks for the fact itself, in step 1. */
    boolean reuseRowAsks(FactName fact) {
        return request.ground() instanceof Ground.Reuse reuse
                && facts.law()
                        .row(reuse.law().row())
                        .filter(row -> row.requires().contains(fact))
                        .isPresent();
    }

    boolean isPersonal() {
        return request.form().isPersonal();
    }

    /** Whether it is for one's own care, and for nothing besides. */
    boolean isForOwnCare() {
        return purpose.kinds().equals(Set.of(PurposeKind.DIRECT_CARE));
    }

    /** Whether a field tells where somebody is or lives, whatever else makes it what it is. */
    boolean tellsPlace() {
        return fields.stream()
                .anyMatch(field -> field.fieldClass() == FieldClass.LOCATOR || field.detail() == Detail.ADDRESS);
    }

    /** What is sensitive in it. */
    Set<Sensitivity> sensitivities() {
        return sensitivities;
    }

    /** That somebody is a patient or client is about their health, whatever the field. */
    private static Set<Sensitivity> sensitivities(List<DatasetField> fields, Dataset dataset) {
        Set<Sensitivity> all = EnumSet.noneOf(Sensitivity.class);
        fields.forEach(field -> all.addAll(field.sensitivities()));
        if (dataset.origin() == Origin.PATIENT || dataset.origin() == Origin.SOCIAL_CARE) {
            all.add(Sensitivity.HEALTH);
        }
        return Collections.unmodifiableSet(all);
    }

    boolean hasSpecialCategories() {
        return sensitivities.stream().anyMatch(Sensitivity::isSpecialCategory);
    }

    /** The lawful bases of the controllers, as far as they are named. */
    List<Terms.BasisOf> bases() {
        return bases;
    }

    /** The law named for the sender: by its schedule, or by the request itself. */
    Optional<Terms.BasisOf> basisOf(Body body) {
        return switch (request.ground()) {
            case Ground.UnderAgreement ignored -> terms.flatMap(agreed -> agreed.basisOf(body.id()));
            case Ground.Single single ->
                Optional.of(single.law()
                        .recipient()
                        .filter(own -> body.id().equals(recipient.id()))
                        .map(own -> basis(body, own))
                        .orElseGet(() -> basis(body, single.law())));
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

    /** What lifts the duty of confidence, as the schedule or the request has it. */
    ConfidenceRoute confidenceRoute() {
        return switch (request.ground()) {
            case Ground.UnderAgreement ignored ->
                terms.map(Terms::confidentiality).orElse(ConfidenceRoute.NOT_CONFIDENTIAL);
            case Ground.Single single -> single.law().confidentiality();
            case Ground.Reuse reuse -> reuse.law().confidentiality();
            case Ground.SeriousHarm ignored -> ConfidenceRoute.OVERRIDING_INTEREST;
        };
    }

    private static Terms.BasisOf basis(Body body, Request.RecipientBasis own) {
        return new Terms.BasisOf(
                body.id(),
                own.basis(),
                own.condition(),
                own.paragraph(),
                own.criminalParagraph(),
                own.hasPolicyDocument());
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

    /** Whether the row counts, by itself or through an officer's verification. */
    boolean counts(LawRow row) {
        return row.countsByItself() || facts.folder().verificationOf(row, on()).isPresent();
    }

    /** The decision rests on that row, and so on the verification that makes it count. */
    void restOn(LawRow row) {
        if (!row.countsByItself()) {
            facts.folder().verificationOf(row, on()).ifPresent(each -> verifications.add(each.id()));
        }
    }

    /** Requires a fact about the case or the asker to be as wanted; the decision then relies on it. */
    Finding require(FactName fact, String holds) {
        return requireAll(List.of(fact), holds);
    }

    /** Requires facts to be as wanted; the decision then relies on them. */
    Finding requireAll(Collection<FactName> wanted, String holds) {
        relyOn(wanted);
        return look(wanted, holds);
    }

    /** One of these rows carries it: the decision rests on the first, and relies on what all of them require. */
    void restOnOneOf(List<LawRow> carrying) {
        LawRow chosen = carrying.getFirst();
        restOn(chosen);
        Set<FactName> askedByAll = EnumSet.allOf(FactName.class);
        carrying.forEach(row -> askedByAll.retainAll(row.requires()));
        for (FactName fact : chosen.requires()) {
            if (isFiltered(fact) || askedByAll.contains(fact)) {
                relyOn(fact);
            }
        }
    }

    /** The decision relies on these: as facts to know now, or, about the people of a request about many, as a filter. */
    void relyOn(Collection<FactName> wanted) {
        wanted.forEach(this::relyOn);
    }

    private void relyOn(FactName fact) {
        (isFiltered(fact) ? filter : relied).add(fact);
    }

    /**
     * Whether facts are as wanted, without relying on them yet. Those about a person become a filter when the request is
     * about many, and so are not looked at here.
     *
     * @param holds what to say when they are
     */
    Finding look(Collection<FactName> wanted, String holds) {
        var missing = new ArrayList<Finding.Missing>(0);
        boolean filters = false;
        for (FactName fact : wanted) {
            if (isFiltered(fact)) {
                filters = true;
                continue;
            }
            Answer answer = facts.of(fact);
            if (answer == Answer.UNKNOWN) {
                missing.add(Finding.Missing.of(fact));
            } else if (answer != fact.wanted()) {
                return new Finding.Refuses(
                        fact.question() + " The answer is " + answer.word() + ".",
                        "It would have to be " + fact.wanted().word() + ", as " + fact.supplier() + " can say: "
                                + fact.question());
            }
        }
        return missing.isEmpty()
                ? new Finding.Holds(filters ? holds + " Whoever that is not true of is left out." : holds)
                : new Finding.Lacks("Nobody has said: " + missing.getFirst().question(), missing);
    }

    boolean isFiltered(FactName fact) {
        return request.subjects() == Request.Subjects.MANY && isAboutThePerson(fact);
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
                    CONTROLLER_CONSENTS,
                    PROCESSOR_BOUND,
                    PRIVACY_NOTICE_GIVEN,
                    STRICTLY_NECESSARY -> false;
        };
    }

    /** In the vocabulary's order, so that the same decision reads the same each time. */
    Set<FactName> relied() {
        return Collections.unmodifiableSet(EnumSet.copyOf(relied));
    }

    /** In the vocabulary's order. */
    Set<FactName> filter() {
        return Collections.unmodifiableSet(EnumSet.copyOf(filter));
    }

    List<String> verifications() {
        return List.copyOf(verifications);
    }
}
