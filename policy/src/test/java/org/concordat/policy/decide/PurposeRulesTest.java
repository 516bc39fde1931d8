package org.concordat.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.policy.decide.Requests.DAY;
import static org.concordat.policy.decide.Requests.allAsWanted;
import static org.concordat.policy.decide.Requests.facts;
import static org.concordat.policy.decide.Requests.in;
import static org.concordat.policy.decide.Requests.on;
import static org.concordat.policy.decide.Requests.purpose;
import static org.concordat.policy.decide.Requests.single;

import java.util.Map;
import java.util.Optional;
import org.concordat.policy.Town;
import org.concordat.policy.decide.Decision.NeedsFacts;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.LawfulBasis;
import org.junit.jupiter.api.Test;

/** One child's name and school year to the police, once, for an enquiry for which the council did not collect them. */
final class PurposeRulesTest {

    private static final Town TOWN = Town.asWritten().plus("purpose-enquiry", """
                    purpose: enquiry
                    name: One enquiry
                    kinds: [crime-or-tax-enquiry]
                    about: The police ask about one person.
                    """);
    private static final Town READ = TOWN.plus("v-exemption", Town.verification("dpa-2018-sch2-2", DAY));

    @Test
    void aNewPurposeMustBeCompatibleWithTheOldOne() {
        assertThat(decide(enquiry(Optional.empty()), in(TOWN))).isInstanceOf(Permitted.class);
        assertThat(decide(enquiry(Optional.empty()), but(TOWN, FactName.COMPATIBLE_WITH_COLLECTION, Answer.UNKNOWN)))
                .isInstanceOf(NeedsFacts.class);
        assertThat(decide(enquiry(Optional.empty()), but(TOWN, FactName.COMPATIBLE_WITH_COLLECTION, Answer.NO)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(Rule.PURPOSE_CHANGED));
        assertThat(decide(single(), facts(FactName.COMPATIBLE_WITH_COLLECTION, Answer.NO)))
                .as("collected for it")
                .isInstanceOf(Permitted.class);
    }

    @Test
    void anExemptionStandsInForCompatibilityOnceItCountsAndWasTested() {
        Request exempt = enquiry(Optional.of("dpa-2018-sch2-2"));
        Facts incompatible = but(READ, FactName.COMPATIBLE_WITH_COLLECTION, Answer.NO);
        assertThat(decide(exempt, incompatible)).isInstanceOfSatisfying(Permitted.class, permitted -> {
            assertThat(permitted.duties())
                    .contains(new Duty.DoNotTellThePerson())
                    .doesNotContain(new Duty.TellThePerson());
            assertThat(permitted.relied()).contains(FactName.EXEMPTION_TESTED);
            assertThat(permitted.basis().verifications())
                    .containsExactlyInAnyOrder("v-dpa-2018-sch2-2", "v-localism-2011-s1");
        });
        assertThat(decide(exempt, in(TOWN)))
                .isInstanceOfSatisfying(
                        NeedsFacts.class,
                        needs -> assertThat(needs.needs())
                                .singleElement()
                                .satisfies(need -> assertThat(need.row()).contains("dpa-2018-sch2-2")));
        assertThat(decide(exempt, but(READ, FactName.EXEMPTION_TESTED, Answer.NO)))
                .isInstanceOf(Refused.class);
        assertThat(decide(exempt, but(READ, FactName.EXEMPTION_TESTED, Answer.UNKNOWN)))
                .isInstanceOf(NeedsFacts.class);
    }

    @Test
    void whatIsNoExemptionForThisDoesNotExempt() {
        for (String row : java.util.List.of("localism-2011-s1", "dpa-2018-sch2-5", "no-such-row")) {
            assertThat(decide(enquiry(Optional.of(row)), in(READ)))
                    .as(row)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.rules()).containsExactly(Rule.PURPOSE_CHANGED));
        }
    }

    @Test
    void anExemptionIsNoPowerAndNotForReuse() {
        Request.Law law = Requests.law("dpa-2018-sch2-2", LawfulBasis.PUBLIC_TASK);
        assertThat(decide(on(enquiry(Optional.empty()), new Ground.Single(law)), in(READ)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(Rule.NO_GATEWAY));
        Request reuse = Requests.reuse();
        Request.Law exempt = with(((Ground.Reuse) reuse.ground()).law(), Optional.of("dpa-2018-sch2-2"));
        assertThat(decide(on(reuse, new Ground.Reuse(exempt)), in(READ)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(Rule.PURPOSE_CHANGED));
    }

    @Test
    void thePersonIsToldOfASingleDisclosureUnlessAnExemptionCoversIt() {
        assertThat(((Permitted) decide(single(), facts())).duties())
                .contains(new Duty.TellThePerson())
                .doesNotContain(new Duty.DoNotTellThePerson());
    }

    @Test
    void aCharityMayRelyOnALegitimateInterestAndThePoliceOnTheirTask() {
        Request visit = on(Requests.as(Requests.visit(), java.util.Set.of("name")), single().ground());
        Request toPolice = new Request(
                visit.sender(),
                Request.Side.of("police"),
                visit.role(),
                visit.dataset(),
                visit.fields(),
                visit.purpose(),
                visit.form(),
                visit.subjects(),
                visit.ground(),
                false,
                false,
                DAY);
        Request.Law alike = Requests.law("own-objects", LawfulBasis.LEGITIMATE_INTERESTS);
        assertThat(decide(on(toPolice, new Ground.Single(alike)), in(TOWN)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(Rule.NO_LAWFUL_BASIS));
        var own = new Request.RecipientBasis(
                LawfulBasis.PUBLIC_TASK, Optional.empty(), Optional.empty(), Optional.empty(), false);
        var apart = new Request.Law(
                alike.row(),
                alike.basis(),
                alike.condition(),
                alike.paragraph(),
                alike.criminalParagraph(),
                alike.hasPolicyDocument(),
                alike.confidentiality(),
                alike.exemption(),
                Optional.of(own));
        assertThat(decide(on(toPolice, new Ground.Single(apart)), in(TOWN)))
                .isInstanceOfSatisfying(
                        Permitted.class,
                        permitted -> assertThat(permitted.relied()).contains(FactName.PERSON_OBJECTS));
    }

    private static Request enquiry(Optional<String> exemption) {
        Request.Law law = Requests.law("localism-2011-s1", LawfulBasis.PUBLIC_TASK);
        return on(purpose(single(), "enquiry"), new Ground.Single(with(law, exemption)));
    }

    private static Request.Law with(Request.Law law, Optional<String> exemption) {
        return new Request.Law(
                law.row(),
                law.basis(),
                law.condition(),
                law.paragraph(),
                law.criminalParagraph(),
                law.hasPolicyDocument(),
                law.confidentiality(),
                exemption);
    }

    private static Facts but(Town town, FactName fact, Answer answer) {
        Map<FactName, Answer> answers = allAsWanted();
        answers.put(fact, answer);
        return new Facts(town.read(), Town.UK, answers);
    }

    private static Decision decide(Request request, Facts facts) {
        return new Decider().decide(request, facts);
    }
}
