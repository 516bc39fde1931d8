package org.concordat.policy.agreements;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.Verification;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;

/**
 * All files of a partnership, read and checked together. Every id that one file names is described by another, and every
 * schedule lies within its agreement and protocol. Never changes.
 *
 * @param fingerprints of protocols, agreements and schedules, SHA-256 in hexadecimal, covering what gives them meaning
 * @param signatureStates by the signature's id, worked out once when the folder is read, since verifying takes longer than
 *     deciding
 * @param notices what is no error and yet wants attention: an unsigned party, two schedules for one thing
 */
public record AgreementFolder(
        Map<String, Organisation> organisations,
        Map<String, Team> teams,
        Map<String, String> roles,
        Map<String, Dataset> datasets,
        Map<String, Purpose> purposes,
        Map<String, Agreement> agreements,
        List<Signature> signatures,
        List<Verification> verifications,
        Map<String, String> fingerprints,
        Map<String, Signature.State> signatureStates,
        List<Problem> notices) {

    public AgreementFolder {
        organisations = sorted(organisations);
        teams = sorted(teams);
        roles = sorted(roles);
        datasets = sorted(datasets);
        purposes = sorted(purposes);
        agreements = sorted(agreements);
        signatures = List.copyOf(signatures);
        verifications = List.copyOf(verifications);
        fingerprints = sorted(fingerprints);
        signatureStates = sorted(signatureStates);
        notices = List.copyOf(notices);
    }

    /**
     * One file.
     *
     * @param name what messages call it
     */
    public record Source(String name, InputStream content) {}

    /** Reads and checks a whole folder; nothing is returned when there is any problem, and then the problems say which. */
    public static Optional<AgreementFolder> read(List<Source> files, LawPack law, Problems problems) {
        return new FolderReader(law, problems).read(files);
    }

    /** A schedule's own tier and those above it, lowest first. */
    public List<Agreement> upwards(Agreement agreement) {
        var tiers = new ArrayList<Agreement>();
        Optional<Agreement> next = Optional.of(agreement);
        while (next.isPresent() && tiers.size() < 3) {
            tiers.add(next.get());
            next = next.get().parent().map(agreements::get);
        }
        return List.copyOf(tiers);
    }

    /** The best that is known of an organisation's signature of a document on a day. */
    public Signature.State signatureState(String document, String organisation, LocalDate day) {
        return signatures.stream()
                .filter(signature -> signature.of().equals(document)
                        && signature.organisation().equals(organisation)
                        && !signature.on().isAfter(day))
                .map(signature -> signatureStates.getOrDefault(signature.id(), Signature.State.INVALID))
                .min(Comparable::compareTo)
                .orElse(Signature.State.MISSING);
    }

    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
