package org.concordat.cli.agreements.documents;

import java.util.List;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.reading.Values;
import org.concordat.policy.words.Transparency;

/** How a schedule's data travel, how long they are kept, and what protects people. */
final class SharingClauses {

    private final Papers papers;
    private final Values own;

    SharingClauses(Papers papers) {
        this.papers = papers;
        this.own = papers.own();
    }

    void flow(Section s) {
        Values flow = own.group("flow");
        Papers.clause(s, "What sets it off", flow.text("trigger"));
        s.subsection(
                "How often",
                t -> t.paragraph((flow.text("how-often").equals("once") ? "Once. Frequency: " : "Ongoing. Frequency: ")
                        + flow.text("frequency")));
        Papers.clause(s, "How it travels", flow.text("method"));
        Papers.clause(s, "How it is protected", flow.text("security"));
        s.subsection("Who may see it", t -> t.table(recipients(flow)));
        Papers.clause(s, "What happens after receipt", flow.text("after-receipt"));
        s.subsection("Passing it on", t -> {
            Papers.prose(t, flow.text("onward"));
            t.paragraph(
                    flow.texts("onward-to").isEmpty()
                            ? "It may be passed on to nobody."
                            : "It may be passed on only to: " + papers.names("organisation", flow.texts("onward-to"))
                                    + ".");
        });
    }

    private NumberTable recipients(Values flow) {
        return NumberTable.of("Recipients and the roles that may see it", "Organisation")
                .words("Team", "Roles")
                .rows(flow.groups("recipients").stream()
                        .map(recipient -> List.of(
                                papers.organisation(recipient.text("organisation")),
                                recipient
                                        .optionalText("team")
                                        .map(team -> papers.texts().nameAndId("team", team))
                                        .orElse("The whole organisation"),
                                PlainWords.capital(papers.names("role", recipient.texts("roles")))))
                        .toList());
    }

    void retention(Section s) {
        Values retention = own.group("retention");
        s.subsection(
                "What was shared",
                t -> t.paragraph("The recipient keeps what was shared for "
                        + NumberWords.days(retention.whole("shared-days")) + " and then destroys it."));
        s.subsection(
                "What was made of it",
                t -> t.paragraph("Whatever was made of it is kept for "
                        + NumberWords.days(retention.whole("derived-days")) + " and then destroyed."));
        Papers.clause(s, "How it is destroyed", retention.text("destruction"));
        s.subsection(
                "Certificate",
                t -> t.paragraph(
                        retention.isYes("certificate")
                                ? "The sender gets a certificate of the destruction."
                                : "The sender gets no certificate of the destruction."));
    }

    void safeguards(Section s) {
        Values safeguards = own.group("safeguards");
        int least = safeguards.whole("suppress-below");
        s.subsection(
                "Small numbers",
                t -> t.paragraph(
                        least == 0
                                ? "No small numbers are hidden (0)."
                                : "In tables, counts below " + least + " (" + NumberWords.of(least) + ") are hidden."));
        s.subsection(
                "Second approver",
                t -> t.paragraph(
                        safeguards.isYes("second-approver")
                                ? "Each share needs a second approver."
                                : "A share needs no second approver."));
        s.subsection(
                "Decisions about people",
                t -> t.paragraph(
                        safeguards.isYes("significant-decisions")
                                ? "Decisions that weigh on people may follow from what is shared; the law wants a person to make them."
                                : "No decision that weighs on a person may follow from what is shared."));
        s.subsection(
                "What people are told",
                t -> t.paragraph(PlainWords.say(safeguards.word("transparency", Transparency.class))));
        s.subsection(
                "Impact assessment",
                t -> t.paragraph(
                        safeguards.isYes("impact-assessment")
                                ? "A data protection impact assessment must be done before anything is shared."
                                : "No data protection impact assessment is called for."));
        s.subsection(
                "Expiry",
                t -> t.paragraph(safeguards
                        .optionalWhole("expires-after-days")
                        .map(days -> "A release can no longer be opened after " + NumberWords.days(days) + ".")
                        .orElse("A release does not expire before it is destroyed.")));
    }
}
