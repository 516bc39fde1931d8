package org.concordat.cli.report;

import org.concordat.linkage.Linkage;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Section;

/** Which records were brought together to be compared, and by what. */
final class CandidatesSection {
    private final Linkage linkage;
    private final Judgement judgement;

    CandidatesSection(LinkFacts facts) {
        this.linkage = facts.linkage();
        this.judgement = facts.judgement();
    }

    private String trueShare() {
        return judgement.truth() == null
                ? " Only a column of truth (--truth) tells the true share."
                : " Here the truth is known: " + Figures.percent(judgement.candidatesShare())
                        + " of all true pairs were compared.";
    }

    void fill(Section s) {
        long size = linkage.records().size();
        double all = size * (size - 1) / 2.0;
        if (linkage.comparedPairs() == Math.round(all)) {
            s.paragraph("All " + Figures.count(linkage.comparedPairs())
                    + " possible pairs were compared, as there are few enough, so no match was left out unseen.");
            return;
        }
        s.paragraph(
                "Of " + Figures.count(Math.round(all)) + " possible pairs, " + Figures.count(linkage.comparedPairs())
                        + " were compared: those whose records have something in common. A match that no rule brings"
                        + " together is not found. The rules were chosen so that they find as many likely matches as the"
                        + " budget of pairs allows.");
        s.summary(
                "Share of the matches known to the model that the rules bring together",
                Figures.percent(linkage.plan().expectedCoverage()));
        s.paragraph("That is no share of all true matches, and as a rule it is higher. It counts only matches that the"
                + " model itself found probable in a sample of pairs. Two records of one person that are damaged in"
                + " everything that a rule looks for are missing from it."
                + trueShare());
        NumberTable table = NumberTable.of("The rules, in their order", "Records with the same …")
                .numbers("Pairs", "New pairs", "Values too common");
        for (int r = 0; r < linkage.blocks().rules(); r++) {
            table = table.row(
                    linkage.plan().rules().get(r).name(),
                    Figures.count(linkage.blocks().pairs(r)),
                    Figures.count(linkage.comparedPairs(r)),
                    Figures.count(linkage.blocks().tooCommonValues(r)));
        }
        s.table(table);
        s.paragraph(
                "New pairs are those that no earlier rule had brought. A value that too many records share says little"
                        + " and would bring too many pairs; records with it are left to the other rules.");
    }
}
