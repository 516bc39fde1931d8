package org.concordat.cli.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.agreements.Signing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problems;

/**
 * A folder into which a playbook was copied, and a list of trusted keys beside it.
 *
 * @param agreements the folder
 * @param keys the list, outside the folder
 */
record Desk(Path agreements, Path keys) {

    private static final LocalDate SIGNED_ON = LocalDate.of(2026, 1, 5);

    /** One key serves all signatories: whose key it is, is for the list of trusted keys to say. */
    private static final KeyPair KEY = newKey();

    /** Copies what is in common and what the playbook adds, and lays practice files over it. */
    static Desk of(Path playbook, List<String> practice, Path place) throws IOException {
        var desk = new Desk(Files.createDirectories(place.resolve("town")), place.resolve("keys.yaml"));
        desk.copy(Objects.requireNonNull(playbook.getParent()).resolve("common"));
        desk.copy(playbook.resolve("agreement"));
        for (String name : practice) {
            String file = name + ".yaml";
            Files.copy(
                    playbook.resolve("practice").resolve(file),
                    desk.agreements.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(desk.keys, "trusted-keys: tideford\nkeys: []\n");
        return desk;
    }

    private void copy(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.copy(file, agreements.resolve(Objects.requireNonNull(file.getFileName())));
        }
    }

    /** Names a signatory for every organisation, has each of them sign all its documents, and trusts every key. */
    void signAll() throws IOException {
        String key = Base64.getEncoder().encodeToString(raw());
        var trusted = new StringBuilder("trusted-keys: tideford\nkeys:\n");
        for (Path file : files(agreements)) {
            String name = Objects.requireNonNull(file.getFileName()).toString();
            if (name.startsWith("organisation-")) {
                String id = name.substring("organisation-".length(), name.length() - ".yaml".length());
                Files.writeString(
                        file,
                        Files.readString(file)
                                + "signatories:\n  - {id: %s-chief, level: Chief executive, key: \"%s\", from: 2025-01-01}\n"
                                        .formatted(id, key));
                trusted.append("  - {organisation: %s, signatory: %s-chief, key: \"%s\", checked-on: 2026-01-05, "
                        .formatted(id, id, key));
                trusted.append("checked-by: officer-1, how: Read out by telephone.}\n");
            }
        }
        Files.writeString(keys, trusted);
        AgreementFolder folder = read();
        for (Agreement agreement : folder.agreements().values()) {
            for (Agreement.Party party : agreement.parties()) {
                String id = "signature-" + agreement.id() + "-" + party.organisation();
                Files.writeString(
                        agreements.resolve(id + ".yaml"),
                        Signing.sign(
                                id,
                                agreement.id(),
                                Objects.requireNonNull(folder.fingerprints().get(agreement.id())),
                                party.organisation(),
                                party.organisation() + "-chief",
                                SIGNED_ON,
                                KEY.getPrivate()));
            }
        }
    }

    private AgreementFolder read() throws IOException {
        var sources = new ArrayList<Source>();
        for (Path file : files(agreements)) {
            sources.add(new Source(file.toString(), new ByteArrayInputStream(Files.readAllBytes(file))));
        }
        var problems = new Problems();
        var folder = AgreementFolder.read(sources, LawPack.unitedKingdom(), TrustedKeys.none(), problems);
        assertThat(problems.inOrder()).isEmpty();
        return folder.orElseThrow();
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] raw() {
        byte[] encoded = KEY.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
