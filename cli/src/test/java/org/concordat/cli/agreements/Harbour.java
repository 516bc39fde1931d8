package org.concordat.cli.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problems;

/**
 * An agreement folder of the made-up town of Tideford in which every field that a file may hold is used at least once:
 * home help for people who come out of hospital. Its keys are the same in every run.
 */
public final class Harbour {
    public static final LawPack UK = LawPack.unitedKingdom();
    private static final List<String> PARTIES = List.of("charity", "council", "hosting", "trust");
    private static final List<String> JOINERS = List.of("moor-council", "moor-trust");
    private static final LocalDate SIGNED_ON = LocalDate.of(2026, 2, 20);
    private static final List<String> NAMES = List.of(
            "agreement-home",
            "code-list-mobility",
            "dataset-discharges",
            "dataset-visits",
            "organisation-charity",
            "organisation-council",
            "organisation-hosting",
            "organisation-trust",
            "protocol",
            "purpose-coming-home",
            "purpose-hospital-care",
            "purpose-planning",
            "role-duty-officer",
            "role-home-helper",
            "schedule-sc-1",
            "schedule-sc-2",
            "team-home-help",
            "team-tax",
            "verification-251b");

    private final Map<String, String> files;

    private Harbour(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    /** As its files have it; nobody has signed. */
    public static Harbour asWritten() {
        var files = new TreeMap<String, String>();
        for (String name : NAMES) {
            String text = resource(name)
                    .replace(
                            "FINGERPRINT-OF-hsca-2012-s251b",
                            UK.row("hsca-2012-s251b").orElseThrow().fingerprint());
            for (String party : PARTIES) {
                text = text.replace("KEY-OF-" + party, publicKey(party));
            }
            files.put(name, text.replace("KEY-OF-other", publicKey("other")));
        }
        return new Harbour(files);
    }

    /** Signed as such folders are in the middle of things: good, typed only, over an older text, and not at all. */
    public static Harbour halfSigned() {
        return halfSigned(asWritten());
    }

    /**
     * The same with documents that others may join, and with two that do: a second hospital that sends its own discharges,
     * accepted and signed, and a second council that nobody need accept and that has not signed.
     */
    public static Harbour joined() {
        Harbour town = asWritten();
        for (String file : List.of("protocol", "agreement-home")) {
            town = town.lets(
                    file, "nhs-trust, council, social-services", "sender, receiver", "trust", "accepted-by: council");
        }
        town = halfSigned(town.lets("schedule-sc-1", "nhs-trust", "sender", "trust", "accepted-by: council\n  open: no")
                .lets("schedule-sc-2", "council, social-services", "receiver", "council", "open: yes")
                .plus("organisation-moor-trust", body("moor-trust", "nhs-trust"))
                .plus("organisation-moor-council", body("moor-council", "council, social-services"))
                .plus("team-moor-help", """
                                team: moor-help
                                name: Home help on the moor
                                organisation: moor-council
                                kinds: [social-services]
                                """)
                .plus(
                        "dataset-moor-list",
                        town.file("dataset-discharges")
                                .replace("dataset: discharges", "dataset: moor-list")
                                .replace("name: Discharges from hospital", "name: Who goes home to the moor")
                                .replace("holder: trust", "holder: moor-trust"))
                .acceding("PR-1", "moor-trust", "trust", "")
                .acceding("AG-1", "moor-trust", "trust", "")
                .acceding("PR-1", "moor-council", "trust", "left: 2026-08-31\n")
                .acceding("AG-1", "moor-council", "trust", "left: 2026-08-31\n")
                .acceding(
                        "SC-1",
                        "moor-trust",
                        "trust",
                        "datasets:\n  - {dataset: moor-list, stands-for: discharges, fields: [name, address]}\n")
                .acceding(
                        "SC-2",
                        "moor-council",
                        "council",
                        "left: 2026-05-30\nteams: [moor-help]\nroles: [home-helper]\n"));
        for (String document : List.of("PR-1", "AG-1", "SC-1")) {
            town = town.signed(document, List.of("moor-trust"))
                    .signed("AC-" + document + "-moor-trust", List.of("council"));
        }
        return town.signed("AC-SC-1-moor-trust", List.of("moor-trust"));
    }

    private Harbour lets(String file, String kinds, String actsAs, String like, String accepting) {
        return with(file, "purpose:\n  purposes:", """
                joining:
                  kinds: [%s]
                  acts-as: [%s]
                  like: %s
                  %s
                purpose:
                  purposes:""".formatted(kinds, actsAs, like, accepting));
    }

    private Harbour acceding(String document, String organisation, String like, String more) {
        String id = "AC-" + document + "-" + organisation;
        return plus(
                "accession-" + document + "-" + organisation, """
                accession: %s
                to: %s
                organisation: %s
                like: %s
                lead-owner: Head of services on the moor
                signatory: Chair of the board
                joined: 2026-03-15
                """.formatted(id, document, organisation, like) + more);
    }

    private static String body(String id, String kinds) {
        return """
                organisation: %s
                name: The %s
                legal-name: The %s of Tideford Moor
                kinds: [%s]
                nation: england
                data-protection-officer: Data protection officer, dpo@%s.example
                contact: Information governance desk, 01632 960123
                signatories:
                  - id: %s-chief
                    level: Chair of the board
                    key: %s
                    from: 2025-01-01
                """.formatted(id, id, id, kinds, id, id, publicKey(id));
    }

    private static Harbour halfSigned(Harbour written) {
        return written.signed("PR-1", PARTIES)
                .signed("AG-1", PARTIES)
                .signed("SC-1", List.of("trust"))
                .plus("sig-typed", """
                        signature: sig-typed
                        of: SC-1
                        fingerprint: %s
                        organisation: council
                        signatory: council-chief
                        on: 2026-02-21
                        """.formatted(written.folder().fingerprints().get("SC-1")));
    }

    /** The same with these parties' signatures of a document as it now stands. */
    public Harbour signed(String document, List<String> parties) {
        Harbour town = this;
        String fingerprint = Objects.requireNonNull(folder().fingerprints().get(document));
        for (String party : parties) {
            String id = "sig-" + document + "-" + party;
            town = town.plus(
                    id,
                    Signing.sign(
                            id,
                            document,
                            fingerprint,
                            party,
                            party + "-chief",
                            SIGNED_ON,
                            key(party).getPrivate()));
        }
        return town;
    }

    public Harbour with(String file, String from, String to) {
        assertThat(files.get(file)).as(file).contains(from);
        return plus(file, file(file).replace(from, to));
    }

    public Harbour plus(String file, String text) {
        var more = new TreeMap<>(files);
        more.put(file, text);
        return new Harbour(more);
    }

    public Harbour without(String file) {
        var fewer = new TreeMap<>(files);
        assertThat(fewer.remove(file)).as(file).isNotNull();
        return new Harbour(fewer);
    }

    public String file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    public List<AgreementFolder.Source> sources() {
        return files.entrySet().stream()
                .map(file -> new AgreementFolder.Source(
                        file.getKey() + ".yaml",
                        new ByteArrayInputStream(file.getValue().getBytes(UTF_8))))
                .toList();
    }

    /** Read by somebody who checked everybody's keys. */
    public AgreementFolder folder() {
        return folder(trusted());
    }

    public AgreementFolder folder(TrustedKeys trusted) {
        var problems = new Problems();
        var folder = AgreementFolder.read(sources(), UK, trusted, problems);
        assertThat(problems.inOrder()).isEmpty();
        return folder.orElseThrow();
    }

    public static TrustedKeys trusted() {
        return new TrustedKeys(Stream.concat(PARTIES.stream(), JOINERS.stream())
                .map(party -> new TrustedKeys.Key(
                        party, party + "-chief", Base64.getDecoder().decode(publicKey(party)), SIGNED_ON))
                .toList());
    }

    /** The file of the keys that {@link #trusted} holds. */
    public static String trustedFile() {
        var text = new StringBuilder("trusted-keys: tideford\nkeys:\n");
        for (String party : PARTIES) {
            text.append("""
                      - organisation: %s
                        signatory: %s-chief
                        key: %s
                        checked-on: 2026-02-01
                        checked-by: ig-officer-1
                        how: Read out by telephone.
                    """.formatted(party, party, publicKey(party)));
        }
        return text.toString();
    }

    /** Writes its files into a folder. */
    public Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".yaml"), file.getValue());
        }
        return folder;
    }

    /** A pair that follows from the party's name alone. */
    private static KeyPair key(String party) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SeedFromName(party));
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class SeedFromName extends SecureRandom {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String name;

        SeedFromName(String name) {
            this.name = name;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (name.hashCode() * 31 + i * 7);
            }
        }
    }

    private static String publicKey(String party) {
        byte[] encoded = key(party).getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private static String resource(String name) {
        String path = "/org/concordat/cli/agreements/harbour/" + name + ".yaml";
        try (InputStream stream = Objects.requireNonNull(Harbour.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
