package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.decide.Requests.FOLDER;
import static org.concordat.policy.decide.Requests.facts;
import static org.concordat.policy.decide.Requests.family;
import static org.concordat.policy.decide.Requests.in;
import static org.concordat.policy.decide.Requests.many;
import static org.concordat.policy.decide.Requests.on;
import static org.concordat.policy.decide.Requests.purpose;
import static org.concordat.policy.decide.Requests.reuse;
import static org.concordat.policy.decide.Requests.role;
import static org.concordat.policy.decide.Requests.single;
import static org.concordat.policy.decide.Requests.visit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.concordat.policy.Town;
import org.concordat.policy.decide.Decision.Basis;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Reason;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.junit.jupiter.api.Test;

/** What a decision says of itself: the versions it looked at, its reasons, what is missing and what would change it. */
final class ReasonsTest {

    private static final String LAW_PACK = Town.UK.id() + " " + Town.UK.version() + " " + Town.UK.fingerprint();

    @Test
    void aDecisionRecordsTheVersionsOfLawPackFolderAgreementsAndVerifications() {
        List<String> tiers = List.of("SC-2 " + print("SC-2"), "AG-2 " + print("AG-2"), "PR-1 " + print("PR-1"));
        assertThat(decide(family(), facts()).basis())
                .isEqualTo(new Basis(LAW_PACK, FOLDER.fingerprint(), tiers, List.of("v-ca-2004-s10")));
        assertThat(decide(single(), facts()).basis())
                .isEqualTo(new Basis(LAW_PACK, FOLDER.fingerprint(), List.of(), List.of("v-localism-2011-s1")));
        assertThat(decide(purpose(family(), "nothing"), facts()).basis())
                .isEqualTo(new Basis(LAW_PACK, FOLDER.fingerprint(), List.of(), List.of()));
    }

    @Test
    void whatTheFolderDoesNotDescribeIsNamedWithWhatToDo() {
        Map<Request, String> unknown = Map.of(
                purpose(family(), "picnic"), "purpose 'picnic'",
                role(family(), "cook"), "role 'cook'",
                Requests.as(family(), Set.of("name", "shoes")), "field 'shoes'",
                from("nobody", "school-roll"), "sender 'nobody'",
                from("council", "recipes"), "dataset 'recipes'");
        unknown.forEach((request, what) -> assertThat(decide(request, facts()))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reasons())
                            .containsExactly(new Reason(
                                    Rule.NOT_AGREED, Outcome.REFUSES, "The folder describes no " + what + "."));
                    assertThat(refused.changes())
                            .singleElement()
                            .asString()
                            .startsWith("Correct the request, or add a file that describes the ");
                }));
    }

    @Test
    void aGroundThatDoesNotFitSaysWhichOneDoes() {
        assertThat(says(on(family(), reuse().ground())))
                .isEqualTo("Reuse is within one controller, and sender and recipient are two."
                        + " Share under an agreement.");
        assertThat(says(on(reuse(), single().ground())))
                .isEqualTo("A single disclosure goes to another organisation. Ask for reuse.");
        assertThat(says(Requests.as(family(), Set.of())))
                .isEqualTo("No field is asked for. Name the fields that are needed.");
        assertThat(says(purpose(family(), "advice"))).startsWith("No schedule covers this dataset");
    }

    @Test
    void severalSchedulesAreNamedAndAskedAbout() {
        String second = Town.asWritten().file("schedule-sc-2").replace("schedule: SC-2", "schedule: SC-4");
        Facts both = in(Town.asWritten().plus("schedule-sc-4", second).signed());
        assertThat(decide(family(), both)).isInstanceOfSatisfying(NeedsFacts.class, needs -> {
            assertThat(needs.reasons())
                    .containsExactly(new Reason(
                            Rule.NOT_AGREED, Outcome.LACKS, "More than one schedule covers it: SC-2, SC-4."));
            assertThat(needs.needs())
                    .singleElement()
                    .satisfies(need -> assertThat(need.question()).isEqualTo("Which schedule is meant?"));
        });
    }

    @Test
    void aFactThatIsMissingIsAskedOfWhoeverKnows() {
        assertThat(decide(family(), facts(FactName.PERSON_OBJECTS, Answer.UNKNOWN)))
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .containsExactly(new Decision.Need(
                                        Rule.PERSON_OBJECTS,
                                        FactName.PERSON_OBJECTS.question(),
                                        FactName.PERSON_OBJECTS.supplier(),
                                        Optional.of(FactName.PERSON_OBJECTS),
                                        Optional.empty())));
    }

    @Test
    void amongManyTheReasonSaysWhoIsLeftOut() {
        assertThat(reason(decide(many(family()), facts()), Rule.PERSON_OBJECTS))
                .isEqualTo("The person has not objected. Whoever that is not true of is left out.");
        assertThat(reason(decide(family(), facts()), Rule.PERSON_OBJECTS)).isEqualTo("The person has not objected.");
    }

    @Test
    void aFilterHoldsFactsAboutThePersonAndOnlyThose() {
        for (Request request : List.of(family(), visit(), Requests.discharge())) {
            var permitted = (Permitted) decide(many(request), facts());
            assertThat(permitted.filter()).isNotEmpty().allMatch(Facts::isAboutThePerson);
            assertThat(permitted.relied()).isNotEmpty().noneMatch(Facts::isAboutThePerson);
        }
    }

    @Test
    void aStepThatNoRuleAnswersIsNamed() {
        var silent = new EnumMap<Rule, Function<Situation, Finding>>(Rule.class);
        for (Rule rule : Rule.values()) {
            silent.put(rule, situation -> new Finding.DoesNotApply("Not about this."));
        }
        Decision decision = new Decider(silent).decide(family(), facts());
        for (Step step : Step.values()) {
            assertThat(decision.reasons()).extracting(Reason::text).contains("No rule answers: " + step.question());
        }
    }

    @Test
    void aRuleThatFailsIsNamedWithoutItsMessageWhichMaySpeakOfAPerson() {
        var rules = Decider.rules();
        rules.put(Rule.CONFIDENTIAL, situation -> {
            throw new IllegalStateException("Mrs Harbour");
        });
        Decision decision = new Decider(rules).decide(family(), facts());
        assertThat(decision.toString())
                .contains("CONFIDENTIAL could not be asked")
                .doesNotContain("Harbour");
    }

    private static Request from(String sender, String dataset) {
        Request family = family();
        return new Request(
                Request.Side.of(sender),
                family.recipient(),
                family.role(),
                dataset,
                family.fields(),
                family.purpose(),
                family.form(),
                family.subjects(),
                family.ground(),
                false,
                false,
                family.on());
    }

    private static String print(String document) {
        return Optional.ofNullable(FOLDER.fingerprints().get(document)).orElseThrow();
    }

    private static String says(Request request) {
        Decision decision = decide(request, facts());
        assertThat(decision).isInstanceOf(Refused.class);
        return decision.reasons().getFirst().text() + " "
                + ((Refused) decision).changes().getFirst();
    }

    private static String reason(Decision decision, Rule rule) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule() == rule)
                .map(Reason::text)
                .findFirst()
                .orElseThrow();
    }

    private static Decision decide(Request request, Facts facts) {
        return new Decider().decide(request, facts);
    }
}
