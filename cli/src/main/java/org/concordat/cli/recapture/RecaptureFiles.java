package org.concordat.cli.recapture;

import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.evaluation.recapture.ThreeLists.Model;

/** Writes estimate, overlaps and models, for publication as far as they may be, and whole to be kept. */
final class RecaptureFiles {
    private RecaptureFiles() {}

    static void write(NewFolder folder, Findings findings) {
        estimate(folder, findings);
        overlaps(folder, "publish/", findings, findings.rounded());
        overlaps(folder, "keep/", findings, false);
        if (!findings.models().isEmpty()) {
            models(folder, "publish/", findings, findings.rounded());
            models(folder, "keep/", findings, false);
        }
    }

    private static void estimate(NewFolder folder, Findings findings) {
        FigureFile.titled("Estimate", "How many people there are, from how far lists of them overlap.")
                .number("value", "Value", "About so many")
                .number("lower", "Lower end", "Of the interval")
                .number("upper", "Upper end", "Of the interval")
                .number("confidence", "Confidence", "Of the interval")
                .hideable("seen", "Seen", "How many are on some list", true)
                .text("method", "Method", "How it was made")
                .text("status", "Status", "e: estimated; u: rests on so few that it should not be relied on")
                .note(
                        findings.rounded()
                                ? "In round numbers, since exact ones would give small counts away."
                                : "To whole people.")
                .note(
                        "Only as good as its suppositions: nobody comes or goes, links are right, lists cover the same people.")
                .writeInto(folder, "publish/estimate.csv", rows -> {
                    rows.number(findings.value())
                            .number(findings.lower())
                            .number(findings.upper())
                            .number(findings.total().interval().orElseThrow().confidence());
                    if (findings.small().small((double) findings.overlaps().seen())) {
                        rows.hidden(1);
                    } else {
                        rows.count(findings.overlaps().seen());
                    }
                    rows.text(findings.total().method())
                            .text(findings.total().status().symbol())
                            .end();
                });
    }

    private static void overlaps(NewFolder folder, String where, Findings findings, boolean hidden) {
        Overlaps overlaps = findings.overlaps();
        FigureFile.titled("Overlaps", "How many people are on which lists.")
                .text("lists", "Lists", "On these and no other; or on a list, whatever others")
                .hideable("persons", "Persons", "How many", true)
                .text("status", "Status", "c: hidden, since one of the counts is of few and follows from the others")
                .key("lists")
                .note(findings.small().note())
                .writeInto(folder, where + "overlaps.csv", rows -> {
                    for (int c = 1; c < overlaps.counts().size(); c++) {
                        overlap(rows, overlaps.words(c), overlaps.counts().get(c), hidden);
                    }
                    for (int l = 0; l < overlaps.lists().size(); l++) {
                        overlap(rows, overlaps.lists().get(l) + ", in all", overlaps.on(l), hidden);
                    }
                });
    }

    private static void overlap(FigureFile.Rows rows, String lists, long persons, boolean hidden) {
        rows.text(lists);
        if (hidden) {
            rows.hidden(1).text(SmallCounts.MARK).end();
        } else {
            rows.count(persons).text("").end();
        }
    }

    private static void models(NewFolder folder, String where, Findings findings, boolean hidden) {
        FigureFile.titled("Models", "Eight ways in which three lists may depend on each other, best first.")
                .text("dependences", "Dependences", "Which lists depend on each other")
                .hideable("deviance", "Deviance", "How far the model is from the counts seen", false)
                .hideable("akaike", "Akaike", "Deviance and twice the number of terms; smaller is better", false)
                .hideable("unseen", "Unseen", "How many are on no list", false)
                .estimate("How many were seen", "Share of all that was seen")
                .text("status", "Status", "c: hidden, since it would give a small count away")
                .key("dependences")
                .note(findings.small().note())
                .writeInto(folder, where + "models.csv", rows -> {
                    for (Model model : findings.models()) {
                        rows.text(findings.words(model));
                        if (hidden) {
                            rows.hidden(9)
                                    .text(model.total().method())
                                    .text(SmallCounts.MARK)
                                    .end();
                        } else {
                            rows.number(model.deviance())
                                    .number(model.akaike())
                                    .number(model.unseen())
                                    .estimate(model.total())
                                    .text(model.total().status().symbol())
                                    .end();
                        }
                    }
                });
    }
}
