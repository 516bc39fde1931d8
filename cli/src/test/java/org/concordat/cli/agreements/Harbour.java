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
        Harbour written = asWritten();
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
        return new TrustedKeys(PARTIES.stream()
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
