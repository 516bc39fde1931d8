package org.concordat.cli.agreements.documents;

import java.util.Map;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.reading.Values;

/** How people's rights are met and the parties held to their word, taken from the tier above where a document leaves it out. */
final class AssuranceClauses {

    private final Papers papers;

    AssuranceClauses(Papers papers) {
        this.papers = papers;
    }

    void fill(Section s) {
        var own = papers.own().optionalGroup("assurance");
        if (own.isPresent()) {
            clauses(s, own.get());
            return;
        }
        for (Map.Entry<String, Values> tier : papers.above().entrySet()) {
            var inherited = tier.getValue().optionalGroup("assurance");
            if (inherited.isPresent()) {
                s.inset("This " + papers.tier().word() + " has no such terms of its own. These are those of "
                        + papers.reference(tier.getKey(), tier.getValue()) + ", within which it lies.");
                clauses(s, inherited.get());
                return;
            }
        }
        s.warning("Neither this document nor the tiers above it say how rights are met.");
    }

    private static void clauses(Section s, Values terms) {
        Papers.clause(s, "People who ask for their data", terms.text("access"));
        Papers.clause(s, "Objections", terms.text("objection"));
        Papers.clause(s, "Corrections", terms.text("correction"));
        Papers.clause(s, "Complaints", terms.text("complaint"));
        Papers.clause(s, "Freedom of information", terms.text("freedom-of-information"));
        Papers.clause(s, "Privacy notice", terms.text("privacy-notice"));
        Papers.clause(s, "What the impact assessment found", terms.text("impact-assessment"));
        Papers.clause(s, "Breaches", terms.text("breach"));
        Papers.clause(s, "Audit", terms.text("audit"));
        Papers.clause(s, "Training", terms.text("training"));
        Papers.clause(s, "Indemnity", terms.text("indemnity"));
        Papers.clause(s, "Forms for requests and decisions", terms.text("forms"));
    }
}
