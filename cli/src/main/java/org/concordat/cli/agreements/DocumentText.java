package org.concordat.cli.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Values;

/** A protocol, agreement, schedule or accession as plain text: everything that its file says, in the file's order. */
final class DocumentText {
    private static final int DEEPER = 2;

    private final List<String> lines = new ArrayList<>();

    private DocumentText() {}

    /** What it is, between whom, until when, and the fingerprint that signatures sign. */
    static List<String> head(AgreementFolder folder, Agreement agreement) {
        var text = new DocumentText();
        text.line(
                0,
                agreement.tier().word() + " " + agreement.id() + ", version " + agreement.version() + ": "
                        + agreement.title());
        agreement.parent().ifPresent(parent -> text.line(DEEPER, "within " + parent));
        text.line(
                DEEPER,
                "from " + agreement.from() + " to " + agreement.lastDay()
                        + (agreement.endedOn().isPresent() ? " (ended early)" : "") + ", review by "
                        + agreement.reviewBy());
        text.line(
                DEEPER,
                "between "
                        + parties(folder, agreement, party -> party.accession().isEmpty()));
        agreement
                .terms()
                .ifPresent(terms -> terms.items().stream()
                        .filter(item -> agreement.text().groups("data").stream()
                                .anyMatch(own -> own.text("dataset").equals(item.dataset())))
                        .forEach(item -> text.line(
                                DEEPER, "shares " + String.join(", ", item.fields()) + " of " + item.dataset())));
        String joined = parties(folder, agreement, party -> party.accession().isPresent());
        if (!joined.isEmpty()) {
            text.line(DEEPER, "joined later, which no signature of it covers: " + joined);
        }
        text.line(DEEPER, "fingerprint " + folder.fingerprints().getOrDefault(agreement.id(), "none"));
        return List.copyOf(text.lines);
    }

    /** Who joins what like whom, what that brings, and the fingerprint that signatures sign. */
    static List<String> head(AgreementFolder folder, Accession accession) {
        var text = new DocumentText();
        text.line(
                0,
                "accession " + accession.id() + ": " + name(folder, accession.organisation()) + " ("
                        + accession.organisation() + ") to " + accession.to());
        text.line(
                DEEPER,
                "like " + name(folder, accession.like()) + " (" + accession.like() + "), from " + accession.joined()
                        + accession.left().map(last -> " to " + last).orElse(""));
        Optional.ofNullable(folder.agreements().get(accession.to()))
                .flatMap(Agreement::terms)
                .ifPresent(terms -> accession
                        .brings()
                        .forEach(brought -> text.line(
                                DEEPER,
                                "shares " + String.join(", ", terms.fieldsOf(brought.dataset())) + " of "
                                        + brought.dataset() + ", for " + brought.standsFor())));
        text.line(DEEPER, "fingerprint " + folder.fingerprints().getOrDefault(accession.id(), "none"));
        return List.copyOf(text.lines);
    }

    /** Every field of a file. */
    static List<String> body(Values file) {
        var text = new DocumentText();
        text.fields(0, file.fields());
        return List.copyOf(text.lines);
    }

    private static String parties(AgreementFolder folder, Agreement agreement, Predicate<Agreement.Party> wanted) {
        return String.join(
                ", ",
                agreement.parties().stream()
                        .filter(wanted)
                        .map(party -> name(folder, party.organisation()) + " (" + party.organisation() + ", "
                                + party.role().word()
                                + party.accession().map(id -> ", by " + id).orElse("") + ")")
                        .toList());
    }

    private static String name(AgreementFolder folder, String id) {
        Organisation known = folder.organisations().get(id);
        return known == null ? id : known.name();
    }

    private void fields(int indent, Node.Fields fields) {
        fields.nodes().forEach((name, value) -> {
            switch (value) {
                case Node.Text text -> line(indent, name + ": " + text.value());
                case Node.Items items -> {
                    boolean plain = items.nodes().stream().allMatch(Node.Text.class::isInstance);
                    if (plain) {
                        line(indent, name + ": " + plain(items));
                    } else {
                        line(indent, name + ":");
                        items.nodes().forEach(item -> item(indent + DEEPER, item));
                    }
                }
                case Node.Fields group -> {
                    line(indent, name + ":");
                    fields(indent + DEEPER, group);
                }
            }
        });
    }

    private void item(int indent, Node item) {
        switch (item) {
            case Node.Text text -> line(indent, "- " + text.value());
            case Node.Items items -> items.nodes().forEach(each -> item(indent + DEEPER, each));
            case Node.Fields group -> {
                int first = lines.size();
                fields(indent + DEEPER, group);
                if (first < lines.size()) {
                    String line = lines.get(first);
                    lines.set(first, " ".repeat(indent) + "- " + line.substring(indent + DEEPER));
                }
            }
        }
    }

    private static String plain(Node.Items items) {
        return String.join(
                ", ",
                items.nodes().stream()
                        .map(item -> item instanceof Node.Text text ? text.value() : "")
                        .toList());
    }

    private void line(int indent, String text) {
        lines.addAll(Plain.lines(" ".repeat(indent), " ".repeat(indent + DEEPER), text));
    }
}
