package org.concordat.policy.decide.reference;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Law;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.reference.RandomWorld.World;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.SharingForm;

/**
 * Requests, with facts, in worlds that a seed makes up. Most lie close to what a schedule allows, with a thing or two
 * changed, since requests made up at random are refused for too many reasons to tell one rule from another.
 */
final class RandomRequests {

    private static final int REQUESTS_A_WORLD = 100;

    private final Chance chance;

    /**
     * One request.
     *
     * @param world and {@code number}: its seed and which request of it this is, to make it again
     */
    record Case(long world, int number, Request request, Facts facts) {}

    /** What is done with each. */
    interface Visitor {
        void visit(Case each);
    }

    private RandomRequests(Chance chance) {
        this.chance = chance;
    }

    /** Visits so many requests, always the same for the same seed. */
    static void visit(long seed, long requests, Visitor visitor) {
        long left = requests;
        for (long world = 0; left > 0; world++) {
            int some = (int) Math.min(left, REQUESTS_A_WORLD);
            visitWorld(new Chance(seed + world).seed(), some, visitor);
            left -= some;
        }
    }

    /** Visits the first requests of one world. */
    static void visitWorld(long seed, int requests, Visitor visitor) {
        World world = RandomWorld.of(seed);
        var random = new RandomRequests(new Chance(seed));
        for (int number = 0; number < requests; number++) {
            Request request = random.request(world);
            visitor.visit(new Case(seed, number, request, new Facts(world.folder(), world.law(), random.answers())));
        }
    }

    private Map<FactName, Answer> answers() {
        Map<FactName, Answer> answers = new EnumMap<>(FactName.class);
        int changes = chance.weighed(30, 26, 34, 10);
        for (FactName fact : FactName.values()) {
            answers.put(fact, changes == 3 && chance.percent(12) ? chance.of(Answer.class) : fact.wanted());
        }
        for (int change = 0; change < 3 * changes && changes < 3; change++) {
            FactName fact = chance.of(FactName.class);
            answers.put(fact, chance.percent(changes == 1 ? 35 : 100) ? Answer.UNKNOWN : chance.of(Answer.class));
        }
        if (chance.percent(50)) {
            answers.values().removeIf(Answer.UNKNOWN::equals);
        }
        return answers;
    }

    private Request request(World world) {
        Agreement schedule = chance.of(world.schedules());
        Terms terms = schedule.terms().orElseThrow();
        Dataset dataset = world.folder().datasets().get(terms.items().getFirst().dataset());
        Terms.Recipient recipient = terms.recipients().getFirst();
        if (dataset == null) {
            throw new IllegalStateException("A schedule of a made-up world names no dataset of it.");
        }
        Organisation sender = organisation(world, dataset.holder());
        Side from = side(sender.id(), Optional.empty());
        Side to = side(recipient.organisation(), recipient.team());
        int ground = chance.weighed(56, 20, 10, 14);
        SharingForm form = form(schedule, ground);
        String purpose = chance.among(schedule.purposes());
        if (ground == 3 || chance.percent(4)) {
            to = side(chance.among(world.folder().organisations().keySet()), Optional.empty());
        } else if (ground == 2 && !chance.percent(5)) {
            to = side(sender.id(), Optional.empty());
        } else if (ground == 1 && to.organisation().equals(sender.id()) && !chance.percent(5)) {
            to = side(chance.among(world.folder().organisations().keySet()), Optional.empty());
        }
        if (chance.percent(3)) {
            purpose = chance.among(world.folder().purposes().keySet());
        }
        Request request = new Request(
                from,
                to,
                chance.percent(97) ? chance.among(recipient.roles()) : chance.of(RandomWorld.ROLES),
                dataset.id(),
                fields(world, terms, dataset, form),
                purpose,
                form,
                chance.percent(form == SharingForm.AGGREGATED ? 8 : ground == 1 || ground == 3 ? 92 : 65)
                        ? Subjects.ONE
                        : Subjects.MANY,
                ground(world, ground, schedule, sender),
                chance.percent(12),
                chance.percent(isOwnCare(world, purpose) ? 25 : 2),
                chance.percent(80) ? RandomWorld.USUAL : chance.of(RandomWorld.DAYS));
        return chance.percent(4) ? outOfOrder(request) : request;
    }

    private SharingForm form(Agreement schedule, int ground) {
        if (ground == 1 || ground == 3) {
            return chance.percent(92)
                    ? chance.of(SharingForm.IDENTIFIED, SharingForm.DISCUSSED)
                    : chance.of(SharingForm.class);
        }
        return ground == 0 && !chance.percent(3) ? chance.among(schedule.forms()) : chance.of(SharingForm.class);
    }

    private Side side(String organisation, Optional<String> team) {
        if (team.isPresent() && !chance.percent(8)) {
            return new Side(organisation, team);
        }
        return chance.percent(15)
                ? new Side(organisation, Optional.of("team-of-" + organisation))
                : Side.of(organisation);
    }

    /** Some of the schedule's fields, mostly such as the form lets leave. */
    private Set<String> fields(World world, Terms terms, Dataset dataset, SharingForm form) {
        boolean any = form.namesPeople() || chance.percent(4);
        LawRow power = world.law().rows().get(terms.powers().getFirst().row());
        Set<Detail> only =
                power == null || chance.percent(20) ? Set.of() : power.reach().details();
        Set<String> fields = new LinkedHashSet<>();
        for (String each : terms.items().getFirst().fields().stream().sorted().toList()) {
            var field = dataset.fields().get(each);
            boolean fits = field != null
                    && (field.fieldClass() == FieldClass.ATTRIBUTE
                            || field.fieldClass() == FieldClass.SENSITIVE
                            || (field.fieldClass() == FieldClass.LOCATOR && form == SharingForm.AGGREGATED));
            boolean covered = only.isEmpty() || (field != null && only.contains(field.detail()));
            if (covered
                    && (any || (fits && !each.equals("telephone") && !each.equals("address")))
                    && chance.percent(40)) {
                fields.add(each);
            }
        }
        if (fields.isEmpty()) {
            fields.add(only.contains(Detail.NUMBER) ? "number" : only.contains(Detail.NAME) ? "name" : "year");
        }
        if (chance.percent(2)) {
            fields.add(chance.among(dataset.fields().keySet()));
        }
        return fields;
    }

    private Ground ground(World world, int which, Agreement schedule, Organisation sender) {
        return switch (which) {
            case 0 ->
                new Ground.UnderAgreement(
                        chance.percent(50)
                                ? Optional.of(
                                        chance.percent(97)
                                                ? schedule.id()
                                                : chance.among(world.folder()
                                                        .agreements()
                                                        .keySet()))
                                : Optional.empty());
            case 1 -> new Ground.Single(law(world, schedule, sender, false));
            case 2 -> new Ground.Reuse(law(world, schedule, sender, true));
            default ->
                new Ground.SeriousHarm(
                        chance.percent(40), chance.percent(97) ? "A made-up reason." : chance.of("", " \t"));
        };
    }

    private Law law(World world, Agreement schedule, Organisation sender, boolean within) {
        Terms terms = schedule.terms().orElseThrow();
        List<String> rows = world.law().rows().values().stream()
                .filter(row -> within
                        ? row.within()
                        : row.kind().isGateway()
                                && row.from()
                                        .include(
                                                sender.kinds(),
                                                sender.listedIn().contains(row.id())))
                .map(LawRow::id)
                .toList();
        String row = chance.percent(within ? 15 : 60)
                ? terms.powersOf(sender.id()).getFirst()
                : !rows.isEmpty() && chance.percent(95)
                        ? chance.of(rows)
                        : chance.among(world.law().rows().keySet());
        var basis = terms.basisOf(sender.id())
                .orElse(new Terms.BasisOf(
                        sender.id(),
                        chance.of(org.concordat.policy.words.LawfulBasis.class),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true));
        ConfidenceRoute route = chance.percent(85) ? terms.confidentiality() : chance.of(ConfidenceRoute.class);
        List<String> exemptions = world.law().rows().values().stream()
                .filter(each -> each.kind() == RowKind.EXEMPTION)
                .map(LawRow::id)
                .toList();
        return new Law(
                row,
                basis.basis(),
                basis.condition(),
                basis.paragraph(),
                basis.criminalParagraph(),
                basis.hasPolicyDocument(),
                route,
                chance.percent(within ? 97 : 75)
                        ? Optional.empty()
                        : Optional.of(chance.percent(92) ? chance.of(exemptions) : "no-such-row"));
    }

    /** The same with one thing that no folder describes, or that does not belong. */
    private Request outOfOrder(Request from) {
        int what = chance.below(8);
        Set<String> fields = what == 0 ? Set.of() : what == 1 ? Set.of("year", "no-such-field") : from.fields();
        return new Request(
                what == 2 ? Side.of("nobody") : from.sender(),
                what == 3 ? new Side(from.recipient().organisation(), Optional.of("team-of-nobody")) : from.recipient(),
                what == 4 ? "nobody" : from.role(),
                what == 5 ? "data-" + (1 + chance.below(4)) : from.dataset(),
                fields,
                what == 6 ? "no-such-purpose" : from.purpose(),
                from.form(),
                from.subjects(),
                from.ground(),
                from.significantDecision(),
                from.identifyingAgain(),
                what == 7 ? LocalDate.of(2031, 1, 1) : from.on());
    }

    private static boolean isOwnCare(World world, String purpose) {
        var found = world.folder().purposes().get(purpose);
        return found != null && found.kinds().equals(Set.of(PurposeKind.DIRECT_CARE));
    }

    private static Organisation organisation(World world, String id) {
        Organisation found = world.folder().organisations().get(id);
        if (found == null) {
            throw new IllegalStateException("A dataset of a made-up world has no holder.");
        }
        return found;
    }

    /** The facts with other answers. */
    static Facts with(Facts facts, FactName fact, Answer answer) {
        Map<FactName, Answer> answers = new EnumMap<>(FactName.class);
        answers.putAll(facts.answers());
        answers.put(fact, answer);
        return new Facts(facts.folder(), facts.law(), answers);
    }

    static Set<FactName> notAsWanted(Facts facts) {
        Set<FactName> odd = EnumSet.noneOf(FactName.class);
        for (FactName fact : FactName.values()) {
            if (facts.of(fact) != fact.wanted()) {
                odd.add(fact);
            }
        }
        return odd;
    }
}
