package org.concordat.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The years that names of periods stand for. */
final class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2021, 2021, 2022",
        "2021-03-21, 2021, 2022",
        "2020/21, 2020, 2021",
        "2020/2021, 2020, 2021",
        "2019-21, 2019, 2022",
        "2019 - 21, 2019, 2022",
        "2017\u20132019, 2017, 2020"
    })
    void areReadFromTheUsualNames(String name, int from, int to) {
        assertThat(Period.of(name)).contains(new Period(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2021-07", "2021 Q3", "July 2021", "2017-10 to 2018-11", "2019-2018", "21"})
    void areNoneOfMonthsAndQuarters(String name) {
        assertThat(Period.of(name)).isEmpty();
    }
}
