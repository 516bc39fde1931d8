package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostcodeComparisonTest {
    @Test
    void givesEachPairTheStrongestKindThatFitsBothWaysRound() {
        for (List<String> row : KnownAnswers.of("postcodes.csv")) {
            PostcodeAgreement expected = PostcodeAgreement.valueOf(row.get(2));
            assertThat(PostcodeComparison.compare(row.get(0), row.get(1)))
                    .as("%s", row)
                    .isEqualTo(expected);
            assertThat(PostcodeComparison.compare(row.get(1), row.get(0)))
                    .as("%s", row)
                    .isEqualTo(expected);
            assertThat(PostcodeComparison.level(
                            PostcodeComparison.pack(row.get(0)), PostcodeComparison.pack(row.get(1))))
                    .as("%s", row)
                    .isEqualTo(expected.level());
        }
    }

    @Test
    void numbersTheKindsInTheirOrder() {
        PostcodeAgreement[] kinds = PostcodeAgreement.values();
        for (int i = 0; i < kinds.length; i++) {
            assertThat(kinds[i].level()).isEqualTo(i);
        }
        assertThat(kinds[kinds.length - 1]).isEqualTo(PostcodeAgreement.MISSING);
    }

    @Test
    void packsEveryFormOfBritishCodeIntoItsOwnNumber() {
        List<String> codes =
                List.of("m11aa", "m111aa", "b338th", "w1a0ax", "cr26xh", "dn551pt", "ec1a1bb", "m1", "ec1a");
        assertThat(codes.stream().map(PostcodeComparison::pack).distinct()).hasSize(codes.size());
        assertThat(PostcodeComparison.compare("m11 1aa", "m1 11aa")).isEqualTo(PostcodeAgreement.EQUAL);
    }
}
