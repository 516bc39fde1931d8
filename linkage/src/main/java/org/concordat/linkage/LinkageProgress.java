package org.concordat.linkage;

import org.concordat.linkage.blocking.BlockingPlan;
import org.concordat.linkage.blocking.Blocks;

/** Is told how far a linkage has come; called from several threads. */
public interface LinkageProgress {
    /** What is being done. */
    enum Stage {
        SAMPLE("looking at a sample"),
        TRAIN("learning what agreement is worth"),
        PLAN("choosing which pairs to compare"),
        COMPARE("comparing"),
        CLUSTER("joining records to persons"),
        HOUSEHOLDS("joining persons to households");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        /** In plain words. */
        public String words() {
            return words;
        }
    }

    /**
     * A stage begins.
     *
     * @param total how many steps it will have; 0 when that is not known
     */
    void begins(Stage stage, long total);

    /** Some steps of the stage are done. */
    void advances(long steps);

    /** The rules are chosen and nothing is compared yet; {@code blocks} says how many pairs each rule brings. */
    default void plans(BlockingPlan plan, Blocks blocks) {}

    /** Tells nobody. */
    static LinkageProgress silent() {
        return new LinkageProgress() {
            @Override
            public void begins(Stage stage, long total) {}

            @Override
            public void advances(long steps) {}
        };
    }
}
