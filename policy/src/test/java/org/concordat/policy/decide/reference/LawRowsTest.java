package org.concordat.policy.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.concordat.policy.Town;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.LawRow.Bodies;
import org.concordat.policy.law.LawRow.Exclusion;
import org.concordat.policy.law.LawRow.Restricts;
import org.concordat.policy.law.Verification;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the shipped pack is put to the tests that its kind, marks and columns allow, and none has none. */
final class LawRowsTest {

    private static final Map<String, List<DynamicTest>> TESTS = tests();

    @TestFactory
    Stream<DynamicContainer> everyRowDoesWhatItsColumnsSay() {
        return TESTS.entrySet().stream().map(row -> DynamicContainer.dynamicContainer(row.getKey(), row.getValue()));
    }

    @Test
    void everyRowHasItsTests() {
        assertThat(TESTS.keySet()).isEqualTo(Town.UK.rows().keySet()).hasSize(38);
        assertThat(TESTS).allSatisfy((id, tests) -> {
            LawRow row = Town.UK.row(id).orElseThrow();
            int least = switch (row.kind()) {
                case POWER, IMPLIED_POWER, DUTY, OBJECT, COMPATIBILITY ->
                    4 + 2 * row.requires().size();
                case EXEMPTION, CONFIDENCE -> 3;
                case RESTRICTION -> 2;
            };
            assertThat(tests).as(id).hasSizeGreaterThanOrEqualTo(least);
        });
    }

    private static Map<String, List<DynamicTest>> tests() {
        Map<String, List<DynamicTest>> all = new TreeMap<>();
        Town.UK
                .rows()
                .forEach((id, row) -> all.put(
                        id,
                        switch (row.kind()) {
                            case POWER, IMPLIED_POWER, DUTY, OBJECT, COMPATIBILITY -> gateway(row);
                            case EXEMPTION -> exemption(row);
                            case CONFIDENCE -> approval(row);
                            case RESTRICTION -> restriction(row);
                        }));
        return all;
    }

    // ------------------------------------------------------------------------------------------------- gateways

    private static List<DynamicTest> gateway(LawRow row) {
        Share share = covered(row);
        Share read = share.read(row.id());
        var tests = new ArrayList<DynamicTest>();
        tests.add(test("as shipped it permits only when its mark and force say so", share, decision -> {
            if (row.countsByItself()) {
                assertThat(decision).isInstanceOf(Permitted.class);
            } else {
                assertThat(decision)
                        .isInstanceOfSatisfying(
                                NeedsFacts.class,
                                needs -> assertThat(needs.needs())
                                        .anyMatch(need -> need.row()
                                                .filter(row.id()::equals)
                                                .isPresent()));
            }
        }));
        tests.add(test(
                "it permits once an officer has read it",
                read,
                decision -> assertThat(decision).isInstanceOf(Permitted.class)));
        if (!row.countsByItself()) {
            tests.add(needsFacts(
                    "an older text was read",
                    share.but(it -> it.verifications = List.of(new Verification(
                            "v", row.id(), "0".repeat(16), "officer-7", RandomWorld.FIRST, "Made up.")))));
            tests.add(needsFacts(
                    "it was read only later",
                    share.but(it -> it.verifications = List.of(new Verification(
                            "v", row.id(), row.fingerprint(), "officer-7", Share.DAY.plusDays(1), "Made up.")))));
        }
        Stream.of(Nation.values())
                .filter(nation -> !row.nations().contains(nation))
                .forEach(nation -> tests.add(refused("in " + nation.word(), read.but(it -> {
                    it.nation = nation;
                    it.nationOfSchedule = nation;
                }))));
        if (!row.purposes().any()) {
            PurposeKind other = other(PurposeKind.class, row.purposes().kinds());
            tests.add(refused("for " + other.word(), read.but(it -> it.purpose = EnumSet.of(other))));
        }
        wrongBodies(row, read, tests);
        wrongData(row, read, tests);
        for (FactName fact : row.requires()) {
            tests.add(needsFacts(fact.word() + " not known", read.but(fact, Answer.UNKNOWN)));
            Answer against = fact.wanted() == Answer.YES ? Answer.NO : Answer.YES;
            tests.add(refused(fact.word() + " against it", read.but(fact, against)));
        }
        if (row.useLimited()) {
            tests.add(test(
                    "its use limit travels",
                    read,
                    decision -> assertThat(((Permitted) decision).duties())
                            .contains(new Duty.UseLimitTravels(row.id(), row.limits()))));
        }
        return tests;
    }

    private static void wrongBodies(LawRow row, Share read, List<DynamicTest> tests) {
        Set<OrganisationKind> named = EnumSet.of(OrganisationKind.PERSON_AT_RISK);
        named.addAll(row.from().kinds());
        named.addAll(row.to().kinds());
        OrganisationKind stranger = other(OrganisationKind.class, named);
        if (!row.from().anyone()) {
            tests.add(refused("from a " + stranger.word(), read.but(it -> {
                it.sender = EnumSet.of(stranger);
                it.senderListedIn = Set.of();
            })));
        }
        if (!row.to().anyone() && !row.within()) {
            tests.add(refused("to a " + stranger.word(), read.but(it -> {
                it.recipient = EnumSet.of(stranger);
                it.recipientListedIn = Set.of();
            })));
        }
        if (!row.within()) {
            tests.add(refused("within one organisation", read.but(it -> {
                it.toItself = true;
                it.on = Share.On.REUSE;
            })));
        }
    }

    private static void wrongData(LawRow row, Share read, List<DynamicTest> tests) {
        if (!row.reach().origins().isEmpty()) {
            Origin other = other(Origin.class, row.reach().origins());
            tests.add(refused("data of another origin", read.but(it -> it.origin = other)));
        }
        if (!row.reach().details().isEmpty()) {
            tests.add(refused("another detail", read.but(it -> it.fields.put("more", Share.field("more")))));
        }
        if (!row.reach().forms().isEmpty()) {
            tests.add(refused("in another form", read.but(it -> it.form = SharingForm.IDENTIFIED)));
        }
        for (Exclusion exclusion : row.reach().exclusions()) {
            tests.add(refused("what it excludes", read.but(it -> {
                exclusion.senders().stream().sorted().findFirst().ifPresent(kind -> it.sender = EnumSet.of(kind));
                it.senderListedIn = Set.of(row.id());
                exclusion.origins().stream().sorted().findFirst().ifPresent(origin -> it.origin = origin);
            })));
        }
    }

    /** The smallest share that the row covers in every column. */
    private static Share covered(LawRow row) {
        return new Share().but(it -> {
            it.rows = List.of(row.id());
            it.sender = EnumSet.of(kind(
                    row.from(), row.kind() == RowKind.OBJECT ? OrganisationKind.CHARITY : OrganisationKind.COUNCIL));
            it.senderListedIn = row.from().listed() ? Set.of(row.id()) : Set.of();
            it.recipient = EnumSet.of(kind(row.to(), OrganisationKind.POLICE));
            it.recipientListedIn = row.to().listed() ? Set.of(row.id()) : Set.of();
            it.toItself = row.within();
            it.on = row.within() ? Share.On.REUSE : Share.On.AGREEMENT;
            it.nation = row.nations().stream().sorted().findFirst().orElseThrow();
            it.nationOfSchedule = it.nation;
            it.purpose = EnumSet.of(
                    row.purposes().any()
                            ? PurposeKind.CRIME_AND_DISORDER
                            : row.purposes().kinds().stream()
                                    .sorted()
                                    .findFirst()
                                    .orElseThrow());
            it.origin = row.reach().origins().stream().sorted().findFirst().orElse(Origin.ORDINARY);
            it.form = row.reach().forms().contains(SharingForm.PSEUDONYMISED)
                    ? SharingForm.PSEUDONYMISED
                    : SharingForm.IDENTIFIED;
            row.reach().details().stream()
                    .sorted()
                    .findFirst()
                    .ifPresent(detail -> it.fields = new LinkedHashMap<>(
                            Map.of("detail", Share.field("detail", FieldClass.IDENTIFIER, detail))));
        });
    }

    private static OrganisationKind kind(Bodies bodies, OrganisationKind wish) {
        return bodies.anyone() || bodies.listed() || bodies.kinds().contains(wish)
                ? wish
                : bodies.kinds().stream().sorted().findFirst().orElseThrow();
    }

    // ------------------------------------------------------------------------------- exemptions, approvals,
    // restrictions

    private static List<DynamicTest> exemption(LawRow row) {
        Share share = new Share()
                .but(it -> {
                    it.on = Share.On.SINGLE;
                    it.collectedForIt = false;
                    it.purpose = EnumSet.of(
                            row.purposes().kinds().stream().sorted().findFirst().orElseThrow());
                    it.exemption = Optional.of(row.id());
                })
                .read("localism-2011-s1");
        return List.of(
                needsFacts("as shipped", share),
                test(
                        "it exempts once read and tested",
                        share.read(row.id()),
                        decision -> assertThat(decision).isInstanceOf(Permitted.class)),
                needsFacts("nobody tested it", share.read(row.id()).but(FactName.EXEMPTION_TESTED, Answer.UNKNOWN)),
                refused("it fails the test", share.read(row.id()).but(FactName.EXEMPTION_TESTED, Answer.NO)),
                refused("as a power", share.read(row.id()).but(it -> it.rows = List.of(row.id()))));
    }

    private static List<DynamicTest> approval(LawRow row) {
        Share share = new Share().but(it -> {
            it.rows = List.of("own-objects");
            it.sender = EnumSet.of(OrganisationKind.CHARITY);
            it.origin = Origin.PATIENT;
            it.purpose = EnumSet.of(PurposeKind.MEDICAL_PURPOSES);
            it.confidentiality = ConfidenceRoute.APPROVAL;
            it.condition = Optional.of(SpecialCondition.HEALTH_OR_SOCIAL_CARE);
            it.paragraph = Optional.of("sch1-2");
        });
        return List.of(
                needsFacts("as shipped", share),
                test(
                        "it lifts confidence once read and held",
                        share.read(row.id()),
                        decision -> assertThat(decision).isInstanceOf(Permitted.class)),
                refused("not held", share.read(row.id()).but(FactName.APPROVAL_HELD, Answer.NO)),
                refused("as a power", share.read(row.id()).but(it -> it.rows = List.of(row.id()))));
    }

    private static List<DynamicTest> restriction(LawRow row) {
        Restricts restricts = row.restricts().orElseThrow();
        Share free = new Share().read("localism-2011-s1");
        Share hit = free.but(it -> {
            restricts.origins().stream().sorted().findFirst().ifPresent(origin -> it.origin = origin);
            it.receivedUnder = restricts.receivedUnder().stream().sorted().findFirst();
            it.identifyingAgain = restricts.identifyingAgain();
        });
        restricts.unlessFacts().forEach(fact -> hit.answers.put(fact, Answer.NO));
        var tests = new ArrayList<DynamicTest>();
        tests.add(test(
                "it forbids, whatever its mark",
                hit,
                decision -> assertThat(outcome(decision)).isEqualTo(Outcome.REFUSES)));
        tests.add(test(
                "danger does not lift it",
                hit.but(it -> it.on = Share.On.LIFE_AND_DEATH),
                decision -> assertThat(outcome(decision)).isEqualTo(Outcome.REFUSES)));
        if (!restricts.unlessFacts().isEmpty()) {
            Share kept = hit.but(it -> restricts.unlessFacts().forEach(fact -> it.answers.put(fact, fact.wanted())));
            tests.add(passes("what it asks for is so", kept));
        }
        restricts
                .unlessPurposes()
                .forEach(purpose ->
                        tests.add(passes("for " + purpose.word(), hit.but(it -> it.purpose = EnumSet.of(purpose)))));
        restricts
                .unlessForms()
                .forEach(form -> tests.add(passes("as " + form.word(), hit.but(it -> {
                    it.form = form;
                    it.subjects = Subjects.MANY;
                }))));
        return tests;
    }

    private static Outcome outcome(Decision decision) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule() == Rule.RESTRICTED)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static DynamicTest passes(String name, Share share) {
        return test(
                "lets pass: " + name,
                share,
                decision -> assertThat(outcome(decision)).isEqualTo(Outcome.HOLDS));
    }

    private static DynamicTest refused(String name, Share share) {
        return test("refused: " + name, share, decision -> assertThat(decision).isInstanceOf(Refused.class));
    }

    private static DynamicTest needsFacts(String name, Share share) {
        return test(
                "needs facts: " + name, share, decision -> assertThat(decision).isInstanceOf(NeedsFacts.class));
    }

    private static DynamicTest test(String name, Share share, Consumer<Decision> check) {
        return DynamicTest.dynamicTest(name, () -> check.accept(share.decision()));
    }

    private static <E extends Enum<E>> E other(Class<E> of, Set<E> than) {
        return EnumSet.allOf(of).stream()
                .filter(each -> !than.contains(each))
                .findFirst()
                .orElseThrow();
    }
}
