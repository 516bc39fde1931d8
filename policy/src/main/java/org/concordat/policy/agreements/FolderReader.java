package org.concordat.policy.agreements;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Tier;

/** Reads files of all kinds to records, then has them checked together. */
final class FolderReader {

    private final LawPack law;
    private final TrustedKeys trusted;
    private final Problems problems;

    /** By kind, then id; the three tiers are one kind, since one id must not mean two of them. */
    private final Map<String, Map<String, Values>> files = new TreeMap<>();

    FolderReader(LawPack law, TrustedKeys trusted, Problems problems) {
        this.law = law;
        this.trusted = trusted;
        this.problems = problems;
    }

    Optional<AgreementFolder> read(List<AgreementFolder.Source> sources) {
        int before = problems.count();
        for (AgreementFolder.Source source : sources) {
            YamlFile.read(source.name(), source.content(), problems).ifPresent(this::file);
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        Map<String, Agreement> agreements = records("tier", FolderReader::agreement);
        Map<String, Dataset> datasets = records("dataset", FileRecords::dataset);
        Map<String, Purpose> purposes = records("purpose", FileRecords::purpose);
        var unsealed = new AgreementFolder(
                records("organisation", FileRecords::organisation),
                records("team", FileRecords::team),
                records("role", values -> values.text("name")),
                datasets,
                purposes,
                agreements,
                records("accession", FileRecords::accession),
                list("signature", FileRecords::signature),
                list("verification", FileRecords::verification),
                Map.of(),
                Map.of(),
                "",
                List.of());
        var check = new FolderCheck(unsealed, law, files, problems);
        AgreementFolder joined = check.run();
        if (problems.count() > before) {
            return Optional.empty();
        }
        AgreementFolder sealed = sealed(unsealed, joined);
        var notices = new Problems();
        new FolderNotices(sealed, law, files, notices).run();
        return Optional.of(sealed.withNotices(notices.inOrder()));
    }

    private void file(Node.Fields fields) {
        String kind = fields.nodes().keySet().stream().findFirst().orElse("");
        var shape = FileShapes.KINDS.get(kind);
        if (shape == null) {
            problems.add(
                    "FILE-KIND",
                    fields.place(),
                    "The first field does not say what the file describes.",
                    "Begin with one of: " + String.join(", ", FileShapes.KINDS.keySet()) + ", each followed by an id.");
            return;
        }
        Values.of(kind, fields, shape, problems).ifPresent(values -> {
            Map<String, Values> ofKind = files.computeIfAbsent(tier(kind) ? "tier" : kind, none -> new TreeMap<>());
            Values earlier = ofKind.putIfAbsent(values.text(kind), values);
            if (earlier != null) {
                problems.add(
                        "ID-TWICE",
                        values.place(),
                        "'" + values.text(kind) + "' is described already in " + earlier.place() + ".",
                        "Give one of them another id, or delete it.");
            }
        });
    }

    private static boolean tier(String kind) {
        return Stream.of(Tier.values()).anyMatch(tier -> tier.word().equals(kind));
    }

    private static Agreement agreement(Values values) {
        for (Tier tier : Tier.values()) {
            if (values.has(tier.word())
                    && values.fields().nodes().keySet().iterator().next().equals(tier.word())) {
                return FileRecords.agreement(tier, values);
            }
        }
        throw new IllegalStateException("A file of no tier was taken for an agreement.");
    }

    private <T> Map<String, T> records(String kind, Function<Values, T> read) {
        var records = new TreeMap<String, T>();
        files.getOrDefault(kind, Map.of()).forEach((id, values) -> records.put(id, read.apply(values)));
        return records;
    }

    private <T> List<T> list(String kind, Function<Values, T> read) {
        Collection<Values> all = files.getOrDefault(kind, Map.of()).values();
        return all.stream().map(read).toList();
    }

    /**
     * Fingerprints are taken of what the documents themselves say.
     *
     * @param joined the same with those who joined among the parties
     */
    private AgreementFolder sealed(AgreementFolder folder, AgreementFolder joined) {
        var fingerprints = new Fingerprints(folder, files);
        Map<String, String> documents = fingerprints.documents();
        return joined.sealed(documents, states(folder, documents), fingerprints.ofFolder());
    }

    /** Verifying is most of the work of reading a folder, and each signature is by itself: so by all processors at once. */
    private Map<String, Signature.State> states(AgreementFolder folder, Map<String, String> documents) {
        return folder.signatures().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Signature::id, signature -> state(folder.organisations(), documents, signature)));
    }

    private Signature.State state(
            Map<String, Organisation> organisations, Map<String, String> fingerprints, Signature signature) {
        Optional<Organisation.Signatory> signatory = Optional.ofNullable(organisations.get(signature.organisation()))
                .flatMap(organisation -> organisation.signatory(signature.signatory()))
                .filter(person -> person.mightSignOn(signature.on()));
        boolean current = signature.fingerprint().equals(fingerprints.get(signature.of()));
        if (signature.value().isEmpty()) {
            return current ? Signature.State.TYPED_ONLY : Signature.State.CHANGED_SINCE;
        }
        if (signatory.isEmpty() || !Signing.isSignedBy(signatory.get(), signature)) {
            return Signature.State.INVALID;
        }
        if (!current) {
            return Signature.State.CHANGED_SINCE;
        }
        boolean checked = trusted.trusts(
                signature.organisation(), signature.signatory(), signatory.get().key());
        return checked ? Signature.State.SIGNED : Signature.State.KEY_UNTRUSTED;
    }
}
