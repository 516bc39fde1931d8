package org.concordat.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.People;
import org.concordat.linkage.SmallTown;
import org.concordat.linkage.records.Records;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static BlockingRule rule(List<BlockingKey> keys, int mostSharing, String... names) {
        List<BlockingKey> chosen =
                keys.stream().filter(key -> List.of(names).contains(key.name())).toList();
        assertThat(chosen).hasSize(names.length);
        return new BlockingRule(chosen, mostSharing);
    }

    @Test
    void everyPairThatARuleAllowsIsFoundExactlyOnce() {
        SmallTown town = SmallTown.oneFile(300, SmallTown.SEED);
        Records records = town.records();
        List<BlockingKey> keys = BlockingKeys.of(records);
        List<BlockingRule> rules = List.of(
                rule(keys, 20, "surname", "year of birth"),
                rule(keys, 9, "date of birth"),
                rule(keys, 30, "postcode"),
                rule(keys, 1_000, "given name", "sex"));
        Blocks blocks = new Blocks(records, rules);
        Set<Long> found = new TreeSet<>();
        int width = blocks.rules();
        int[] one = new int[width];
        int[] other = new int[width];
        for (int rule = 0; rule < width; rule++) {
            Blocks.Groups groups = blocks.groups(rule);
            long pairs = 0;
            for (int g = 0; g < groups.count(); g++) {
                for (int a = groups.start(g); a < groups.end(g); a++) {
                    for (int b = a + 1; b < groups.end(g); b++) {
                        pairs++;
                        blocks.copyKeysBefore(rule, groups.record(a), one, 0);
                        blocks.copyKeysBefore(rule, groups.record(b), other, 0);
                        if (!Blocks.foundBefore(one, 0, other, 0, rule)) {
                            assertThat(found.add(PairSet.pair(groups.record(a), groups.record(b))))
                                    .as("first time in %s", town.seedNote())
                                    .isTrue();
                        }
                    }
                }
            }
            assertThat(blocks.pairs(rule)).as("announced pairs of rule " + rule).isEqualTo(pairs);
        }
        assertThat(found).as(town.seedNote()).isEqualTo(PairSet.ofRules(records, rules));
        assertThat(found).hasSizeGreaterThan(500);
    }

    @Test
    void aValueThatIsTooCommonIsLeftToOtherRulesAndCounted() {
        Records records = People.with(Attribute.SURNAME, Attribute.SEX)
                .row("shaw", "f")
                .row("shaw", "f")
                .row("shaw", "m")
                .row("ford", "m")
                .row("ford", "m")
                .records();
        List<BlockingKey> keys = BlockingKeys.of(records);
        Blocks blocks = new Blocks(records, List.of(rule(keys, 2, "surname"), rule(keys, 5, "sex")));
        assertThat(blocks.tooCommonValues(0)).isEqualTo(1);
        assertThat(blocks.tooCommonRecords(0)).isEqualTo(3);
        assertThat(blocks.pairs(0)).isEqualTo(1);
        assertThat(blocks.key(0, 0)).isZero();
        int[] one = {blocks.key(0, 0), blocks.key(0, 1)};
        int[] other = {blocks.key(1, 0), blocks.key(1, 1)};
        assertThat(Blocks.foundBefore(one, 0, other, 0, 1))
                .as("the two women were not found by surname, which was too common")
                .isFalse();
    }

    @Test
    void oneHundredThousandRecordsWithOneValueDoNotExplode() {
        People people = People.with(Attribute.SURNAME, Attribute.POSTCODE);
        for (int r = 0; r < 100_000; r++) {
            people.row(r % 1_000 == 0 ? "name" + r : "shaw", "ab" + r / 4);
        }
        Records records = people.records();
        List<BlockingKey> keys = BlockingKeys.of(records);
        Blocks blocks = new Blocks(records, List.of(rule(keys, 4_000, "surname"), rule(keys, 4_000, "postcode")));
        assertThat(blocks.pairs(0)).isZero();
        assertThat(blocks.tooCommonRecords(0)).isEqualTo(99_900);
        assertThat(blocks.groups(0).count()).isZero();
        assertThat(blocks.pairs(1)).isEqualTo(25_000 * 6);
    }

    @Test
    void aRuleSaysWhatItIs() {
        List<BlockingKey> keys =
                BlockingKeys.of(SmallTown.oneFile(10, SmallTown.SEED).records());
        assertThat(rule(keys, 5, "surname", "sex").name()).isEqualTo("surname and sex");
        assertThatIllegalArgumentException().isThrownBy(() -> new BlockingRule(List.of(), 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlockingRule(keys, 1))
                .withMessageContaining("mostSharing");
    }
}
