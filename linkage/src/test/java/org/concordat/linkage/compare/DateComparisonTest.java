package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DateComparisonTest {
    @Test
    void givesEachPairTheStrongestKindThatFitsBothWaysRound() {
        for (List<String> row : KnownAnswers.of("dates.csv")) {
            int left = Integer.parseInt(row.get(0));
            int right = Integer.parseInt(row.get(1));
            DateAgreement expected = DateAgreement.valueOf(row.get(2));
            assertThat(DateComparison.compare(left, right)).as("%s", row).isEqualTo(expected);
            assertThat(DateComparison.compare(right, left)).as("%s", row).isEqualTo(expected);
            assertThat(DateComparison.level(left, right)).as("%s", row).isEqualTo(expected.level());
        }
    }

    @Test
    void numbersTheKindsInTheirOrder() {
        DateAgreement[] kinds = DateAgreement.values();
        for (int i = 0; i < kinds.length; i++) {
            assertThat(kinds[i].level()).isEqualTo(i);
        }
        assertThat(kinds[kinds.length - 1]).isEqualTo(DateAgreement.MISSING);
    }

    @Test
    void encodesDatesAndPartsOfDates() {
        assertThat(DateComparison.encode("1980-03-07")).isEqualTo(19800307);
        assertThat(DateComparison.encode("1980-03")).isEqualTo(19800300);
        assertThat(DateComparison.encode("1980")).isEqualTo(19800000);
    }

    @Test
    void encodesWhatIsNoDateAsMissing() {
        for (String text : List.of(
                "", "07/03/1980", "1980-13-01", "1980-01-32", "1980-1-1", "1980x01x01", "198a", "1980-0a-01", "１９８０")) {
            assertThat(DateComparison.encode(text)).as(text).isZero();
        }
    }
}
