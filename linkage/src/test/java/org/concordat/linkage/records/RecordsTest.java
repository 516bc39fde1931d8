package org.concordat.linkage.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.People;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static Column column(Records records, Attribute attribute) {
        return Objects.requireNonNull(records.column(attribute));
    }

    @Test
    void givesEqualValuesOneCodeInOrderOfFirstAppearance() {
        Records records = People.with(Attribute.SURNAME)
                .row("shaw")
                .row("ford")
                .row("shaw")
                .records();
        Column surnames = column(records, Attribute.SURNAME);
        assertThat(List.of(surnames.code(0), surnames.code(1), surnames.code(2)))
                .containsExactly(1, 2, 1);
        assertThat(surnames.distinct()).isEqualTo(2);
        assertThat(surnames.value(2)).isEqualTo("ford");
        assertThat(surnames.count(1)).isEqualTo(2);
        assertThat(surnames.values()).containsExactly("", "shaw", "ford");
    }

    @Test
    void countsAMissingAndAnEmptyValueAsMissing() {
        Records records = People.with(Attribute.SURNAME)
                .row((String) null)
                .row("")
                .row("ford")
                .records();
        Column surnames = column(records, Attribute.SURNAME);
        assertThat(surnames.code(0)).isZero();
        assertThat(surnames.code(1)).isZero();
        assertThat(surnames.present()).isEqualTo(1);
        assertThat(surnames.count(0)).isZero();
    }

    @Test
    void leavesAColumnWithoutAnyValueOut() {
        Records records = People.with(Attribute.SURNAME, Attribute.SEX)
                .row("shaw", null)
                .row("ford", "")
                .records();
        assertThat(records.column(Attribute.SEX)).isNull();
        assertThat(records.attributes()).containsExactly(Attribute.SURNAME);
    }

    @Test
    void keepsManyMoreDistinctValuesThanItMadeRoomForAtFirst() {
        People people = People.with(Attribute.SURNAME);
        for (int r = 0; r < 5_000; r++) {
            people.row("name" + r);
        }
        Records records = people.records();
        assertThat(column(records, Attribute.SURNAME).distinct()).isEqualTo(5_000);
        assertThat(column(records, Attribute.SURNAME).value(4_321)).isEqualTo("name4320");
        assertThat(records.id(4_999)).isEqualTo("r4999");
    }

    @Test
    void knowsTheSourceOfEachRecord() {
        Records records = People.with(Attribute.SURNAME)
                .source("council")
                .row("shaw")
                .row("ford")
                .source("hospital")
                .row("wells")
                .records();
        assertThat(records.sources()).containsExactly("council", "hospital");
        assertThat(records.source(1)).isZero();
        assertThat(records.source(2)).isEqualTo(1);
        assertThat(records.sourceSize(0)).isEqualTo(2);
        assertThat(records.sourceSize(1)).isEqualTo(1);
    }

    @Test
    void givesNoRecordToAnEmptySource() {
        Records records = People.with(Attribute.SURNAME)
                .source("first, empty")
                .source("council")
                .row("shaw")
                .row("ford")
                .source("hospital")
                .row("wells")
                .source("school, empty")
                .source("also empty")
                .source("police")
                .row("burys")
                .source("last, empty")
                .records();
        assertThat(List.of(records.source(0), records.source(1), records.source(2), records.source(3)))
                .containsExactly(1, 1, 2, 5);
        assertThat(records.sourceSize(3)).isZero();
    }

    @Test
    void refusesTwoSourcesOfOneName() {
        People people = People.with(Attribute.SURNAME).source("council").row("shaw");
        assertThatThrownBy(() -> people.source("council"))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("council")
                .hasMessageEndingWith("(LINK-SOURCE-TWICE)");
    }

    @Test
    void refusesTwoColumnsOfOneAttribute() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Records.of(List.of(Attribute.SURNAME, Attribute.SURNAME)))
                .withMessageContaining("SURNAME");
    }

    @Test
    void refusesARowOfAnotherLength() {
        Records.Builder builder = Records.of(List.of(Attribute.SURNAME)).source("council");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add("1", new String[] {"shaw", "ford"}))
                .withMessageContaining("expected 1 values, given 2");
    }

    @Test
    void refusesARecordBeforeItsSourceIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Records.of(List.of(Attribute.SURNAME)).add("1", new String[] {"shaw"}));
    }

    @Test
    void neverShowsAValue() {
        Records records = People.with(Attribute.SURNAME).row("shaw").records();
        assertThat(records.toString()).isEqualTo("Records[1 from 1 sources]");
    }
}
