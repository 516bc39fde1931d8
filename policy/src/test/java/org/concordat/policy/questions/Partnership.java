package org.concordat.policy.questions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A made-up partnership of any size, drawn from a seed, with everything that goes wrong in real ones: signatures that are
 * missing, typed, of changed texts or by unchecked keys; rows that nobody verified; schedules that ended, begin later or fell
 * behind their review; parties that left or join later; teams that are less than their organisation.
 */
final class Partnership {

    static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    static final LawPack UK = LawPack.unitedKingdom();

    private final Map<String, String> files;
    private final Map<String, KeyPair> keys;
    private final AtomicReference<@Nullable AgreementFolder> folder = new AtomicReference<>();

    Partnership(Map<String, String> files, Map<String, KeyPair> keys) {
        this.files = Collections.unmodifiableMap(new TreeMap<>(files));
        this.keys = keys;
    }

    /** With that many schedules, and an organisation for every ten of them but at least six. */
    static Partnership of(int schedules, long seed) {
        return new Drawing(schedules, seed).draw();
    }

    /** The same without the files that are so called. */
    Partnership without(Predicate<String> name) {
        var fewer = new TreeMap<>(files);
        fewer.keySet().removeIf(name);
        return new Partnership(fewer, keys);
    }

    Partnership plus(String name, String text) {
        var more = new TreeMap<>(files);
        more.put(name, text);
        return new Partnership(more, keys);
    }

    String file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** Reads it, trusting every key but those of signatories called by these ids. */
    AgreementFolder read(Set<String> untrusted) {
        var problems = new Problems();
        var sources = files.entrySet().stream()
                .map(file -> new AgreementFolder.Source(
                        file.getKey(), new ByteArrayInputStream(file.getValue().getBytes(UTF_8))))
                .toList();
        var trusted = new TrustedKeys(keys.entrySet().stream()
                .filter(key ->
                        !untrusted.contains(key.getKey()) && !key.getKey().endsWith("-stranger"))
                .map(key -> new TrustedKeys.Key(organisation(key.getKey()), key.getKey(), bytes(key.getValue()), DAY))
                .toList());
        return AgreementFolder.read(sources, UK, trusted, problems)
                .orElseThrow(() -> new IllegalStateException(
                        problems.inOrder().stream().limit(5).toList().toString()));
    }

    /** Reads it once, trusting every key but the strangers'. */
    AgreementFolder read() {
        AgreementFolder known = folder.get();
        if (known == null) {
            known = read(Set.of());
            folder.set(known);
        }
        return known;
    }

    /** With a new signature by that signatory of the document as it stands. */
    Partnership signed(AgreementFolder folder, String document, String signatory) {
        String id = "sig-" + document + "-" + signatory;
        return plus(
                id, signature(folder, document, signatory, id, Objects.requireNonNull(keys.get(signatory), signatory)));
    }

    static String verification(String row) {
        return """
                verification: v-%s
                row: %s
                fingerprint: %s
                officer: officer-7
                on: 2026-01-01
                source: The provision as amended, made up for this test.
                in-force: yes
                """.formatted(row, row, UK.row(row).orElseThrow().fingerprint());
    }

    /** A signatory is called by its organisation and its office: {@code council-0-chief}. */
    static String organisation(String signatory) {
        return signatory.substring(0, signatory.lastIndexOf('-'));
    }

    static String signature(AgreementFolder folder, String document, String signatory, String id, KeyPair key) {
        return Signing.sign(
                id,
                document,
                Objects.requireNonNull(folder.fingerprints().get(document)),
                organisation(signatory),
                signatory,
                LocalDate.of(2026, 1, 1),
                key.getPrivate());
    }

    static byte[] bytes(KeyPair key) {
        byte[] encoded = key.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }
}
