package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Agreement.Party;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.decide.Step;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.SharingForm;

/**
 * Looks for datasets that could be offered. Whether a row stands for it is asked of the decider, by a single disclosure that
 * names the row. Of its answer are read step 1, and the two rules that look at nothing but fields, form and purpose; the
 * others ask for what only an agreement could say. Partners that are alike to the law (kinds, lists, nation) are asked about
 * once.
 */
final class Candidates {

    private static final Set<Rule> OF_WHAT_LEAVES = Set.of(Rule.IDENTITY_NOT_NEEDED, Rule.RESEARCH_ONLY);

    private final AgreementFolder folder;
    private final LawPack law;
    private final LocalDate day;
    private final Facts facts;
    private final Decider decider = new Decider();
    private final Map<Asked, Set<String>> asked = new HashMap<>();

    private Candidates(AgreementFolder folder, LawPack law, LocalDate day) {
        this.folder = folder;
        this.law = law;
        this.day = day;
        this.facts = new Facts(folder, law, Asking.AS_WANTED);
    }

    static List<Candidate> of(AgreementFolder folder, LawPack law, LocalDate day) {
        return new Candidates(folder, law, day).run();
    }

    /** Two organisations with a purpose that a document of both of them names. */
    private record Pair(String sender, String recipient, String purpose) {}

    /** A partner as the law sees it. */
    private record Likeness(Set<OrganisationKind> kinds, Set<String> listedIn, Nation nation) {
        static Likeness of(Organisation organisation) {
            return new Likeness(organisation.kinds(), organisation.listedIn(), organisation.nation());
        }
    }

    private record Asked(String dataset, String purpose, Likeness recipient, LawRow row, SharingForm form) {}

    private List<Candidate> run() {
        List<Dataset> uncovered = uncovered();
        Set<String> holders = new TreeSet<>();
        uncovered.forEach(dataset -> holders.add(dataset.holder()));
        var candidates = new LinkedHashMap<Candidate, Set<String>>();
        documents(holders).forEach((pair, document) -> {
            List<LawRow> rows = rows(pair);
            uncovered.stream()
                    .filter(dataset -> dataset.holder().equals(pair.sender()))
                    .flatMap(dataset -> candidate(pair, document, dataset, rows).stream())
                    .forEach(candidate -> candidates
                            .computeIfAbsent(to(candidate, Set.of("*")), none -> new TreeSet<>())
                            .add(pair.recipient()));
        });
        var merged = new ArrayList<Candidate>();
        candidates.forEach((candidate, recipients) -> merged.add(to(candidate, recipients)));
        merged.sort(Comparator.comparing(Candidate::sender)
                .thenComparing(Candidate::general)
                .thenComparing(Candidate::dataset)
                .thenComparing(Candidate::purpose)
                .thenComparing(candidate -> candidate.recipients().iterator().next()));
        return merged;
    }

    private static Candidate to(Candidate candidate, Set<String> recipients) {
        return new Candidate(
                candidate.sender(),
                recipients,
                candidate.dataset(),
                candidate.purpose(),
                candidate.within(),
                candidate.rows(),
                candidate.unverified(),
                candidate.general(),
                candidate.fields(),
                candidate.confidential());
    }

    /** Datasets of which no schedule covers a field that has not ended. */
    private List<Dataset> uncovered() {
        var covered = new HashSet<String>();
        folder.agreements().values().stream()
                .filter(agreement -> !agreement.lastDay().isBefore(day))
                .flatMap(agreement -> agreement.terms().stream())
                .flatMap(terms -> terms.items().stream())
                .map(Terms.Item::dataset)
                .forEach(covered::add);
        return folder.datasets().values().stream()
                .filter(dataset -> !covered.contains(dataset.id()))
                .toList();
    }

    /** For each pair of partners and purpose, the lowest tier that names all three, so that only a schedule is wanting. */
    private Map<Pair, Agreement> documents(Set<String> holders) {
        var documents = new TreeMap<Pair, Agreement>(Comparator.comparing(Pair::sender)
                .thenComparing(Pair::recipient)
                .thenComparing(Pair::purpose));
        for (Agreement document : folder.agreements().values()) {
            boolean open = document.terms().isEmpty()
                    && folder.upwards(document).stream().allMatch(tier -> tier.holdsOn(day));
            if (!open) {
                continue;
            }
            for (Party sender : document.parties()) {
                for (Party recipient : document.parties()) {
                    boolean partners = holders.contains(sender.organisation())
                            && !sender.organisation().equals(recipient.organisation())
                            && acts(sender, Direction.SENDER)
                            && acts(recipient, Direction.RECEIVER);
                    if (partners) {
                        document.purposes()
                                .forEach(purpose -> documents.merge(
                                        new Pair(sender.organisation(), recipient.organisation(), purpose),
                                        document,
                                        (one, other) -> one.tier().compareTo(other.tier()) >= 0 ? one : other));
                    }
                }
            }
        }
        return documents;
    }

    private boolean acts(Party party, Direction as) {
        return party.belongsOn(day) && party.actsAs().contains(as);
    }

    /** Rows worth asking about: those whose own words name such bodies and such a purpose. */
    private List<LawRow> rows(Pair pair) {
        Organisation sender = organisation(pair.sender());
        Organisation recipient = organisation(pair.recipient());
        Purpose purpose = folder.purposes().get(pair.purpose());
        return law.rows().values().stream()
                .filter(row -> row.kind().isGateway() && !row.within())
                .filter(row -> purpose != null && row.purposes().include(purpose.kinds()))
                .filter(row -> (includes(row.from(), sender, row) && includes(row.to(), recipient, row))
                        || (row.mutual() && includes(row.to(), sender, row) && includes(row.from(), recipient, row)))
                .toList();
    }

    private Organisation organisation(String id) {
        return Optional.ofNullable(folder.organisations().get(id))
                .orElseThrow(() -> new IllegalStateException("A checked folder names what it does not describe."));
    }

    private static boolean includes(LawRow.Bodies bodies, Organisation organisation, LawRow row) {
        return bodies.include(organisation.kinds(), organisation.listedIn().contains(row.id()));
    }

    private Optional<Candidate> candidate(Pair pair, Agreement document, Dataset dataset, List<LawRow> rows) {
        var fields = new EnumMap<SharingForm, Set<String>>(SharingForm.class);
        var carrying = new ArrayList<LawRow>();
        for (LawRow row : rows) {
            boolean carries = false;
            for (SharingForm form : document.forms()) {
                Set<String> passing = asked.computeIfAbsent(
                        new Asked(dataset.id(), pair.purpose(), Likeness.of(organisation(pair.recipient())), row, form),
                        none -> passing(pair, dataset, row, form));
                if (!passing.isEmpty()) {
                    carries = true;
                    fields.computeIfAbsent(form, none -> new TreeSet<>()).addAll(passing);
                }
            }
            if (carries) {
                carrying.add(row);
            }
        }
        if (carrying.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(
                pair.sender(),
                Set.of(pair.recipient()),
                dataset.id(),
                pair.purpose(),
                document.id(),
                carrying.stream().map(LawRow::id).toList(),
                carrying.stream()
                        .filter(row -> !row.countsByItself())
                        .filter(row -> folder.verificationOf(row, day).isEmpty())
                        .map(LawRow::id)
                        .toList(),
                carrying.stream()
                        .allMatch(row -> row.to().anyone() || row.purposes().any()),
                fields,
                dataset.origin().isConfidential()));
    }

    /** Fields that would pass: all together or, failing that, one by one. */
    private Set<String> passing(Pair pair, Dataset dataset, LawRow row, SharingForm form) {
        Set<String> all = new TreeSet<>(dataset.fields().keySet());
        if (passes(pair, dataset, row, form, all)) {
            return all;
        }
        all.removeIf(field -> !passes(pair, dataset, row, form, Set.of(field)));
        return !all.isEmpty() && passes(pair, dataset, row, form, all) ? all : Set.of();
    }

    private boolean passes(Pair pair, Dataset dataset, LawRow row, SharingForm form, Set<String> fields) {
        var request = new Request(
                Side.of(pair.sender()),
                Side.of(pair.recipient()),
                folder.roles().keySet().stream().findFirst().orElse(""),
                dataset.id(),
                fields,
                pair.purpose(),
                form,
                Subjects.MANY,
                new Ground.Single(new Request.Law(
                        row.id(),
                        LawfulBasis.PUBLIC_TASK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        ConfidenceRoute.NOT_CONFIDENTIAL,
                        Optional.empty())),
                false,
                false,
                day);
        Decision decision = decider.decide(request, facts);
        List<Outcome> outcomes = decision.reasons().stream()
                .filter(reason -> reason.rule().step() == Step.POWER || OF_WHAT_LEAVES.contains(reason.rule()))
                .map(Decision.Reason::outcome)
                .toList();
        return !outcomes.isEmpty() && !outcomes.contains(Outcome.REFUSES);
    }
}
