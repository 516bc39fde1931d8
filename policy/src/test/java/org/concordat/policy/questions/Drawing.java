package org.concordat.policy.questions;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;

/** Draws the files of a partnership, and the keys of its signatories. */
final class Drawing {

    private static final List<String> TYPES =
            List.of("council", "trust", "practice", "police", "charity", "job-centre");
    private static final Map<String, String> KINDS = Map.of(
            "council", "council, billing-authority, housing-authority, social-services",
            "trust", "nhs-trust",
            "practice", "general-practice",
            "police", "police",
            "charity", "charity",
            "job-centre", "job-centre");
    private static final Map<String, String> PURPOSES = Map.of(
            "care", "direct-care",
            "families", "child-well-being",
            "advice", "local-well-being",
            "planning", "statistics",
            "safety", "crime-and-disorder");
    private static final List<String> ROWS = List.of(
            "ca-2004-s10", "hsca-2012-s251b", "localism-2011-s1", "cda-1998-s115", "cda-1998-s17a", "own-objects");
    private static final List<String> FORMS = List.of("identified", "aggregated", "pseudonymised", "discussed");

    private final int schedules;
    private final Random random;
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, KeyPair> keys = new HashMap<>();
    private final List<String> organisations = new ArrayList<>();

    Drawing(int schedules, long seed) {
        this.schedules = schedules;
        this.random = new Random(seed);
    }

    Partnership draw() {
        for (int i = 0; i < Math.max(TYPES.size(), schedules / 10); i++) {
            organisation(TYPES.get(i % TYPES.size()) + "-" + i);
        }
        PURPOSES.forEach((purpose, kind) -> files.put(
                "purpose-" + purpose,
                "purpose: %s\nname: %s\nkinds: [%s]\nabout: Made up.\n".formatted(purpose, purpose, kind)));
        List.of("analyst", "clinician", "case-worker")
                .forEach(role -> files.put("role-" + role, "role: %s\nname: %s\n".formatted(role, role)));
        ROWS.stream()
                .filter(row -> !row.equals("own-objects") && chance(85))
                .forEach(row -> files.put("v-" + row, Partnership.verification(row)));
        files.put("protocol", document("protocol: PR", "", organisations, PURPOSES.keySet(), FORMS) + ASSURANCE);
        int agreements = Math.max(3, schedules / 8);
        for (int i = 0; i < agreements; i++) {
            agreement(i, agreements);
        }
        sign();
        return new Partnership(files, keys);
    }

    private void organisation(String id) {
        organisations.add(id);
        String type = id.substring(0, id.lastIndexOf('-'));
        var signatories = new StringBuilder();
        for (String office : List.of("chief", "deputy", "stranger")) {
            String to = office.equals("deputy") && chance(50) ? ", to: 2026-03-31" : "";
            signatories.append("  - {id: %s-%s, level: Office, key: %s, from: 2025-01-01%s}\n"
                    .formatted(
                            id,
                            office,
                            Base64.getEncoder().encodeToString(Partnership.bytes(key(id + "-" + office))),
                            to));
        }
        files.put("organisation-" + id, """
                organisation: %s
                name: %s
                legal-name: %s
                kinds: [%s]
                listed-in: [ca-2004-s10, cda-1998-s17a]
                nation: england
                data-protection-officer: By letter
                contact: The desk
                signatories:
                """.formatted(id, id, id, KINDS.get(type)) + signatories);
        if (type.equals("council")) {
            files.put(
                    "team-" + id,
                    "team: %s-tax\nname: Tax\norganisation: %s\nkinds: [billing-authority]\n".formatted(id, id));
        }
        String origin = switch (type) {
            case "trust", "practice" -> "patient";
            case "police" -> "crime";
            case "job-centre" -> "social-security";
            default -> "ordinary";
        };
        for (String dataset : List.of("people", "spare")) {
            files.put("dataset-" + id + "-" + dataset, """
                    dataset: %s-%s
                    name: %s
                    holder: %s
                    origin: %s
                    collected-for: [%s]
                    fields:
                      - {field: name, about: Name, class: identifier, written-as: fact, detail: name}
                      - {field: address, about: Address, class: locator, written-as: fact, detail: address}
                      - {field: ward, about: Ward, class: locator, written-as: recorded-by-process}
                      - {field: need, about: Need, class: sensitive, written-as: opinion, sensitive: [health]}
                      - {field: offence, about: Offence, class: sensitive, written-as: fact, sensitive: [criminal]}
                    """.formatted(
                            id, dataset, dataset, id, origin, pick(PURPOSES.keySet())));
        }
    }

    private void agreement(int number, int agreements) {
        Set<String> parties = new TreeSet<>();
        while (parties.size() < Math.min(organisations.size(), 3 + random.nextInt(4))) {
            parties.add(pick(organisations));
        }
        Set<String> purposes = chance(85) ? PURPOSES.keySet() : some(PURPOSES.keySet());
        String id = "AG-" + number;
        files.put(id, document("agreement: " + id, "parent: PR\n", parties, purposes, FORMS));
        for (int i = number; i < schedules; i += agreements) {
            schedule("SC-" + i, id, List.copyOf(parties), purposes);
        }
    }

    private void schedule(String id, String parent, List<String> parties, Set<String> purposes) {
        List<List<String>> sensible = sensiblePairs(parties);
        boolean likely = chance(85) && !sensible.isEmpty();
        String sender = pick(parties);
        String recipient =
                pick(parties.stream().filter(each -> !each.equals(sender)).toList());
        List<String> pair = likely ? sensible.get(random.nextInt(sensible.size())) : List.of(sender, recipient);
        schedule(id, parent, pair.get(0), pair.get(1), purposes, likely);
    }

    private void schedule(
            String id, String parent, String sender, String recipient, Set<String> purposes, boolean likely) {
        String row = likely ? likelyRow(sender) : pick(ROWS);
        Set<String> own = likely && purposes.contains(likelyPurpose(row)) ? Set.of(likelyPurpose(row)) : some(purposes);
        Set<String> forms = some(FORMS);
        String team = recipient.startsWith("council") && chance(20) ? ", team: " + recipient + "-tax" : "";
        String basis = sender.startsWith("charity") && chance(40) ? "consent" : "public-task";
        String special = likely || chance(50)
                ? ", condition: health-or-social-care, paragraph: sch1-2, criminal-paragraph: sch1-30,"
                        + " policy-document: Annex"
                : "";
        String confidentiality =
                likely ? "statute" : pick(List.of("statute", "not-confidential", "overriding-interest", "consent"));
        files.put(
                id,
                document("schedule: " + id, "parent: " + parent + "\n", List.of(sender, recipient), own, forms)
                        + """
                law:
                  powers:
                    - {organisation: %s, row: %s}
                  bases:
                    - {organisation: %s, basis: %s%s}
                    - {organisation: %s, basis: public-task%s}
                  law-enforcement: no
                  confidentiality: %s
                  human-rights: Little.
                  consent: {route: At the desk, wording: The form}
                data:
                  - dataset: %s-people
                    fields: [%s]
                    people: All
                    why-minimum: Needed.
                    source-system: One
                    quality: Good.
                    format: CSV
                flow:
                  trigger: A need.
                  how-often: ongoing
                  frequency: daily
                  method: Concordat
                  security: Good.
                  recipients:
                    - {organisation: %s%s, roles: [%s]}
                  after-receipt: Kept.
                  onward: To nobody.
                  onward-to: []
                retention: {shared-days: 90, derived-days: 30, destruction: Key., certificate: yes}
                safeguards: {suppress-below: 10, second-approver: no, significant-decisions: no, transparency: tell, impact-assessment: yes}
                """.formatted(
                                        sender,
                                        pick(ROWS),
                                        sender,
                                        basis,
                                        special,
                                        recipient,
                                        special,
                                        confidentiality,
                                        sender,
                                        String.join(", ", some(List.of("name", "address", "ward", "need", "offence"))),
                                        recipient,
                                        team,
                                        String.join(", ", some(List.of("clinician", "case-worker")))));
    }

    private String document(
            String head, String parent, Collection<String> parties, Set<String> purposes, Collection<String> forms) {
        boolean top = parent.isEmpty();
        boolean lowest = head.startsWith("schedule");
        String from = lowest && chance(8) ? "2026-09-01" : "2026-01-01";
        String ended = !top && chance(lowest ? 6 : 2) ? "ended-on: 2026-03-01\n" : "";
        String review = chance(15) && from.startsWith("2026-01") ? "2026-04-01" : "2026-10-01";
        String all = parties.stream()
                .map(party ->
                        "  - {organisation: %s, role: sole-controller, acts-as: [%s], lead-owner: Head, signatory: Chief, joined: %s%s}\n"
                                .formatted(
                                        party,
                                        acts(head, parties, party),
                                        lowest && chance(3) ? "2026-08-01" : "2026-01-01",
                                        !top && chance(3) ? ", left: 2026-04-30" : ""))
                .collect(Collectors.joining());
        return head + "\ntitle: Made up\n" + parent
                + """
                version: 1
                versions:
                  - {version: 1, on: 2025-12-01, change: First.}
                nation: england
                from: %s
                to: 2027-12-31
                review-by: %s
                review-trigger: A change.
                termination: Notice.
                %spublic-register: yes
                parties:
                %spurpose:
                  purposes: [%s]
                  aim: Help.
                  necessity: Needed.
                  benefits: Help.
                  risk-of-not-sharing: Harm.
                  function-served: Own.
                  people-affected: All.
                  measure-of-success: Days.
                forms: [%s]
                """.formatted(from, review, ended, all, String.join(", ", purposes), String.join(", ", forms));
    }

    /** Senders and recipients between whom the sender's likely row carries something. */
    private List<List<String>> sensiblePairs(List<String> parties) {
        var pairs = new ArrayList<List<String>>();
        for (String sender : parties) {
            for (String recipient : parties) {
                boolean health = recipient.startsWith("trust") || recipient.startsWith("practice");
                boolean careSender = sender.startsWith("trust") || sender.startsWith("practice");
                if (!sender.equals(recipient) && !sender.startsWith("job-centre") && (health || !careSender)) {
                    pairs.add(List.of(sender, recipient));
                }
            }
        }
        return pairs;
    }

    private String likelyRow(String sender) {
        return switch (sender.substring(0, sender.lastIndexOf('-'))) {
            case "trust", "practice" -> "hsca-2012-s251b";
            case "police" -> "cda-1998-s17a";
            case "charity" -> "own-objects";
            default -> pick(List.of("ca-2004-s10", "localism-2011-s1"));
        };
    }

    private static String likelyPurpose(String row) {
        return switch (row) {
            case "hsca-2012-s251b" -> "care";
            case "ca-2004-s10" -> "families";
            case "cda-1998-s17a" -> "safety";
            default -> "advice";
        };
    }

    private static String acts(String head, Collection<String> parties, String party) {
        if (!head.startsWith("schedule")) {
            return "sender, receiver";
        }
        return party.equals(parties.iterator().next()) ? "sender" : "receiver";
    }

    private static final String ASSURANCE = """
            assurance: {access: A, objection: A, correction: A, complaint: A, freedom-of-information: A, privacy-notice: A, impact-assessment: A, breach: A, audit: A, training: A, indemnity: A, forms: A}
            """;

    private void sign() {
        AgreementFolder folder = new Partnership(files, keys).read();
        for (Agreement document : folder.agreements().values()) {
            for (Agreement.Party party : document.parties()) {
                String chief = party.organisation() + "-chief";
                int drawn = random.nextInt(100);
                if (drawn < 97) {
                    sign(folder, document.id(), chief);
                }
                if (drawn >= 90 && drawn < 99) {
                    sign(folder, document.id(), party.organisation() + (chance(50) ? "-deputy" : "-stranger"));
                }
            }
        }
    }

    private void sign(AgreementFolder folder, String document, String signatory) {
        String id = "sig-" + document + "-" + signatory;
        String text = Partnership.signature(folder, document, signatory, id, key(signatory));
        if (chance(2)) {
            text = text.substring(0, text.indexOf("value:"));
        } else if (chance(2)) {
            text = text.replaceFirst("fingerprint: .", "fingerprint: x");
        }
        files.put(id, text);
    }

    private KeyPair key(String signatory) {
        return keys.computeIfAbsent(signatory, none -> {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(Collection<String> from) {
        List<String> sorted = from.stream().sorted().toList();
        return sorted.get(random.nextInt(sorted.size()));
    }

    private Set<String> some(Collection<String> from) {
        var some = from.stream().sorted().filter(each -> chance(50)).collect(Collectors.toCollection(TreeSet::new));
        some.add(pick(from));
        return some;
    }
}
