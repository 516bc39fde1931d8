package org.concordat.server.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.stream.Stream;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.AgreementFolder.Source;
import org.concordat.policy.agreements.Signing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.decide.FactsFile;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.RequestFile;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;

/** A playbook's folder, signed by every party with keys made for the run, with its requests and the facts found out about them. */
final class Town {

    static final LawPack UK = LawPack.unitedKingdom();

    private static final LocalDate SIGNED_ON = LocalDate.of(2026, 1, 5);
    private static final Path ROOT = Path.of(Objects.requireNonNull(
                    System.getProperty("concordat.root"), "Run by Maven, which sets concordat.root"))
            .resolve("playbooks");
    private static final Map<String, KeyPair> KEYS = new TreeMap<>();
    private static final Map<String, AgreementFolder> READ = new TreeMap<>();

    private Town() {}

    /** The signed folder of a playbook with these practice files laid over it. */
    static synchronized AgreementFolder folder(String playbook, Set<String> practice) {
        return READ.computeIfAbsent(playbook + practice, _ -> {
            Map<String, String> files = new TreeMap<>(yaml(ROOT.resolve("common")));
            files.putAll(yaml(ROOT.resolve(playbook).resolve("agreement")));
            Map<String, String> made = yaml(ROOT.resolve(playbook).resolve("practice"));
            practice.forEach(name -> files.put(name, Objects.requireNonNull(made.get(name), name)));
            AgreementFolder unsigned = read(files, TrustedKeys.none());
            files.replaceAll((name, text) -> name.startsWith("organisation-") ? text + signatory(name) : text);
            files.putAll(signatures(unsigned));
            return read(files, trusted(files.keySet()));
        });
    }

    /** The same where nobody agreed anything: organisations, purposes and datasets alone. */
    static AgreementFolder withoutAgreements(String playbook, Set<String> practice) {
        Map<String, String> files = new TreeMap<>(yaml(ROOT.resolve("common")));
        files.putAll(yaml(ROOT.resolve(playbook).resolve("agreement")));
        Map<String, String> made = yaml(ROOT.resolve(playbook).resolve("practice"));
        practice.forEach(name -> files.put(name, Objects.requireNonNull(made.get(name), name)));
        files.keySet().removeIf(name -> name.startsWith("protocol"));
        return read(files, TrustedKeys.none());
    }

    /** Names of playbooks with expected answers. */
    static List<String> playbooks() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("expected.yaml")))
                    .map(folder -> Objects.requireNonNull(folder.getFileName()).toString())
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The text of a playbook's expected answers. */
    static String expected(String playbook) {
        return text(ROOT.resolve(playbook).resolve("expected.yaml"));
    }

    /** A request as its file has it, with the day it gives or this one. */
    static Request request(String playbook, String name, LocalDate day) {
        var problems = new Problems();
        RequestFile file = RequestFile.read(
                        source(
                                name,
                                text(ROOT.resolve(playbook).resolve("requests").resolve(name + ".yaml"))),
                        problems)
                .orElseThrow(() -> new AssertionError(problems.inOrder()));
        return file.on(file.day().orElse(day));
    }

    /** What was found out about a request; nothing where there is no such file. */
    static Map<FactName, Answer> facts(String playbook, String name) {
        Path file = ROOT.resolve(playbook).resolve("facts").resolve(name + ".yaml");
        if (!Files.exists(file)) {
            return Map.of();
        }
        var problems = new Problems();
        FactsFile facts = FactsFile.read(source(name, text(file)), problems)
                .orElseThrow(() -> new AssertionError(problems.inOrder()));
        var answers = new TreeMap<FactName, Answer>();
        facts.answers().forEach(said -> answers.put(said.fact(), said.answer()));
        return answers;
    }

    private static AgreementFolder read(Map<String, String> files, TrustedKeys trusted) {
        var problems = new Problems();
        List<Source> sources = files.entrySet().stream()
                .map(file -> source(file.getKey(), file.getValue()))
                .toList();
        var folder = AgreementFolder.read(sources, UK, trusted, problems);
        assertThat(problems.inOrder()).isEmpty();
        return folder.orElseThrow();
    }

    private static Source source(String name, String text) {
        return new Source(name + ".yaml", new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static Map<String, String> signatures(AgreementFolder folder) {
        var files = new TreeMap<String, String>();
        for (Agreement agreement : folder.agreements().values()) {
            for (Agreement.Party party : agreement.parties()) {
                String id = "signature-" + agreement.id() + "-" + party.organisation();
                files.put(
                        id,
                        Signing.sign(
                                id,
                                agreement.id(),
                                Objects.requireNonNull(folder.fingerprints().get(agreement.id())),
                                party.organisation(),
                                party.organisation() + "-chief",
                                SIGNED_ON,
                                key(party.organisation()).getPrivate()));
            }
        }
        return files;
    }

    private static TrustedKeys trusted(Set<String> files) {
        return new TrustedKeys(files.stream()
                .filter(name -> name.startsWith("organisation-"))
                .map(name -> name.substring("organisation-".length()))
                .map(id -> new TrustedKeys.Key(id, id + "-chief", publicKey(id), SIGNED_ON))
                .toList());
    }

    private static String signatory(String file) {
        String id = file.substring("organisation-".length());
        return "signatories:\n  - {id: %s-chief, level: Chief executive, key: \"%s\", from: 2025-01-01}\n"
                .formatted(id, Base64.getEncoder().encodeToString(publicKey(id)));
    }

    private static byte[] publicKey(String organisation) {
        byte[] encoded = key(organisation).getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static synchronized KeyPair key(String organisation) {
        return KEYS.computeIfAbsent(organisation, _ -> {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private static Map<String, String> yaml(Path folder) {
        var files = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            paths.map(path -> Objects.requireNonNull(path.getFileName()).toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .forEach(name ->
                            files.put(name.substring(0, name.length() - ".yaml".length()), text(folder.resolve(name))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
