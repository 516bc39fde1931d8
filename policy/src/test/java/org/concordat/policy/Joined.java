package org.concordat.policy;

import java.util.List;
import java.util.Map;

/**
 * The town with documents that others may join: a surgery joins like the practice and receives discharges, or an infirmary
 * joins like the hospital trust and sends its own.
 */
public final class Joined {

    /** The documents above and of the discharge list, by the name of their file. */
    public static final Map<String, String> DOCUMENTS =
            Map.of("protocol", "PR-1", "agreement-care", "AG-1", "schedule-sc-1", "SC-1");

    private Joined() {}

    /** A general practice that receives like the practice, accepted by the hospital trust. Nobody has signed. */
    public static Town surgery() {
        return joins(
                        lets(Town.asWritten(), "receiver", "practice", "general-practice", "accepted-by: trust"),
                        "surgery")
                .plus("organisation-surgery", organisation("surgery", "general-practice"));
    }

    /** An NHS trust that sends like the hospital trust, accepted by the practice. Nobody has signed. */
    public static Town infirmary() {
        Town town = joins(lets(Town.asWritten(), "sender", "trust", "nhs-trust", "accepted-by: practice"), "infirmary")
                .plus("organisation-infirmary", organisation("infirmary", "nhs-trust"))
                .plus(
                        "dataset-ward-list",
                        Town.asWritten()
                                .file("dataset-discharges")
                                .replace("dataset: discharges", "dataset: ward-list")
                                .replace("holder: trust", "holder: infirmary"));
        return town.plus(
                "accession-SC-1-infirmary",
                town.file("accession-SC-1-infirmary")
                        + "datasets:\n  - {dataset: ward-list, stands-for: discharges}\n");
    }

    /** The town whose documents on discharges say who may join them. */
    public static Town lets(Town town, String actsAs, String like, String kind, String accepting) {
        Town saying = town;
        for (String file : DOCUMENTS.keySet()) {
            saying = saying.with(
                    file, "purpose:\n  purposes:", joining(actsAs, like, kind, accepting) + "purpose:\n  purposes:");
        }
        return saying;
    }

    private static String joining(String actsAs, String like, String kind, String accepting) {
        return """
                joining:
                  kinds: [%s]
                  acts-as: [%s]
                  like: %s
                  %s
                """.formatted(kind, actsAs, like, accepting);
    }

    /** With the organisation's accessions to all documents on discharges. */
    public static Town joins(Town town, String organisation) {
        String like = organisation.equals("infirmary") ? "trust" : "practice";
        Town joined = town;
        for (String document : List.copyOf(DOCUMENTS.values())) {
            joined = joined.plus("accession-" + document + "-" + organisation, accession(document, organisation, like));
        }
        return joined;
    }

    /** The file of an accession. */
    public static String accession(String document, String organisation, String like) {
        return """
                accession: AC-%s-%s
                to: %s
                organisation: %s
                like: %s
                lead-owner: Practice manager
                signatory: Partner
                joined: 2026-03-01
                """.formatted(document, organisation, document, organisation, like);
    }

    /** The file of an organisation of that kind, with its chief's key. */
    public static String organisation(String id, String kind) {
        return """
                organisation: %s
                name: The %s
                legal-name: The %s
                kinds: [%s]
                nation: england
                data-protection-officer: Data protection officer, by letter
                contact: Information governance desk
                signatories:
                  - id: %s-chief
                    level: Chief executive
                    key: %s
                    from: 2025-01-01
                """.formatted(id, id, id, kind, id, Town.publicKey(id));
    }
}
