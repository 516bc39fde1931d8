package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Agreement.Party;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.Force;

/** Worlds in which something has fallen away. */
final class Supposing {

    private Supposing() {}

    /** The world in which the change has happened before {@code day} began. */
    static World after(Change change, World world, LocalDate day) {
        LocalDate eve = day.minusDays(1);
        return switch (change) {
            case Change.AgreementLapses lapses ->
                world.withDocuments(
                        document -> document.id().equals(lapses.document()) ? ended(document, eve) : document);
            case Change.PartyLeaves leaves ->
                world.withDocuments(document -> leaves(leaves, world.folder(), document)
                        ? without(document, leaves.organisation(), eve)
                        : document);
            case Change.RowRepealed repealed ->
                world.law()
                        .row(repealed.row())
                        .map(row -> world.withRow(repealed(row, eve)))
                        .orElse(world);
            case Change.KeyWithdrawn withdrawn -> withoutKey(world, withdrawn);
            case Change.VerificationWithdrawn withdrawn ->
                world.withVerifications(world.folder().verifications().stream()
                        .filter(each -> !each.id().equals(withdrawn.verification()))
                        .toList());
        };
    }

    /** Whether that party leaves this document: the one it leaves, one beneath it, or any. */
    private static boolean leaves(Change.PartyLeaves leaves, AgreementFolder folder, Agreement document) {
        return leaves.document().isEmpty()
                || folder.upwards(document).stream()
                        .anyMatch(tier -> tier.id().equals(leaves.document().get()));
    }

    private static Agreement ended(Agreement document, LocalDate last) {
        return copy(document, Optional.of(earlier(document.endedOn(), last)), document.parties());
    }

    private static Agreement without(Agreement document, String organisation, LocalDate last) {
        List<Party> parties = document.parties().stream()
                .map(party -> party.organisation().equals(organisation)
                        ? new Party(
                                party.organisation(),
                                party.role(),
                                party.actsAs(),
                                party.joined(),
                                Optional.of(earlier(party.left(), last)),
                                party.accession())
                        : party)
                .toList();
        return withParties(document, parties);
    }

    /** The same with other parties. */
    static Agreement withParties(Agreement document, List<Party> parties) {
        return copy(document, document.endedOn(), parties);
    }

    private static Agreement copy(Agreement document, Optional<LocalDate> endedOn, List<Party> parties) {
        return new Agreement(
                document.id(),
                document.tier(),
                document.title(),
                document.version(),
                document.parent(),
                document.nation(),
                document.from(),
                document.to(),
                document.reviewBy(),
                endedOn,
                document.onPublicRegister(),
                parties,
                document.purposes(),
                document.forms(),
                document.terms(),
                document.text());
    }

    private static LawRow repealed(LawRow row, LocalDate last) {
        return new LawRow(
                row.id(),
                row.provision(),
                row.kind(),
                row.nations(),
                row.mark(),
                row.verifiedOn(),
                Force.NO,
                row.inForceFrom(),
                Optional.of(earlier(row.inForceTo(), last)),
                row.from(),
                row.to(),
                row.mutual(),
                row.within(),
                row.purposes(),
                row.reach(),
                row.requires(),
                row.useLimited(),
                row.keepsConfidence(),
                row.restricts(),
                row.limits(),
                row.offence(),
                row.link(),
                row.fingerprint());
    }

    private static World withoutKey(World world, Change.KeyWithdrawn withdrawn) {
        var states = new HashMap<>(world.folder().signatureStates());
        for (Signature signature : world.folder().signatures()) {
            if (signature.organisation().equals(withdrawn.organisation())
                    && signature.signatory().equals(withdrawn.signatory())
                    && states.get(signature.id()) == Signature.State.SIGNED) {
                states.put(signature.id(), Signature.State.KEY_UNTRUSTED);
            }
        }
        return world.withSignatureStates(states);
    }

    private static LocalDate earlier(Optional<LocalDate> known, LocalDate other) {
        return known.filter(day -> day.isBefore(other)).orElse(other);
    }
}
