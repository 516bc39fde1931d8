package org.concordat.benchmarks.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.reading.Problems;

/**
 * A folder of so many agreements, each with a schedule, under one protocol that every organisation is a party of; signed by
 * all, and every row of the law pack verified. Five organisations a town, fifty agreements a town.
 */
final class MadeUpFolder {

    /** A day on which everything holds. */
    static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static final LocalDate SIGNED_ON = LocalDate.of(2026, 1, 1);

    /** What an organisation is, and which lists of the law pack name it. */
    private static final Map<String, String> ORGANISATIONS = new TreeMap<>(Map.of(
            "council", "kinds: [council, billing-authority]\nlisted-in: [ca-2004-s10]",
            "police", "kinds: [police]\nlisted-in: [ca-2004-s10]",
            "trust", "kinds: [nhs-trust]",
            "practice", "kinds: [general-practice]",
            "charity", "kinds: [charity]"));

    private final LawPack law;
    private final List<Share> shares;
    private final Map<String, KeyPair> keys = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();

    private MadeUpFolder(int agreements, LawPack law) {
        this.law = law;
        this.shares = Share.of(agreements);
    }

    /** Writes and signs it. */
    static MadeUpFolder of(int agreements, LawPack law) {
        var folder = new MadeUpFolder(agreements, law);
        folder.write(Share.towns(agreements));
        folder.sign();
        return folder;
    }

    List<Share> shares() {
        return shares;
    }

    int files() {
        return files.size();
    }

    /** How long all files are together. */
    long bytes() {
        return files.values().stream().mapToLong(String::length).sum();
    }

    /** Reads the files, as whoever asks a question of a folder must. */
    AgreementFolder read() {
        List<AgreementFolder.Source> sources = files.entrySet().stream()
                .map(file -> new AgreementFolder.Source(
                        file.getKey(), new ByteArrayInputStream(file.getValue().getBytes(UTF_8))))
                .toList();
        var problems = new Problems();
        return AgreementFolder.read(sources, law, trusted(), problems)
                .orElseThrow(() -> new IllegalStateException(
                        "The folder has problems: " + problems.inOrder().getFirst()));
    }

    private TrustedKeys trusted() {
        return new TrustedKeys(keys.entrySet().stream()
                .map(key -> new TrustedKeys.Key(key.getKey(), key.getKey() + "-chief", raw(key.getValue()), SIGNED_ON))
                .toList());
    }

    private void write(int towns) {
        for (int town = 0; town < towns; town++) {
            for (Map.Entry<String, String> kind : ORGANISATIONS.entrySet()) {
                organisation(kind.getKey() + "-" + town, kind.getValue());
            }
        }
        var purposes = new TreeMap<String, String>();
        for (ShareKind kind : ShareKind.values()) {
            for (int variant = 0; variant < Share.PURPOSES; variant++) {
                purposes.put(kind.purpose + "-" + variant, kind.purposeKind);
            }
            files.put("role-" + kind.role, "role: " + kind.role + "\nname: A role\n");
        }
        purposes.forEach((id, kind) -> files.put(
                "purpose-" + id,
                "purpose: %s\nname: A purpose\nkinds: [%s]\nabout: What partners mean by it.\n".formatted(id, kind)));
        var parties = new ArrayList<String>();
        keys.keySet().forEach(id -> parties.add(Texts.party(id, "sender, receiver")));
        files.put("protocol", Texts.protocol(parties, List.copyOf(purposes.keySet())));
        for (Share share : shares) {
            files.put("dataset-" + share.dataset(), Texts.dataset(share));
            files.put("agreement-" + share.number(), Texts.agreement(share));
            files.put("schedule-" + share.number(), Texts.schedule(share));
        }
        int reading = 0;
        for (LawRow row : law.rows().values()) {
            files.put("verification-" + row.id(), Texts.verification(row, ++reading));
        }
    }

    private void organisation(String id, String what) {
        KeyPair key = newKey();
        keys.put(id, key);
        files.put(
                "organisation-" + id,
                Texts.organisation(id, what, Base64.getEncoder().encodeToString(raw(key))));
    }

    /** Every party signs every document that names it. */
    private void sign() {
        AgreementFolder folder = read();
        for (Agreement agreement : folder.agreements().values()) {
            var parties = new TreeSet<String>();
            agreement.parties().forEach(party -> parties.add(party.organisation()));
            for (String party : parties) {
                String id = "S." + agreement.id() + "." + party;
                files.put(
                        id,
                        Signing.sign(
                                id,
                                agreement.id(),
                                folder.fingerprints().getOrDefault(agreement.id(), ""),
                                party,
                                party + "-chief",
                                SIGNED_ON,
                                key(party).getPrivate()));
            }
        }
    }

    private KeyPair key(String organisation) {
        KeyPair key = keys.get(organisation);
        if (key == null) {
            throw new IllegalStateException("No such organisation: " + organisation);
        }
        return key;
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has Ed25519.", impossible);
        }
    }

    /** The last 32 bytes of the usual form are the key itself. */
    private static byte[] raw(KeyPair key) {
        byte[] encoded = key.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }
}
