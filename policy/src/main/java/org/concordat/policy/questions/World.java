package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.Verification;

/** A partnership and the law it stands under, as they are or as they would be. Nothing that is only supposed has a fingerprint. */
record World(AgreementFolder folder, LawPack law) {

    /** As if every party had signed every document it is a party of, and whoever must had signed every accession. */
    World signedByAll() {
        var signatures = new ArrayList<Signature>();
        var states = new HashMap<String, Signature.State>();
        for (Agreement document : folder.agreements().values()) {
            document.parties().forEach(party -> suppose(document.id(), party.organisation(), signatures, states));
        }
        for (Accession accession : folder.accessions().values()) {
            folder.signersOf(accession).forEach(signer -> suppose(accession.id(), signer, signatures, states));
        }
        return with(folder.agreements(), signatures, states, folder.verifications(), law);
    }

    private static void suppose(
            String of, String organisation, List<Signature> signatures, Map<String, Signature.State> states) {
        String id = "supposed-" + signatures.size();
        signatures.add(new Signature(id, of, "", organisation, "supposed", LocalDate.MIN, Optional.empty()));
        states.put(id, Signature.State.SIGNED);
    }

    /** As if an officer had verified every row of the law pack. */
    World verifiedThroughout() {
        List<Verification> verifications = law.rows().values().stream()
                .map(row -> new Verification(
                        "supposed-" + row.id(), row.id(), row.fingerprint(), "supposed", LocalDate.MIN, "Supposed."))
                .toList();
        return with(folder.agreements(), folder.signatures(), folder.signatureStates(), verifications, law);
    }

    /** With documents changed; their signatures stand as they stood, since a supposed change is signed by nobody. */
    World withDocuments(UnaryOperator<Agreement> change) {
        var documents = new TreeMap<String, Agreement>();
        folder.agreements().forEach((id, document) -> documents.put(id, change.apply(document)));
        return with(documents, folder.signatures(), folder.signatureStates(), folder.verifications(), law);
    }

    World withSignatureStates(Map<String, Signature.State> states) {
        return with(folder.agreements(), folder.signatures(), states, folder.verifications(), law);
    }

    World withVerifications(List<Verification> verifications) {
        return with(folder.agreements(), folder.signatures(), folder.signatureStates(), verifications, law);
    }

    /** With one row of the law pack in place of that of the same id. */
    World withRow(LawRow row) {
        var rows = new TreeMap<>(law.rows());
        rows.put(row.id(), row);
        var changed = new LawPack(
                law.id(),
                law.version(),
                "",
                rows,
                law.bases(),
                law.conditions(),
                law.paragraphs(),
                law.lawEnforcementBodies(),
                law.seriousHarm());
        return new World(folder, changed);
    }

    private World with(
            Map<String, Agreement> documents,
            List<Signature> signatures,
            Map<String, Signature.State> states,
            List<Verification> verifications,
            LawPack pack) {
        return new World(
                new AgreementFolder(
                        folder.organisations(),
                        folder.teams(),
                        folder.roles(),
                        folder.datasets(),
                        folder.purposes(),
                        documents,
                        folder.accessions(),
                        signatures,
                        verifications,
                        folder.fingerprints(),
                        states,
                        "",
                        folder.notices()),
                pack);
    }
}
