package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.decide.Requests.AGREED;
import static org.concordat.policy.decide.Requests.FOLDER;
import static org.concordat.policy.decide.Requests.SIGNED;
import static org.concordat.policy.decide.Requests.allAsWanted;
import static org.concordat.policy.decide.Requests.as;
import static org.concordat.policy.decide.Requests.discharge;
import static org.concordat.policy.decide.Requests.facts;
import static org.concordat.policy.decide.Requests.family;
import static org.concordat.policy.decide.Requests.form;
import static org.concordat.policy.decide.Requests.harm;
import static org.concordat.policy.decide.Requests.in;
import static org.concordat.policy.decide.Requests.many;
import static org.concordat.policy.decide.Requests.on;
import static org.concordat.policy.decide.Requests.purpose;
import static org.concordat.policy.decide.Requests.role;
import static org.concordat.policy.decide.Requests.single;
import static org.concordat.policy.decide.Requests.visit;
import static org.concordat.policy.decide.Requests.wards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.concordat.policy.Town;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SharingForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule permits something and refuses something, and has a page. */
final class RulesTest {

    @Test
    void everyRuleHasItsPageAndEveryPageItsRule() throws IOException {
        Path pages = Path.of(System.getProperty("concordat.root"), "docs", "rules");
        try (Stream<Path> files = Files.list(pages)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Rule.values())
                            .map(rule -> rule.code() + ".md")
                            .toList());
        }
        for (Rule rule : Rule.values()) {
            assertThat(pages.resolve(rule.code() + ".md"))
                    .content()
                    .startsWith("# " + rule.code() + "\n")
                    .contains("## What it asks", "## When it refuses", "## What changes the answer");
        }
    }

    /** For every rule, a request that it alone, or it among others, refuses. A new rule breaks this build until it has one. */
    private static Decision refusedBy(Rule rule) {
        return switch (rule) {
            case ROLE_NOT_HELD -> decide(family(), facts(FactName.ROLE_HELD, Answer.NO));
            case TRAINING_LAPSED -> decide(family(), facts(FactName.TRAINING_CURRENT, Answer.NO));
            case AGREEMENT_ENDED -> decide(on(family(), LocalDate.of(2028, 1, 1)), facts());
            case PARTY_NOT_JOINED ->
                decide(
                        family(),
                        in(Town.asWritten()
                                .with("schedule-sc-2", "joined: 2026-01-01", "joined: 2026-01-01\n    left: 2026-05-31")
                                .signed()));
            case SIGNATURE_MISSING -> decide(family(), in(SIGNED.without("sig-PR-1-police")));
            case NOT_AGREED -> decide(as(family(), Set.of("name", "offence")), facts());
            case RECIPIENT_NOT_NAMED -> decide(role(family(), "analyst"), facts());
            case SINGLE_DISCLOSURE -> decide(many(single()), facts());
            case SERIOUS_HARM -> decide(on(harm(false), new Ground.SeriousHarm(false, " ")), facts());
            case NO_GATEWAY ->
                decide(on(single(), new Ground.Single(Requests.law("frs", LawfulBasis.PUBLIC_TASK))), facts());
            case RESTRICTED -> decide(Requests.tax("localism-2011-s1"), facts());
            case USE_LIMITED ->
                decide(
                        family(),
                        in(Town.asWritten()
                                .with(
                                        "dataset-school-roll",
                                        "origin: ordinary",
                                        "origin: ordinary\nreceived-under: care-2014-s45")
                                .signed()));
            case NOT_PROPORTIONATE -> decide(single(), facts(FactName.NECESSARY_AND_PROPORTIONATE, Answer.NO));
            case CONFIDENTIAL ->
                decide(
                        discharge(),
                        in(Town.asWritten()
                                .with("schedule-sc-1", "confidentiality: statute", "confidentiality: not-confidential")
                                .signed()));
            case NATIONAL_OPT_OUT ->
                decide(purpose(discharge(), "planning"), planning(FactName.OPTED_OUT_NATIONALLY, Answer.YES));
            case NO_LAWFUL_BASIS ->
                decide(
                        on(
                                single(),
                                new Ground.Single(Requests.law("localism-2011-s1", LawfulBasis.LEGITIMATE_INTERESTS))),
                        facts());
            case PURPOSE_CHANGED -> decide(forAdvice(), facts(FactName.COMPATIBLE_WITH_COLLECTION, Answer.NO));
            case SPECIAL_CATEGORY ->
                decide(
                        discharge(),
                        in(Town.asWritten()
                                .with("schedule-sc-1", "paragraph: sch1-2,", "paragraph: sch1-18,")
                                .signed()));
            case CRIMINAL_DATA -> decide(as(single(), Set.of("offence")), facts());
            case CONSENT_MISSING -> decide(visit(), facts(FactName.CONSENT_GIVEN, Answer.NO));
            case PERSON_OBJECTS -> decide(family(), facts(FactName.PERSON_OBJECTS, Answer.YES));
            case ADDRESS_PROTECTED -> decide(discharge(), facts(FactName.ADDRESS_PROTECTED, Answer.YES));
            case PERSON_DECEASED -> decide(family(), facts(FactName.PERSON_DECEASED, Answer.YES));
            case RESEARCH_ONLY -> decide(purpose(single(), "planning"), facts());
            case IDENTITY_NOT_NEEDED -> decide(form(visit(), SharingForm.AGGREGATED), facts());
            case DECIDED_BY_MACHINE -> decide(Requests.deciding(family()), facts());
            case IMPACT_NOT_ASSESSED -> decide(family(), facts(FactName.IMPACT_ASSESSED, Answer.NO));
            case PEOPLE_NOT_TOLD -> decide(family(), facts(FactName.PRIVACY_NOTICE_GIVEN, Answer.NO));
            case IDENTIFYING_AGAIN -> decide(Requests.identifyingAgain(family()), facts());
            case SECOND_APPROVER ->
                decide(
                        family(),
                        new Facts(
                                Town.asWritten()
                                        .with("schedule-sc-2", "second-approver: no", "second-approver: yes")
                                        .signed()
                                        .read(),
                                Town.UK,
                                facts(FactName.SECOND_APPROVER, Answer.NO).answers()));
        };
    }

    private static Facts planning(FactName fact, Answer answer) {
        Town town = Town.asWritten()
                .with("schedule-sc-1", "purposes: [care]", "purposes: [care, planning]")
                .signed();
        return new Facts(town.read(), Town.UK, facts(fact, answer).answers());
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleRefusesSomethingAndSaysWhatWouldChangeTheAnswer(Rule rule) {
        Decision decision = refusedBy(rule);
        assertThat(decision).isInstanceOf(Refused.class);
        Refused refused = (Refused) decision;
        assertThat(refused.rules()).contains(rule);
        assertThat(refused.changes()).hasSameSizeAs(refused.rules()).allMatch(change -> change.matches("(?s).*[.?]"));
    }

    /** For every rule, a request that is permitted and in which it holds. */
    private static Decision permittedBy(Rule rule) {
        return switch (rule) {
            case ROLE_NOT_HELD,
                    TRAINING_LAPSED,
                    AGREEMENT_ENDED,
                    PARTY_NOT_JOINED,
                    SIGNATURE_MISSING,
                    NOT_AGREED,
                    RECIPIENT_NOT_NAMED,
                    NO_GATEWAY,
                    RESTRICTED,
                    NOT_PROPORTIONATE,
                    CONFIDENTIAL,
                    NO_LAWFUL_BASIS,
                    PERSON_OBJECTS,
                    PERSON_DECEASED,
                    IDENTITY_NOT_NEEDED,
                    IMPACT_NOT_ASSESSED,
                    PEOPLE_NOT_TOLD -> decide(family(), facts());
            case SPECIAL_CATEGORY, ADDRESS_PROTECTED -> decide(discharge(), facts());
            case CONSENT_MISSING -> decide(visit(), facts());
            case SINGLE_DISCLOSURE, PURPOSE_CHANGED -> decide(single(), facts());
            case SERIOUS_HARM, CRIMINAL_DATA -> decide(crimeInDanger(), facts());
            case USE_LIMITED ->
                decide(
                        on(discharge(), AGREED),
                        in(Town.asWritten()
                                .with(
                                        "dataset-discharges",
                                        "origin: patient",
                                        "origin: patient\nreceived-under: hsca-2012-s251a")
                                .signed()));
            case NATIONAL_OPT_OUT -> decide(optOutKept(), approved());
            case RESEARCH_ONLY -> decide(purpose(wards(), "planning"), wardsForPlanning());
            case DECIDED_BY_MACHINE ->
                decide(
                        Requests.deciding(family()),
                        in(Town.asWritten()
                                .with("schedule-sc-2", "significant-decisions: no", "significant-decisions: yes")
                                .signed()));
            case IDENTIFYING_AGAIN -> decide(Requests.identifyingAgain(discharge()), facts());
            case SECOND_APPROVER ->
                decide(
                        family(),
                        in(Town.asWritten()
                                .with("schedule-sc-2", "second-approver: no", "second-approver: yes")
                                .signed()));
        };
    }

    /** A child's name, once, for something for which it was not collected. */
    private static Request forAdvice() {
        return purpose(single(), "advice");
    }

    private static Request crimeInDanger() {
        return on(as(family(), Set.of("offence")), new Ground.SeriousHarm(false, "A threat was made."));
    }

    private static Facts wardsForPlanning() {
        return in(Town.asWritten()
                .with("schedule-sc-3", "purposes: [advice]", "purposes: [advice, planning]")
                .signed());
    }

    /** Patient data for a purpose that is not care, with the confidence row verified by an officer. */
    private static Request optOutKept() {
        Request.Law law = new Request.Law(
                "own-power",
                LawfulBasis.PUBLIC_TASK,
                Optional.of(org.concordat.policy.words.SpecialCondition.HEALTH_OR_SOCIAL_CARE),
                Optional.of("sch1-2"),
                Optional.empty(),
                true,
                ConfidenceRoute.OVERRIDING_INTEREST,
                Optional.empty());
        return on(purpose(discharge(), "families"), new Ground.Single(law));
    }

    private static Facts approved() {
        String more = """
                law-pack: uk
                version: "2026-1"
                rows:
                  - id: own-power
                    provision: A power made up for this test
                    kind: power
                    nations: [england]
                    verified: v
                    in-force: yes
                    from: {kinds: [nhs-trust]}
                    to: {anyone: yes}
                    any-purpose: yes
                    limits: None.
                    link: https://example.org/
                """;
        return new Facts(FOLDER, Packs.ukWith(more), allAsWanted());
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHoldsInSomethingThatIsPermitted(Rule rule) {
        Decision decision = permittedBy(rule);
        assertThat(decision).isInstanceOf(Permitted.class);
        assertThat(decision.reasons()).anyMatch(reason -> reason.rule() == rule && reason.outcome() == Outcome.HOLDS);
    }

    @ParameterizedTest
    @EnumSource
    void aRuleThatIsMissingOrFailsRefuses(Rule rule) {
        var rules = Decider.rules();
        assertThat(new Decider(rules).decide(family(), facts())).isInstanceOf(Permitted.class);
        rules.put(rule, situation -> {
            throw new IllegalStateException("This rule fails.");
        });
        assertThat(new Decider(rules).decide(family(), facts()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(rule));
        rules.remove(rule);
        assertThat(new Decider(rules).decide(family(), facts()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(rule));
    }

    @Test
    void noRulesAtAllOrRulesThatNeverApplyRefuse() {
        assertThat(new Decider(Map.of()).decide(family(), facts())).isInstanceOf(Refused.class);
        var silent = new EnumMap<Rule, Function<Situation, Finding>>(Rule.class);
        for (Rule rule : Rule.values()) {
            silent.put(rule, situation -> new Finding.DoesNotApply("Not about this."));
        }
        assertThat(new Decider(silent).decide(family(), facts()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).hasSize(Step.values().length));
    }

    @Test
    void oneStepWithoutAnAnswerRefuses() {
        for (Step step : Step.values()) {
            var rules = new EnumMap<Rule, Function<Situation, Finding>>(Rule.class);
            for (Rule rule : Rule.values()) {
                rules.put(
                        rule,
                        situation -> rule.step() == step
                                ? new Finding.DoesNotApply("Not about this.")
                                : new Finding.Holds("It holds."));
            }
            assertThat(new Decider(rules).decide(family(), facts())).isInstanceOf(Refused.class);
        }
    }

    private static Decision decide(Request request, Facts facts) {
        return new Decider().decide(request, facts);
    }
}
