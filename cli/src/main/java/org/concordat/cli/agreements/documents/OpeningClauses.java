package org.concordat.cli.agreements.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.Tier;

/** The clauses every tier opens with: what it is, who agrees, from when to when. */
final class OpeningClauses {

    private final Papers papers;
    private final Values own;

    OpeningClauses(Papers papers) {
        this.papers = papers;
        this.own = papers.own();
    }

    void identity(Section s) {
        s.subsection("Reference", this::reference);
        s.subsection("What it lies within", this::place);
        s.subsection("Versions", this::versions);
        s.subsection("What signing it means", this::signing);
    }

    private void signing(Section s) {
        String word = papers.tier().word();
        int last = papers.tier() == Tier.SCHEDULE ? 12 : 7;
        s.paragraph("Each party signs the fingerprint of this " + word + ", which stands at the foot of every page, and"
                + " so agrees to clauses 1 to " + last + " and to the tiers that it lies within.");
        s.paragraph(
                "Offices to contact, names of roles, and what clause 6.1 of a schedule says from the law pack are told"
                        + " here as they were when this document was written out. Clause " + (last + 1)
                        + " says who signed, clause "
                        + (last + 2) + " exactly what the fingerprint covers.");
    }

    private void reference(Section s) {
        s.summary("Reference", own.text(papers.tier().word()));
        s.summary("Title", own.text("title"));
        s.summary("What it is", PlainWords.say(papers.tier()));
        s.summary("Version", own.text("version"));
        s.summary("Whose law applies", PlainWords.say(own.word("nation", Nation.class)));
        s.summary(
                "Public register",
                own.isYes("public-register") ? "It is on a public register." : "It is not on a public register.");
    }

    private void place(Section s) {
        var above = new ArrayList<>(papers.above().entrySet());
        if (above.isEmpty()) {
            String parent = own.optionalText("parent").orElse("");
            s.paragraph(
                    parent.isEmpty()
                            ? "It is the highest tier and lies within no other."
                            : "It lies within " + parent + ".");
            return;
        }
        String chain = String.join(
                ", which lies within ",
                above.stream()
                        .map(each -> papers.reference(each.getKey(), each.getValue()))
                        .toList());
        s.paragraph("This " + papers.tier().word() + " lies within " + chain + ".");
        s.paragraph(
                "Its parties, first and last day, nation, purposes and forms of sharing reach no further than theirs:"
                        + " a folder of files in which they do is refused.");
    }

    private void versions(Section s) {
        var table = NumberTable.of("Versions of this " + papers.tier().word(), "Version")
                .words("Made on", "What changed");
        s.table(table.rows(own.groups("versions").stream()
                .map(version ->
                        List.of(version.text("version"), PlainWords.day(version.day("on")), version.text("change")))
                .toList()));
    }

    void parties(Section s) {
        for (Values party : own.groups("parties")) {
            String id = party.text("organisation");
            s.subsection(papers.organisation(id), inside -> party(inside, id, party));
        }
        s.subsection("Joining later", new JoinerClauses(papers)::joining);
    }

    private void party(Section s, String id, Values party) {
        body(s, id);
        s.summary("Role", PlainWords.say(party.word("role", PartyRole.class)));
        s.summary(
                "Acts as",
                PlainWords.capital(PlainWords.list(party.texts("acts-as").stream()
                        .map(word -> direction(party, word))
                        .toList())));
        s.summary("Party from", PlainWords.day(party.day("joined")));
        s.summary("Party until", party.optionalDay("left").map(PlainWords::day).orElse("It has not left."));
        s.summary("Lead owner", party.text("lead-owner"));
        s.summary("Office that signs", party.text("signatory"));
        contacts(s, id);
    }

    /** What an organisation is. */
    void body(Section s, String id) {
        papers.texts().file("organisation", id).ifPresent(file -> {
            s.summary("Legal name", file.text("legal-name"));
            s.summary("Known as", file.text("name"));
        });
        s.summary("Known in these files as", id);
        papers.texts().file("organisation", id).ifPresent(file -> {
            s.summary("What it is", kinds(file));
            s.summary("Acts in", PlainWords.say(file.word("nation", Nation.class)));
            s.summary(
                    "Named in the lists of",
                    file.texts("listed-in").isEmpty()
                            ? "None that its file names."
                            : PlainWords.list(file.texts("listed-in").stream()
                                    .map(papers::provision)
                                    .toList()));
        });
        s.summary("Teams", teams(id));
    }

    /** Whom to ask there. */
    void contacts(Section s, String id) {
        papers.texts().file("organisation", id).ifPresent(file -> {
            s.summary("Data protection officer", file.text("data-protection-officer"));
            s.summary("Contact", file.text("contact"));
        });
    }

    private static String direction(Values party, String word) {
        return party.words("acts-as", Direction.class).stream()
                .filter(direction -> direction.word().equals(word))
                .map(PlainWords::say)
                .findFirst()
                .orElse(word);
    }

    private static String kinds(Values file) {
        return PlainWords.capital(PlainWords.list(file.words("kinds", OrganisationKind.class).stream()
                .map(PlainWords::plain)
                .sorted()
                .toList()));
    }

    private String teams(String organisation) {
        var teams = papers.texts().all("team").entrySet().stream()
                .filter(team -> team.getValue().text("organisation").equals(organisation))
                .map(Map.Entry::getValue)
                .map(team -> team.text("name") + " (" + team.text("team") + "), which acts as "
                        + PlainWords.list(team.words("kinds", OrganisationKind.class).stream()
                                .map(PlainWords::plain)
                                .sorted()
                                .toList()))
                .toList();
        return teams.isEmpty() ? "None that these files name." : String.join("\n", teams);
    }

    void dates(Section s) {
        s.subsection(
                "First and last day",
                t -> t.paragraph("It applies from " + PlainWords.day(own.day("from")) + " to "
                        + PlainWords.day(own.day("to")) + ", both days included."));
        s.subsection(
                "Early end",
                t -> t.paragraph(own.optionalDay("ended-on")
                        .map(day -> "It was ended early. Its last day is " + PlainWords.day(day) + ".")
                        .orElse("It has not been ended early.")));
        s.subsection(
                "Review",
                t -> t.paragraph("It is reviewed by " + PlainWords.day(own.day("review-by")) + " at the latest."));
        Papers.clause(s, "What else calls for a review", own.text("review-trigger"));
        Papers.clause(s, "How it can be ended", own.text("termination"));
    }
}
