package org.concordat.policy.agreements;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.Verification;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;

/**
 * All files of a partnership, read and checked together. Every id that one file names is described by another, and every
 * schedule lies within its agreement and protocol. Never changes.
 *
 * @param agreements with those who joined them among their parties
 * @param fingerprints of protocols, agreements, schedules and accessions, SHA-256 in hexadecimal, covering what gives them meaning
 * @param signatureStates by the signature's id, worked out once when the folder is read, since verifying takes longer than
 *     deciding
 * @param fingerprint of all its files, SHA-256 in hexadecimal: what a decision records
 * @param notices what is no error and yet wants attention: an unsigned party, two schedules for one thing
 * @param index of what decisions look up, so that a large folder costs them no more than a small one
 */
public record AgreementFolder(
        Map<String, Organisation> organisations,
        Map<String, Team> teams,
        Map<String, String> roles,
        Map<String, Dataset> datasets,
        Map<String, Purpose> purposes,
        Map<String, Agreement> agreements,
        Map<String, Accession> accessions,
        List<Signature> signatures,
        List<Verification> verifications,
        Map<String, String> fingerprints,
        Map<String, Signature.State> signatureStates,
        String fingerprint,
        List<Problem> notices,
        Index index) {

    public AgreementFolder {
        organisations = sorted(organisations);
        teams = sorted(teams);
        roles = sorted(roles);
        datasets = sorted(datasets);
        purposes = sorted(purposes);
        agreements = sorted(agreements);
        accessions = sorted(accessions);
        signatures = List.copyOf(signatures);
        verifications = List.copyOf(verifications);
        fingerprints = sorted(fingerprints);
        signatureStates = sorted(signatureStates);
        notices = List.copyOf(notices);
    }

    /** The same parts with their index made from them, of a folder that nobody joined later. */
    public AgreementFolder(
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
            String fingerprint,
            List<Problem> notices) {
        this(
                organisations,
                teams,
                roles,
                datasets,
                purposes,
                agreements,
                Map.of(),
                signatures,
                verifications,
                fingerprints,
                signatureStates,
                fingerprint,
                notices);
    }

    /**
     * The same parts with their index made from them.
     *
     * @param fingerprint empty for a folder that was put together in memory
     */
    public AgreementFolder(
            Map<String, Organisation> organisations,
            Map<String, Team> teams,
            Map<String, String> roles,
            Map<String, Dataset> datasets,
            Map<String, Purpose> purposes,
            Map<String, Agreement> agreements,
            Map<String, Accession> accessions,
            List<Signature> signatures,
            List<Verification> verifications,
            Map<String, String> fingerprints,
            Map<String, Signature.State> signatureStates,
            String fingerprint,
            List<Problem> notices) {
        this(
                organisations,
                teams,
                roles,
                datasets,
                purposes,
                agreements,
                accessions,
                signatures,
                verifications,
                fingerprints,
                signatureStates,
                fingerprint,
                notices,
                Index.of(agreements.values(), signatures, verifications));
    }

    /**
     * One file.
     *
     * @param name what messages call it
     */
    public record Source(String name, InputStream content) {}

    /**
     * Reads and checks a whole folder; nothing is returned when there is any problem, and then the problems say which.
     *
     * @param trusted keys that were checked with the organisations; a signature by any other does not count
     */
    public static Optional<AgreementFolder> read(
            List<Source> files, LawPack law, TrustedKeys trusted, Problems problems) {
        return new FolderReader(law, trusted, problems).read(files);
    }

    /** The same with fingerprints taken and signatures looked at. */
    AgreementFolder sealed(
            Map<String, String> documents, Map<String, Signature.State> states, String folderFingerprint) {
        return new AgreementFolder(
                organisations,
                teams,
                roles,
                datasets,
                purposes,
                agreements,
                accessions,
                signatures,
                verifications,
                documents,
                states,
                folderFingerprint,
                notices,
                index);
    }

    /** The same with other documents, before any fingerprint is taken. */
    AgreementFolder with(Map<String, Agreement> documents) {
        return new AgreementFolder(
                organisations,
                teams,
                roles,
                datasets,
                purposes,
                documents,
                accessions,
                signatures,
                verifications,
                fingerprints,
                signatureStates,
                fingerprint,
                notices);
    }

    AgreementFolder withNotices(List<Problem> all) {
        return new AgreementFolder(
                organisations,
                teams,
                roles,
                datasets,
                purposes,
                agreements,
                accessions,
                signatures,
                verifications,
                fingerprints,
                signatureStates,
                fingerprint,
                all,
                index);
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
        return index.signaturesOf(document, organisation).stream()
                .filter(signature -> !signature.on().isAfter(day))
                .map(signature -> signatureStates.getOrDefault(signature.id(), Signature.State.INVALID))
                .min(Comparator.naturalOrder())
                .orElse(Signature.State.MISSING);
    }

    /**
     * Who must sign the accession before it counts: the party that accepts it; and the joiner itself where nobody need accept
     * it, so that somebody vouches for what the joiner is, or where it brings data, which nobody else may offer.
     *
     * @throws IllegalArgumentException when its document lets nobody join
     */
    public Set<String> signersOf(Accession accession) {
        Joining joining = Optional.ofNullable(agreements.get(accession.to()))
                .flatMap(Agreement::joining)
                .orElseThrow(() -> new IllegalArgumentException("accession: one to a document that lets others join"));
        var signers = new TreeSet<String>();
        joining.acceptedBy().ifPresent(signers::add);
        if (joining.acceptedBy().isEmpty() || !accession.brings().isEmpty()) {
            signers.add(accession.organisation());
        }
        return signers;
    }

    /** How the accession stands with those of its signers whose signature does not count on that day; empty when it counts. */
    public Map<String, Signature.State> unsigned(Accession accession, LocalDate day) {
        var unsigned = new TreeMap<String, Signature.State>();
        for (String signer : signersOf(accession)) {
            // Whoever has left the document accepts nobody any more; what it accepted before stands.
            LocalDate last = party(accession.to(), signer)
                    .flatMap(Agreement.Party::left)
                    .filter(day::isAfter)
                    .orElse(day);
            Signature.State state = signatureState(accession.id(), signer, last);
            if (state != Signature.State.SIGNED) {
                unsigned.put(signer, state);
            }
        }
        return unsigned;
    }

    /** Schedules that cover some field of the dataset, whenever they hold and whoever receives it, in order of id. */
    public List<Agreement> schedulesCovering(String dataset) {
        return index.schedules().getOrDefault(dataset, List.of());
    }

    /** The same, of those under which that organisation receives. */
    public List<Agreement> schedulesCovering(String dataset, String recipient) {
        return index.schedulesTo().getOrDefault(dataset, Map.of()).getOrDefault(recipient, List.of());
    }

    /** The organisation as a party of that protocol, agreement or schedule. */
    public Optional<Agreement.Party> party(String document, String organisation) {
        return Optional.ofNullable(
                index.parties().getOrDefault(document, Map.of()).get(organisation));
    }

    /** The officer's verification that covers the row as it stands on that day, if there is one. */
    public Optional<Verification> verificationOf(LawRow row, LocalDate day) {
        return index.verifications().getOrDefault(row.id(), List.of()).stream()
                .filter(each -> each.covers(row, day))
                .findFirst();
    }

    /**
     * What is looked up at every decision.
     *
     * @param schedules by dataset
     * @param schedulesTo by dataset, then by who receives it
     * @param parties by document, then organisation
     * @param signatures by document, then organisation
     * @param verifications by row of the law pack
     */
    public record Index(
            Map<String, List<Agreement>> schedules,
            Map<String, Map<String, List<Agreement>>> schedulesTo,
            Map<String, Map<String, Agreement.Party>> parties,
            Map<String, Map<String, List<Signature>>> signatures,
            Map<String, List<Verification>> verifications) {

        static Index of(
                Collection<Agreement> agreements, List<Signature> signatures, List<Verification> verifications) {
            var schedules = new HashMap<String, List<Agreement>>();
            var schedulesTo = new HashMap<String, Map<String, List<Agreement>>>();
            var parties = new HashMap<String, Map<String, Agreement.Party>>();
            for (Agreement agreement : agreements.stream()
                    .sorted(Comparator.comparing(Agreement::id))
                    .toList()) {
                Map<String, Agreement.Party> byOrganisation = new HashMap<>();
                agreement.parties().forEach(party -> byOrganisation.putIfAbsent(party.organisation(), party));
                parties.put(agreement.id(), byOrganisation);
                agreement.terms().ifPresent(terms -> {
                    for (String dataset : datasets(terms)) {
                        listed(schedules, dataset).add(agreement);
                        Map<String, List<Agreement>> byRecipient =
                                schedulesTo.computeIfAbsent(dataset, none -> new HashMap<>());
                        recipients(terms)
                                .forEach(recipient ->
                                        listed(byRecipient, recipient).add(agreement));
                    }
                });
            }
            return new Index(
                    schedules,
                    schedulesTo,
                    parties,
                    signatures.stream()
                            .collect(Collectors.groupingBy(
                                    Signature::of, Collectors.groupingBy(Signature::organisation))),
                    verifications.stream().collect(Collectors.groupingBy(Verification::row)));
        }

        private static Set<String> datasets(Terms terms) {
            return terms.items().stream().map(Terms.Item::dataset).collect(Collectors.toSet());
        }

        private static Set<String> recipients(Terms terms) {
            return terms.recipients().stream()
                    .map(Terms.Recipient::organisation)
                    .collect(Collectors.toSet());
        }

        private static List<Agreement> listed(Map<String, List<Agreement>> lists, String id) {
            return lists.computeIfAbsent(id, none -> new ArrayList<>());
        }

        List<Signature> signaturesOf(String document, String organisation) {
            return signatures.getOrDefault(document, Map.of()).getOrDefault(organisation, List.of());
        }
    }

    /** In order of id, and quick to look up. */
    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(map)));
    }
}
