package org.concordat.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryBudgetTest {
    private static final Noise NOISE = Noise.of(-2, .12, .18, .40, .18, .12);
    private static final QueryBudget BUDGET = QueryBudget.of(NOISE, .01);

    @Test
    void theSameCellAskedTwiceCostsNothingForItGetsTheSameAnswer() {
        QueryBudget once = granted(BUDGET.ask("all", List.of(Cell.of("all", 0, 1))));
        granted(once.ask("all again", List.of(Cell.of("all by another name", 0, 1))));
    }

    @Test
    void refusesBothSexesAfterBothTogether() {
        QueryBudget once = granted(BUDGET.ask("all", List.of(Cell.of("all", 0, 1))));
        assertThat(once.ask("by sex", List.of(Cell.of("women", 0), Cell.of("men", 1))))
                .isInstanceOfSatisfying(QueryBudget.Reply.Spent.class, spent -> {
                    // All is known by its own answer, and half as well by the sum of two.
                    assertThat(spent.information()).isCloseTo(1.5, within(1e-9));
                    assertThat(spent.allowed()).isCloseTo(1 + 1.0 / BUDGET.partsAllowed(), within(1e-12));
                });
    }

    @Test
    void grantsManyPartsAfterTheWholeButNotManyTimes() {
        int parts = 2 * BUDGET.partsAllowed();
        int[] everyone = IntStream.range(0, parts * parts * parts).toArray();
        QueryBudget budget = granted(BUDGET.ask("all", List.of(Cell.of("all", everyone))));
        budget = granted(budget.ask("one way", groups(everyone, parts, 1)));
        budget = granted(budget.ask("another way", groups(everyone, parts, parts)));
        assertThat(budget.ask("a third way", groups(everyone, parts, parts * parts)))
                .isInstanceOf(QueryBudget.Reply.Spent.class);
    }

    @Test
    void judgesATotalThatIsAskedForTogetherWithItsParts() {
        assertThat(BUDGET.ask("with totals", List.of(Cell.of("women", 0), Cell.of("men", 1), Cell.of("all", 0, 1))))
                .isInstanceOfSatisfying(
                        QueryBudget.Reply.Spent.class,
                        // Each of the three follows from the other two, half as well as from its own answer.
                        spent -> assertThat(spent.information()).isCloseTo(1.5, within(1e-9)));
    }

    @Test
    void whatIsRememberedIsSpentAsIfItHadBeenAsked() {
        QueryBudget remembered = BUDGET.remembering("all", List.of(Cell.of("all", 0, 1)));

        assertThat(remembered.answers()).isEqualTo(1);
        assertThat(remembered.ask("by sex", List.of(Cell.of("women", 0), Cell.of("men", 1))))
                .isInstanceOf(QueryBudget.Reply.Spent.class);
        granted(remembered.ask("all again", List.of(Cell.of("all", 0, 1))));
    }

    @Test
    void countsTheTotalOfATableThoughNobodyAskedForIt() {
        int parts = BUDGET.partsAllowed() - 1;
        int[] everyone = IntStream.range(0, parts * parts).toArray();
        QueryBudget budget = BUDGET;
        boolean spent = false;
        // Each way alone tells less than a direct answer; together they would tell more.
        budget = granted(budget.ask("one way", groups(everyone, parts, 1)));
        for (int shift = 1; shift < parts && !spent; shift++) {
            int by = shift;
            int[] turned = IntStream.range(0, everyone.length)
                    .map(i -> i / parts * parts + (i + by * (i / parts)) % parts)
                    .toArray();
            switch (budget.ask("way " + shift, groups(turned, parts, 1))) {
                case QueryBudget.Reply.Granted(QueryBudget left) -> budget = left;
                case QueryBudget.Reply.Spent reply -> spent = true;
            }
        }
        assertThat(spent).isTrue();
    }

    @Test
    void allowsNoSumsWhereTheNoiseIsEven() {
        // Any second look, however vague, tells an attacker which end is likelier.
        assertThat(QueryBudget.of(Noise.of(-2, .2, .2, .2, .2, .2), .01).partsAllowed())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void guessingFromTwoDrawsOfNoiseIsTheChanceOfTheLikeliestCount() {
        Noise coin = Noise.of(-1, .5, 0, .5);
        assertThat(coin.guessing()).isEqualTo(.5);
        // Two draws differ half of the time, and then the count lies between them.
        assertThat(coin.guessingWith(coin)).isCloseTo(.75, within(1e-12));
        assertThat(coin.plus(coin).probability(0)).isEqualTo(.5);
    }

    @Test
    void refusesNoiseThatIsWrongOnAverage() {
        assertThatThrownBy(() -> Noise.of(0, .5, .5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Noise.of(-1, .5, .1, .5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Cell> groups(int[] everyone, int parts, int stride) {
        return IntStream.range(0, parts)
                .mapToObj(g -> Cell.of(
                        "group " + g,
                        IntStream.range(0, everyone.length)
                                .filter(i -> i / stride % parts == g)
                                .map(i -> everyone[i])
                                .toArray()))
                .toList();
    }

    private static QueryBudget granted(QueryBudget.Reply reply) {
        assertThat(reply).isInstanceOf(QueryBudget.Reply.Granted.class);
        return ((QueryBudget.Reply.Granted) reply).left();
    }
}
