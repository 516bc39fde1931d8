package org.concordat.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.explain.LevelWeights;
import org.concordat.linkage.explain.Waterfall;
import org.concordat.linkage.scoring.Links;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.charts.WaterfallChart;
import org.concordat.pictures.pages.Section;

/** What each agreement is worth, and some pairs taken apart. */
final class ReasonsSection {
    private static final double NOTICEABLE_BITS = .3;

    private final Linkage linkage;

    ReasonsSection(Linkage linkage) {
        this.linkage = linkage;
    }

    void fill(Section s) {
        List<LevelWeights> weights = linkage.levelWeights();
        s.paragraph("Each comparison adds evidence when values agree and takes some away when they differ. How much was"
                + " learnt from these files: an agreement is strong when records of one person often have it (m) and"
                + " strangers seldom do (u). A missing value says nothing either way.");
        s.picture(strongestAndWeakest(weights));
        s.details("Every level of every comparison", inside -> weights.forEach(one -> inside.table(levels(one))));
        List<Example> examples = examples();
        if (!examples.isEmpty()) {
            s.subsection("Some pairs taken apart", inside -> {
                inside.paragraph(
                        "Values are left out; the names of the levels say how far they agree. Agreement on a rare"
                                + " value counts for more than on a common one, and two records at one address are weighed as"
                                + " perhaps two members of one household.");
                examples.forEach(example -> inside.picture(picture(example)));
            });
        }
    }

    private static BarChart strongestAndWeakest(List<LevelWeights> weights) {
        BarChart chart = BarChart.of("What agreement and difference are worth")
                .rowsAre("Comparison")
                .amounts("bits", Numbers.SIGNED)
                .series("agrees fully", "differs")
                .saying("For one comparison alone. Fuller tables are folded below.");
        for (LevelWeights one : weights) {
            chart.group(
                    one.comparison(),
                    finite(one.levels().getFirst().bits()),
                    finite(one.levels().getLast().bits()));
        }
        return chart;
    }

    private static double finite(double bits) {
        return Double.isFinite(bits) ? bits : Double.NaN;
    }

    private static NumberTable levels(LevelWeights weights) {
        NumberTable table = NumberTable.of("Comparison: " + weights.comparison(), "Level")
                .numbers("In one person (m)", "In strangers (u)", "Bits");
        for (LevelWeights.Level level : weights.levels()) {
            table = table.row(
                    level.words(),
                    Figures.percent(level.m()),
                    Figures.chance(level.u()),
                    Numbers.SIGNED.write(finite(level.bits())));
        }
        return table;
    }

    private record Example(String title, int link) {}

    /** Pairs that show the range: one beyond doubt, one joined, one just below the threshold, one doubtful. */
    private List<Example> examples() {
        Links links = linkage.links();
        double threshold = linkage.settings().personThreshold();
        double bits = Math.log(threshold / (1 - threshold)) / Math.log(2);
        List<Example> examples = new ArrayList<>();
        addNearest(examples, "A pair beyond doubt", links, 40);
        addNearest(examples, "A pair just strong enough", links, bits + 1);
        addNearest(examples, "A pair not quite strong enough", links, bits - 1);
        addNearest(examples, "A doubtful pair", links, -3);
        return examples;
    }

    private static void addNearest(List<Example> examples, String title, Links links, double bits) {
        int nearest = -1;
        for (int l = 0; l < links.size(); l++) {
            if (nearest < 0 || Math.abs(links.bits(l) - bits) < Math.abs(links.bits(nearest) - bits)) {
                nearest = l;
            }
        }
        int found = nearest;
        if (found >= 0 && examples.stream().noneMatch(example -> example.link() == found)) {
            examples.add(new Example(title, found));
        }
    }

    private WaterfallChart picture(Example example) {
        Links links = linkage.links();
        Waterfall waterfall = linkage.explain(links.left(example.link()), links.right(example.link()));
        WaterfallChart chart = WaterfallChart.of(example.title()).amounts("bits", Numbers.SIGNED);
        for (Bar bar : bars(waterfall)) {
            if (bar.isStart()) {
                chart.start(bar.label(), bar.bits());
            } else {
                chart.step(bar.label(), bar.bits(), bar.words());
            }
        }
        return chart.end("Match weight")
                .saying("Together " + Numbers.SIGNED.write(waterfall.bits()) + " bits: a probability of "
                        + Figures.percent(waterfall.probability()) + ".");
    }

    private record Bar(String label, String words, double bits, boolean isStart) {}

    /** The steps with something to say; what rarity adds stands with the comparison that it belongs to. */
    private static List<Bar> bars(Waterfall waterfall) {
        List<Bar> bars = new ArrayList<>();
        for (Waterfall.Step step : waterfall.steps()) {
            switch (step.part()) {
                case PRIOR -> bars.add(new Bar("Before any comparison", step.words(), step.bits(), true));
                case AGREEMENT -> {
                    if (!step.words().equals(Waterfall.MISSING)) {
                        bars.add(new Bar(capital(step.name()), step.words(), step.bits(), false));
                    }
                }
                case RARITY -> {
                    Bar before = bars.removeLast();
                    bars.add(new Bar(
                            before.label(),
                            before.words() + rarity(step.bits()),
                            before.bits() + step.bits(),
                            before.isStart()));
                }
                case OTHER_RECORDS -> bars.add(new Bar(capital(step.name()), step.words(), step.bits(), false));
            }
        }
        return bars;
    }

    private static String rarity(double bits) {
        if (Math.abs(bits) < NOTICEABLE_BITS) {
            return "";
        }
        return bits > 0 ? ", and in fewer records than most values" : ", but in more records than most values";
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
