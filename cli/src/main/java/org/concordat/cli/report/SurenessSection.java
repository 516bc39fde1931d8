package org.concordat.cli.report;

import org.concordat.linkage.scoring.Links;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.Histogram;
import org.concordat.pictures.pages.Section;

/** How far the links can be trusted: by truth or labels where there are any, else by the model's own word. */
final class SurenessSection {
    private static final int MOST_BINS = 40;
    private static final double LN2 = Math.log(2);

    private final LinkFacts facts;

    SurenessSection(LinkFacts facts) {
        this.facts = facts;
    }

    void fill(Section s) {
        Links links = facts.linkage().links();
        s.paragraph(
                "The evidence for each pair is summed up in bits. One bit more doubles the odds that the two records"
                        + " are one person; at 0 bits it is one to one, at 6.6 bits 99 to 1.");
        if (links.size() > 0) {
            s.picture(weights(links));
        }
        long unsure = 0;
        double expectedWrong = 0;
        double threshold = facts.linkage().settings().personThreshold();
        for (int l = 0; l < links.size(); l++) {
            double probability = 1 / (1 + Math.exp(-links.bits(l) * LN2));
            unsure += probability >= .05 && probability < threshold ? 1 : 0;
            expectedWrong += probability >= threshold ? 1 - probability : 0;
        }
        s.summary("Pairs that are neither clear nor hopeless (5% up to the threshold)", Figures.count(unsure))
                .summary(
                        "Wrong links above the threshold, if the probabilities hold",
                        Numbers.SHORT.write(expectedWrong));
        s.inset("Nobody said which records really are one person, so the probabilities are the model's own estimate. To"
                + " know more, label a sample by hand, or give a column with the truth by --truth.");
    }

    private Histogram weights(Links links) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int l = 0; l < links.size(); l++) {
            lowest = Math.min(lowest, links.bits(l));
            highest = Math.max(highest, links.bits(l));
        }
        int from = (int) Math.floor(lowest);
        int width = Math.max(1, (int) Math.ceil((highest - from + 1) / MOST_BINS));
        int bins = (int) Math.floor((highest - from) / width) + 1;
        long[] counts = new long[bins];
        for (int l = 0; l < links.size(); l++) {
            counts[(int) ((links.bits(l) - from) / width)]++;
        }
        double threshold = facts.linkage().settings().personThreshold();
        Histogram chart = Histogram.of("How strong the evidence for each pair is")
                .saying("Pairs below 1% are not kept and not drawn. Far right: no doubt. Near the dashed line: worth a"
                        + " look.")
                .across("match weight in bits", Numbers.SHORT)
                .counts("pairs")
                .logarithmic()
                .mark(Math.log(threshold / (1 - threshold)) / LN2, "joined from " + Figures.percent(threshold));
        for (int b = 0; b < bins; b++) {
            chart.bin(from + (double) b * width, from + (b + 1.0) * width, counts[b]);
        }
        return chart;
    }
}
