package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.words.SharingForm;
import org.junit.jupiter.api.Test;

/** What each organisation should offer and may expect. */
class OffersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Town SIGNED = Town.asWritten().signed();

    @Test
    void everyOrganisationHasItsPart() {
        assertThat(offers(SIGNED).list())
                .extracting(Offers.Offer::organisation)
                .containsExactly("charity", "council", "job-centre", "police", "practice", "trust");
        assertThat(offers(SIGNED).of("nobody")).isEmpty();
    }

    @Test
    void whatIsAgreedAndSignedIsSentAndReceived() {
        Offers.Offer trust = of(SIGNED, "trust");
        assertThat(trust.sends()).extracting(flow -> flow.route().schedule()).containsExactly("SC-1");
        assertThat(trust.receives()).isEmpty();
        assertThat(trust.owes()).isEmpty();
        assertThat(of(SIGNED, "practice").receives())
                .extracting(flow -> flow.route().schedule())
                .containsExactly("SC-1");
        assertThat(trust.sentence())
                .startsWith("'trust' may send 1 flow and receive 0 flows; almost, it may send 0 and receive 0 more.");
    }

    @Test
    void whatIsAgreedAndNotSignedIsExpectedOnceEachPartyHasSigned() {
        Offers.Offer practice = of(Town.asWritten(), "practice");
        assertThat(practice.receives()).isEmpty();
        assertThat(practice.receivesOnceSupplied()).hasSize(1);
        assertThat(practice.owes())
                .extracting(Missing::sentence)
                .containsExactly(
                        "'practice' has not signed 'AG-1'; its signatory would have to.",
                        "'practice' has not signed 'PR-1'; its signatory would have to.",
                        "'practice' has not signed 'SC-1'; its signatory would have to.");
    }

    @Test
    void whoJoinsLaterOwesThatAndWhoLeftOwesNothing() {
        Town later = SIGNED.with(
                "schedule-sc-1", "- organisation: practice\n", "- organisation: practice\n    left: 2026-05-31\n");
        assertThat(of(later, "practice").owes())
                .extracting(Missing::sentence)
                .noneMatch(sentence -> sentence.contains("SC-1"));
        Town joins = Town.asWritten();
        String text = joins.file("schedule-sc-1");
        int practice = text.indexOf("- organisation: practice");
        String joined = text.substring(0, practice)
                + text.substring(practice).replaceFirst("joined: 2026-01-01", "joined: 2026-07-01");
        assertThat(of(joins.plus("schedule-sc-1", joined), "practice").owes())
                .contains(new Missing.Joining("SC-1", "practice", LocalDate.of(2026, 7, 1)));
    }

    @Test
    void aDatasetThatNoAgreementCoversIsACandidateAndSaysThatItIsNoPermission() {
        List<Candidate> candidates = of(SIGNED, "council").couldOffer();
        assertThat(candidates)
                .filteredOn(candidate ->
                        candidate.dataset().equals("tax") && candidate.purpose().equals("tax-collection"))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.within()).isEqualTo("PR-1");
                    assertThat(candidate.recipients())
                            .containsExactly("charity", "job-centre", "police", "practice", "trust");
                    assertThat(candidate.rows()).containsExactly("localism-2011-s1");
                    assertThat(candidate.unverified()).isEmpty();
                    assertThat(candidate.general()).isTrue();
                    assertThat(candidate.sentence())
                            .startsWith("A candidate, not a permission:")
                            .endsWith("Nobody has agreed to it, and the other steps have not been asked.");
                });
        assertThat(of(SIGNED, "police").couldExpect())
                .anySatisfy(candidate -> assertThat(candidate.dataset()).isEqualTo("tax"));
    }

    @Test
    void whatARestrictionForbidsIsNoCandidate() {
        assertThat(of(SIGNED, "council").couldOffer())
                .filteredOn(candidate -> candidate.dataset().equals("tax"))
                .extracting(Candidate::purpose)
                .containsOnly("tax-collection");
    }

    @Test
    void aDatasetThatAScheduleCoversIsNoCandidateUntilTheScheduleEnds() {
        assertThat(of(SIGNED, "trust").couldOffer()).isEmpty();
        Town ended = SIGNED.with("schedule-sc-1", "public-register: yes", "ended-on: 2026-05-31\npublic-register: yes");
        assertThat(of(ended, "trust").couldOffer())
                .filteredOn(candidate -> !candidate.general())
                .first()
                .satisfies(candidate -> {
                    assertThat(candidate.rows()).contains("hsca-2012-s251b");
                    assertThat(candidate.within()).isEqualTo("AG-1");
                    assertThat(candidate.recipients()).containsExactly("practice");
                    assertThat(candidate.confidential()).isTrue();
                    assertThat(candidate.fields().get(SharingForm.IDENTIFIED)).contains("name", "diagnosis");
                    assertThat(candidate.sentence()).contains("Told in confidence: something would have to lift that.");
                });
    }

    @Test
    void aRowThatNobodyVerifiedIsNamedAsSuch() {
        Town unread = SIGNED.without("v-localism-2011-s1");
        assertThat(of(unread, "council").couldOffer()).isNotEmpty().allSatisfy(candidate -> {
            assertThat(candidate.unverified()).isEqualTo(candidate.rows());
            assertThat(candidate.sentence()).contains("'localism-2011-s1' (not verified)");
        });
    }

    @Test
    void whatSaysWhoIsNoCandidateInAFormThatNamesNobody() {
        assertThat(of(SIGNED, "council").couldOffer())
                .filteredOn(candidate -> candidate.dataset().equals("tax"))
                .isNotEmpty()
                .allSatisfy(candidate -> {
                    assertThat(candidate.fields().get(SharingForm.IDENTIFIED))
                            .containsExactly("address", "band", "name");
                    assertThat(candidate.fields().get(SharingForm.AGGREGATED)).containsExactly("band");
                    assertThat(candidate.fields().get(SharingForm.PSEUDONYMISED))
                            .containsExactly("band");
                });
    }

    @Test
    void noCandidateIsPermittedByTheDecider() {
        AgreementFolder folder = SIGNED.read();
        for (Candidate candidate : of(SIGNED, "council").couldOffer()) {
            for (String recipient : candidate.recipients()) {
                candidate.fields().forEach((form, fields) -> {
                    var route = new Route(
                            "",
                            Side.of(candidate.sender()),
                            Side.of(recipient),
                            "case-worker",
                            candidate.dataset(),
                            candidate.purpose(),
                            form);
                    assertThat(new Decider()
                                    .decide(Flow.request(route, fields, Subjects.MANY, DAY), Promises.asWanted(folder)))
                            .isInstanceOf(Decision.Refused.class);
                });
            }
        }
    }

    @Test
    void whatIsSaidOfOnePartnerHoldsOfEachThatIsNamedWithIt() {
        AgreementFolder folder = Partnership.of(12, 7).read();
        LawPack law = Partnership.UK;
        List<Candidate> candidates = Candidates.of(folder, law, DAY);
        assertThat(candidates).anyMatch(candidate -> candidate.recipients().size() > 1);
        for (Candidate candidate : candidates.subList(0, Math.min(20, candidates.size()))) {
            for (String recipient : candidate.recipients()) {
                // Alone in the folder with the sender, so that nobody else was asked about in its stead.
                AgreementFolder two = only(folder, Set.of(candidate.sender(), recipient));
                assertThat(Candidates.of(two, law, DAY)).anySatisfy(alone -> {
                    assertThat(alone.recipients()).containsExactly(recipient);
                    assertThat(alone.dataset()).isEqualTo(candidate.dataset());
                    assertThat(alone.purpose()).isEqualTo(candidate.purpose());
                    assertThat(alone.within()).isEqualTo(candidate.within());
                    assertThat(alone.rows()).isEqualTo(candidate.rows());
                    assertThat(alone.fields()).isEqualTo(candidate.fields());
                });
            }
        }
    }

    private static AgreementFolder only(AgreementFolder folder, Set<String> organisations) {
        World narrowed = new World(folder, Partnership.UK)
                .withDocuments(document -> Supposing.withParties(
                        document,
                        document.parties().stream()
                                .filter(party -> organisations.contains(party.organisation()))
                                .toList()));
        return narrowed.folder();
    }

    private static Offers offers(Town town) {
        return Offers.of(town.read(), Town.UK, DAY);
    }

    private static Offers.Offer of(Town town, String organisation) {
        return offers(town).of(organisation).orElseThrow();
    }
}
