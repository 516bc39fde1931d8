package org.concordat.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.concordat.linkage.explain.Waterfall;
import org.concordat.linkage.explain.Waterfall.Part;
import org.concordat.linkage.explain.Waterfall.Step;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private final Records records = new MadeUpPeople(400, MadeUpPeople.SEED).records;
    private final Linkage alone = link(Map.of());

    private Linkage link(Map<String, Double> surnames) {
        LinkageSettings settings = MadeUpPeople.settings().withPopulation(Map.of(Attribute.SURNAME, surnames));
        return new Linker(settings, LinkageProgress.silent()).link(records);
    }

    /** The first link whose surnames agree in these words. */
    private int link(String words) {
        return IntStream.range(0, alone.links().size())
                .filter(l -> explained(alone, l).steps().stream()
                        .anyMatch(s -> s.name().equals("surname") && s.words().startsWith(words)))
                .filter(l -> rarity(alone, l) != 0)
                .findFirst()
                .orElseThrow();
    }

    private Waterfall explained(Linkage linkage, int link) {
        return linkage.explain(alone.links().left(link), alone.links().right(link));
    }

    private double rarity(Linkage linkage, int link) {
        return explained(linkage, link).steps().stream()
                .filter(s -> s.part() == Part.RARITY && s.name().equals("surname"))
                .mapToDouble(Step::bits)
                .sum();
    }

    /** All surnames but the link's at one share in a thousand, the link's own at this share. */
    private Map<String, Double> table(int link, double share) {
        Column surnames = Objects.requireNonNull(records.column(Attribute.SURNAME));
        Map<String, Double> table = new HashMap<>();
        for (int code = 1; code <= surnames.distinct(); code++) {
            table.put(surnames.value(code), .001);
        }
        table.put(surnames.value(surnames.code(alone.links().left(link))), share);
        table.put(surnames.value(surnames.code(alone.links().right(link))), share);
        return table;
    }

    private void rarerWeighsMore(int link) {
        double common = rarity(link(table(link, .01)), link);
        double between = rarity(link(table(link, .001)), link);
        double rare = rarity(link(table(link, .0001)), link);
        assertThat(common).isLessThan(between - .5);
        assertThat(between).isLessThan(rare - .5);
    }

    @Test
    void aSurnameCommonInThePopulationWeighsLessWhereItAgreesExactly() {
        rarerWeighsMore(link("the same"));
    }

    @Test
    void aSurnameCommonInThePopulationWeighsLessWhereItAgreesNearly() {
        rarerWeighsMore(link("nearly the same"));
    }

    @Test
    void aTableThatKnowsNoneOfTheValuesChangesNothing() {
        int link = link("the same");
        assertThat(rarity(link(Map.of("unknown", .5)), link)).isEqualTo(rarity(alone, link));
    }

    @Test
    void sharesMustBeShares() {
        for (double wrong : new double[] {0, -1, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> link(Map.of("smith", wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("SURNAME")
                    .hasMessageNotContaining("smith");
        }
    }

    @Test
    void settingsDoNotPrintTheTables() {
        LinkageSettings settings = MadeUpPeople.settings()
                .withPopulation(Map.of(Attribute.SURNAME, Map.of("smith", .01)))
                .withSeed(5);
        assertThat(settings.toString()).contains("SURNAME").doesNotContain("smith");
        assertThat(settings.population()).containsKey(Attribute.SURNAME);
    }
}
