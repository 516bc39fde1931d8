package org.concordat.policy.decide.reference;

import java.util.List;
import java.util.Map;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.law.Verification;

/** Folders with one kind of thing replaced. */
final class Folders {

    private Folders() {}

    static AgreementFolder with(AgreementFolder folder, Map<String, Agreement> agreements) {
        return of(folder, folder.datasets(), agreements, folder.signatures(), folder.verifications());
    }

    static AgreementFolder withSignatures(AgreementFolder folder, List<Signature> signatures) {
        return of(folder, folder.datasets(), folder.agreements(), signatures, folder.verifications());
    }

    static AgreementFolder withVerifications(AgreementFolder folder, List<Verification> verifications) {
        return of(folder, folder.datasets(), folder.agreements(), folder.signatures(), verifications);
    }

    static AgreementFolder withDatasets(AgreementFolder folder, Map<String, Dataset> datasets) {
        return of(folder, datasets, folder.agreements(), folder.signatures(), folder.verifications());
    }

    private static AgreementFolder of(
            AgreementFolder folder,
            Map<String, Dataset> datasets,
            Map<String, Agreement> agreements,
            List<Signature> signatures,
            List<Verification> verifications) {
        return new AgreementFolder(
                folder.organisations(),
                folder.teams(),
                folder.roles(),
                datasets,
                folder.purposes(),
                agreements,
                signatures,
                verifications,
                folder.fingerprints(),
                folder.signatureStates(),
                folder.fingerprint(),
                folder.notices());
    }
}
