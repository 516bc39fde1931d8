package org.concordat.measures.standardised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Age bands as tables write them. */
class AgeBandTest {

    @ParameterizedTest
    @CsvSource({
        "0-4, 0-4",
        "5 to 9, 5-9",
        "10 \u2013 14, 10-14",
        "Aged 15 to 19 years, 15-19",
        "90+, 90+",
        "90 +, 90+",
        "Aged 85 years and over, 85+",
        "Under 1, 0",
        "<5, 0-4",
        "7, 7",
        "Aged 4 years and under 9, !"
    })
    void isReadAsPublishedTablesWriteIt(String text, String printed) {
        if (printed.equals("!")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AgeBand.parse(text))
                    .withMessageContaining(text);
        } else {
            assertThat(AgeBand.parse(text)).hasToString(printed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "-4", "9-5", "4-", "1e2", "0-4-9", "<0", "1000-2000"})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AgeBand.parse(text));
    }

    @Test
    void bandsNamedByTheirYoungestAgeReachToTheNext() {
        assertThat(AgeBand.startingAt(List.of(0, 1, 5, 10)))
                .extracting(AgeBand::toString)
                .containsExactly("0", "1-4", "5-9", "10+");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeBand.startingAt(List.of(0, 5, 5)))
                .withMessageContaining("once");
    }
}
