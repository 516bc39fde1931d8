package org.concordat.policy.decide.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Refused;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the reference showed the decider to be wrong by the documents, each in the smallest share that shows it. */
final class FindingsTest {

    private static final Share COUNCIL_TO_POLICE = new Share().read("localism-2011-s1");

    @Test
    void startsFromAShareThatIsPermitted() {
        assertThat(COUNCIL_TO_POLICE.decision()).isInstanceOf(Permitted.class);
    }

    @Test
    void aScheduleWithinOneOrganisationIsSignedOnceForBothSides() {
        Share emptyHomes = new Share().read("lgfa-1992-sch2-18a").but(share -> {
            share.rows = List.of("lgfa-1992-sch2-18a");
            share.sender = EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.BILLING_AUTHORITY);
            share.toItself = true;
            share.purpose = EnumSet.of(PurposeKind.VACANT_DWELLINGS);
            share.origin = Origin.COUNCIL_TAX;
            share.fields = Map.of("name", Share.field("name", FieldClass.IDENTIFIER, Detail.NAME));
        });
        assertThat(emptyHomes.decision()).isInstanceOf(Permitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol", "agreement"})
    void aScheduleWhoseAgreementOrProtocolIsNotThereSharesNothing(String tier) {
        Facts facts = COUNCIL_TO_POLICE.facts();
        var fewer = new TreeMap<>(facts.folder().agreements());
        fewer.remove(tier);
        Facts without = new Facts(Folders.with(facts.folder(), fewer), facts.law(), facts.answers());
        refuses(new Decider().decide(COUNCIL_TO_POLICE.request(), without), Rule.AGREEMENT_ENDED);
    }
    // NEXT

    private static void refuses(Share share, Rule rule) {
        refuses(share.decision(), rule);
    }

    private static void refuses(Decision decision, Rule rule) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rules()).containsExactly(rule));
    }
}
