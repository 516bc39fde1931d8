package org.concordat.policy.decide.reference;

import static org.concordat.policy.words.FactName.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.agreements.Team;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Law;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawCondition;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.SeriousHarm;
import org.concordat.policy.law.Verification;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Standing;
import org.concordat.policy.words.Tier;
import org.concordat.policy.words.Transparency;

/**
 * Whether something may be shared, answered by one list of questions asked one after the other over the whole folder.
 *
 * <p>Written from the documents and not from the decider, so that a mistake would have to be made twice. Which facts a
 * permission rests on is not declared here but found out, by forgetting one fact after the other and asking again.
 *
 * <p>Long because the questions stand in one list, in the order of the rules.
 */
final class ReferenceDecider {

    /**
     * What came of it.
     *
     * @param refusing rules that refuse
     * @param lacking rules that cannot be answered, whether or not others refuse
     * @param duties and {@code relied}, {@code filter}: of a permission, otherwise empty
     */
    record Verdict(
            Set<Rule> refusing, Set<Rule> lacking, Set<Duty> duties, Set<FactName> relied, Set<FactName> filter) {
        boolean isPermitted() {
            return refusing.isEmpty() && lacking.isEmpty();
        }
    }

    private enum Carries {
        YES,
        UNSAID,
        NO
    }

    private static final Set<FactName> ABOUT_THE_PERSON = EnumSet.of(
            CONSENT_GIVEN,
            PERSON_OBJECTS,
            OPTED_OUT_NATIONALLY,
            FactName.ADDRESS_PROTECTED,
            FactName.PERSON_DECEASED,
            PERSON_IS_CHILD,
            CHILD_CONSENT_COMPETENT,
            LIKELY_TO_HELP_CARE,
            IN_BEST_INTERESTS,
            MORE_DETRIMENTAL_TO_CHILD);

    private final Request request;
    private final Facts facts;
    private final LawPack law;
    private final Set<FactName> forgotten;
    private final Set<Rule> refusing = EnumSet.noneOf(Rule.class);
    private final Set<Rule> lacking = EnumSet.noneOf(Rule.class);
    private final Set<Duty> duties = new HashSet<>();
    private final Set<FactName> filter = EnumSet.noneOf(FactName.class);

    private ReferenceDecider(Request request, Facts facts, Set<FactName> forgotten) {
        this.request = request;
        this.facts = facts;
        this.law = facts.law();
        this.forgotten = forgotten;
    }

    /** The answer to a request. */
    static Verdict decide(Request request, Facts facts) {
        Verdict first = new ReferenceDecider(request, facts, Set.of()).verdict();
        if (first.isPermitted()) {
            for (FactName fact : FactName.values()) {
                boolean filters = request.subjects() == Request.Subjects.MANY && ABOUT_THE_PERSON.contains(fact);
                if (!filters
                        && !new ReferenceDecider(request, facts, Set.of(fact))
                                .verdict()
                                .isPermitted()) {
                    first.relied().add(fact);
                }
            }
            if (first.relied().contains(FactName.SECOND_APPROVER)) {
                first.duties().add(new Duty.RecordSecondApprover());
            }
        }
        return first;
    }

    private Verdict verdict() {
        ask();
        lacking.removeAll(refusing);
        boolean permitted = refusing.isEmpty() && lacking.isEmpty();
        return new Verdict(
                refusing,
                lacking,
                permitted ? duties : Set.of(),
                EnumSet.noneOf(FactName.class),
                permitted ? filter : Set.of());
    }

    private Answer known(FactName fact) {
        if (forgotten.contains(fact)) {
            return Answer.UNKNOWN;
        }
        return request.subjects() == Request.Subjects.MANY && ABOUT_THE_PERSON.contains(fact)
                ? fact.wanted()
                : facts.of(fact);
    }

    private void must(Rule rule, FactName fact) {
        filterBy(Set.of(fact));
        if (known(fact) == Answer.UNKNOWN) {
            lacking.add(rule);
        } else if (known(fact) != fact.wanted()) {
            refusing.add(rule);
        }
    }

    /** Of many people, those of whom one of these is not as wanted are left out. */
    private void filterBy(Set<FactName> wanted) {
        if (request.subjects() == Request.Subjects.MANY) {
            wanted.stream().filter(ABOUT_THE_PERSON::contains).forEach(filter::add);
        }
    }

    private void must(Rule rule, boolean holds) {
        if (!holds) {
            refusing.add(rule);
        }
    }

    private void must(Rule rule, Carries carries) {
        if (carries == Carries.UNSAID) {
            lacking.add(rule);
        } else if (carries == Carries.NO) {
            refusing.add(rule);
        }
    }

    // The questions.

    private void ask() {
        // Does the folder describe what the request names, and does the sender hold the data?
        Optional<Organisation> sender = organisation(request.sender());
        Optional<Organisation> recipient = organisation(request.recipient());
        Optional<Dataset> held = facts.folder().datasets().values().stream()
                .filter(each -> each.id().equals(request.dataset()))
                .findAny();
        Optional<Purpose> aim = facts.folder().purposes().values().stream()
                .filter(each -> each.id().equals(request.purpose()))
                .findAny();
        if (sender.isEmpty()
                || recipient.isEmpty()
                || held.isEmpty()
                || aim.isEmpty()
                || request.fields().isEmpty()
                || !facts.folder().roles().keySet().contains(request.role())
                || !held.get().fields().keySet().containsAll(request.fields())
                || !held.get().holder().equals(request.sender().organisation())) {
            refusing.add(Rule.NOT_AGREED);
            return;
        }
        Dataset dataset = held.get();
        Purpose purpose = aim.get();
        boolean agreed = request.ground() instanceof Ground.UnderAgreement;
        boolean harm = request.ground() instanceof Ground.SeriousHarm;
        boolean single = request.ground() instanceof Ground.Single;
        boolean reuse = request.ground() instanceof Ground.Reuse;
        boolean one = request.subjects() == Request.Subjects.ONE;
        boolean personal = request.form() != SharingForm.AGGREGATED;
        boolean naming = request.form() == SharingForm.IDENTIFIED || request.form() == SharingForm.DISCUSSED;
        LocalDate day = request.on();

        // Which schedule is it? The named one; else the only one for these data, this recipient and this purpose.
        Optional<Agreement> schedule = Optional.empty();
        boolean toItself = sender.get().id().equals(recipient.get().id());
        if (request.ground() instanceof Ground.UnderAgreement under) {
            List<Agreement> all = new ArrayList<>();
            for (Agreement each : facts.folder().agreements().values()) {
                if (each.terms().isPresent()
                        && (under.schedule().isPresent()
                                ? under.schedule().get().equals(each.id())
                                : isFor(each, each.terms().get()))) {
                    all.add(each);
                }
            }
            if (under.schedule().isEmpty() && all.stream().anyMatch(each -> each.holdsOn(day))) {
                all.removeIf(each -> !each.holdsOn(day));
                if (all.size() > 1) {
                    lacking.add(Rule.NOT_AGREED);
                    return;
                }
            }
            if (all.isEmpty()) {
                refusing.add(Rule.NOT_AGREED);
                return;
            }
            all.sort(Comparator.comparing(Agreement::id));
            schedule = Optional.of(all.getFirst());
        } else if ((single && toItself) || (reuse && !toItself)) {
            refusing.add(Rule.NOT_AGREED);
            return;
        }
        Optional<Terms> terms = schedule.flatMap(Agreement::terms);
        Optional<Law> ownLaw = request.ground() instanceof Ground.Single s
                ? Optional.of(s.law())
                : request.ground() instanceof Ground.Reuse r ? Optional.of(r.law()) : Optional.empty();

        // Is the request in order?
        must(Rule.ROLE_NOT_HELD, ROLE_HELD);
        if (!harm) {
            must(Rule.TRAINING_LAPSED, TRAINING_CURRENT);
        }
        if (schedule.isPresent() && terms.isPresent()) {
            Agreement lowest = schedule.get();
            Optional<Agreement> tier = schedule;
            for (Tier wanted : List.of(Tier.SCHEDULE, Tier.AGREEMENT, Tier.PROTOCOL)) {
                if (tier.isEmpty() || tier.get().tier() != wanted) {
                    refusing.add(Rule.AGREEMENT_ENDED);
                    break;
                }
                Agreement document = tier.get();
                LocalDate last = document.endedOn().isPresent()
                                && document.endedOn().get().isBefore(document.to())
                        ? document.endedOn().get()
                        : document.to();
                must(Rule.AGREEMENT_ENDED, !day.isBefore(document.from()) && !day.isAfter(last));
                must(Rule.PARTY_NOT_JOINED, joined(document, request.sender().organisation(), Direction.SENDER));
                must(Rule.PARTY_NOT_JOINED, joined(document, request.recipient().organisation(), Direction.RECEIVER));
                must(
                        Rule.SIGNATURE_MISSING,
                        signed(document.id(), request.sender().organisation()));
                must(
                        Rule.SIGNATURE_MISSING,
                        signed(document.id(), request.recipient().organisation()));
                String above = document.parent().orElse("");
                tier = facts.folder().agreements().values().stream()
                        .filter(each -> each.id().equals(above))
                        .findAny();
            }

            Set<String> covered = new HashSet<>();
            terms.get().items().stream()
                    .filter(item -> item.dataset().equals(request.dataset()))
                    .forEach(item -> covered.addAll(item.fields()));
            must(Rule.NOT_AGREED, covered.containsAll(request.fields()));
            must(
                    Rule.NOT_AGREED,
                    lowest.purposes().contains(request.purpose())
                            || terms.get().furtherPurposes().contains(request.purpose()));
            must(Rule.NOT_AGREED, lowest.forms().contains(request.form()));
            must(Rule.RECIPIENT_NOT_NAMED, isNamed(terms.get()));
        }
        if (single) {
            must(Rule.SINGLE_DISCLOSURE, one && naming);
            must(Rule.SINGLE_DISCLOSURE, SENIOR_SIGN_OFF);
        }
        if (request.ground() instanceof Ground.SeriousHarm emergency) {
            must(Rule.SERIOUS_HARM, one && naming && !emergency.reason().isBlank());
            must(Rule.NO_GATEWAY, law.seriousHarm().isPresent());
        }

        // Step 1: is there a power?
        Set<Nation> nations = EnumSet.of(sender.get().nation());
        schedule.map(Agreement::nation).ifPresent(nations::add);
        List<String> named = new ArrayList<>();
        ownLaw.map(Law::row).ifPresent(named::add);
        for (Terms.PowerOf each : terms.map(Terms::powers).orElse(List.of())) {
            if (each.organisation().equals(request.sender().organisation())) {
                named.add(each.row());
            }
        }
        Carries power = Carries.NO;
        Carries express = Carries.NO;
        Carries statute = Carries.NO;
        Set<FactName> expressFilter = Set.of();
        Set<FactName> statuteFilter = Set.of();
        for (String id : named) {
            LawRow row = law.rows().get(id);
            Carries carries = row != null && isGateway(row.kind()) && suits(row, sender.get(), toItself)
                    ? covers(row, dataset, purpose, nations, sender.get(), recipient.get())
                    : Carries.NO;
            if (row == null || carries == Carries.NO) {
                continue;
            }
            if (carries == Carries.YES && power != Carries.YES) {
                filterBy(row.requires());
            }
            power = better(power, carries);
            if (row.reach().origins().contains(dataset.origin())) {
                expressFilter = carries == Carries.YES && express != Carries.YES ? row.requires() : expressFilter;
                express = better(express, carries);
            }
            if ((row.kind() == RowKind.POWER || row.kind() == RowKind.DUTY) && !row.keepsConfidence()) {
                statuteFilter = carries == Carries.YES && statute != Carries.YES ? row.requires() : statuteFilter;
                statute = better(statute, carries);
            }
            if (carries == Carries.YES && row.useLimited()) {
                duties.add(new Duty.UseLimitTravels(row.id(), row.limits()));
            }
        }
        if (!harm) {
            must(Rule.NO_GATEWAY, power);
        }
        for (LawRow row : law.rows().values()) {
            if (row.restricts().isEmpty() || row.isOutsideItsTime(day)) {
                continue;
            }
            LawRow.Restricts restricts = row.restricts().get();
            boolean about = restricts.origins().contains(dataset.origin())
                    || (dataset.receivedUnder().isPresent()
                            && restricts
                                    .receivedUnder()
                                    .contains(dataset.receivedUnder().get()))
                    || (restricts.identifyingAgain() && request.identifyingAgain());
            if (!about
                    || restricts.unlessPurposes().containsAll(purpose.kinds())
                    || restricts.unlessForms().contains(request.form())
                    || (harm && restricts.liftedBySeriousHarm())) {
                continue;
            }
            Carries passes = restricts.unlessExpress() ? express : Carries.NO;
            if (passes == Carries.YES) {
                filterBy(expressFilter);
            }
            if (!restricts.unlessFacts().isEmpty()) {
                filterBy(restricts.unlessFacts());
                passes = asWanted(restricts.unlessFacts());
            }
            must(Rule.RESTRICTED, passes);
        }
        if (dataset.receivedUnder().isPresent()) {
            String under = dataset.receivedUnder().get();
            Optional<LawRow> row = law.rows().values().stream()
                    .filter(each -> each.id().equals(under))
                    .findAny();
            must(Rule.USE_LIMITED, row.isPresent());
            if (row.isPresent() && row.get().useLimited()) {
                must(
                        Rule.USE_LIMITED,
                        row.get().purposes().any()
                                || row.get().purposes().kinds().containsAll(purpose.kinds()));
                duties.add(new Duty.UseLimitTravels(row.get().id(), row.get().limits()));
            }
        }

        // Step 2: is it necessary and proportionate?
        if (ownLaw.isPresent() && personal) {
            must(Rule.NOT_PROPORTIONATE, NECESSARY_AND_PROPORTIONATE);
        }

        // Step 3: confidence.
        ConfidenceRoute route = ownLaw.isPresent()
                ? ownLaw.get().confidentiality()
                : terms.isPresent() ? terms.get().confidentiality() : ConfidenceRoute.OVERRIDING_INTEREST;
        if (personal && !harm) {
            switch (route) {
                case NOT_CONFIDENTIAL ->
                    must(
                            Rule.CONFIDENTIAL,
                            dataset.origin() != Origin.PATIENT
                                    && dataset.origin() != Origin.SOCIAL_CARE
                                    && dataset.origin() != Origin.HOMELESSNESS);
                case ANONYMOUS -> must(Rule.CONFIDENTIAL, false);
                case CONSENT -> consent(Rule.CONFIDENTIAL);
                case OVERRIDING_INTEREST -> {
                    must(Rule.CONFIDENTIAL, one);
                    must(Rule.CONFIDENTIAL, OVERRIDING_INTEREST_RECORDED);
                }
                case STATUTE -> {
                    must(Rule.CONFIDENTIAL, statute);
                    filterBy(statuteFilter);
                }
                case APPROVAL -> {
                    must(Rule.CONFIDENTIAL, APPROVAL_HELD);
                    Carries approved = Carries.NO;
                    for (LawRow row : law.rows().values()) {
                        if (row.kind() == RowKind.CONFIDENCE) {
                            Carries lifts = covers(row, dataset, purpose, nations, sender.get(), recipient.get());
                            if (lifts == Carries.YES && approved != Carries.YES) {
                                filterBy(row.requires());
                            }
                            approved = better(approved, lifts);
                        }
                    }
                    must(Rule.CONFIDENTIAL, approved);
                }
            }
        }
        boolean ownCare = purpose.kinds().equals(Set.of(PurposeKind.DIRECT_CARE));
        if (personal && !harm && dataset.origin() == Origin.PATIENT && !ownCare && route != ConfidenceRoute.CONSENT) {
            must(Rule.NATIONAL_OPT_OUT, OPTED_OUT_NATIONALLY);
        }

        // Step 4: data protection. First, who decides here, and on what basis?
        List<Organisation> controllers = new ArrayList<>();
        for (Organisation side : List.of(sender.get(), recipient.get())) {
            boolean processor = schedule.isPresent()
                    && schedule.get().parties().stream()
                            .anyMatch(party ->
                                    party.organisation().equals(side.id()) && party.role() == PartyRole.PROCESSOR);
            if (!processor) {
                controllers.add(side);
            }
        }
        if (personal && controllers.size() < 2) {
            must(Rule.NO_LAWFUL_BASIS, !controllers.isEmpty());
            must(Rule.NO_LAWFUL_BASIS, PROCESSOR_BOUND);
        }
        Set<Sensitivity> sensitive = EnumSet.noneOf(Sensitivity.class);
        Set<FieldClass> classes = EnumSet.noneOf(FieldClass.class);
        Set<Detail> details = EnumSet.noneOf(Detail.class);
        Set<String> opinions = new HashSet<>();
        for (DatasetField field : dataset.fields().values()) {
            if (request.fields().contains(field.id())) {
                sensitive.addAll(field.sensitivities());
                classes.add(field.fieldClass());
                details.add(field.detail());
                if (field.authorship() == Authorship.OPINION) {
                    opinions.add(field.id());
                }
            }
        }
        if (dataset.origin() == Origin.PATIENT || dataset.origin() == Origin.SOCIAL_CARE) {
            sensitive.add(Sensitivity.HEALTH);
        }
        boolean special = sensitive.stream().anyMatch(Sensitivity::isSpecialCategory);
        boolean criminal = sensitive.contains(Sensitivity.CRIMINAL);
        boolean objectionable = false;
        boolean lifeAndDeath = request.ground() instanceof Ground.SeriousHarm s && s.lifeAndDeath();

        for (Organisation body : controllers) {
            if (!personal) {
                break;
            }
            Optional<Terms.BasisOf> found = harm
                    ? law.seriousHarm().map(way -> lastResort(body, way, lifeAndDeath))
                    : terms.isPresent()
                            ? terms.get().bases().stream()
                                    .filter(each -> each.organisation().equals(body.id()))
                                    .findFirst()
                            : ownLaw.map(own -> new Terms.BasisOf(
                                    body.id(),
                                    own.basis(),
                                    own.condition(),
                                    own.paragraph(),
                                    own.criminalParagraph(),
                                    own.hasPolicyDocument()));
            must(Rule.NO_LAWFUL_BASIS, found.isPresent());
            if (found.isEmpty()) {
                must(Rule.SPECIAL_CATEGORY, !special);
                must(Rule.CRIMINAL_DATA, !criminal || harm);
                continue;
            }
            Terms.BasisOf basis = found.get();
            Optional<LawCondition.Basis> inLaw = law.bases().values().stream()
                    .filter(each -> each.basis() == basis.basis())
                    .findAny();
            must(Rule.NO_LAWFUL_BASIS, inLaw.isPresent());
            must(
                    Rule.NO_LAWFUL_BASIS,
                    inLaw.flatMap(LawCondition.Basis::inForceFrom)
                            .filter(day::isBefore)
                            .isEmpty());
            boolean publicBody = body.kinds().stream().anyMatch(kind -> kind.standing() != Standing.OBJECTS);
            boolean enforcement = basis.basis() == LawfulBasis.LAW_ENFORCEMENT;
            switch (basis.basis()) {
                case LEGITIMATE_INTERESTS, RECOGNISED_LEGITIMATE_INTEREST -> must(Rule.NO_LAWFUL_BASIS, !publicBody);
                case VITAL_INTERESTS -> must(Rule.NO_LAWFUL_BASIS, lifeAndDeath);
                case LAW_ENFORCEMENT -> {
                    // Within one organisation both sides have its id, and each team answers for itself.
                    for (Request.Side side : List.of(request.sender(), request.recipient())) {
                        must(
                                Rule.NO_LAWFUL_BASIS,
                                !side.organisation().equals(body.id())
                                        || hats(side, body).stream().anyMatch(law.lawEnforcementBodies()::contains));
                    }
                    must(Rule.NO_LAWFUL_BASIS, terms.isEmpty() || terms.get().lawEnforcement());
                    if (!sensitive.isEmpty()) {
                        must(Rule.NO_LAWFUL_BASIS, STRICTLY_NECESSARY);
                    }
                }
                case CONSENT -> consent(Rule.CONSENT_MISSING);
                case CONTRACT, LEGAL_OBLIGATION, PUBLIC_TASK -> {}
            }
            objectionable |= basis.basis() == LawfulBasis.PUBLIC_TASK
                    || basis.basis() == LawfulBasis.LEGITIMATE_INTERESTS
                    || basis.basis() == LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST;
            if (special && !enforcement) {
                Optional<LawCondition.Special> condition = law.conditions().values().stream()
                        .filter(each -> basis.condition().isPresent()
                                && each.condition() == basis.condition().get())
                        .findAny();
                must(Rule.SPECIAL_CATEGORY, condition.isPresent());
                if (condition.isPresent() && condition.get().needsParagraph()) {
                    must(
                            Rule.SPECIAL_CATEGORY,
                            law.paragraphs().values().stream()
                                    .anyMatch(each -> each.id()
                                                    .equals(basis.paragraph().orElse(""))
                                            && each.completes()
                                                    .contains(condition.get().condition())));
                    must(Rule.SPECIAL_CATEGORY, basis.hasPolicyDocument());
                }
                must(
                        Rule.SPECIAL_CATEGORY,
                        lifeAndDeath || !basis.condition().equals(Optional.of(SpecialCondition.VITAL_INTERESTS)));
                if (basis.condition().equals(Optional.of(SpecialCondition.EXPLICIT_CONSENT))) {
                    consent(Rule.SPECIAL_CATEGORY);
                }
            }
            if (criminal && !enforcement && !harm) {
                must(
                        Rule.CRIMINAL_DATA,
                        law.paragraphs().values().stream()
                                .anyMatch(each -> each.criminal()
                                        && each.id()
                                                .equals(basis.criminalParagraph()
                                                        .orElse(""))));
                must(Rule.CRIMINAL_DATA, basis.hasPolicyDocument());
            }
        }
        boolean exempt = ownLaw.flatMap(Law::exemption).isPresent();
        if (exempt) {
            must(Rule.PURPOSE_CHANGED, single);
        }
        if (exempt && single) {
            Carries lifted = Carries.NO;
            for (LawRow row : law.rows().values()) {
                if (ownLaw.flatMap(Law::exemption).equals(Optional.of(row.id())) && row.kind() == RowKind.EXEMPTION) {
                    lifted = covers(row, dataset, purpose, nations, sender.get(), recipient.get());
                    filterBy(row.requires());
                }
            }
            must(Rule.PURPOSE_CHANGED, lifted);
            must(Rule.PURPOSE_CHANGED, EXEMPTION_TESTED);
        } else if ((reuse && !asksItself(COMPATIBLE_WITH_COLLECTION, ownLaw))
                || (single && !dataset.collectedFor().contains(request.purpose()))) {
            must(Rule.PURPOSE_CHANGED, COMPATIBLE_WITH_COLLECTION);
        }
        if (objectionable && !harm) {
            must(Rule.PERSON_OBJECTS, FactName.PERSON_OBJECTS);
        }
        boolean place = classes.contains(FieldClass.LOCATOR) || details.contains(Detail.ADDRESS);
        if (personal && !harm && place) {
            must(Rule.ADDRESS_PROTECTED, FactName.ADDRESS_PROTECTED);
        }
        if (naming && !harm) {
            filterBy(Set.of(FactName.PERSON_DECEASED));
            if (known(FactName.PERSON_DECEASED) == Answer.UNKNOWN) {
                lacking.add(Rule.PERSON_DECEASED);
            } else if (known(FactName.PERSON_DECEASED) == Answer.YES) {
                must(Rule.PERSON_DECEASED, single);
            }
        }
        boolean aboutNobody = purpose.kinds().stream()
                .allMatch(kind -> kind == PurposeKind.RESEARCH || kind == PurposeKind.STATISTICS);
        must(Rule.RESEARCH_ONLY, !(naming && aboutNobody));
        must(Rule.RESEARCH_ONLY, dataset.origin() != Origin.RESEARCH || aboutNobody);
        if (!naming) {
            must(
                    Rule.IDENTITY_NOT_NEEDED,
                    !classes.contains(FieldClass.IDENTIFIER)
                            && details.stream().allMatch(detail -> detail == Detail.OTHER));
            must(Rule.IDENTITY_NOT_NEEDED, !(personal && classes.contains(FieldClass.LOCATOR)));
            must(Rule.IDENTITY_NOT_NEEDED, personal || !one);
        }
        if (request.significantDecision()) {
            must(
                    Rule.DECIDED_BY_MACHINE,
                    terms.isEmpty() || terms.get().safeguards().significantDecisions());
            must(Rule.DECIDED_BY_MACHINE, DECIDED_BY_PERSON);
            duties.add(new Duty.HumanDecision());
        }
        boolean tell = terms.isEmpty() || terms.get().safeguards().transparency() == Transparency.TELL;
        if (terms.isPresent() && terms.get().safeguards().impactAssessment()) {
            must(Rule.IMPACT_NOT_ASSESSED, IMPACT_ASSESSED);
        }
        if (personal && ((reuse && !asksItself(PRIVACY_NOTICE_GIVEN, ownLaw)) || (terms.isPresent() && tell))) {
            must(Rule.PEOPLE_NOT_TOLD, PRIVACY_NOTICE_GIVEN);
        }
        if (request.identifyingAgain()) {
            must(Rule.IDENTIFYING_AGAIN, ownCare && dataset.origin() != Origin.RESEARCH);
            must(Rule.IDENTIFYING_AGAIN, FactName.SECOND_APPROVER);
        }
        if (terms.isPresent() && terms.get().safeguards().secondApprover()) {
            must(Rule.SECOND_APPROVER, FactName.SECOND_APPROVER);
        }

        // What it obliges.
        duties.add(new Duty.OnlyTheseFields(request.fields()));
        duties.add(new Duty.OnlyThisForm(request.form()));
        duties.add(new Duty.Log());

        if (terms.isPresent()) {
            Terms agreement = terms.get();

            Terms.Retention kept = agreement.retention();
            duties.add(new Duty.DestroyBy(day.plusDays(kept.sharedDays()), kept.certificate()));
            duties.add(new Duty.DestroyDerivedBy(day.plusDays(kept.derivedDays())));
            agreement
                    .safeguards()
                    .expiresAfterDays()
                    .ifPresent(days -> duties.add(new Duty.ExpireOn(day.plusDays(days))));
            if (!personal) {
                duties.add(new Duty.SuppressBelow(agreement.safeguards().suppressBelowPersons()));
            }
            duties.add(new Duty.NoOnwardSharing(agreement.onwardTo()));
        } else {
            duties.add(new Duty.NoOnwardSharing(Set.of()));
            if (!personal) {
                duties.add(new Duty.SuppressBelow(6));
            }
        }
        duties.add(new Duty.UseOnlyFor(Set.of(request.purpose())));
        if (personal && (agreed || single)) {
            duties.add(tell && !exempt ? new Duty.TellThePerson() : new Duty.DoNotTellThePerson());
        }
        if (!opinions.isEmpty()) {
            duties.add(new Duty.MarkAsOpinion(opinions));
        }
        if (harm) {
            law.seriousHarm()
                    .map(SeriousHarm::reviewWithinWorkingDays)
                    .ifPresent(days -> duties.add(new Duty.ReviewWithin(days)));
            if (place) {
                duties.add(new Duty.GuardAddress());
            }
        }
    }

    // What the questions ask more than once.

    private Optional<Organisation> organisation(Request.Side side) {
        for (Organisation each : facts.folder().organisations().values()) {
            if (each.id().equals(side.organisation())) {
                boolean known = side.team().isEmpty()
                        || facts.folder().teams().values().stream()
                                .anyMatch(team -> team.id().equals(side.team().get())
                                        && team.organisation().equals(each.id()));
                return known ? Optional.of(each) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Set<OrganisationKind> hats(Request.Side side, Organisation whole) {
        if (side.team().isEmpty()) {
            return whole.kinds();
        }
        Set<OrganisationKind> worn = EnumSet.noneOf(OrganisationKind.class);
        for (Team team : facts.folder().teams().values()) {
            if (team.id().equals(side.team().get())) {
                worn.addAll(team.kinds());
            }
        }
        return worn;
    }

    private boolean asksItself(FactName fact, Optional<Law> own) {
        return law.rows().values().stream()
                .anyMatch(row -> own.map(Law::row).equals(Optional.of(row.id()))
                        && row.requires().contains(fact));
    }

    private boolean isFor(Agreement schedule, Terms terms) {
        return terms.items().stream().anyMatch(item -> item.dataset().equals(request.dataset()))
                && terms.recipients().stream()
                        .anyMatch(each ->
                                each.organisation().equals(request.recipient().organisation()))
                && (schedule.purposes().contains(request.purpose())
                        || terms.furtherPurposes().contains(request.purpose()));
    }

    private static Terms.BasisOf lastResort(Organisation body, SeriousHarm way, boolean lifeAndDeath) {
        return new Terms.BasisOf(
                body.id(),
                lifeAndDeath ? way.lifeAndDeathBasis() : way.basis(),
                Optional.of(lifeAndDeath ? way.lifeAndDeathCondition() : way.condition()),
                lifeAndDeath ? Optional.empty() : Optional.of(way.paragraph()),
                Optional.empty(),
                true);
    }

    private void consent(Rule rule) {
        must(rule, CONSENT_GIVEN);
        filterBy(Set.of(PERSON_IS_CHILD));
        if (known(PERSON_IS_CHILD) == Answer.UNKNOWN) {
            lacking.add(rule);
        } else if (known(PERSON_IS_CHILD) == Answer.YES) {
            must(rule, CHILD_CONSENT_COMPETENT);
        }
    }

    private boolean isNamed(Terms terms) {
        return terms.recipients().stream()
                .anyMatch(each -> each.organisation().equals(request.recipient().organisation())
                        && (each.team().isEmpty()
                                || each.team().equals(request.recipient().team()))
                        && each.roles().contains(request.role()));
    }

    private boolean joined(Agreement document, String organisation, Direction as) {
        return document.parties().stream()
                .anyMatch(party -> party.organisation().equals(organisation)
                        && party.actsAs().contains(as)
                        && !request.on().isBefore(party.joined())
                        && (party.left().isEmpty()
                                || !request.on().isAfter(party.left().get())));
    }

    private Carries signed(String document, String organisation) {
        Carries best = Carries.NO;
        for (Signature each : facts.folder().signatures()) {
            if (each.of().equals(document)
                    && each.organisation().equals(organisation)
                    && !each.on().isAfter(request.on())) {
                Signature.State state = facts.folder().signatureStates().get(each.id());
                best = better(
                        best,
                        state == Signature.State.SIGNED
                                ? Carries.YES
                                : state == Signature.State.TYPED_ONLY || state == Signature.State.KEY_UNTRUSTED
                                        ? Carries.UNSAID
                                        : Carries.NO);
            }
        }
        return best;
    }

    private static boolean isGateway(RowKind kind) {
        return kind != RowKind.EXEMPTION && kind != RowKind.CONFIDENCE && kind != RowKind.RESTRICTION;
    }

    /** Implied powers are not for bodies that need an express one, objects not for public bodies; reuse is a thing apart. */
    private boolean suits(LawRow row, Organisation sender, boolean toItself) {
        if (row.within() != toItself
                || (row.kind() == RowKind.COMPATIBILITY && !(request.ground() instanceof Ground.Reuse))) {
            return false;
        }
        Set<OrganisationKind> kinds = sender.kinds();
        if (row.kind() == RowKind.IMPLIED_POWER) {
            return kinds.stream().noneMatch(kind -> kind.standing() == Standing.EXPRESS_ONLY);
        }
        return row.kind() != RowKind.OBJECT || kinds.stream().allMatch(kind -> kind.standing() == Standing.OBJECTS);
    }

    private Carries covers(
            LawRow row,
            Dataset dataset,
            Purpose purpose,
            Set<Nation> nations,
            Organisation sender,
            Organisation recipient) {
        Set<OrganisationKind> sends = hats(request.sender(), sender);
        Set<OrganisationKind> receives = hats(request.recipient(), recipient);
        boolean forth = row.from().include(sends, sender.listedIn().contains(row.id()))
                && row.to().include(receives, recipient.listedIn().contains(row.id()));
        boolean back = row.mutual()
                && row.to().include(sends, sender.listedIn().contains(row.id()))
                && row.from().include(receives, recipient.listedIn().contains(row.id()));
        boolean covers = row.nations().containsAll(nations)
                && !row.isOutsideItsTime(request.on())
                && row.force() != Force.NO
                && (forth || back)
                && (!row.within() || sender.id().equals(recipient.id()))
                && row.purposes().include(purpose.kinds())
                && (row.reach().origins().isEmpty() || row.reach().origins().contains(dataset.origin()))
                && (row.reach().forms().isEmpty() || row.reach().forms().contains(request.form()));
        for (DatasetField field : dataset.fields().values()) {
            if (request.fields().contains(field.id())
                    && !row.reach().details().isEmpty()
                    && !row.reach().details().contains(field.detail())) {
                covers = false;
            }
        }
        for (LawRow.Exclusion exclusion : row.reach().exclusions()) {
            if (excludes(exclusion, dataset, sender.kinds())) {
                covers = false;
            }
        }
        if (!covers) {
            return Carries.NO;
        }
        Carries counts = row.mark().isVerified() && row.force() == Force.YES ? Carries.YES : Carries.UNSAID;
        for (Verification each : facts.folder().verifications()) {
            if (each.row().equals(row.id())
                    && each.rowFingerprint().equals(row.fingerprint())
                    && !each.on().isAfter(request.on())) {
                counts = Carries.YES;
            }
        }
        return counts == Carries.YES ? asWanted(row.requires()) : counts;
    }

    private boolean excludes(LawRow.Exclusion exclusion, Dataset dataset, Set<OrganisationKind> sends) {
        boolean sensitivities = exclusion.sensitivities().isEmpty()
                || (exclusion.sensitivities().contains(Sensitivity.HEALTH)
                        && (dataset.origin() == Origin.PATIENT || dataset.origin() == Origin.SOCIAL_CARE));
        boolean classes = exclusion.classes().isEmpty();
        for (DatasetField field : dataset.fields().values()) {
            if (request.fields().contains(field.id())) {
                sensitivities |= field.sensitivities().stream().anyMatch(exclusion.sensitivities()::contains);
                classes |= exclusion.classes().contains(field.fieldClass());
            }
        }
        return sensitivities
                && classes
                && (exclusion.senders().isEmpty() || sends.stream().anyMatch(exclusion.senders()::contains))
                && (exclusion.origins().isEmpty() || exclusion.origins().contains(dataset.origin()))
                && (!exclusion.personal() || request.form() != SharingForm.AGGREGATED);
    }

    private Carries asWanted(Set<FactName> all) {
        Carries worst = Carries.YES;
        for (FactName fact : all) {
            Answer answer = known(fact);
            worst = worse(
                    worst,
                    answer == fact.wanted() ? Carries.YES : answer == Answer.UNKNOWN ? Carries.UNSAID : Carries.NO);
        }
        return worst;
    }

    private static Carries better(Carries left, Carries right) {
        return left.compareTo(right) < 0 ? left : right;
    }

    private static Carries worse(Carries left, Carries right) {
        return left.compareTo(right) > 0 ? left : right;
    }
}
