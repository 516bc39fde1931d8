package org.concordat.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Signing;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.reading.Problems;

/** The town with as many general practices as a county has, in the document itself or joining it later. */
public final class Crowd {

    private static final LocalDate SIGNED_ON = Town.SIGNED_ON;
    private static final List<String> DOCUMENTS = List.of("PR-1", "AG-1", "SC-1");

    /** What the document says of each of them, but for its id. */
    private static final String PARTY = """
                role: sole-controller
                acts-as: [receiver]
                lead-owner: Manager
                signatory: Partner
                joined: 2026-01-01
            """;

    private final Map<String, String> files = new TreeMap<>();

    private Crowd(Town town) {
        town.names().forEach(name -> files.put(name, town.file(name)));
    }

    /** What it is called; nought and up. */
    public static String practice(int number) {
        return "practice-" + number;
    }

    /** All of them parties of each document, named in its text; nobody has signed. */
    public static Crowd parties(int count) {
        var parties = new StringBuilder("parties:\n");
        var bases = new StringBuilder("  bases:\n");
        var recipients = new StringBuilder("  recipients:\n");
        numbers(count).forEach(id -> {
            parties.append("  - organisation: ").append(id).append("\n").append(PARTY);
            bases.append("    - {organisation: ")
                    .append(id)
                    .append(", basis: public-task,")
                    .append(" condition: health-or-social-care, paragraph: sch1-2, policy-document: Annex 2}\n");
            recipients.append("    - {organisation: ").append(id).append(", roles: [clinician]}\n");
        });
        Town town = Town.asWritten();
        for (String file : Joined.DOCUMENTS.keySet()) {
            town = town.with(file, "parties:\n", parties.toString());
        }
        town = town.with("schedule-sc-1", "  bases:\n", bases.toString())
                .with("schedule-sc-1", "  recipients:\n", recipients.toString());
        return new Crowd(town).described(count);
    }

    /** All of them joining each document, accepted by the trust; nobody has signed. */
    public static Crowd joiners(int count) {
        Crowd crowd = new Crowd(
                        Joined.lets(Town.asWritten(), "receiver", "practice", "general-practice", "accepted-by: trust"))
                .described(count);
        for (String document : DOCUMENTS) {
            numbers(count)
                    .forEach(id -> crowd.files.put(
                            "accession-" + document + "-" + id, Joined.accession(document, id, "practice")));
        }
        return crowd;
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Crowd::practice).toList();
    }

    private Crowd described(int count) {
        numbers(count).forEach(id -> files.put("organisation-" + id, Joined.organisation(id, "general-practice")));
        return this;
    }

    /** With these organisations' signatures of every document. */
    public Crowd signedBy(List<String> organisations) {
        AgreementFolder folder = read();
        organisations.forEach(id -> DOCUMENTS.forEach(document -> sign(folder, document, id)));
        return this;
    }

    /** With the trust's signature of every accession of these organisations. */
    public Crowd accepted(List<String> organisations) {
        AgreementFolder folder = read();
        organisations.forEach(id -> DOCUMENTS.forEach(document -> sign(folder, "AC-" + document + "-" + id, "trust")));
        return this;
    }

    private void sign(AgreementFolder folder, String of, String organisation) {
        String id = "sig-" + of + "-" + organisation;
        files.put(
                id,
                Signing.sign(
                        id,
                        of,
                        Objects.requireNonNull(folder.fingerprints().get(of)),
                        organisation,
                        organisation + "-chief",
                        SIGNED_ON,
                        Town.key(organisation).getPrivate()));
    }

    /** Read by somebody who has checked the key of everybody in it. */
    public AgreementFolder read() {
        var keys = new ArrayList<>(Town.trusted().keys());
        files.keySet().stream()
                .filter(name -> name.startsWith("organisation-practice-"))
                .map(name -> name.substring("organisation-".length()))
                .forEach(id -> keys.add(new TrustedKeys.Key(
                        id, id + "-chief", Base64.getDecoder().decode(Town.publicKey(id)), SIGNED_ON)));
        var problems = new Problems();
        List<AgreementFolder.Source> sources = files.entrySet().stream()
                .map(file -> new AgreementFolder.Source(
                        file.getKey(), new ByteArrayInputStream(file.getValue().getBytes(UTF_8))))
                .toList();
        return AgreementFolder.read(sources, Town.UK, new TrustedKeys(keys), problems)
                .orElseThrow(() -> new IllegalStateException(
                        problems.inOrder().stream().limit(5).toList().toString()));
    }
}
