package org.concordat.server.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class CodesTest {

    @Test
    void makesACodeOfAName() {
        assertThat(Codes.free("Tideford Council", taken -> false)).isEqualTo("tideford-council");
    }

    @Test
    void numbersANameThatIsTaken() {
        assertThat(Codes.free("Tideford Council", Set.of("tideford-council")::contains))
                .isEqualTo("tideford-council-2");
    }

    @Test
    void beginsWithALetterSinceTheLedgerTakesNothingElse() {
        assertThat(Codes.free("4th Wall Trust", taken -> false)).isEqualTo("body-4th-wall-trust");
        assertThat(Codes.free("??", taken -> false)).startsWith("body");
    }
}
