package org.concordat.policy.agreements;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Agreement.Party;
import org.concordat.policy.words.Direction;

/**
 * Puts those who joined a document among its parties, each with no more than the party it joins like: its role, its powers and
 * basis, fields that it sends, roles in which it receives. Whether an accession counts is asked at each decision, since that
 * turns on the day: a party that joined knows its accession.
 */
final class Joiners {

    private final AgreementFolder folder;

    private Joiners(AgreementFolder folder) {
        this.folder = folder;
    }

    /** The folder, of which every accession keeps within what its document lets, with its joiners among the parties. */
    static AgreementFolder joined(AgreementFolder folder) {
        if (folder.accessions().isEmpty()) {
            return folder;
        }
        Map<String, List<Accession>> byDocument =
                folder.accessions().values().stream().collect(Collectors.groupingBy(Accession::to));
        var joiners = new Joiners(folder);
        var documents = new TreeMap<>(folder.agreements());
        byDocument.forEach((id, accessions) ->
                documents.computeIfPresent(id, (same, document) -> joiners.joined(document, accessions)));
        return folder.with(documents);
    }

    private Agreement joined(Agreement document, List<Accession> accessions) {
        Joining joining = document.joining()
                .orElseThrow(() -> new IllegalStateException("A checked accession joins what nobody may join."));
        Party model = document.party(joining.like())
                .orElseThrow(() -> new IllegalStateException("A checked document lets join like no party of it."));
        Set<Direction> actsAs = EnumSet.copyOf(joining.actsAs());
        actsAs.retainAll(model.actsAs());
        var parties = new ArrayList<>(document.parties());
        for (Accession accession : accessions) {
            parties.add(new Party(
                    accession.organisation(),
                    model.role(),
                    actsAs,
                    accession.joined(),
                    accession.left(),
                    Optional.of(accession.id())));
        }
        return document.with(parties, document.terms().map(terms -> joined(terms, model, actsAs, accessions)));
    }

    private Terms joined(Terms terms, Party model, Set<Direction> actsAs, List<Accession> accessions) {
        List<String> rows = terms.powersOf(model.organisation());
        Optional<Terms.BasisOf> basis = terms.basisOf(model.organisation());
        var powers = new ArrayList<>(terms.powers());
        var bases = new ArrayList<>(terms.bases());
        var items = new ArrayList<>(terms.items());
        var recipients = new ArrayList<>(terms.recipients());
        for (Accession accession : accessions) {
            String joiner = accession.organisation();
            basis.ifPresent(of -> bases.add(of.by(joiner)));
            if (actsAs.contains(Direction.SENDER)) {
                rows.forEach(row -> powers.add(new Terms.PowerOf(joiner, row)));
                accession.brings().forEach(brought -> items.add(item(terms, brought)));
            }
            if (actsAs.contains(Direction.RECEIVER)) {
                recipients.addAll(recipients(terms, model, accession));
            }
        }
        return terms.with(powers, bases, items, recipients);
    }

    private Terms.Item item(Terms terms, Accession.Brought brought) {
        Dataset own = Objects.requireNonNull(folder.datasets().get(brought.dataset()), "a checked accession names it");
        return new Terms.Item(
                brought.dataset(), new TreeSet<>(brought.shared(own, terms.fieldsOf(brought.standsFor()))));
    }

    private static List<Terms.Recipient> recipients(Terms terms, Party model, Accession accession) {
        if (accession.teams().isEmpty()) {
            return recipient(accession, Optional.empty(), rolesOf(terms, model, true));
        }
        return accession.teams().stream()
                .flatMap(team -> recipient(accession, Optional.of(team), rolesOf(terms, model, false)).stream())
                .toList();
    }

    private static List<Terms.Recipient> recipient(Accession accession, Optional<String> team, Set<String> roles) {
        if (!accession.roles().isEmpty()) {
            roles.retainAll(accession.roles());
        }
        return roles.isEmpty() ? List.of() : List.of(new Terms.Recipient(accession.organisation(), team, roles));
    }

    /** The roles in which the model receives: as a whole organisation, or in whatever team of it. */
    static Set<String> rolesOf(Terms terms, Party model, boolean asAWhole) {
        var roles = new TreeSet<String>();
        terms.recipients().stream()
                .filter(recipient -> recipient.organisation().equals(model.organisation()))
                .filter(recipient -> !asAWhole || recipient.team().isEmpty())
                .forEach(recipient -> roles.addAll(recipient.roles()));
        return roles;
    }
}
