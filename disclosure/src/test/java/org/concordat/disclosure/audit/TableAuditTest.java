package org.concordat.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.audit.TableAudit.HiddenCell;
import org.concordat.disclosure.audit.TableAudit.Result;
import org.concordat.disclosure.tables.Dimension;
import org.junit.jupiter.api.Test;

class TableAuditTest {
    private static final Dimension WARD = Dimension.flat("ward", "Total", List.of("north", "south"));
    private static final Dimension AGE = Dimension.flat("age", "Total", List.of("young", "old"));

    @Test
    void tellsBetweenWhichCountsEachHiddenCellLies() {
        TableAudit audit = wards("c", "c", "c", "c");
        assertThat(audit.run(5)).isInstanceOfSatisfying(Result.Audited.class, audited -> {
            assertThat(audited.cells())
                    .extracting(HiddenCell::inferred)
                    .containsExactly(
                            new Inference(0, 13, 0, 13),
                            new Inference(7, 20, 7, 20),
                            new Inference(0, 13, 0, 13),
                            new Inference(0, 13, 0, 13));
            assertThat(audited.narrowerThan(5)).isEmpty();
        });
    }

    @Test
    void namesTheSumsFromWhichAHiddenCellFollows() {
        assertThat(wards("3", "c", "10", "3").run(1)).isInstanceOfSatisfying(Result.Audited.class, audited -> {
            HiddenCell cell = audited.narrowerThan(1).getFirst();
            assertThat(cell.name()).isEqualTo("ward north, age old");
            assertThat(cell.inferred()).isEqualTo(new Inference(17, 17, 17, 17));
            assertThat(cell.because()).containsAnyOf("ward north, age Total by age", "ward Total, age old by ward");
        });
    }

    @Test
    void anotherTableMayTellWhatOneHides() {
        TableAudit audit =
                wards("c", "c", "c", "c").figure("Young people", List.of("south", "young"), Figure.exact(10));
        assertThat(audit.run(1)).isInstanceOfSatisfying(Result.Audited.class, audited -> {
            assertThat(audited.narrowerThan(1)).hasSize(4);
            assertThat(audited.cells().get(2).because()).contains("its own figure in Young people");
        });
    }

    @Test
    void whoeverKnowsThatZerosArePublishedKnowsMore() {
        TableAudit audit = TableAudit.over(List.of(WARD), 1)
                .figure("Wards", List.of("Total"), Figure.exact(5))
                .figure("Wards", List.of("north"), Figure.hidden())
                .figure("Wards", List.of("south"), Figure.hidden());
        assertThat(audit.run(1))
                .isInstanceOfSatisfying(
                        Result.Audited.class,
                        audited -> assertThat(audited.cells())
                                .extracting(HiddenCell::inferred)
                                .containsOnly(new Inference(1, 4, 1, 4)));
    }

    @Test
    void saysWhichTotalsDoNotAddUp() {
        assertThat(wards("3", "18", "10", "2").run(1))
                .isEqualTo(new Result.Contradictory(
                        List.of("ward north, age Total by age", "ward south, age Total by age")));
    }

    @Test
    void saysWhichSumsCannotHoldTogetherThoughEachAloneCould() {
        // Young people: north hides at most 4, south publishes 3, together they are 13.
        TableAudit audit = TableAudit.over(List.of(WARD, AGE), 0)
                .figure("Wards", List.of("north", "young"), Figure.hidden())
                .figure("Wards", List.of("north", "old"), Figure.hidden())
                .figure("Wards", List.of("north", "Total"), Figure.exact(4))
                .figure("Wards", List.of("south", "young"), Figure.exact(3))
                .figure("Wards", List.of("Total", "young"), Figure.exact(13));
        assertThat(audit.run(1))
                .isEqualTo(new Result.Contradictory(
                        List.of("ward Total, age young by ward", "ward north, age Total by age")));
    }

    @Test
    void saysWhereTwoTablesDisagree() {
        TableAudit audit = wards("c", "c", "c", "c").figure("Wards", List.of("Total", "young"), Figure.exact(14));
        assertThat(audit.run(1))
                .isEqualTo(new Result.Contradictory(
                        List.of("what is said of ward Total, age young in Age by ward and in Wards")));
    }

    @Test
    void takesRoundedFiguresForTheirRanges() {
        TableAudit audit = TableAudit.over(List.of(WARD), 0)
                .figure("Wards", List.of("Total"), Figure.rounded(10, 5))
                .figure("Wards", List.of("north"), Figure.rounded(5, 5))
                .figure("Wards", List.of("south"), Figure.hidden());
        assertThat(audit.run(1))
                .isInstanceOfSatisfying(
                        Result.Audited.class,
                        audited -> assertThat(audited.cells())
                                .extracting(HiddenCell::inferred)
                                .containsExactly(new Inference(1, 9, 1, 9)));
    }

    /** Totals: north 20, south 13; young 13, old 20. */
    private static TableAudit wards(String northYoung, String northOld, String southYoung, String southOld) {
        TableAudit audit = TableAudit.over(List.of(WARD, AGE), 0);
        say(audit, "north", "young", northYoung);
        say(audit, "north", "old", northOld);
        say(audit, "south", "young", southYoung);
        say(audit, "south", "old", southOld);
        say(audit, "north", "Total", "20");
        say(audit, "south", "Total", "13");
        say(audit, "Total", "young", "13");
        say(audit, "Total", "old", "20");
        say(audit, "Total", "Total", "33");
        return audit;
    }

    private static void say(TableAudit audit, String ward, String age, String count) {
        audit.figure(
                "Age by ward",
                List.of(ward, age),
                count.equals("c") ? Figure.hidden() : Figure.exact(Long.parseLong(count)));
    }
}
