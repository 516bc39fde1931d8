package org.concordat.server.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.awaiting.AwaitingSource;
import org.springframework.stereotype.Component;

/**
 * Tells those who can mend it why nothing comes of what was sent out or signed: administrators, that nobody is named who could sign;
 * officers, that their agreements rest on law which nobody has read.
 */
@Component
class SignableAwaits implements AwaitingSource {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final SignOffs signOffs;
    private final Admissions admissions;
    private final Agreements agreements;
    private final Signatories signatories;
    private final AgreedFolder folder;
    private final LawPack law;
    private final Clock clock;

    SignableAwaits(
            SignOffs signOffs,
            Admissions admissions,
            Agreements agreements,
            Signatories signatories,
            AgreedFolder folder,
            LawPack law,
            Clock clock) {
        this.signOffs = signOffs;
        this.admissions = admissions;
        this.agreements = agreements;
        this.signatories = signatories;
        this.folder = folder;
        this.law = law;
        this.clock = clock;
    }

    @Override
    public List<Awaiting> awaiting(Actor.InRole actor) {
        LocalDate today = LocalDate.now(clock.withZone(HERE));
        if (actor.role() == Role.ORGANISATION_ADMINISTRATOR) {
            return unsignable(actor.organisation(), today).stream().toList();
        }
        return actor.role() == Role.INFORMATION_GOVERNANCE_OFFICER ? unread(actor.organisation(), today) : List.of();
    }

    private Optional<Awaiting> unsignable(String organisation, LocalDate today) {
        boolean canSign = signatories.all(organisation).stream()
                .anyMatch(each ->
                        signatories.of(organisation, each.person(), today).isPresent());
        return canSign
                ? Optional.empty()
                : Stream.concat(
                                signOffs.awaitedOf(organisation).stream().map(SignOffs.SignOff::document),
                                admissions.toSign(organisation).stream().map(Admission::document))
                        .findFirst()
                        .map(document -> new Awaiting(
                                "agreements.awaiting.signatory",
                                List.of(agreements
                                        .find(document)
                                        .map(AgreementVersion::title)
                                        .orElse(document)),
                                "/signatories",
                                Optional.empty()));
    }

    private List<Awaiting> unread(String organisation, LocalDate today) {
        AgreementFolder agreed = folder.folder();
        return agreed.agreements().values().stream()
                .filter(each -> each.holdsOn(today) && each.party(organisation).isPresent())
                .flatMap(each -> each.terms().stream())
                .flatMap(terms -> terms.powers().stream())
                .map(Terms.PowerOf::row)
                .distinct()
                .flatMap(row -> law.row(row).stream())
                .filter(row -> !row.countsByItself()
                        && agreed.verificationOf(row, today).isEmpty())
                .sorted(Comparator.comparing(LawRow::provision))
                .map(row -> new Awaiting(
                        "agreements.awaiting.law", List.of(row.provision()), "/law/" + row.id(), Optional.empty()))
                .toList();
    }
}
