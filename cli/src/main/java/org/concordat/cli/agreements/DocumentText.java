package org.concordat.cli.agreements;

import java.util.ArrayList;
import java.util.List;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.reading.Node;

/** A protocol, agreement or schedule as plain text: everything that its file says, in the file's order. */
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
                        + String.join(
                                ", ",
                                agreement.parties().stream()
                                        .map(party -> name(folder, party.organisation()) + " (" + party.organisation()
                                                + ", " + party.role().word() + ")")
                                        .toList()));
        agreement
                .terms()
                .ifPresent(terms -> terms.items()
                        .forEach(item -> text.line(
                                DEEPER, "shares " + String.join(", ", item.fields()) + " of " + item.dataset())));
        text.line(DEEPER, "fingerprint " + folder.fingerprints().getOrDefault(agreement.id(), "none"));
        return List.copyOf(text.lines);
    }

    /** Every field of its file. */
    static List<String> body(Agreement agreement) {
        var text = new DocumentText();
        text.fields(0, agreement.text().fields());
        return List.copyOf(text.lines);
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
