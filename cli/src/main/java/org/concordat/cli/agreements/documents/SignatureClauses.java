package org.concordat.cli.agreements.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Phrase;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Tier;

/**
 * How the document stands: who signed it, and what its fingerprint is. This is written from the folder as it was when the
 * document was made, with every signature in it, whatever its day.
 */
final class SignatureClauses {

    private final Papers papers;
    private final List<Signature> signatures;

    SignatureClauses(Papers papers) {
        this.papers = papers;
        this.signatures = papers.folder().signatures().stream()
                .filter(signature -> signature.of().equals(papers.id()) || isAccession(signature.of()))
                .toList();
    }

    void signatures(Section s) {
        s.inset("This clause and the next say how this " + papers.tier().word()
                + " stood when it was written out. They are not part of what the parties sign.");
        s.subsection("How each party stands", t -> t.table(standing()));
        s.subsection("Signatures", this::each);
        s.subsection("Who may sign", this::signatories);
    }

    /** Whether somebody joined this document by what is so called. */
    private boolean isAccession(String id) {
        return Optional.ofNullable(papers.folder().accessions().get(id))
                .filter(accession -> accession.to().equals(papers.id()))
                .isPresent();
    }

    private NumberTable standing() {
        var rows = new ArrayList<List<String>>();
        for (Values party : papers.own().groups("parties")) {
            String id = party.text("organisation");
            rows.add(List.of(papers.organisation(id), party.text("signatory"), PlainWords.say(state(id))));
        }
        return NumberTable.of("Parties and whether they signed this text", "Party")
                .words("Office that signs", "State")
                .rows(rows);
    }

    private Signature.State state(String organisation) {
        return papers.folder().signatureState(papers.id(), organisation, LocalDate.MAX);
    }

    /** The parties that have not signed the text as it stands. */
    List<String> unsigned() {
        return inState(state -> state != Signature.State.SIGNED && state != Signature.State.KEY_UNTRUSTED);
    }

    /** The parties that signed with a key of which nobody knows whose it is. */
    List<String> unchecked() {
        return inState(state -> state == Signature.State.KEY_UNTRUSTED);
    }

    private List<String> inState(Predicate<Signature.State> wanted) {
        return papers.own().groups("parties").stream()
                .map(party -> party.text("organisation"))
                .filter(id -> wanted.test(state(id)))
                .map(papers::organisation)
                .toList();
    }

    private void each(Section s) {
        if (signatures.isEmpty()) {
            s.paragraph("No signature of it lies in the folder.");
        }
        for (Signature signature : signatures) {
            s.subsection(
                    "For " + papers.organisation(signature.organisation()) + " on " + PlainWords.day(signature.on()),
                    t -> one(t, signature));
        }
    }

    private void one(Section s, Signature signature) {
        var text = papers.texts().file("signature", signature.id());
        Signature.State state = papers.folder().signatureStates().getOrDefault(signature.id(), Signature.State.INVALID);
        s.summary("State", PlainWords.say(state));
        text.ifPresent(values -> {
            s.summary("Signed for", papers.organisation(values.text("organisation")));
            s.summary("Signed by", signatory(values));
            s.summary("Signed on", PlainWords.day(values.day("on")));
            s.summary(
                    "What was signed",
                    papers.texts().tier(values.text("of")).map(Tier::word).orElse("accession")
                            + " "
                            + values.text("of"));
            s.summary("Its fingerprint then", Phrase.code(values.text("fingerprint")));
            s.summary(
                    "Signature (Ed25519)",
                    values.optionalText("value").map(Phrase::code).orElse(Phrase.plain("None: a name was typed.")));
            s.summary("File of the signature", values.text("signature"));
        });
    }

    private String signatory(Values signature) {
        String id = signature.text("signatory");
        return papers.texts().file("organisation", signature.text("organisation")).stream()
                .flatMap(organisation -> organisation.groups("signatories").stream())
                .filter(each -> each.text("id").equals(id))
                .map(each -> each.text("level") + " (" + id + ")")
                .findFirst()
                .orElse(id);
    }

    private void signatories(Section s) {
        s.paragraph(
                "These are the offices that each party's own file names, and their keys. A key in such a file is a claim,"
                        + " until somebody has asked the organisation whether it is theirs.");
        for (String id : signers()) {
            var offices = papers.texts()
                    .file("organisation", id)
                    .map(file -> file.groups("signatories"))
                    .orElse(List.of());
            s.subsection(papers.organisation(id), t -> {
                if (offices.isEmpty()) {
                    t.paragraph("Its file names nobody who may sign.");
                }
                for (Values office : offices) {
                    t.summary(office.text("level"), office.text("id"));
                    t.summary("May sign from", PlainWords.day(office.day("from")));
                    t.summary(
                            "May sign until",
                            office.optionalDay("to").map(PlainWords::day).orElse("No last day is set."));
                    t.summary("Public key (Ed25519)", Phrase.code(office.text("key")));
                }
            });
        }
    }

    /** The parties, then those who joined later. */
    private Set<String> signers() {
        var ids = new LinkedHashSet<String>();
        papers.own().groups("parties").forEach(party -> ids.add(party.text("organisation")));
        papers.folder().accessions().values().stream()
                .filter(accession -> isAccession(accession.id()))
                .forEach(accession -> ids.add(accession.organisation()));
        return ids;
    }

    void fingerprint(Section s) {
        String word = papers.tier().word();
        s.subsection(
                "The fingerprint of this " + word,
                t -> t.paragraph(Phrase.plain("SHA-256: "), Phrase.code(papers.fingerprint())));
        s.subsection("What it covers", this::covers);
        s.subsection("What it does not cover", this::leavesOut);
        s.subsection("How to check it", this::check);
    }

    private void covers(Section s) {
        s.paragraph("It changes when any of these changes, and then every signature has to be given again:");
        s.bullets(
                "every word of the file of this " + papers.tier().word()
                        + ", apart from an early end and the day on which a" + " party left, which only narrow it;",
                "the fingerprint of the tier it lies within, and so on upwards;",
                "the datasets it shares, with every field, and the code lists they use;",
                "the purposes it names and what is meant by them;",
                "what each party is: its legal name, kinds and nation, what its teams act as, and whether the list of a"
                        + " provision that it relies on names it.");
    }

    private void leavesOut(Section s) {
        s.bullets(
                "signatures and keys: a signature signs the fingerprint;",
                "who joined later: each accession has a fingerprint of its own, which covers this one;",
                "offices to contact, the names of organisations, teams and roles as people call them;",
                "the law pack and officers' checks of it. This document was written out with law pack "
                        + papers.law().id() + ", version " + papers.law().version() + ", fingerprint "
                        + papers.law().fingerprint() + ";",
                "the look of this document, and the words it puts around what the file says.");
    }

    private void check(Section s) {
        s.steps(
                "Ask one of the parties for the folder of files, or take your own copy.",
                "Run: ./concordat agreements show FOLDER " + papers.id(),
                "Compare the fingerprint it prints with the one on this page. If they are the same, this document says what"
                        + " those files say.",
                "Compare the signatures it lists with those above. With --trusted-keys it also says whether somebody"
                        + " checked whose keys they are.");
    }
}
