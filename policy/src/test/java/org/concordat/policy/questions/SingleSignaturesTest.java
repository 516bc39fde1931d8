package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.questions.SingleSignatures.OnePerson;
import org.junit.jupiter.api.Test;

/** Which shares rest on one person's signature. */
class SingleSignaturesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void whoAloneSignedAndAloneCanSignIsNamedWithWhatRestsOnThem() {
        List<OnePerson> persons = SingleSignatures.of(Town.asWritten().signed().read(), Town.UK, DAY)
                .list();
        assertThat(persons)
                .extracting(OnePerson::signatory)
                .containsExactly("charity-chief", "council-chief", "police-chief", "practice-chief", "trust-chief");
        OnePerson council = persons.get(1);
        assertThat(council.restsOn()).containsExactly("SC-2", "SC-3");
        assertThat(council.everyTier()).containsExactly("SC-2", "SC-3");
        assertThat(council.onlyTheyCanSign()).containsExactly("SC-2", "SC-3");
        assertThat(council.ableToSign()).isEqualTo(1);
        assertThat(council.flows()).hasSize(4);
        assertThat(council.sentence())
                .isEqualTo(
                        "On 'council-chief' of 'council' rest 4 flows that may go today. If their key no longer counts, 2"
                                + " schedules are signed by nobody for 'council': SC-2, SC-3. They alone signed every tier of SC-2,"
                                + " SC-3. Nobody else can sign for 'council', so when they leave, no change of SC-2, SC-3 can be"
                                + " signed.");
    }

    @Test
    void nothingRestsOnAnyoneWhereNothingMayGo() {
        assertThat(SingleSignatures.of(Town.asWritten().read(), Town.UK, DAY).list())
                .isEmpty();
    }

    @Test
    void whereTwoSignedEachTierNothingRestsOnEither() {
        Partnership partnership = Partnership.of(12, 17);
        AgreementFolder folder = partnership.read();
        Flow flow = Flows.of(folder, Partnership.UK, DAY).may().list().getFirst();
        String sender = flow.route().sender().organisation();
        Partnership both = partnership;
        for (var tier : Shortfalls.tiers(folder, flow.route().schedule())) {
            both = both.signed(folder, tier.id(), sender + "-chief").signed(folder, tier.id(), sender + "-deputy");
        }
        assertThat(SingleSignatures.of(both.read(), Partnership.UK, DAY).list())
                .filteredOn(person -> person.organisation().equals(sender))
                .noneMatch(person -> person.restsOn().contains(flow.route().schedule()));
        Partnership mixed = partnership.without(
                file -> file.startsWith("sig-" + flow.route().schedule() + "-" + sender));
        assertThat(SingleSignatures.of(
                                mixed.signed(folder, flow.route().schedule(), sender + "-deputy")
                                        .read(),
                                Partnership.UK,
                                DAY)
                        .list())
                .anySatisfy(person -> {
                    assertThat(person.signatory()).isEqualTo(sender + "-deputy");
                    assertThat(person.restsOn()).contains(flow.route().schedule());
                    assertThat(person.everyTier()).doesNotContain(flow.route().schedule());
                });
    }
}
