package org.concordat.policy.playbooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.agreements.Signing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problems;

/** The folder of a playbook as its partnership would have it: with or without everyone's signature. */
final class SignedTown {

    static final LawPack UK = LawPack.unitedKingdom();

    private static final LocalDate SIGNED_ON = LocalDate.of(2026, 1, 5);
    private static final Map<String, KeyPair> KEYS = new TreeMap<>();

    /** Kept for the run, since reading a folder takes longer than all else; by playbook and practice files. */
    private static final Map<String, AgreementFolder> UNSIGNED = new TreeMap<>();

    private static final Map<String, AgreementFolder> SIGNED = new TreeMap<>();

    /** By fingerprint and organisation. */
    private static final Map<String, String> SIGNATURES = new TreeMap<>();

    private SignedTown() {}

    /** As shipped: nobody has signed, and nobody is named who could. */
    static AgreementFolder unsigned(Playbook playbook, Set<String> practice) {
        return UNSIGNED.computeIfAbsent(
                playbook.name() + practice, none -> read(laidOver(playbook, practice), TrustedKeys.none()));
    }

    /** Signed by every party of every document, with keys made for this run. */
    static AgreementFolder signed(Playbook playbook, Set<String> practice) {
        return SIGNED.computeIfAbsent(playbook.name() + practice, none -> {
            Map<String, String> files = laidOver(playbook, practice);
            files.replaceAll((name, text) -> name.startsWith("organisation-") ? text + signatory(name) : text);
            TrustedKeys trusted = trusted(files.keySet());
            files.putAll(signatures(unsigned(playbook, practice)));
            return read(files, trusted);
        });
    }

    private static Map<String, String> signatures(AgreementFolder folder) {
        var files = new TreeMap<String, String>();
        for (Agreement agreement : folder.agreements().values()) {
            String fingerprint = Objects.requireNonNull(folder.fingerprints().get(agreement.id()));
            for (Agreement.Party party : agreement.parties()) {
                files.put(
                        "signature-" + agreement.id() + "-" + party.organisation(),
                        SIGNATURES.computeIfAbsent(
                                fingerprint + party.organisation(),
                                none -> signature(agreement.id(), fingerprint, party.organisation())));
            }
        }
        return files;
    }

    private static String signature(String document, String fingerprint, String organisation) {
        return Signing.sign(
                "signature-" + document + "-" + organisation,
                document,
                fingerprint,
                organisation,
                organisation + "-chief",
                SIGNED_ON,
                key(organisation).getPrivate());
    }

    /** Practice files replace those of the same name, as copying them into the folder would. */
    private static Map<String, String> laidOver(Playbook playbook, Set<String> practice) {
        var files = new TreeMap<>(playbook.agreement());
        for (String name : practice) {
            files.put(
                    name,
                    Objects.requireNonNull(
                            playbook.practice().get(name), playbook.name() + " has no practice file " + name));
        }
        return files;
    }

    private static AgreementFolder read(Map<String, String> files, TrustedKeys trusted) {
        var problems = new Problems();
        List<Source> sources = files.entrySet().stream()
                .map(file -> new Source(
                        file.getKey() + ".yaml",
                        new ByteArrayInputStream(file.getValue().getBytes(UTF_8))))
                .toList();
        var folder = AgreementFolder.read(sources, UK, trusted, problems);
        assertThat(problems.inOrder()).isEmpty();
        return folder.orElseThrow();
    }

    /** As if somebody had checked every organisation's key by telephone. */
    private static TrustedKeys trusted(Set<String> files) {
        return new TrustedKeys(files.stream()
                .filter(name -> name.startsWith("organisation-"))
                .map(SignedTown::organisation)
                .map(id -> new TrustedKeys.Key(id, id + "-chief", publicKey(id), SIGNED_ON))
                .toList());
    }

    private static String signatory(String file) {
        String id = organisation(file);
        return "signatories:\n  - {id: %s-chief, level: Chief executive, key: \"%s\", from: 2025-01-01}\n"
                .formatted(id, Base64.getEncoder().encodeToString(publicKey(id)));
    }

    private static String organisation(String file) {
        return file.substring("organisation-".length());
    }

    private static byte[] publicKey(String organisation) {
        byte[] encoded = key(organisation).getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static KeyPair key(String organisation) {
        return KEYS.computeIfAbsent(organisation, name -> {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }
}
