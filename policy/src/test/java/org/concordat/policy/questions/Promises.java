package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.law.Verification;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;

/** What holds of every partnership. */
final class Promises {

    private static final LocalDate DAY = Partnership.DAY;
    private static final Decider DECIDER = new Decider();

    private Promises() {}

    static void whatMayGoIsPermittedWithEveryFactAsWantedAndNothingElseIs(Partnership partnership) {
        AgreementFolder folder = partnership.read();
        for (Flow flow : Flows.of(folder, Partnership.UK, DAY).list()) {
            for (Subjects subjects : flow.subjects()) {
                Decision decision = DECIDER.decide(flow.request(subjects, DAY), asWanted(folder));
                assertThat(decision instanceof Decision.Permitted)
                        .as(() -> flow.sentence() + " About " + subjects)
                        .isEqualTo(flow.may());
                if (!flow.may()) {
                    for (String field : flow.fields()) {
                        assertThat(DECIDER.decide(
                                        Flow.request(flow.route(), Set.of(field), subjects, DAY), asWanted(folder)))
                                .as(() -> field + " of " + flow)
                                .isNotInstanceOf(Decision.Permitted.class);
                    }
                }
            }
        }
    }

    static void eachFactThatIsAskedIsNeededAndNoOtherIs(Partnership partnership) {
        AgreementFolder folder = partnership.read();
        for (Flow flow : Flows.of(folder, Partnership.UK, DAY).may().list()) {
            Set<FactName> asked = ((FlowAnswer.May) flow.answer()).asked().all();
            for (FactName fact : FactName.values()) {
                Map<FactName, Answer> answers = new EnumMap<>(asWanted(folder).answers());
                answers.remove(fact);
                boolean permitted = flow.subjects().stream()
                        .filter(subjects -> subjects == Subjects.ONE || !Facts.isAboutThePerson(fact))
                        .allMatch(subjects ->
                                DECIDER.decide(flow.request(subjects, DAY), new Facts(folder, Partnership.UK, answers))
                                        instanceof Decision.Permitted);
                boolean onlyAFilter =
                        Facts.isAboutThePerson(fact) && !flow.subjects().contains(Subjects.ONE);
                assertThat(permitted)
                        .as(() -> flow.sentence() + " Without " + fact)
                        .isEqualTo(onlyAFilter || !asked.contains(fact));
            }
        }
    }

    static void everyFieldOfEveryRouteIsAnsweredOnceAboutEachKindOfSubjects(Partnership partnership) {
        AgreementFolder folder = partnership.read();
        var answered = new ArrayList<Going>();
        for (Flow flow : Flows.of(folder, Partnership.UK, DAY).list()) {
            answered.addAll(each(flow.route(), flow.fields(), flow.subjects()));
        }
        assertThat(answered).doesNotHaveDuplicates();
        for (Agreement schedule : folder.agreements().values()) {
            schedule.terms()
                    .ifPresent(terms -> terms.items()
                            .forEach(item -> assertThat(answered)
                                    .filteredOn(each -> each.route().schedule().equals(schedule.id()))
                                    .extracting(Going::field)
                                    .containsAll(item.fields())));
        }
    }

    static void supplyingWhatIsMissingForRealMakesWhatWasAlmostThereGo(Partnership partnership) {
        AgreementFolder folder = partnership.read();
        List<Flow> flows = Flows.of(folder, Partnership.UK, DAY).almost().list();
        Partnership supplied = partnership;
        for (Flow flow : flows) {
            for (Missing missing : almost(flow).missing()) {
                supplied = switch (missing) {
                    case Missing.PartySignature signature ->
                        supplied.signed(folder, signature.document(), signature.organisation() + "-chief");
                    case Missing.OfficersVerification row ->
                        supplied.plus("v-" + row.row(), Partnership.verification(row.row()));
                    case Missing.Beginning ignored -> supplied;
                    case Missing.Joining ignored -> supplied;
                    case Missing.Answer answer -> throw new AssertionError("Nobody can supply " + answer);
                };
            }
        }
        AgreementFolder after = supplied.read();
        for (Flow flow : flows) {
            for (Subjects subjects : flow.subjects()) {
                Decision decision = DECIDER.decide(flow.request(subjects, begun(flow)), asWanted(after));
                assertThat(decision).as(flow::sentence).isInstanceOf(Decision.Permitted.class);
                var relied = new HashSet<>(((Decision.Permitted) decision).relied());
                relied.addAll(((Decision.Permitted) decision).filter());
                assertThat(almost(flow).askedThen().all()).isEqualTo(relied);
            }
        }
    }

    private static FlowAnswer.Almost almost(Flow flow) {
        return (FlowAnswer.Almost) flow.answer();
    }

    private static LocalDate begun(Flow flow) {
        LocalDate begun = DAY;
        for (Missing missing : almost(flow).missing()) {
            LocalDate from = switch (missing) {
                case Missing.Beginning beginning -> beginning.from();
                case Missing.Joining joining -> joining.joins();
                case Missing.PartySignature ignored -> DAY;
                case Missing.OfficersVerification ignored -> DAY;
                case Missing.Answer ignored -> DAY;
            };
            begun = begun.isBefore(from) ? from : begun;
        }
        return begun;
    }

    static void takingAnAgreementAwayNeverAddsAFlow(Partnership partnership) {
        AgreementFolder folder = partnership.read();
        Set<Going> before = going(Flows.of(folder, Partnership.UK, DAY));
        for (Agreement gone : folder.agreements().values()) {
            Set<String> documents = new TreeSet<>();
            folder.agreements().values().stream()
                    .filter(each -> folder.upwards(each).stream()
                            .anyMatch(tier -> tier.id().equals(gone.id())))
                    .forEach(each -> documents.add(each.id()));
            Set<Going> after = going(Flows.of(without(folder, documents, Set.of(), Set.of()), Partnership.UK, DAY));
            assertThat(before).as(gone.id()).containsAll(after);
            assertThat(after)
                    .as(gone.id())
                    .isEqualTo(before.stream()
                            .filter(each -> !documents.contains(each.route().schedule()))
                            .collect(Collectors.toSet()));
        }
    }

    static void takingSignaturesOrVerificationsAwayNeverAddsAFlow(Partnership partnership) {
        AgreementFolder folder = partnership.read();
        Set<Going> before = going(Flows.of(folder, Partnership.UK, DAY));
        for (Signature signature : folder.signatures()) {
            AgreementFolder without = without(folder, Set.of(), Set.of(signature.id()), Set.of());
            assertThat(before).as(signature.id()).containsAll(going(Flows.of(without, Partnership.UK, DAY)));
        }
        for (Verification verification : folder.verifications()) {
            AgreementFolder without = without(folder, Set.of(), Set.of(), Set.of(verification.id()));
            assertThat(before).as(verification.id()).containsAll(going(Flows.of(without, Partnership.UK, DAY)));
        }
    }

    /** What an impact says is what the flows of the same partnership without it say, for each of these changes. */
    static void anImpactIsWhatTheFlowsWithoutItSay(AgreementFolder folder, List<Change> changes) {
        Map<Going, FlowAnswer> before = answers(Flows.of(folder, Partnership.UK, DAY));
        for (Change change : changes) {
            World without = Supposing.after(change, new World(folder, Partnership.UK), DAY);
            Map<Going, FlowAnswer> after = answers(Flows.of(without.folder(), without.law(), DAY));
            var shifted = new HashMap<Going, FlowAnswer>();
            for (Shift shift : Impact.of(folder, Partnership.UK, DAY, change).shifts()) {
                each(shift.route(), shift.fields(), shift.subjects())
                        .forEach(going -> shifted.put(going, shift.after()));
            }
            var places = new HashSet<>(before.keySet());
            places.addAll(after.keySet());
            for (Going place : places) {
                FlowAnswer was = of(before, place).orElseThrow();
                Optional<FlowAnswer> shift =
                        before.containsKey(place) ? Optional.ofNullable(shifted.get(place)) : of(shifted, place);
                String said = shift.orElse(was).word();
                assertThat(said)
                        .as(() -> change + ": " + place + " was " + was.word())
                        .isEqualTo(of(after, place).orElseThrow().word());
            }
            shifted.forEach((place, answer) ->
                    assertThat(of(before, place).orElseThrow().word()).isNotEqualTo(answer.word()));
        }
    }

    /** What rests on one person is what would lack something without their key. */
    static void whatRestsOnOnePersonStopsWithTheirKey(AgreementFolder folder, Organisation organisation) {
        List<SingleSignatures.OnePerson> persons =
                SingleSignatures.of(folder, Partnership.UK, DAY).list();
        for (Organisation.Signatory signatory : organisation.signatories()) {
            var change = new Change.KeyWithdrawn(organisation.id(), signatory.id());
            Set<String> stopped = Impact.of(folder, Partnership.UK, DAY, change).degraded().stream()
                    .map(shift -> shift.route().schedule())
                    .collect(Collectors.toSet());
            Set<String> resting = persons.stream()
                    .filter(person -> person.organisation().equals(organisation.id())
                            && person.signatory().equals(signatory.id()))
                    .flatMap(person -> person.restsOn().stream())
                    .collect(Collectors.toSet());
            assertThat(resting).as(change::clause).isEqualTo(stopped);
        }
    }

    /** Everything that can fall away and plays a part. */
    static List<Change> changes(AgreementFolder folder) {
        var changes = new ArrayList<Change>();
        folder.agreements().keySet().forEach(id -> changes.add(new Change.AgreementLapses(id)));
        folder.organisations().values().forEach(organisation -> {
            changes.add(new Change.PartyLeaves(organisation.id(), Optional.empty()));
            organisation
                    .signatories()
                    .forEach(signatory -> changes.add(new Change.KeyWithdrawn(organisation.id(), signatory.id())));
        });
        var rows = new TreeSet<>(Set.of("ssaa-1992-s123"));
        for (Agreement agreement : folder.agreements().values()) {
            changes.add(
                    new Change.PartyLeaves(agreement.parties().getFirst().organisation(), Optional.of(agreement.id())));
            agreement.terms().ifPresent(terms -> terms.powers().forEach(power -> rows.add(power.row())));
        }
        rows.forEach(row -> changes.add(new Change.RowRepealed(row)));
        folder.verifications()
                .forEach(verification -> changes.add(new Change.VerificationWithdrawn(verification.id())));
        return changes;
    }

    /** One field on its way, and about whom. */
    record Going(Route route, String field, Subjects subjects) {}

    /** Each field that may go. */
    static Set<Going> going(Flows flows) {
        return flows.may().list().stream()
                .flatMap(flow -> each(flow.route(), flow.fields(), flow.subjects()).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    static List<Going> each(Route route, Set<String> fields, Set<Subjects> subjects) {
        return fields.stream()
                .flatMap(field -> subjects.stream().map(about -> new Going(route, field, about)))
                .toList();
    }

    private static Map<Going, FlowAnswer> answers(Flows flows) {
        var answers = new HashMap<Going, FlowAnswer>();
        for (Flow flow : flows.list()) {
            each(flow.route(), flow.fields(), flow.subjects()).forEach(going -> answers.put(going, flow.answer()));
        }
        return answers;
    }

    /** A team that is not listed is answered as its organisation is. */
    private static Optional<FlowAnswer> of(Map<Going, FlowAnswer> answers, Going place) {
        Route route = place.route();
        Route whole = route.between(
                Side.of(route.sender().organisation()),
                Side.of(route.recipient().organisation()));
        return Optional.ofNullable(answers.get(place))
                .or(() -> Optional.ofNullable(answers.get(new Going(whole, place.field(), place.subjects()))));
    }

    static AgreementFolder without(
            AgreementFolder folder, Set<String> documents, Set<String> signatures, Set<String> verifications) {
        var agreements = new TreeMap<>(folder.agreements());
        agreements.keySet().removeAll(documents);
        return new AgreementFolder(
                folder.organisations(),
                folder.teams(),
                folder.roles(),
                folder.datasets(),
                folder.purposes(),
                agreements,
                folder.signatures().stream()
                        .filter(each -> !signatures.contains(each.id()))
                        .toList(),
                folder.verifications().stream()
                        .filter(each -> !verifications.contains(each.id()))
                        .toList(),
                folder.fingerprints(),
                folder.signatureStates(),
                "",
                folder.notices());
    }

    static Facts asWanted(AgreementFolder folder) {
        return new Facts(folder, Partnership.UK, Asking.AS_WANTED);
    }
}
