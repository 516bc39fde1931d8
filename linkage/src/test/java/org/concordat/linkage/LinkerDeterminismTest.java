package org.concordat.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinkerDeterminismTest {
    /** Large enough that pairs are sampled, rules proposed and blocks made, not every pair compared. */
    private static final SmallTown TOWN = SmallTown.twoFiles(1_400, SmallTown.SEED);

    private static String expected = "";

    /** Not in a static initialiser: other threads would wait for this class while it waits for them. */
    @BeforeAll
    static void linkWithOneThread() {
        expected = answer(1, TOWN.records(), LinkageSettings.defaults());
        assertThat(expected.lines().count()).isGreaterThan(TOWN.size());
    }

    /** Everything that a linkage says, to the last bit. */
    private static String answer(int threads, Records records, LinkageSettings settings) {
        Linkage linkage;
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            linkage = pool.submit(() -> new Linker(settings, LinkageProgress.silent()).link(records))
                    .join();
        }
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < linkage.model().comparisons().size(); c++) {
            for (int l = 1; l <= linkage.model().comparisons().get(c).levelCount(); l++) {
                lines.add(linkage.model().m(c, l) + " " + linkage.model().u(c, l));
            }
        }
        for (int rule = 0; rule < linkage.plan().rules().size(); rule++) {
            lines.add(linkage.plan().rules().get(rule) + " " + linkage.comparedPairs(rule));
        }
        for (int l = 0; l < linkage.links().size(); l++) {
            lines.add(linkage.links().left(l) + " " + linkage.links().right(l) + " "
                    + linkage.links().bits(l));
        }
        for (int r = 0; r < records.size(); r++) {
            lines.add(linkage.person(r) + " " + linkage.household(r));
        }
        lines.add(linkage.bridges().toString());
        return String.join("\n", lines);
    }

    @Test
    void theSameRecordsGiveTheSameAnswerWhateverTheNumberOfThreads() {
        assertThat(answer(4, TOWN.records(), LinkageSettings.defaults()))
                .as(TOWN.seedNote())
                .isEqualTo(expected);
    }

    @Test
    void identifiersAreNeverLookedAt() {
        List<String> other = new ArrayList<>();
        for (int r = 0; r < TOWN.size(); r++) {
            other.add("id" + (r * 7_919L) % 1_000_003);
        }
        SmallTown renamed = TOWN.renamed(id -> other.removeLast());
        assertThat(answer(2, renamed.records(), LinkageSettings.defaults()))
                .as(TOWN.seedNote())
                .isEqualTo(expected);
    }

    @Test
    void aColumnWithoutAnyValueChangesNothing() {
        assertThat(answer(2, TOWN.withEmptyColumn(Attribute.EMAIL), LinkageSettings.defaults()))
                .as(TOWN.seedNote())
                .isEqualTo(expected);
    }

    @Test
    void anotherSeedMayChangeTheSampleButHardlyWhoIsWho() {
        Linkage one = new Linker(LinkageSettings.defaults(), LinkageProgress.silent()).link(TOWN.records());
        Linkage other =
                new Linker(LinkageSettings.defaults().withSeed(7), LinkageProgress.silent()).link(TOWN.records());
        int[] first = new int[TOWN.size()];
        int[] second = new int[TOWN.size()];
        for (int r = 0; r < first.length; r++) {
            first[r] = one.person(r);
            second[r] = other.person(r);
        }
        assertThat(Score.of(first, second).f1()).as(TOWN.seedNote()).isGreaterThan(.98);
    }
}
