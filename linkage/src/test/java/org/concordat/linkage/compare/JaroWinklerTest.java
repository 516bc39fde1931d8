package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JaroWinklerTest {
    @Test
    void givesThePublishedAnswers() {
        for (List<String> row : KnownAnswers.of("jaro_winkler.csv")) {
            double expected = Double.parseDouble(row.get(2));
            assertThat(JaroWinkler.similarity(row.get(0), row.get(1)))
                    .as("%s", row)
                    .isCloseTo(expected, within(0.00005));
            assertThat(scored(row.get(0), row.get(1), JaroWinkler.ALWAYS_BOOST))
                    .as("%s", row)
                    .isCloseTo(expected, within(0.00005));
        }
    }

    @Test
    void addsTheBonusToPoorMatchesUnlessToldToDoAsThePeersDo() {
        double peers = JaroWinkler.BOOST_ABOVE_IN_PEERS;
        // DuckDB 2.0.0, jellyfish 1.3.0 and RapidFuzz 3.14.6 all give two thirds here.
        assertThat(JaroWinkler.similarity("abcdxyzq", "abcdmnop", peers)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(scored("abcdxyzq", "abcdmnop", peers)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(JaroWinkler.similarity("abcdxyzq", "abcdmnop")).isCloseTo(0.8, within(1e-12));
        assertThat(JaroWinkler.similarity("martha", "marhta", peers)).isCloseTo(0.9611, within(0.00005));
    }

    @Test
    void callsTwoEmptyValuesEqualAndAnEmptyOneUnlikeAnyOther() {
        assertThat(JaroWinkler.similarity("", "")).isEqualTo(1);
        assertThat(JaroWinkler.similarity("", "a")).isZero();
        assertThat(scored("", "a", JaroWinkler.ALWAYS_BOOST)).isZero();
        assertThat(scored("a", "", JaroWinkler.ALWAYS_BOOST)).isZero();
    }

    @Test
    void comparesValuesLongerThanAMachineWord() {
        String address = "flat 12 the old corn exchange, 114 to 116 upper market street, tideford on sea";
        assertThat(JaroWinkler.similarity(address, address)).isEqualTo(1);
        assertThat(JaroWinkler.similarity(address, address.replace("12", "21"))).isBetween(0.98, 0.9999);
        assertThat(scored(address, address.replace("12", "21"), JaroWinkler.ALWAYS_BOOST))
                .isEqualTo(JaroWinkler.similarity(address, address.replace("12", "21")));
    }

    @Test
    void scoresAPoolWithMoreCharactersThanBytesCanTellApart() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            values.add("张" + (char) (0x4e00 + i) + "martha");
        }
        TextPool pool = TextPool.of(values);
        JaroWinklerScorer scorer = new JaroWinklerScorer();
        scorer.fix(pool, 7);
        assertThat(pool.isWide()).isTrue();
        assertThat(scorer.against(9)).isEqualTo(JaroWinkler.similarity(values.get(7), values.get(9)));
        assertThat(scorer.against(7)).isEqualTo(1);
    }

    @Test
    void forgetsTheValueFixedBefore() {
        TextPool pool = TextPool.of(List.of("martha", "zzz", "marhta"));
        TextPool other = TextPool.of(List.of("qqqmartha", "jones"));
        JaroWinklerScorer scorer = new JaroWinklerScorer();
        scorer.fix(other, 0);
        scorer.fix(pool, 0);
        scorer.fix(pool, 1);
        assertThat(scorer.against(2)).isZero();
        scorer.fix(other, 1);
        assertThat(scorer.against(0)).isEqualTo(JaroWinkler.similarity("jones", "qqqmartha"));
    }

    @Test
    void refusesABoostThresholdThatIsNoSimilarity() {
        assertThatThrownBy(() -> new JaroWinklerScorer(7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("boostAbove: -1 to 1, given 7.0.");
    }

    private static double scored(String left, String right, double boostAbove) {
        JaroWinklerScorer scorer = new JaroWinklerScorer(boostAbove);
        scorer.fix(TextPool.of(List.of(left, right)), 0);
        return scorer.against(1);
    }
}
