package org.concordat.cli.link;

import java.util.Locale;
import java.util.Map;
import org.concordat.cli.console.Screen;
import org.concordat.linkage.LinkageProgress;
import org.concordat.linkage.blocking.BlockingPlan;
import org.concordat.linkage.blocking.Blocks;

/** Shows how far the linkage has come, what will be compared, and measures its stages. */
final class LinkProgressTeller implements LinkageProgress {
    private static final Map<Stage, String> NAMES = Map.of(
            Stage.SAMPLE, "sampling",
            Stage.TRAIN, "training",
            Stage.PLAN, "planning",
            Stage.COMPARE, "scoring",
            Stage.CLUSTER, "clustering",
            Stage.HOUSEHOLDS, "households");

    private final Screen screen;
    private final StageClock clock;

    LinkProgressTeller(Screen screen, StageClock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    @Override
    public void begins(Stage stage, long total) {
        clock.begin(NAMES.getOrDefault(stage, stage.name().toLowerCase(Locale.ROOT)));
        screen.bar().begin(stage.words(), total);
    }

    @Override
    public void advances(long steps) {
        screen.bar().advance(steps);
    }

    @Override
    public void plans(BlockingPlan plan, Blocks blocks) {
        screen.say("");
        screen.say("Pairs to compare, by what their records have in common (a pair may have more than one):");
        long sum = 0;
        for (int r = 0; r < blocks.rules(); r++) {
            sum += blocks.pairs(r);
            String common = blocks.tooCommonValues(r) == 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "  (left to other rules: values that too many share, %,d of them)",
                            blocks.tooCommonValues(r));
            screen.say(String.format(
                    Locale.ROOT,
                    "  %,13d  %s%s",
                    blocks.pairs(r),
                    plan.rules().get(r).name(),
                    common));
        }
        screen.say(String.format(Locale.ROOT, "  %,13d  at most, together", sum));
    }
}
