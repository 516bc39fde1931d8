package org.concordat.cli.report;

import java.util.List;
import org.concordat.linkage.judge.ClericalEstimate;
import org.concordat.linkage.judge.Interval;
import org.concordat.linkage.judge.Quality;
import org.concordat.linkage.judge.TruthScore;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.scoring.Links;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.CalibrationChart;
import org.concordat.pictures.charts.Histogram;
import org.concordat.pictures.charts.LineChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.Section;

/** How far the links can be trusted: by truth or labels where there are any, else by the model's own word. */
final class SurenessSection {
    private static final int MOST_BINS = 40;
    private static final double MOST_BITS_DRAWN = 20;
    private static final double LN2 = Math.log(2);
    /** Groups of fewer pairs say too little about a probability. */
    private static final int LEAST_PAIRS_OF_A_TENTH = 20;

    private static final Numbers THREE = Numbers.decimals(3);

    private final LinkFacts facts;
    private final double threshold;

    SurenessSection(LinkFacts facts) {
        this.facts = facts;
        this.threshold = facts.linkage().settings().personThreshold();
    }

    void fill(Section s) {
        TruthScore truth = facts.judgement().truth();
        ClericalEstimate review = facts.judgement().review();
        if (truth != null) {
            s.subsection("Beside the truth", inside -> truth(inside, truth));
        }
        if (review != null) {
            s.subsection("By a reviewer's labels", inside -> review(inside, review));
        }
        if (truth == null && review == null) {
            s.inset(
                    "Nobody said which records really are one person, so the probabilities are the model's own estimate."
                            + " To know more, label the pairs of clerical-sample.csv and run again with --review, or name a"
                            + " column that says who is who with --truth.");
        }
        s.subsection("By the model's own word", this::own);
    }

    private void truth(Section s, TruthScore truth) {
        Quality persons = truth.persons();
        s.keyFigures(
                new KeyFigure(Figures.percent(persons.precision()), "of pairs put together are right (precision)"),
                new KeyFigure(Figures.percent(persons.recall()), "of true pairs were found (recall)"),
                new KeyFigure(THREE.write(persons.f1()), "F1, one figure for both (their harmonic mean)"));
        s.paragraph("The truth names " + Figures.count(truth.truePairs())
                + " pairs of records that are one person. It was opened only after the linking was done. "
                + compared(facts.judgement().candidatesShare()));
        if (truth.curve().stream()
                        .filter(point -> point.bits() <= MOST_BITS_DRAWN)
                        .count()
                > 1) {
            s.picture(curve(truth));
        }
        s.table(atThresholds(truth));
        if (truth.tenths().stream().anyMatch(tenth -> tenth.pairs() >= LEAST_PAIRS_OF_A_TENTH)) {
            s.picture(calibration(truth));
        }
    }

    private static String compared(double share) {
        return share >= 1
                ? "All of them were compared."
                : Figures.percent(share)
                        + " of them were compared at all; the others share nothing that a rule looks for.";
    }

    private LineChart curve(TruthScore truth) {
        LineChart chart = LineChart.of("Precision, recall and F1 of links at every threshold")
                .saying(
                        "Further to the right only stronger evidence counts: fewer links are wrong, and more are missed.")
                .across("least match weight in bits", bits -> Numbers.SHORT.write(Math.rint(bits * 10) / 10))
                .up(
                        "share",
                        share -> share * 100 == Math.rint(share * 100) ? Figures.round(share) : Figures.percent(share))
                .upBetween(0, 1)
                .mark(Math.log(threshold / (1 - threshold)) / LN2, "joined from here");
        // Beyond, nothing is decided any more, and all lines only fall.
        List<TruthScore.Point> points = truth.curve().reversed().stream()
                .filter(point -> point.bits() <= MOST_BITS_DRAWN)
                .toList();
        chart.line("precision");
        points.forEach(p -> chart.point(p.bits(), p.quality().precision()));
        chart.line("recall");
        points.forEach(p -> chart.point(p.bits(), p.quality().recall()));
        chart.line("F1");
        points.forEach(p -> chart.point(p.bits(), p.quality().f1()));
        return chart;
    }

    private static NumberTable atThresholds(TruthScore truth) {
        NumberTable table = NumberTable.of("Links and persons beside the truth", "What counts as found")
                .numbers("Right", "Wrong", "Missed", "Precision", "Recall", "F1");
        for (TruthScore.Point at : truth.at()) {
            table = row(table, "links from " + Figures.round(at.probability()) + " on", at.quality());
        }
        TruthScore.Point best = truth.best();
        if (best != null) {
            table = row(table, "links at the best threshold, " + Figures.percent(best.probability()), best.quality());
        }
        return row(table, "records put together as one person", truth.persons());
    }

    private static NumberTable row(NumberTable table, String name, Quality quality) {
        return table.row(
                name,
                Figures.count(quality.right()),
                Figures.count(quality.wrong()),
                Figures.count(quality.missed()),
                Figures.percent(quality.precision()),
                Figures.percent(quality.recall()),
                THREE.write(quality.f1()));
    }

    private static CalibrationChart calibration(TruthScore truth) {
        CalibrationChart chart = CalibrationChart.of("Do the probabilities hold?")
                .cases("pairs")
                .tolerance(.05)
                .saying(
                        "Each point gathers the links of a tenth of probability. On the line the probability is honest; above"
                                + " it, links are right more often than it says. A group of few pairs strays by chance; the numbers"
                                + " say how many each has.");
        truth.tenths().stream()
                .filter(tenth -> tenth.pairs() >= LEAST_PAIRS_OF_A_TENTH)
                .forEach(tenth -> chart.group(tenth.meanProbability(), tenth.observed(), tenth.pairs()));
        return chart;
    }

    private static void review(Section s, ClericalEstimate review) {
        s.keyFigures(
                new KeyFigure(span(review.precision()), "of links are right (precision)"),
                new KeyFigure(span(review.recall()), "of the right pairs that were kept are links (recall)"));
        s.summary(
                        "Best estimate of precision",
                        Figures.percent(review.precision().estimate()))
                .summary(
                        "Best estimate of recall",
                        Figures.percent(review.recall().estimate()))
                .summary("Labels that counted", Figures.count(review.labelled()))
                .summary("Unsure", Figures.count(review.unsure()))
                .summary("Labelled pairs that are no links in this run", Figures.count(review.notLinked()));
        s.paragraph("The figures are for links from " + Figures.round(review.threshold())
                + " on, and the intervals are meant to hold the true figure 95 times in 100. Recall here knows only the"
                + " pairs that were kept: a match that no rule brought together, or that scored under 1%, is in no sample."
                + " Persons are joined over several links, so two records of one person need not be a link themselves;"
                + " such pairs are in neither figure.");
        NumberTable table = NumberTable.of("The labels, by band of probability", "From … up to")
                .numbers("Links", "Labelled", "Labelled match", "The model expected");
        for (ClericalEstimate.Band band : review.bands()) {
            table = table.row(
                    Figures.round(band.from()) + " … " + Figures.round(band.to()),
                    Figures.count(band.links()),
                    Figures.count(band.labelled()),
                    Figures.count(band.matches()),
                    Figures.percent(band.meanProbability()));
        }
        s.table(table);
    }

    private static String span(Interval interval) {
        return Figures.percent(interval.low()) + " to " + Figures.percent(interval.high());
    }

    private void own(Section s) {
        Links links = facts.linkage().links();
        s.paragraph(
                "The evidence for each pair is summed up in bits. One bit more doubles the odds that the two records"
                        + " are one person; at 0 bits it is one to one, at 6.6 bits 99 to 1.");
        if (links.size() > 0) {
            s.picture(weights(links));
        }
        long unsure = 0;
        double expectedWrong = 0;
        for (int l = 0; l < links.size(); l++) {
            double probability = PairScorer.probability(links.bits(l));
            unsure += probability >= .05 && probability < threshold ? 1 : 0;
            expectedWrong += probability >= threshold ? 1 - probability : 0;
        }
        s.summary("Pairs that are neither clear nor hopeless (5% up to the threshold)", Figures.count(unsure))
                .summary(
                        "Wrong links above the threshold, if the probabilities hold",
                        "about " + Figures.count(Math.round(expectedWrong)));
        s.paragraph(
                "Do not rely on that last figure alone. The model cannot see what deceives it, such as a father and a"
                        + " son of one name at one address. On test files whose truth is known, between half as many and six"
                        + " times as many links were wrong. Labels or a truth tell.");
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
        Histogram chart = Histogram.of("How strong the evidence for each pair is")
                .saying("Pairs below 1% are not kept and not drawn. Far right: no doubt. Near the dashed line: worth a"
                        + " look.")
                .across("match weight in bits", Numbers.SHORT)
                .counts("pairs")
                .logarithmic()
                .mark(Math.log(threshold / (1 - threshold)) / LN2, "joined from " + Figures.round(threshold));
        for (int b = 0; b < bins; b++) {
            chart.bin(from + (double) b * width, from + (b + 1.0) * width, (double) counts[b]);
        }
        return chart;
    }
}
