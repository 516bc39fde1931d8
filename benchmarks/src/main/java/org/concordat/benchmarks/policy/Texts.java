package org.concordat.benchmarks.policy;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.concordat.policy.law.LawRow;

/** The files of a made-up folder, as an officer would write them. */
final class Texts {

    private static final String DATES = """
            version: 1
            versions:
              - {version: 1, on: 2025-12-01, change: First version.}
            nation: england
            from: 2026-01-01
            to: 2028-12-31
            review-by: 2026-12-01
            review-trigger: A change of law or of parties, or a breach.
            termination: Three months' written notice to the other parties.
            public-register: yes
            """;

    private static final String AIMS = """
              aim: To help people of the towns sooner, and with less to ask of them.
              necessity: Each party holds a part of the picture, and none the whole.
              benefits: Fewer visits that end in nothing; fewer people asked the same things twice.
              risk-of-not-sharing: People fall between services, and harm follows that somebody could have seen.
              function-served: The functions of the parties, as their powers have them.
              people-affected: People of the towns who use the services.
              measure-of-success: Days from the first sign of need to the first visit.
            """;

    private static final String REST = """
              trigger: A person's need arises.
              how-often: ongoing
              frequency: daily
              method: Through Concordat.
              security: Encrypted on the way and at rest; keys are kept by the recipient's own officer.
              after-receipt: Kept in the case file, and seen by the roles that are named.
              onward: To nobody.
              onward-to: []
            retention:
              shared-days: 90
              derived-days: 30
              destruction: The key is destroyed, and the certificate sent.
              certificate: yes
            safeguards:
              suppress-below: 0
              second-approver: no
              significant-decisions: no
              transparency: tell
              impact-assessment: yes
              expires-after-days: 30
            """;

    private static final List<String> ASSURANCES = List.of(
            "access",
            "objection",
            "correction",
            "complaint",
            "freedom-of-information",
            "privacy-notice",
            "impact-assessment",
            "breach",
            "audit",
            "training",
            "indemnity",
            "forms");

    private Texts() {}

    static String organisation(String id, String what, String key) {
        return """
                organisation: %s
                name: Organisation %s
                legal-name: Organisation %s
                %s
                nation: england
                data-protection-officer: Data protection officer, by letter
                contact: Information governance desk
                signatories:
                  - {id: %s-chief, level: Chief executive, key: %s, from: 2025-01-01}
                """.formatted(id, id, id, what, id, key);
    }

    static String dataset(Share share) {
        return "dataset: %s\nname: A dataset\nholder: %s\norigin: %s\ncollected-for: [%s-0]\nfields:\n  - %s\n"
                .formatted(
                        share.dataset(),
                        share.sender(),
                        share.kind().origin,
                        share.kind().purpose,
                        String.join("\n  - ", ShareKind.FIELDS));
    }

    static String party(String id, String actsAs) {
        return "  - {organisation: %s, role: sole-controller, acts-as: [%s], lead-owner: Head of service, signatory: Chief executive, joined: 2026-01-01}\n"
                .formatted(id, actsAs);
    }

    static String protocol(List<String> parties, List<String> purposes) {
        var text = new StringBuilder("protocol: PR-1\ntitle: Protocol of the towns\n" + DATES + "parties:\n");
        parties.forEach(text::append);
        text.append("purpose:\n  purposes: [")
                .append(String.join(", ", purposes))
                .append("]\n");
        text.append(AIMS).append("forms: [identified]\nassurance:\n");
        ASSURANCES.forEach(each -> text.append("  ").append(each).append(": As the protocol's annex says.\n"));
        return text.toString();
    }

    static String agreement(Share share) {
        return "agreement: %s\ntitle: Agreement %d\nparent: PR-1\n".formatted(share.agreement(), share.number())
                + DATES
                + parties(share, "sender, receiver", "sender, receiver")
                + purposes(restricted(share).isEmpty() ? share.purpose() : share.purpose() + ", " + restricted(share))
                + "forms: [identified]\n";
    }

    static String schedule(Share share) {
        ShareKind kind = share.kind();
        return "schedule: %s\ntitle: Schedule %d\nparent: %s\n"
                        .formatted(share.schedule(), share.number(), share.agreement())
                + DATES
                + parties(share, "sender", "receiver")
                + purposes(share.purpose())
                + """
                forms: [%s]
                law:
                  powers:
                    - {organisation: %s, row: %s}
                  bases:
                    - {organisation: %s, basis: %s}
                    - {organisation: %s, basis: %s}
                  law-enforcement: no
                  confidentiality: %s
                  human-rights: It interferes little with private life, and helps much.
                  consent: {route: Asked at the desk., wording: The form of the desk.}
                  further-processing: [%s]
                data:
                  - dataset: %s
                    fields: [%s]
                    people: Each person concerned
                    why-minimum: Each field is needed to find and help the person.
                    source-system: The holder's main system
                    quality: Checked monthly.
                    format: CSV
                flow:
                  recipients:
                    - {organisation: %s, roles: [%s]}
                """.formatted(
                                ShareKind.FORM.name().toLowerCase(Locale.ROOT),
                                share.sender(),
                                kind.row,
                                share.sender(),
                                kind.senderBasis,
                                share.recipient(),
                                kind.recipientBasis,
                                kind.confidentiality,
                                restricted(share),
                                share.dataset(),
                                String.join(", ", new TreeSet<>(kind.fields)),
                                share.recipient(),
                                kind.role)
                + REST;
    }

    /** Numbered, because the section 16LA of a row's name reads like a postcode of Sheffield, which no ledger takes. */
    static String verification(LawRow row, int number) {
        return """
                verification: reading-%d
                row: %s
                fingerprint: %s
                officer: officer-7
                on: 2026-01-01
                source: The provision as amended, made up for this benchmark.
                in-force: yes
                """.formatted(number, row.id(), row.fingerprint());
    }

    /** Tax schedules let advice through, which a restriction then forbids; the others add nothing. */
    private static String restricted(Share share) {
        return share.kind() == ShareKind.TAX ? ShareKind.VISIT.purpose + "-0" : "";
    }

    private static String parties(Share share, String sender, String recipient) {
        return "parties:\n" + party(share.sender(), sender) + party(share.recipient(), recipient);
    }

    private static String purposes(String ids) {
        return "purpose:\n  purposes: [" + ids + "]\n" + AIMS;
    }
}
