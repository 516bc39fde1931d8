package org.concordat.cli.agreements.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Tier;

/** A protocol, agreement or schedule as a document with numbered clauses: for people on a page, for files as PDF. */
public final class AgreementDocument {

    private final Papers papers;
    private final Values own;

    private AgreementDocument(Papers papers) {
        this.papers = papers;
        this.own = papers.own();
    }

    /**
     * The document of that id.
     *
     * @throws IllegalArgumentException when the folder has no such protocol, agreement or schedule
     */
    static ReportPage of(String id, FolderTexts texts, AgreementFolder folder, LawPack law) {
        Tier tier = texts.tier(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "id: a protocol, agreement or schedule of the folder, given another"));
        return new AgreementDocument(new Papers(id, tier, texts, folder, law)).page();
    }

    private ReportPage page() {
        String word = papers.tier().word();
        var opening = new OpeningClauses(papers);
        var purpose = new PurposeClauses(papers);
        var signatures = new SignatureClauses(papers);
        var page = ReportPage.titled(own.text("title") + " (" + word + " " + papers.id() + ")")
                .lead(lead())
                .madeBy(house())
                .ofDay(dayOfVersion())
                .numberingClauses()
                .onEveryPage(PlainWords.capital(word) + " " + papers.id() + ", version " + own.text("version")
                        + "\nFingerprint (SHA-256) " + papers.fingerprint())
                .section("This " + word, s -> identity(s, opening, signatures))
                .section("Parties", opening::parties)
                .section("How long it lasts", opening::dates)
                .section("Purpose", purpose::purpose)
                .section("Forms of sharing", purpose::forms);
        if (papers.tier() == Tier.SCHEDULE) {
            var sharing = new SharingClauses(papers);
            page = page.section("Law", new LawClauses(papers)::fill)
                    .section("Data", new DataClauses(papers)::fill)
                    .section("Flow", sharing::flow)
                    .section("Retention and destruction", sharing::retention)
                    .section("Safeguards", sharing::safeguards);
        }
        return page.section("Rights and assurance", new AssuranceClauses(papers)::fill)
                .section("Definitions", purpose::definitions)
                .section("Signatures", signatures::signatures)
                .section("Fingerprint", signatures::fingerprint)
                .section("Who joined later", new JoinerClauses(papers)::joined)
                .footer("Written out by Concordat from the files of " + word + " " + papers.id() + ", version "
                        + own.text("version") + ". Fingerprint (SHA-256) " + papers.fingerprint() + ".");
    }

    private void identity(Section s, OpeningClauses opening, SignatureClauses signatures) {
        warnings(signatures).forEach(s::warning);
        opening.identity(s);
    }

    private List<String> warnings(SignatureClauses signatures) {
        var warnings = new ArrayList<String>();
        own.optionalDay("ended-on")
                .ifPresent(day -> warnings.add(
                        "This " + papers.tier().word() + " was ended early, on " + PlainWords.day(day) + "."));
        var unsigned = signatures.unsigned();
        if (!unsigned.isEmpty()) {
            warnings.add("Not signed as it stands by " + PlainWords.list(unsigned)
                    + ". Until they have, nothing is shared with or by them under it.");
        }
        var unchecked = signatures.unchecked();
        if (!unchecked.isEmpty()) {
            warnings.add(
                    "Signed by " + PlainWords.list(unchecked) + " with keys that nobody is known to have checked with"
                            + " them. Until somebody has, nothing is shared with or by them under it.");
        }
        var unverified = new LawClauses(papers).unverified();
        if (!unverified.isEmpty()) {
            warnings.add("Nothing is shared under " + PlainWords.list(unverified)
                    + " until an officer has read it, found it in force, and recorded that they did.");
        }
        return warnings;
    }

    private String lead() {
        var parties = own.groups("parties").stream()
                .map(party -> papers.organisation(party.text("organisation")))
                .toList();
        return "Between " + PlainWords.list(parties) + ", from " + PlainWords.day(own.day("from")) + " to "
                + PlainWords.day(own.day("to")) + ".";
    }

    /** The title of the highest tier: whose house this is, as far as the files say. */
    private String house() {
        var above = List.copyOf(papers.above().values());
        return (above.isEmpty() ? own : above.getLast()).text("title");
    }

    private LocalDate dayOfVersion() {
        return own.groups("versions").stream()
                .filter(version -> version.text("version").equals(own.text("version")))
                .map(version -> version.day("on"))
                .findFirst()
                .orElse(own.day("from"));
    }
}
