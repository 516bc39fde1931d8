package org.concordat.policy.decide.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.concordat.policy.law.LawCondition;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.Verification;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.FieldClass;
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
 * A partnership that a seed makes up: its law, and a folder with a protocol, agreements and schedules that mostly fit the law
 * and are flawed here and there.
 *
 * <p>Long because every column of every kind of file is made up somewhere, and one file shows that none was left out.
 */
final class RandomWorld {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST = LocalDate.of(2027, 12, 31);
    static final LocalDate USUAL = LocalDate.of(2026, 6, 15);
    static final LocalDate LATER = LocalDate.of(2026, 10, 1);

    /** Days on which something may begin, end or be signed, and their neighbours. */
    static final List<LocalDate> DAYS = List.of(
            FIRST.minusDays(1),
            FIRST,
            LocalDate.of(2026, 2, 4),
            LocalDate.of(2026, 2, 5),
            USUAL.minusDays(1),
            USUAL.plusDays(1),
            LocalDate.of(2026, 9, 30),
            LATER,
            LAST,
            LAST.plusDays(1));

    static final List<String> ROLES = List.of("case-worker", "clinician", "analyst");
    static final Values NO_TEXT = Values.of(
                    "nothing",
                    new Node.Fields(new Place("made up", 1), Map.of(), Map.of()),
                    Shape.group(),
                    new Problems())
            .orElseThrow();

    private final Chance chance;
    private final LawPack law;
    private final Nation nation;
    private final Map<String, Organisation> organisations = new TreeMap<>();
    private final Map<String, Team> teams = new TreeMap<>();
    private final Map<String, Dataset> datasets = new TreeMap<>();
    private final Map<String, Purpose> purposes = new TreeMap<>();
    private final Map<String, Agreement> agreements = new TreeMap<>();
    private final List<Signature> signatures = new ArrayList<>();
    private final Map<String, Signature.State> states = new TreeMap<>();
    private final List<Agreement> schedules = new ArrayList<>();
    private final List<LawRow> gateways;

    /**
     * What was made up.
     *
     * @param schedules those whose flow requests follow
     */
    record World(LawPack law, AgreementFolder folder, List<Agreement> schedules) {}

    private RandomWorld(Chance chance) {
        this.chance = chance;
        this.law = RandomLaw.of(chance);
        this.nation = chance.percent(88) ? Nation.ENGLAND : chance.of(Nation.class);
        this.gateways = law.rows().values().stream()
                .filter(row -> row.kind().isGateway())
                .toList();
    }

    static World of(long seed) {
        return new RandomWorld(new Chance(seed)).world();
    }

    private World world() {
        purposes.put("other", new Purpose("other", "other", chance.some(PurposeKind.class, 2)));
        for (int number = 1; number <= 3; number++) {
            share(number);
        }
        protocol();
        var verifications = new ArrayList<Verification>();
        for (LawRow row : law.rows().values()) {
            verifications.addAll(verifications(row));
        }
        Map<String, String> roles = new TreeMap<>();
        ROLES.forEach(role -> roles.put(role, role));
        Map<String, String> prints = new TreeMap<>();
        agreements.keySet().forEach(id -> prints.put(id, "print-of-" + id));
        var folder = new AgreementFolder(
                organisations,
                teams,
                roles,
                datasets,
                purposes,
                agreements,
                signatures,
                verifications,
                prints,
                states,
                "",
                List.of());
        return new World(law, folder, List.copyOf(schedules));
    }

    /** One flow from one body to another, with its purpose, data, agreement and schedule. */
    private void share(int number) {
        LawRow row = chance.of(gateways);
        for (int tries = 0; tries < 4 && !row.nations().contains(nation); tries++) {
            row = chance.of(gateways);
        }
        boolean back = row.mutual() && chance.percent(50);
        Organisation sender = body("sender-" + number, back ? row.to() : row.from(), row);
        boolean within = row.within() || chance.percent(3);
        Organisation recipient = within ? sender : body("recipient-" + number, back ? row.from() : row.to(), row);
        if (within && !chance.percent(15)) {
            Set<OrganisationKind> kinds = EnumSet.copyOf(sender.kinds());
            kinds.addAll(
                    row.to().kinds().isEmpty()
                            ? sender.kinds()
                            : Set.of(chance.among(row.to().kinds())));
            sender = new Organisation(
                    sender.id(), sender.name(), kinds, sender.listedIn(), sender.nation(), sender.signatories());
            recipient = sender;
        }
        organisations.put(sender.id(), sender);
        organisations.put(recipient.id(), recipient);
        for (Organisation each : List.of(sender, recipient)) {
            Set<OrganisationKind> hats = chance.each(each.kinds(), 90);
            String id = "team-of-" + each.id();
            teams.put(id, new Team(id, id, each.id(), hats.isEmpty() ? each.kinds() : hats));
        }
        Set<PurposeKind> kinds = row.purposes().any()
                ? EnumSet.of(chance.of(PurposeKind.class))
                : EnumSet.of(chance.among(row.purposes().kinds()));
        if (chance.percent(12)) {
            kinds.add(chance.of(PurposeKind.class));
        }
        purposes.put("purpose-" + number, new Purpose("purpose-" + number, "purpose", kinds));
        Dataset dataset = dataset(number, row, sender, kinds);
        datasets.put(dataset.id(), dataset);
        schedule(number, row, sender, recipient, dataset, kinds);
    }

    private Organisation body(String id, LawRow.Bodies bodies, LawRow row) {
        Set<OrganisationKind> kinds = EnumSet.noneOf(OrganisationKind.class);
        boolean listed = bodies.listed() && (bodies.kinds().isEmpty() || chance.percent(50));
        boolean any = bodies.anyone() || listed || chance.percent(3);
        kinds.add(any ? chance.of(OrganisationKind.class) : chance.among(bodies.kinds()));
        if (chance.percent(18)) {
            kinds.add(chance.of(OrganisationKind.class));
        }
        if (row.kind() == RowKind.OBJECT && any && !chance.percent(25)) {
            kinds = EnumSet.of(chance.of(
                    OrganisationKind.CHARITY,
                    OrganisationKind.COMPANY,
                    OrganisationKind.HOUSING_ASSOCIATION,
                    OrganisationKind.UNIVERSITY));
        }
        Set<String> listedIn = new TreeSet<>();
        if (listed ? !chance.percent(3) : chance.percent(20)) {
            listedIn.add(row.id());
        }
        if (chance.percent(20)) {
            listedIn.add(chance.of(gateways).id());
        }
        return new Organisation(
                id, id, kinds, listedIn, chance.percent(97) ? nation : chance.of(Nation.class), List.of());
    }

    private Dataset dataset(int number, LawRow row, Organisation holder, Set<PurposeKind> kinds) {
        Set<Origin> origins = row.reach().origins();
        Origin origin = !origins.isEmpty() && !chance.percent(3)
                ? chance.among(origins)
                : switch (chance.weighed(45, 35, 3)) {
                    case 0 -> kinds.contains(PurposeKind.DIRECT_CARE) ? Origin.PATIENT : Origin.ORDINARY;
                    case 1 -> chance.percent(25) ? Origin.PATIENT : chance.of(Origin.values());
                    default -> Origin.RESEARCH;
                };
        if (origin == Origin.RESEARCH && !kinds.stream().allMatch(PurposeKind::isAboutNobody) && !chance.percent(30)) {
            origin = Origin.ORDINARY;
        }
        Map<String, DatasetField> fields = new LinkedHashMap<>();
        field(fields, "name", FieldClass.IDENTIFIER, Set.of(), Detail.NAME);
        field(fields, "number", FieldClass.IDENTIFIER, Set.of(), Detail.NUMBER);
        field(fields, "ward", FieldClass.LOCATOR, Set.of(), Detail.OTHER);
        field(fields, "address", FieldClass.LOCATOR, Set.of(), Detail.ADDRESS);
        field(fields, "year", FieldClass.ATTRIBUTE, Set.of(), Detail.OTHER);
        field(fields, "note", FieldClass.ATTRIBUTE, Set.of(), Detail.OTHER);
        field(fields, "telephone", FieldClass.ATTRIBUTE, Set.of(), Detail.CONTACT_NUMBER);
        field(fields, "diagnosis", FieldClass.SENSITIVE, Set.of(Sensitivity.HEALTH), Detail.OTHER);
        field(fields, "offence", FieldClass.SENSITIVE, Set.of(Sensitivity.CRIMINAL), Detail.OTHER);
        FieldClass odd = chance.of(FieldClass.class);
        field(
                fields,
                "odd",
                odd,
                odd == FieldClass.SENSITIVE ? chance.some(Sensitivity.class, 2) : Set.of(),
                chance.of(Detail.class));
        Set<String> collectedFor = new TreeSet<>(Set.of(chance.percent(65) ? "purpose-" + number : "other"));
        Optional<String> under = chance.percent(10)
                ? Optional.of(
                        chance.percent(50) ? row.id() : chance.among(law.rows().keySet()))
                : Optional.empty();
        return new Dataset("data-" + number, "data", holder.id(), origin, under, collectedFor, fields);
    }

    private void field(
            Map<String, DatasetField> fields, String id, FieldClass is, Set<Sensitivity> sensitive, Detail detail) {
        Authorship authorship = chance.of(Authorship.class);
        fields.put(id, new DatasetField(id, is, authorship, sensitive, detail, Optional.empty()));
    }

    private void schedule(
            int number,
            LawRow row,
            Organisation sender,
            Organisation recipient,
            Dataset dataset,
            Set<PurposeKind> kinds) {
        boolean flawed = chance.percent(18);
        String purpose = "purpose-" + number;
        Set<String> fields = new LinkedHashSet<>(chance.each(dataset.fields().keySet(), 75));
        fields.add("year");
        Set<SharingForm> forms = row.reach().forms().isEmpty()
                ? EnumSet.copyOf(chance.some(SharingForm.class, 4))
                : EnumSet.copyOf(row.reach().forms());
        if (kinds.stream().allMatch(PurposeKind::isAboutNobody) && !chance.percent(15)) {
            forms = EnumSet.of(SharingForm.AGGREGATED, SharingForm.PSEUDONYMISED);
        }
        boolean special = dataset.origin() == Origin.PATIENT
                || dataset.origin() == Origin.SOCIAL_CARE
                || fields.contains("diagnosis");
        var bases = new ArrayList<Terms.BasisOf>();
        boolean enforcement = chance.percent(15);
        for (Organisation each : sender.equals(recipient) ? List.of(sender) : List.of(sender, recipient)) {
            if (!flawed || !chance.percent(5)) {
                bases.add(basis(each, special, enforcement));
            }
        }
        var powers = new ArrayList<Terms.PowerOf>();
        powers.add(new Terms.PowerOf(sender.id(), flawed && chance.percent(15) ? "no-such-row" : row.id()));
        while (chance.percent(25)) {
            powers.add(new Terms.PowerOf(sender.id(), chance.among(law.rows().keySet())));
        }
        if (chance.percent(20)) {
            powers.add(new Terms.PowerOf(recipient.id(), chance.among(law.rows().keySet())));
        }
        Set<String> roles = chance.each(ROLES, 60);
        var recipients = List.of(new Terms.Recipient(
                recipient.id(),
                chance.percent(20) ? Optional.of("team-of-" + recipient.id()) : Optional.empty(),
                roles.isEmpty() ? Set.of("analyst") : roles));
        var terms = new Terms(
                powers,
                bases,
                enforcement,
                route(dataset.origin(), row),
                true,
                chance.percent(20) ? Set.of("other") : Set.of(),
                List.of(new Terms.Item(dataset.id(), fields)),
                recipients,
                chance.percent(20) ? Set.of(sender.id()) : Set.of(),
                new Terms.Retention(1 + chance.below(400), 1 + chance.below(400), chance.percent(50)),
                new Terms.Safeguards(
                        chance.percent(80) ? 5 + chance.below(10) : 0,
                        chance.percent(20),
                        chance.percent(60),
                        chance.percent(70) ? Transparency.TELL : Transparency.DO_NOT_TELL,
                        chance.percent(50),
                        chance.percent(50) ? OptionalInt.of(1 + chance.below(90)) : OptionalInt.empty()));
        List<Party> parties = parties(sender, recipient, flawed);
        String above = "agreement-" + number;
        add(document(
                above,
                Tier.AGREEMENT,
                Optional.of("protocol"),
                flawed,
                parties,
                Set.of(purpose),
                forms,
                Optional.empty()));
        Agreement schedule = document(
                "schedule-" + number,
                Tier.SCHEDULE,
                Optional.of(flawed && chance.percent(2) ? "no-such-agreement" : above),
                flawed,
                flawed ? parties(sender, recipient, true) : parties,
                Set.of(purpose),
                forms,
                Optional.of(terms));
        add(schedule);
        schedules.add(schedule);
        if (chance.percent(8)) {
            add(document(
                    "schedule-" + number + "-again",
                    Tier.SCHEDULE,
                    Optional.of(above),
                    flawed,
                    parties,
                    Set.of(purpose),
                    forms,
                    Optional.of(terms)));
        }
    }

    Terms.BasisOf basis(Organisation body, boolean special, boolean enforcement) {
        boolean isPublic = body.kinds().stream().anyMatch(kind -> kind.standing() != Standing.OBJECTS);
        boolean enforces = body.kinds().stream().anyMatch(law.lawEnforcementBodies()::contains);
        LawfulBasis basis = chance.percent(4)
                ? chance.of(LawfulBasis.class)
                : enforcement && enforces
                        ? LawfulBasis.LAW_ENFORCEMENT
                        : isPublic
                                ? chance.of(
                                        LawfulBasis.PUBLIC_TASK,
                                        LawfulBasis.PUBLIC_TASK,
                                        LawfulBasis.LEGAL_OBLIGATION,
                                        LawfulBasis.CONSENT)
                                : chance.of(
                                        LawfulBasis.LEGITIMATE_INTERESTS,
                                        LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST,
                                        LawfulBasis.CONTRACT,
                                        LawfulBasis.CONSENT);
        List<LawCondition.Special> known = law.conditions().values().stream()
                .sorted(Comparator.comparing(LawCondition.Special::condition))
                .filter(each -> each.condition() != SpecialCondition.VITAL_INTERESTS || chance.percent(5))
                .filter(each -> !each.needsParagraph() || completing(each).isPresent())
                .toList();
        Optional<SpecialCondition> condition = chance.percent(4) || known.isEmpty()
                ? Optional.of(chance.of(SpecialCondition.class))
                : chance.percent(special ? 98 : 80)
                        ? Optional.of(chance.of(known).condition())
                        : Optional.empty();
        Optional<String> paragraph = chance.percent(4)
                ? chance.percent(50)
                        ? Optional.empty()
                        : Optional.of(chance.among(law.paragraphs().keySet()))
                : condition.map(law.conditions()::get).flatMap(this::completing);
        Optional<String> criminal = chance.percent(4)
                ? Optional.empty()
                : law.paragraphs().values().stream()
                        .filter(one -> one.criminal() || chance.percent(1))
                        .map(LawCondition.Paragraph::id)
                        .findFirst();
        return new Terms.BasisOf(body.id(), basis, condition, paragraph, criminal, chance.percent(97));
    }

    private Optional<String> completing(LawCondition.Special condition) {
        return law.paragraphs().values().stream()
                .filter(each -> each.completes().contains(condition.condition()))
                .map(LawCondition.Paragraph::id)
                .findFirst();
    }

    private ConfidenceRoute route(Origin origin, LawRow row) {
        if (chance.percent(12)) {
            return chance.of(ConfidenceRoute.class);
        }
        if (!origin.isConfidential()) {
            return ConfidenceRoute.NOT_CONFIDENTIAL;
        }
        return (row.kind() == RowKind.POWER || row.kind() == RowKind.DUTY) && chance.percent(60)
                ? ConfidenceRoute.STATUTE
                : chance.of(
                        ConfidenceRoute.CONSENT,
                        ConfidenceRoute.CONSENT,
                        ConfidenceRoute.OVERRIDING_INTEREST,
                        ConfidenceRoute.OVERRIDING_INTEREST,
                        ConfidenceRoute.APPROVAL);
    }

    private List<Party> parties(Organisation sender, Organisation recipient, boolean flawed) {
        var parties = new ArrayList<Party>();
        boolean both = sender.equals(recipient);
        for (Organisation each : both ? List.of(sender) : List.of(sender, recipient)) {
            if (flawed && chance.percent(3)) {
                continue;
            }
            Direction own = each.equals(sender) ? Direction.SENDER : Direction.RECEIVER;
            Set<Direction> as = both || chance.percent(30) ? EnumSet.allOf(Direction.class) : EnumSet.of(own);
            if (flawed && chance.percent(4)) {
                as = EnumSet.of(chance.of(Direction.class));
            }
            parties.add(new Party(
                    each.id(),
                    chance.of(
                            PartyRole.SOLE_CONTROLLER,
                            PartyRole.SOLE_CONTROLLER,
                            PartyRole.SOLE_CONTROLLER,
                            PartyRole.JOINT_CONTROLLER,
                            PartyRole.PROCESSOR),
                    as,
                    flawed && chance.percent(6) ? USUAL.plusDays(chance.below(3) - 1) : FIRST,
                    flawed && chance.percent(6) ? Optional.of(USUAL.plusDays(chance.below(3) - 1)) : Optional.empty()));
        }
        return parties;
    }

    private Agreement document(
            String id,
            Tier tier,
            Optional<String> parent,
            boolean flawed,
            List<Party> parties,
            Set<String> aims,
            Set<SharingForm> forms,
            Optional<Terms> terms) {
        return new Agreement(
                id,
                tier,
                id,
                1,
                parent,
                flawed && chance.percent(2) ? chance.of(Nation.class) : nation,
                flawed && chance.percent(6) ? USUAL.plusDays(chance.below(3) - 1) : FIRST,
                flawed && chance.percent(6) ? USUAL.plusDays(chance.below(3) - 1) : LAST,
                USUAL,
                flawed && chance.percent(6)
                        ? Optional.of(chance.of(USUAL.minusDays(1), USUAL, USUAL.plusDays(1), LAST.plusDays(9)))
                        : Optional.empty(),
                true,
                parties,
                aims,
                forms,
                terms,
                NO_TEXT);
    }

    private void protocol() {
        boolean flawed = chance.percent(10);
        var parties = new ArrayList<Party>();
        for (Organisation each : organisations.values()) {
            if (!flawed || !chance.percent(15)) {
                parties.add(new Party(
                        each.id(), PartyRole.SOLE_CONTROLLER, EnumSet.allOf(Direction.class), FIRST, Optional.empty()));
            }
        }
        add(document(
                "protocol",
                Tier.PROTOCOL,
                Optional.empty(),
                flawed,
                parties,
                purposes.keySet(),
                EnumSet.allOf(SharingForm.class),
                Optional.empty()));
    }

    private void add(Agreement document) {
        agreements.put(document.id(), document);
        boolean flawed = chance.percent(8);
        for (Organisation each : organisations.values()) {
            if (document.party(each.id()).isEmpty() && !chance.percent(10)) {
                continue;
            }
            do {
                String id = "signature-" + signatures.size();
                Signature.State state =
                        flawed && chance.percent(40) ? chance.of(Signature.State.class) : Signature.State.SIGNED;
                if (state == Signature.State.MISSING) {
                    continue;
                }
                signatures.add(new Signature(
                        id,
                        document.id(),
                        "print-of-" + document.id(),
                        each.id(),
                        "chief",
                        flawed && chance.percent(20) ? USUAL.plusDays(chance.below(3) - 1) : FIRST,
                        Optional.empty()));
                states.put(id, state);
            } while (chance.percent(10));
        }
    }

    private List<Verification> verifications(LawRow row) {
        var all = new ArrayList<Verification>();
        do {
            int how = chance.weighed(76, 16, 3, 5);
            if (how != 1) {
                all.add(new Verification(
                        "v-" + row.id() + "-" + all.size(),
                        row.id(),
                        how == 2 ? "older-print" : row.fingerprint(),
                        "officer-7",
                        how == 3 ? chance.of(USUAL.minusDays(1), USUAL, USUAL.plusDays(1), LATER) : FIRST,
                        "Read by a made-up officer."));
            }
        } while (chance.percent(10));
        return all;
    }
}
