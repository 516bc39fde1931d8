package org.concordat.policy.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.reading.CanonicalJson;
import org.concordat.policy.reading.Values;

/**
 * Fingerprints of documents and of the whole folder: SHA-256 of canonical JSON (RFC 8785), hexadecimal.
 *
 * <p>A document's fingerprint covers its text and whatever gives that text meaning: its parent, its datasets with their code
 * lists, its purposes, and, for a schedule, what its parties are. It leaves out on which day the document was ended early or a party left:
 * these only narrow, and nobody should have to sign again because of them. Nor does it cover who joined later: an accession's
 * own fingerprint covers its text, what the joiner is, the datasets that it brings, and the document's fingerprint. The folder's fingerprint covers every file.
 */
final class Fingerprints {

    private static final Set<String> NARROWING = Set.of("ended-on", "left");

    private final AgreementFolder folder;
    private final Map<String, Map<String, Values>> files;
    private final Map<String, String> known = new TreeMap<>();

    Fingerprints(AgreementFolder folder, Map<String, Map<String, Values>> files) {
        this.folder = folder;
        this.files = files;
    }

    /** Of all documents and accessions, by id. */
    Map<String, String> documents() {
        folder.agreements().values().forEach(this::of);
        var all = new TreeMap<>(known);
        folder.accessions().values().forEach(accession -> all.put(accession.id(), of(accession)));
        return Map.copyOf(all);
    }

    /** Of the files of all kinds. */
    String ofFolder() {
        var all = new TreeMap<String, Object>();
        files.forEach((kind, ofKind) -> {
            var prints = new TreeMap<String, Object>();
            ofKind.forEach((id, values) -> prints.put(id, Signing.sha256(CanonicalJson.write(values.fields()))));
            all.put(kind, prints);
        });
        return Signing.sha256(CanonicalJson.write((Object) all));
    }

    private String of(Agreement agreement) {
        String earlier = known.get(agreement.id());
        if (earlier != null) {
            return earlier;
        }
        var meaning = new TreeMap<String, Object>();
        meaning.put("document", widening(CanonicalJson.plain(agreement.text().fields())));
        meaning.put(
                "parent",
                agreement.parent().map(folder.agreements()::get).map(this::of).orElse(""));
        List<Dataset> datasets = agreement.terms().stream()
                .flatMap(terms -> terms.items().stream())
                .flatMap(item -> Stream.ofNullable(folder.datasets().get(item.dataset())))
                .toList();
        meaning.put("datasets", prints("dataset", datasets.stream().map(Dataset::id)));
        meaning.put("code-lists", prints("code-list", codeLists(datasets)));
        meaning.put(
                "purposes",
                prints(
                        "purpose",
                        Stream.concat(
                                agreement.purposes().stream(),
                                agreement.terms().stream().flatMap(terms -> terms.furtherPurposes().stream()))));
        agreement
                .terms()
                .ifPresent(terms -> meaning.put(
                        "parties",
                        agreement.parties().stream()
                                .map(Agreement.Party::organisation)
                                .distinct()
                                .collect(Collectors.toMap(id -> id, id -> party(rows(terms), id)))));
        String fingerprint = Signing.sha256(CanonicalJson.write((Object) meaning));
        known.put(agreement.id(), fingerprint);
        return fingerprint;
    }

    private String of(Accession accession) {
        Agreement document = Objects.requireNonNull(folder.agreements().get(accession.to()), "a checked one names it");
        var meaning = new TreeMap<String, Object>();
        meaning.put("accession", widening(CanonicalJson.plain(accession.text().fields())));
        meaning.put("document", of(document));
        meaning.put(
                "joiner", party(document.terms().map(terms -> rows(terms)).orElse(Set.of()), accession.organisation()));
        List<Dataset> datasets = accession.brings().stream()
                .flatMap(brought -> Stream.ofNullable(folder.datasets().get(brought.dataset())))
                .toList();
        meaning.put("datasets", prints("dataset", datasets.stream().map(Dataset::id)));
        meaning.put("code-lists", prints("code-list", codeLists(datasets)));
        return Signing.sha256(CanonicalJson.write((Object) meaning));
    }

    private static Stream<String> codeLists(List<Dataset> datasets) {
        return datasets.stream()
                .flatMap(dataset -> dataset.fields().values().stream())
                .flatMap(field -> field.codeList().stream());
    }

    private static Set<String> rows(Terms terms) {
        return terms.powers().stream().map(Terms.PowerOf::row).collect(Collectors.toSet());
    }

    /** What a party is, as far as law and this schedule's powers ask. Its signatories and teams may change unsigned. */
    private Map<String, Object> party(Set<String> powers, String id) {
        Values organisation = file("organisation", id);
        return Map.of(
                "legal-name", organisation.text("legal-name"),
                "nation", organisation.text("nation"),
                "kinds", organisation.texts("kinds").stream().sorted().toList(),
                "listed-in",
                        organisation.texts("listed-in").stream()
                                .filter(powers::contains)
                                .sorted()
                                .toList());
    }

    /** The same without what only narrows. */
    private static Object widening(Object plain) {
        return switch (plain) {
            case Map<?, ?> map -> {
                var kept = new TreeMap<String, Object>();
                map.forEach((name, value) -> {
                    String field = String.valueOf(name);
                    if (!NARROWING.contains(field)) {
                        kept.put(field, widening(value));
                    }
                });
                yield kept;
            }
            case List<?> list -> {
                var kept = new ArrayList<Object>();
                list.forEach(item -> kept.add(widening(item)));
                yield kept;
            }
            default -> plain;
        };
    }

    private Map<String, Object> prints(String kind, Stream<String> ids) {
        return ids.distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> Signing.sha256(CanonicalJson.write(file(kind, id).fields()))));
    }

    private Values file(String kind, String id) {
        Values values = files.getOrDefault(kind, Map.of()).get(id);
        if (values == null) {
            throw new IllegalStateException("A checked folder names what it does not describe.");
        }
        return values;
    }
}
