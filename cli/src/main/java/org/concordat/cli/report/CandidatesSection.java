package org.concordat.cli.report;

import org.concordat.linkage.Linkage;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Section;

/** Which records were brought together to be compared, and by what. */
final class CandidatesSection {
    private final Linkage linkage;

    CandidatesSection(Linkage linkage) {
        this.linkage = linkage;
    }

    void fill(Section s) {
        long size = linkage.records().size();
        double all = size * (size - 1) / 2.0;
        s.paragraph(
                "Of " + Figures.count(Math.round(all)) + " possible pairs, " + Figures.count(linkage.comparedPairs())
                        + " were compared: those whose records have something in common. The rules were chosen from these files so"
                        + " that they find as many likely matches as the budget of pairs allows. By the model's own estimate they find "
                        + Figures.percent(linkage.plan().expectedCoverage())
                        + " of all matches; a match that no rule brings together is not found.");
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
