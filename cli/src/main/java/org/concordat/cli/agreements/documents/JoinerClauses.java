package org.concordat.cli.agreements.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Phrase;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;

/** Who may join later, which the parties sign; and who did, which each accession says and no signature of the document. */
final class JoinerClauses {

    private final Papers papers;
    private final OpeningClauses opening;
    private final List<Accession> accessions;

    JoinerClauses(Papers papers) {
        this.papers = papers;
        this.opening = new OpeningClauses(papers);
        this.accessions = papers.folder().accessions().values().stream()
                .filter(accession -> accession.to().equals(papers.id()))
                .toList();
    }

    /** The clause that all who sign agree to. */
    void joining(Section s) {
        String word = papers.tier().word();
        var says = papers.own().optionalGroup("joining");
        if (says.isEmpty()) {
            s.paragraph("Nobody can join this " + word + " unless its parties change it and sign it again.");
            return;
        }
        Values joining = says.get();
        s.paragraph("Others may join this " + word + " by an accession, with nobody signing again. A joiner signs this "
                + word + " as it stands, gets nothing and sends nothing beyond what the party named here does, and"
                + " takes over that party's role, powers, lawful basis and roles as recipient.");
        s.summary(
                "Who may join",
                PlainWords.capital(PlainWords.list(joining.words("kinds", OrganisationKind.class).stream()
                                .map(PlainWords::plain)
                                .sorted()
                                .toList()))
                        + "; nobody who is anything besides");
        s.summary(
                "Acts as",
                PlainWords.capital(PlainWords.list(joining.words("acts-as", Direction.class).stream()
                        .map(PlainWords::say)
                        .toList())));
        s.summary("Joins like", papers.organisation(joining.text("like")) + " (" + joining.text("like") + ")");
        s.summary(
                "Accepted by",
                joining.optionalText("accepted-by")
                        .map(id -> papers.organisation(id) + " (" + id + "), which signs each accession")
                        .orElse("Nobody."));
        s.summary("Open to all such", joining.saysYes("open") ? "Yes, nobody need accept a joiner." : "No.");
    }

    /** Those who joined. */
    void joined(Section s) {
        s.inset("This clause says who had joined when this " + papers.tier().word()
                + " was written out. It is no part of what the parties sign.");
        if (accessions.isEmpty()) {
            s.paragraph("Nobody has joined it by an accession.");
        }
        for (Accession accession : accessions) {
            papers.texts()
                    .file("accession", accession.id())
                    .ifPresent(text -> s.subsection(
                            papers.organisation(text.text("organisation")) + " (accession " + accession.id() + ")",
                            t -> one(t, accession, text)));
        }
    }

    private void one(Section s, Accession accession, Values text) {
        String id = text.text("organisation");
        s.summary("How it stands", standing(accession));
        s.summary("What it joins", text.text("to"));
        opening.body(s, id);
        s.summary("Joins like", papers.organisation(text.text("like")) + " (" + text.text("like") + ")");
        s.summary("Party from", PlainWords.day(text.day("joined")));
        s.summary("Party until", text.optionalDay("left").map(PlainWords::day).orElse("It has not left."));
        s.summary("Lead owner", text.text("lead-owner"));
        s.summary("Office that signs", text.text("signatory"));
        s.summary(
                "Teams that receive",
                text.texts("teams").isEmpty()
                        ? "The whole organisation, where it receives."
                        : papers.names("team", text.texts("teams")));
        s.summary(
                "Roles in which it receives",
                text.texts("roles").isEmpty()
                        ? "Those of the party that it joins like, where it receives."
                        : papers.names("role", text.texts("roles")));
        s.summary(
                "Fingerprint of the accession (SHA-256)",
                Phrase.code(papers.folder().fingerprints().getOrDefault(accession.id(), "")));
        opening.contacts(s, id);
        for (Values pair : text.groups("datasets")) {
            s.subsection(papers.texts().nameAndId("dataset", pair.text("dataset")), t -> brought(t, pair));
        }
    }

    private String standing(Accession accession) {
        var lines = new ArrayList<String>();
        papers.folder()
                .unsigned(accession, LocalDate.MAX)
                .forEach((signer, state) ->
                        lines.add(papers.organisation(signer) + " on the accession: " + PlainWords.say(state)));
        Signature.State own = papers.folder().signatureState(papers.id(), accession.organisation(), LocalDate.MAX);
        if (own != Signature.State.SIGNED) {
            lines.add(papers.organisation(accession.organisation()) + " on this "
                    + papers.tier().word() + ": " + PlainWords.say(own));
        }
        return lines.isEmpty()
                ? "It counts: all who must have signed."
                : "It does not count, and nothing is shared with or by the joiner.\n" + String.join("\n", lines);
    }

    private void brought(Section s, Values pair) {
        s.summary("Stands for", papers.texts().nameAndId("dataset", pair.text("stands-for")));
        s.summary(
                "Fields",
                pair.texts("fields").isEmpty()
                        ? "Those of the other that are shared and that it has."
                        : PlainWords.list(pair.texts("fields")));
        papers.texts().file("dataset", pair.text("dataset")).ifPresent(dataset -> {
            s.summary("Held by", papers.organisation(dataset.text("holder")));
            s.summary("Collected under", PlainWords.capital(PlainWords.say(dataset.word("origin", Origin.class))));
            s.summary("Collected for", papers.names("purpose", dataset.texts("collected-for")));
            s.summary(
                    "Received under",
                    dataset.optionalText("received-under")
                            .map(papers::provision)
                            .orElse("Its holder collected it itself."));
            var table = NumberTable.of("Fields of " + dataset.text("name"), "Field")
                    .words("What it holds", "Class", "Written by", "Codes");
            s.table(table.rows(dataset.groups("fields").stream()
                    .map(field -> DataClauses.row(papers, field.text("field"), field))
                    .toList()));
        });
    }
}
