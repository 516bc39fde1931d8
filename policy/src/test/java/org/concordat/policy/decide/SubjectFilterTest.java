package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.policy.decide.Requests.FOLDER;
import static org.concordat.policy.decide.Requests.allAsWanted;
import static org.concordat.policy.decide.Requests.as;
import static org.concordat.policy.decide.Requests.discharge;
import static org.concordat.policy.decide.Requests.facts;
import static org.concordat.policy.decide.Requests.family;
import static org.concordat.policy.decide.Requests.form;
import static org.concordat.policy.decide.Requests.many;
import static org.concordat.policy.decide.Requests.visit;
import static org.concordat.policy.decide.Requests.wards;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.policy.Town;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.SubjectFilter.Reason;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.SharingForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SubjectFilterTest {

    private static final Decider DECIDER = new Decider();
    private static final int PEOPLE = 1_000;

    /** Requests about one that are permitted about many too, and about recognisable people: a table about one is another thing. */
    static Stream<String> requestsThatComparePersonByPerson() {
        return Requests.permitted().entrySet().stream()
                .filter(named -> named.getValue().subjects() == Request.Subjects.ONE)
                .filter(named -> DECIDER.decide(many(named.getValue()), facts()) instanceof Permitted)
                .map(Map.Entry::getKey)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("requestsThatComparePersonByPerson")
    void somebodyPassesExactlyWhenTheSameRequestAboutThemAloneIsPermitted(String name) {
        Request one = Optional.ofNullable(Requests.permitted().get(name)).orElseThrow();
        SubjectFilter filter = filterOf(many(one));
        boolean consented = filter.facts().contains(FactName.CONSENT_GIVEN);
        var random = new Random(20260601);
        int passed = 0;
        for (int person = 0; person < PEOPLE; person++) {
            Map<FactName, Answer> answers = person(random);
            boolean childAmongMany = consented && answers.get(FactName.PERSON_IS_CHILD) != Answer.NO;
            boolean permitted = decideAlone(one, answers) instanceof Permitted;
            boolean passes = filter.passes(SubjectFilter.pack(answers));
            assertThat(passes).as("person %d: %s", person, answers).isEqualTo(permitted && !childAmongMany);
            passed += passes ? 1 : 0;
        }
        assertThat(passed).isBetween(PEOPLE / 50, PEOPLE - PEOPLE / 50);
    }

    @Test
    void threeRequestsCompare() {
        assertThat(requestsThatComparePersonByPerson())
                .contains("a discharge to the practice", "a family to the police", "a visit with consent");
    }

    @Test
    void whatNobodyHasSaidNeverPasses() {
        for (Request request : List.of(discharge(), family(), visit())) {
            SubjectFilter filter = filterOf(many(request));
            assertThat(filter.passes(0)).isFalse();
            for (FactName fact : filter.facts()) {
                long all = SubjectFilter.pack(person(Map.of()));
                assertThat(filter.passes(all)).isTrue();
                assertThat(filter.passes(SubjectFilter.with(all, fact, Answer.UNKNOWN)))
                        .as("%s unknown", fact)
                        .isFalse();
                assertThat(filter.whyLeftOut(SubjectFilter.with(all, fact, Answer.UNKNOWN)))
                        .containsExactly(new Reason(fact, Answer.UNKNOWN));
            }
        }
    }

    @Test
    void bitsThatSayYesAndNoAtOnceSayNothing() {
        SubjectFilter filter = filterOf(many(family()));
        assertThat(filter.passes(-1L)).isFalse();
        assertThat(filter.whyLeftOut(-1L))
                .containsExactly(
                        new Reason(FactName.PERSON_OBJECTS, Answer.UNKNOWN),
                        new Reason(FactName.PERSON_DECEASED, Answer.UNKNOWN));
    }

    @Test
    void aChildIsLeftOutAmongManyEvenWithAParentsConsent() {
        Map<FactName, Answer> child = person(Map.of(FactName.PERSON_IS_CHILD, Answer.YES));
        assertThat(decideAlone(visit(), child)).isInstanceOf(Permitted.class);
        assertThat(filterOf(many(visit())).whyLeftOut(SubjectFilter.pack(child)))
                .containsExactly(new Reason(FactName.PERSON_IS_CHILD, Answer.YES));
    }

    @Test
    void theScanSaysWhoPassesAndCountsEachReason() {
        SubjectFilter filter = filterOf(many(family()));
        long good = SubjectFilter.pack(person(Map.of()));
        long objects = SubjectFilter.with(good, FactName.PERSON_OBJECTS, Answer.YES);
        long objectsAndIsDead = SubjectFilter.with(objects, FactName.PERSON_DECEASED, Answer.YES);
        long unknown = SubjectFilter.with(good, FactName.PERSON_DECEASED, Answer.UNKNOWN);
        SubjectFilter.Filtered filtered = filter.scan(new long[] {good, objects, objectsAndIsDead, unknown, good});
        assertThat(filtered.passing().stream()).containsExactly(0, 4);
        assertThat(filtered.passed()).isEqualTo(2);
        assertThat(filtered.leftOut())
                .containsExactly(
                        Map.entry(new Reason(FactName.PERSON_OBJECTS, Answer.YES), 2),
                        Map.entry(new Reason(FactName.PERSON_DECEASED, Answer.YES), 1),
                        Map.entry(new Reason(FactName.PERSON_DECEASED, Answer.UNKNOWN), 1));
        assertThat(filtered.toString()).isEqualTo("Filtered[people=5, counts hidden]");
        filtered.passing().set(1);
        assertThat(filtered.passed()).as("its own copy").isEqualTo(2);
    }

    @Test
    void theScanAgreesWithAskingOneByOne() {
        SubjectFilter filter = filterOf(many(discharge()));
        var random = new Random(7);
        long[] people = random.longs(10_000).toArray();
        SubjectFilter.Filtered filtered = filter.scan(people);
        for (int person = 0; person < people.length; person++) {
            assertThat(filtered.passing().get(person)).isEqualTo(filter.passes(people[person]));
            assertThat(filter.passes(people[person]))
                    .isEqualTo(filter.whyLeftOut(people[person]).isEmpty());
        }
        int reasons =
                filtered.leftOut().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(reasons)
                .isEqualTo(java.util.stream.LongStream.of(people)
                        .mapToInt(each -> filter.whyLeftOut(each).size())
                        .sum());
    }

    @Test
    void factsThatDoNotMatterLeaveNobodyOut() {
        long nothingElse = 0;
        for (FactName fact : filterOf(many(family())).facts()) {
            nothingElse = SubjectFilter.with(nothingElse, fact, fact.wanted());
        }
        assertThat(filterOf(many(family())).passes(nothingElse)).isTrue();
        assertThat(filterOf(many(family())).passes(SubjectFilter.with(nothingElse, FactName.CONSENT_GIVEN, Answer.NO)))
                .isTrue();
        assertThat(filterOf(wards()).passes(0)).as("a table is about nobody").isTrue();
    }

    @Test
    void refusesADecisionAboutOneAnotherRequestAndFactsThatAreNotAboutAPerson() {
        var one = (Permitted) DECIDER.decide(family(), facts());
        var permitted = (Permitted) DECIDER.decide(many(family()), facts());
        assertThatThrownBy(() -> SubjectFilter.of(family(), one)).hasMessageContaining("about many");
        assertThatThrownBy(() -> SubjectFilter.of(many(as(family(), Set.of("name"))), permitted))
                .hasMessageContaining("other fields");
        assertThatThrownBy(() -> SubjectFilter.of(many(form(family(), SharingForm.DISCUSSED)), permitted))
                .hasMessageContaining("another form");
        assertThatThrownBy(() -> SubjectFilter.pack(Map.of(FactName.ROLE_HELD, Answer.YES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("role-held")
                .hasMessageContaining("consent-given");
    }

    private static SubjectFilter filterOf(Request many) {
        return SubjectFilter.of(many, (Permitted) DECIDER.decide(many, facts()));
    }

    private static Decision decideAlone(Request one, Map<FactName, Answer> person) {
        Map<FactName, Answer> answers = allAsWanted();
        answers.putAll(person);
        return DECIDER.decide(one, new Facts(FOLDER, Town.UK, answers));
    }

    /** Mostly as wanted, so that some pass. */
    private static Map<FactName, Answer> person(Random random) {
        Map<FactName, Answer> answers = person(Map.of());
        List<Answer> any = List.of(Answer.values());
        answers.replaceAll((fact, wanted) -> random.nextInt(100) < 85 ? wanted : any.get(random.nextInt(any.size())));
        return answers;
    }

    /** Every fact about a person as wanted, save these. */
    private static Map<FactName, Answer> person(Map<FactName, Answer> save) {
        var answers = new EnumMap<FactName, Answer>(FactName.class);
        Stream.of(FactName.values())
                .filter(Situation::isAboutThePerson)
                .forEach(fact -> answers.put(fact, fact.wanted()));
        answers.putAll(save);
        return answers;
    }
}
