package org.concordat.policy.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Agreement.Party;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.agreements.Team;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Declared;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.Verification;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Tier;
import org.concordat.policy.words.Transparency;

/**
 * The smallest world in which something is shared: one sender, one recipient, one dataset, and a schedule in order, to be
 * changed in one place at a time. Nobody has read its law.
 */
final class Share {

    static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    /** On what a request can rest. */
    enum On {
        AGREEMENT,
        SINGLE,
        REUSE,
        HARM,
        LIFE_AND_DEATH
    }

    LawPack law = Town.UK;
    On on = On.AGREEMENT;
    LocalDate day = DAY;
    Nation nation = Nation.ENGLAND;
    Nation nationOfSchedule = Nation.ENGLAND;
    Set<OrganisationKind> sender = EnumSet.of(OrganisationKind.COUNCIL);
    Set<OrganisationKind> recipient = EnumSet.of(OrganisationKind.POLICE);
    Set<OrganisationKind> team = EnumSet.noneOf(OrganisationKind.class);
    Set<String> senderListedIn = Set.of();
    Set<String> recipientListedIn = Set.of();
    PartyRole recipientRole = PartyRole.SOLE_CONTROLLER;
    boolean toItself;
    Set<PurposeKind> purpose = EnumSet.of(PurposeKind.CRIME_AND_DISORDER);
    boolean collectedForIt = true;
    Origin origin = Origin.ORDINARY;
    Optional<String> receivedUnder = Optional.empty();
    Map<String, DatasetField> fields = new LinkedHashMap<>(Map.of("year", field("year")));
    SharingForm form = SharingForm.IDENTIFIED;
    Subjects subjects = Subjects.ONE;
    List<String> rows = List.of("localism-2011-s1");
    LawfulBasis basis = LawfulBasis.PUBLIC_TASK;
    Optional<SpecialCondition> condition = Optional.empty();
    Optional<String> paragraph = Optional.empty();
    Optional<String> criminalParagraph = Optional.empty();
    ConfidenceRoute confidentiality = ConfidenceRoute.NOT_CONFIDENTIAL;
    Optional<String> exemption = Optional.empty();
    boolean lawEnforcement;
    Transparency transparency = Transparency.TELL;
    boolean identifyingAgain;
    boolean significantDecision;
    boolean significantDecisionsAgreed = true;
    boolean secondApprover;
    boolean impactAssessment;
    Set<Direction> senderActsAs = EnumSet.allOf(Direction.class);
    Set<Direction> recipientActsAs = EnumSet.allOf(Direction.class);
    boolean recipientNamesBasis = true;
    PartyRole senderRole = PartyRole.SOLE_CONTROLLER;
    boolean policyDocument = true;
    List<Verification> verifications = List.of();
    Map<FactName, Answer> answers = allAsWanted();

    /** The same with something changed. */
    Share but(Consumer<Share> change) {
        var copy = new Share();
        copy.law = law;
        copy.on = on;
        copy.day = day;
        copy.nation = nation;
        copy.nationOfSchedule = nationOfSchedule;
        copy.sender = sender;
        copy.recipient = recipient;
        copy.team = team;
        copy.senderListedIn = senderListedIn;
        copy.recipientListedIn = recipientListedIn;
        copy.recipientRole = recipientRole;
        copy.toItself = toItself;
        copy.purpose = purpose;
        copy.collectedForIt = collectedForIt;
        copy.origin = origin;
        copy.receivedUnder = receivedUnder;
        copy.fields = new LinkedHashMap<>(fields);
        copy.form = form;
        copy.subjects = subjects;
        copy.rows = rows;
        copy.basis = basis;
        copy.condition = condition;
        copy.paragraph = paragraph;
        copy.criminalParagraph = criminalParagraph;
        copy.confidentiality = confidentiality;
        copy.exemption = exemption;
        copy.lawEnforcement = lawEnforcement;
        copy.transparency = transparency;
        copy.identifyingAgain = identifyingAgain;
        copy.significantDecision = significantDecision;
        copy.significantDecisionsAgreed = significantDecisionsAgreed;
        copy.secondApprover = secondApprover;
        copy.impactAssessment = impactAssessment;
        copy.senderActsAs = senderActsAs;
        copy.recipientActsAs = recipientActsAs;
        copy.recipientNamesBasis = recipientNamesBasis;
        copy.senderRole = senderRole;
        copy.policyDocument = policyDocument;
        copy.verifications = verifications;
        copy.answers = new EnumMap<>(answers);
        change.accept(copy);
        return copy;
    }

    /** The same with one fact answered so. */
    Share but(FactName fact, Answer answer) {
        return but(share -> share.answers.put(fact, answer));
    }

    /** The same after an officer read these rows on the first day of the agreement. */
    Share read(String... ids) {
        return but(share -> {
            var all = new ArrayList<>(verifications);
            for (String id : ids) {
                LawRow row = law.row(id).orElseThrow();
                all.add(new Verification("v-" + id, id, row.fingerprint(), "officer-7", RandomWorld.FIRST, "Made up."));
            }
            share.verifications = List.copyOf(all);
        });
    }

    /** The answer. Whatever is permitted relies on just those facts that are declared to matter. */
    Decision decision() {
        Request request = request();
        Facts facts = facts();
        Decision decision = new Decider().decide(request, facts);
        if (decision instanceof Decision.Permitted permitted) {
            Set<FactName> relied = EnumSet.noneOf(FactName.class);
            relied.addAll(permitted.relied());
            relied.addAll(permitted.filter());
            assertThat(Declared.mattering(request, facts)).isEqualTo(relied);
        }
        return decision;
    }

    Request request() {
        Side from = new Side("sender", team.isEmpty() ? Optional.empty() : Optional.of("team"));
        var own = new Request.Law(
                rows.getFirst(),
                basis,
                condition,
                paragraph,
                criminalParagraph,
                policyDocument,
                confidentiality,
                exemption);
        Ground ground = switch (on) {
            case AGREEMENT -> new Ground.UnderAgreement(Optional.empty());
            case SINGLE -> new Ground.Single(own);
            case REUSE -> new Ground.Reuse(own);
            case HARM -> new Ground.SeriousHarm(false, "A made-up reason.");
            case LIFE_AND_DEATH -> new Ground.SeriousHarm(true, "A made-up reason.");
        };
        return new Request(
                from,
                Side.of(toItself ? "sender" : "recipient"),
                "case-worker",
                "data",
                fields.keySet(),
                "purpose",
                form,
                subjects,
                ground,
                significantDecision,
                identifyingAgain,
                day);
    }

    Facts facts() {
        return new Facts(folder(), law, answers);
    }

    AgreementFolder folder() {
        Map<String, Organisation> organisations = new TreeMap<>();
        organisations.put("sender", new Organisation("sender", "sender", sender, senderListedIn, nation, List.of()));
        if (!toItself) {
            organisations.put(
                    "recipient",
                    new Organisation("recipient", "recipient", recipient, recipientListedIn, nation, List.of()));
        }
        Map<String, Agreement> documents = new TreeMap<>();
        var signatures = new ArrayList<Signature>();
        Map<String, Signature.State> states = new TreeMap<>();
        for (Tier tier : Tier.values()) {
            Agreement document = document(tier);
            documents.put(document.id(), document);
            for (String each : organisations.keySet()) {
                String id = "signature-of-" + document.id() + "-for-" + each;
                signatures.add(
                        new Signature(id, document.id(), "print", each, "chief", RandomWorld.FIRST, Optional.empty()));
                states.put(id, Signature.State.SIGNED);
            }
        }
        return new AgreementFolder(
                organisations,
                team.isEmpty() ? Map.of() : Map.of("team", new Team("team", "team", "sender", team)),
                Map.of("case-worker", "case worker"),
                Map.of(
                        "data",
                        new Dataset(
                                "data",
                                "data",
                                "sender",
                                origin,
                                receivedUnder,
                                Set.of(collectedForIt ? "purpose" : "other"),
                                fields)),
                Map.of(
                        "purpose",
                        new Purpose("purpose", "purpose", purpose),
                        "other",
                        new Purpose("other", "other", EnumSet.of(PurposeKind.STATISTICS))),
                documents,
                signatures,
                verifications,
                Map.of(),
                states,
                "",
                List.of());
    }

    private Agreement document(Tier tier) {
        String to = toItself ? "sender" : "recipient";
        var parties = new ArrayList<Party>();
        parties.add(party("sender", senderRole, senderActsAs));
        if (!toItself) {
            parties.add(party("recipient", recipientRole, recipientActsAs));
        }
        var bases = parties.stream()
                .filter(party -> recipientNamesBasis || party.organisation().equals("sender"))
                .map(party -> new Terms.BasisOf(
                        party.organisation(), basis, condition, paragraph, criminalParagraph, policyDocument))
                .toList();
        var terms = new Terms(
                rows.stream().map(row -> new Terms.PowerOf("sender", row)).toList(),
                bases,
                lawEnforcement,
                confidentiality,
                true,
                Set.of(),
                List.of(new Terms.Item("data", fields.keySet())),
                List.of(new Terms.Recipient(to, Optional.empty(), Set.of("case-worker"))),
                Set.of(),
                new Terms.Retention(90, 30, true),
                new Terms.Safeguards(
                        10,
                        secondApprover,
                        significantDecisionsAgreed,
                        transparency,
                        impactAssessment,
                        OptionalInt.empty()));
        return new Agreement(
                tier.word(),
                tier,
                tier.word(),
                1,
                switch (tier) {
                    case PROTOCOL -> Optional.empty();
                    case AGREEMENT -> Optional.of(Tier.PROTOCOL.word());
                    case SCHEDULE -> Optional.of(Tier.AGREEMENT.word());
                },
                nationOfSchedule,
                RandomWorld.FIRST,
                RandomWorld.LAST,
                DAY,
                Optional.empty(),
                true,
                parties,
                Set.of("purpose"),
                EnumSet.allOf(SharingForm.class),
                tier == Tier.SCHEDULE ? Optional.of(terms) : Optional.empty(),
                RandomWorld.NO_TEXT);
    }

    private static Party party(String organisation, PartyRole role, Set<Direction> actsAs) {
        return new Party(organisation, role, actsAs, RandomWorld.FIRST, Optional.empty());
    }

    /** A field about nothing in particular. */
    static DatasetField field(String id) {
        return new DatasetField(
                id, FieldClass.ATTRIBUTE, Authorship.RECORDED_BY_PROCESS, Set.of(), Detail.OTHER, Optional.empty());
    }

    static DatasetField field(String id, FieldClass is, Detail detail, Sensitivity... sensitive) {
        return new DatasetField(id, is, Authorship.RECORDED_BY_PROCESS, Set.of(sensitive), detail, Optional.empty());
    }

    private static Map<FactName, Answer> allAsWanted() {
        Map<FactName, Answer> answers = new EnumMap<>(FactName.class);
        for (FactName fact : FactName.values()) {
            answers.put(fact, fact.wanted());
        }
        return answers;
    }
}
