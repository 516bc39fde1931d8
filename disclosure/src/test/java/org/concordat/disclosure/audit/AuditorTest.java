package org.concordat.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.audit.Release.Published;
import org.junit.jupiter.api.Test;

class AuditorTest {
    private static final Auditor USUAL = new Auditor(Protection.usual());

    @Test
    void refusesAnOldWardLessANewWardThatLeavesAHandfulOfHouses() {
        // Atoms: the ward as it is now, the handful of houses that went to its neighbour.
        long[] truth = {812, 3};
        Releases released =
                accepted(USUAL.judge(Releases.none(), release("Wards of 2017", exact("old ward", truth, 0, 1)), truth));
        Verdict verdict = USUAL.judge(released, release("Wards of 2023", exact("new ward", truth, 0)), truth);
        Leak leak = onlyLeak(verdict);
        assertThat(leak.exactlyKnown()).isTrue();
        assertThat(leak.atoms()).containsExactly(1);
        assertThat(leak.inWords())
                .isEqualTo("what is in old ward but not in new ward is known to be 3, from old ward (Wards of 2017),"
                        + " less new ward (Wards of 2023)");
    }

    @Test
    void acceptsTheNewWardRoundedSoThatTheHandfulStaysUncertain() {
        long[] truth = {812, 3};
        Releases released = Releases.none().with(release("Wards of 2017", exact("old ward", truth, 0, 1)));
        Release rounded =
                release("Wards of 2023", new Published(Cell.of("new ward", 0), Figure.roundedEitherWay(810, 10)));
        assertThat(USUAL.judge(released, rounded, truth)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void refusesThisMonthsTotalWhereOnePersonWasAddedAndNobodyCanLeave() {
        long[] truth = {64, 1};
        Releases released = accepted(
                USUAL.judge(Releases.none(), release("Ever referred, May", exact("referred", truth, 0)), truth));
        Leak leak = onlyLeak(
                USUAL.judge(released, release("Ever referred, June", exact("referred by June", truth, 0, 1)), truth));
        assertThat(leak.inferred()).isEqualTo(new Inference(1, 1, 1, 1));
        assertThat(leak.group()).isEqualTo("what is in referred by June but not in referred");
    }

    @Test
    void acceptsThisMonthsTotalWherePeopleAlsoLeave() {
        // Atoms: those there in both months, those who left, those who came.
        long[] truth = {600, 2, 1};
        Releases released =
                accepted(USUAL.judge(Releases.none(), release("May", exact("clients in May", truth, 0, 1)), truth));
        Verdict verdict = USUAL.judge(released, release("June", exact("clients in June", truth, 0, 2)), truth);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void refusesTheSecondOfTwoLinkedTablesFromWhichK3Follows() {
        // sdcTools/sdcTable: regions by county and by size; K = 10 - 7 = 3 from county-1 against small.
        String[] names = {"A", "B", "I", "J", "K", "L", "M", "N"};
        long[] truth = {2, 2, 8, 8, 3, 3, 3, 7};
        Auditor notExactly = new Auditor(new Protection(4, 1));
        List<Published> regions = new ArrayList<>();
        for (int r = 0; r < truth.length; r++) {
            Cell cell = Cell.of("region " + names[r], r);
            regions.add(new Published(cell, truth[r] < 4 ? Figure.hidden() : Figure.exact(truth[r])));
        }
        List<Published> counties = new ArrayList<>(regions);
        counties.add(exact("county-1", truth, 0, 1, 2, 3));
        counties.add(exact("county-2", truth, 4, 5, 6, 7));
        List<Published> sizes = new ArrayList<>(regions);
        sizes.add(exact("small", truth, 0, 1, 2, 3, 4, 7));
        sizes.add(exact("BIG", truth, 5, 6));
        Releases released =
                accepted(notExactly.judge(Releases.none(), new Release("Regions by county", counties), truth));
        assertThat(notExactly.judge(Releases.none(), new Release("Regions by size", sizes), truth))
                .isInstanceOf(Verdict.Accepted.class);
        Leak leak = onlyLeak(notExactly.judge(released, new Release("Regions by size", sizes), truth));
        assertThat(leak.group()).isEqualTo("region K");
        assertThat(leak.inferred()).isEqualTo(new Inference(3, 3, 3, 3));
        // The source's way is small less county-1 less N; county-2 less BIG less N is as good.
        assertThat(leak.inWords())
                .isEqualTo("region K is known to be 3, from county-2 (Regions by county), less region N (Regions by"
                        + " size), less BIG (Regions by size)");
    }

    @Test
    void refusesASmallCountThatIsPublishedAsItIs() {
        long[] truth = {4};
        Leak leak = onlyLeak(USUAL.judge(Releases.none(), release("A table", exact("a cell", truth, 0)), truth));
        assertThat(leak.group()).isEqualTo("a cell");
    }

    @Test
    void acceptsThatTheSumOfTwoHiddenCellsOfOneTableFollows() {
        // 10 less 7 is 3, of two hidden cells; which of them is 1 and which 2 nobody can tell.
        long[] truth = {7, 1, 2};
        Auditor notExactly = new Auditor(new Protection(6, 1));
        Release table = release(
                "A table",
                exact("total", truth, 0, 1, 2),
                exact("large", truth, 0),
                new Published(Cell.of("small", 1), Figure.hidden()),
                new Published(Cell.of("smaller", 2), Figure.hidden()));
        assertThat(notExactly.judge(Releases.none(), table, truth)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void refusesARestThatTheTableItselfDoesNotBreakDown() {
        // Everybody and those of working age: the three others are a group of their own, though no cell.
        long[] truth = {7, 3};
        Auditor notExactly = new Auditor(new Protection(6, 1));
        Release table = release("A table", exact("everybody", truth, 0, 1), exact("of working age", truth, 0));
        assertThat(onlyLeak(notExactly.judge(Releases.none(), table, truth)).group())
                .isEqualTo("what is in everybody but not in of working age");
    }

    @Test
    void refusesTheTownOfWhichAllWardsButAFewHousesAreKnown() {
        // It takes three figures: the town less both wards.
        long[] truth = {500, 700, 2};
        Releases released = accepted(USUAL.judge(
                Releases.none(), release("Wards", exact("ward 1", truth, 0), exact("ward 2", truth, 1)), truth));
        Leak leak = onlyLeak(USUAL.judge(released, release("Town", exact("town", truth, 0, 1, 2)), truth));
        assertThat(leak.atoms()).containsExactly(2);
        assertThat(leak.because().getFirst().terms()).hasSize(3);
    }

    @Test
    void holdsWhatWasKnownBeforeAgainstNoLaterRelease() {
        long[] truth = {3, 50};
        Releases legacy = Releases.none().with(release("Before there was a gate", exact("a cell", truth, 0)));
        Verdict verdict = USUAL.judge(legacy, release("Another", exact("elsewhere", truth, 1)), truth);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
            assertThat(accepted.standing())
                    .singleElement()
                    .satisfies(leak -> assertThat(leak.group()).isEqualTo("a cell"));
            assertThat(accepted.releases().all()).hasSize(2);
        });
    }

    @Test
    void refusesToJudgeFiguresThatAreNotThoseOfTheDataAndNamesNoFigure() {
        long[] truth = {41};
        Release wrong = release("A table", new Published(Cell.of("a cell", 0), Figure.exact(40)));
        assertThatThrownBy(() -> USUAL.judge(Releases.none(), wrong, truth))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a cell")
                .hasMessageNotContaining("41")
                .hasMessageNotContaining("40");
    }

    @Test
    void whatARoundedFigureTellsIsItsRange() {
        assertThat(Figure.rounded(5, 5)).isEqualTo(new Figure.Between(3, 7));
        assertThat(Figure.rounded(10, 10)).isEqualTo(new Figure.Between(5, 14));
        assertThat(Figure.rounded(0, 3)).isEqualTo(new Figure.Between(0, 1));
        assertThat(Figure.roundedEitherWay(3, 3)).isEqualTo(new Figure.Between(1, 5));
        assertThat(Figure.perturbed(1, 2)).isEqualTo(new Figure.Between(0, 3));
        assertThatThrownBy(() -> Figure.rounded(7, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Published exact(String name, long[] truth, int... atoms) {
        Cell cell = Cell.of(name, atoms);
        return new Published(cell, Figure.exact(cell.count(truth)));
    }

    private static Release release(String name, Published... figures) {
        return new Release(name, List.of(figures));
    }

    private static Releases accepted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).releases();
    }

    private static Leak onlyLeak(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        List<Leak> leaks = ((Verdict.Refused) verdict).leaks();
        assertThat(leaks).hasSize(1);
        return leaks.getFirst();
    }
}
