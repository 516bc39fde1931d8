package org.concordat.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;

/** The agreement folder of a small made-up town, which tests change in one place and read. */
public final class Town {

    public static final LawPack UK = LawPack.unitedKingdom();
    public static final LocalDate SIGNED_ON = LocalDate.of(2026, 1, 1);

    private static final List<String> NAMES = List.of(
            "agreement-care",
            "agreement-families",
            "code-list-sex",
            "dataset-discharges",
            "dataset-school-roll",
            "dataset-tax",
            "dataset-visits",
            "organisation-charity",
            "organisation-council",
            "organisation-job-centre",
            "organisation-police",
            "organisation-practice",
            "organisation-trust",
            "protocol",
            "purpose-advice",
            "purpose-care",
            "purpose-families",
            "purpose-planning",
            "purpose-tax-collection",
            "role-analyst",
            "role-case-worker",
            "role-clinician",
            "schedule-sc-1",
            "schedule-sc-2",
            "schedule-sc-3",
            "team-housing",
            "team-tax");
    private static final List<String> ORGANISATIONS =
            List.of("charity", "council", "job-centre", "police", "practice", "trust");

    /** Those who are in no file of the town, and whom tests let join. */
    private static final List<String> JOINERS = List.of("infirmary", "surgery");

    private static final Map<String, KeyPair> KEYS = new TreeMap<>();

    /** Rows that a made-up officer of the town has read. What the others stand at is what the pack says. */
    private static final List<String> READ_BY_AN_OFFICER = List.of(
            "ca-2004-s10",
            "care-2014-s45",
            "hsca-2012-s251a",
            "hsca-2012-s251b",
            "localism-2011-s1",
            "same-controller",
            "wra-2012-s131");

    private final Map<String, String> files;

    private Town(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    /** The keys of the town's signatories, as if each had been checked with its organisation. */
    public static TrustedKeys trusted() {
        return new TrustedKeys(Stream.concat(ORGANISATIONS.stream(), JOINERS.stream())
                .map(organisation -> new TrustedKeys.Key(
                        organisation,
                        organisation + "-chief",
                        Base64.getDecoder().decode(publicKey(organisation)),
                        SIGNED_ON))
                .toList());
    }

    /** The file of an officer's verification of a row as it stands in the shipped pack. */
    public static String verification(String row, LocalDate on) {
        return """
                verification: v-%s
                row: %s
                fingerprint: %s
                officer: officer-7
                on: %s
                source: The provision as amended, made up for this test.
                in-force: yes
                """.formatted(row, row, UK.row(row).orElseThrow().fingerprint(), on);
    }

    /** The town as its files have it, its law read by an officer; nobody has signed. */
    public static Town asWritten() {
        var files = new TreeMap<String, String>();
        for (String name : NAMES) {
            String text = resource("/org/concordat/policy/town/" + name + ".yaml");
            for (String organisation : ORGANISATIONS) {
                text = text.replaceAll("KEY-OF-" + organisation + "\n", publicKey(organisation) + "\n");
            }
            files.put(name, text);
        }
        READ_BY_AN_OFFICER.forEach(row -> files.put("v-" + row, verification(row, SIGNED_ON)));
        return new Town(files);
    }

    /** The same with one text of one file replaced. */
    public Town with(String file, String from, String to) {
        String text = Objects.requireNonNull(files.get(file), file);
        assertThat(text).as(file).contains(from);
        return plus(file, text.replace(from, to));
    }

    /** The same with one more file, or another in its place. */
    public Town plus(String file, String text) {
        var more = new TreeMap<>(files);
        more.put(file, text);
        return new Town(more);
    }

    public Town without(String file) {
        var fewer = new TreeMap<>(files);
        assertThat(fewer.remove(file)).as(file).isNotNull();
        return new Town(fewer);
    }

    /** The same with every party's signature of every document, and of every accession by whoever must sign it. */
    public Town signed() {
        AgreementFolder folder = read();
        Town town = this;
        for (Agreement agreement : folder.agreements().values()) {
            for (Agreement.Party party : agreement.parties()) {
                town = town.signed(folder, agreement.id(), party.organisation());
            }
        }
        for (Accession accession : folder.accessions().values()) {
            for (String signer : folder.signersOf(accession)) {
                town = town.signed(folder, accession.id(), signer);
            }
        }
        return town;
    }

    /** The same with that organisation's signature of that document or accession, as it stands in the folder. */
    public Town signed(AgreementFolder folder, String document, String organisation) {
        String id = "sig-" + document + "-" + organisation;
        return plus(
                id,
                Signing.sign(
                        id,
                        document,
                        Objects.requireNonNull(folder.fingerprints().get(document)),
                        organisation,
                        organisation + "-chief",
                        SIGNED_ON,
                        key(organisation).getPrivate()));
    }

    public AgreementFolder read() {
        var problems = new Problems();
        Optional<AgreementFolder> folder = AgreementFolder.read(sources(), UK, trusted(), problems);
        assertThat(problems.inOrder()).isEmpty();
        return folder.orElseThrow();
    }

    /** The same folder to somebody who trusts other keys. */
    public AgreementFolder read(TrustedKeys keys) {
        return AgreementFolder.read(sources(), UK, keys, new Problems()).orElseThrow();
    }

    public Optional<AgreementFolder> read(Problems problems) {
        return AgreementFolder.read(sources(), UK, trusted(), problems);
    }

    /** The names of its files, in order. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** What is wrong with the folder; nothing may be returned besides. */
    public List<Problem> problems() {
        var problems = new Problems();
        assertThat(AgreementFolder.read(sources(), UK, trusted(), problems)).isEmpty();
        return problems.inOrder();
    }

    /** The text of one file. */
    public String file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    public static KeyPair key(String organisation) {
        return KEYS.computeIfAbsent(organisation, name -> {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** The public half of the key of the organisation's chief, in base64. */
    static String publicKey(String organisation) {
        byte[] encoded = key(organisation).getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private List<AgreementFolder.Source> sources() {
        return files.entrySet().stream()
                .map(file -> new AgreementFolder.Source(
                        file.getKey(), new ByteArrayInputStream(file.getValue().getBytes(UTF_8))))
                .toList();
    }

    private static String resource(String path) {
        try (InputStream stream = Objects.requireNonNull(Town.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
