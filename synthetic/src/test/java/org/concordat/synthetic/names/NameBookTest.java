package org.concordat.synthetic.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.concordat.synthetic.chance.Dice;
import org.junit.jupiter.api.Test;

class NameBookTest {
    private static final NameBook BOOK = NameBook.shipped();

    @Test
    void knowsAtLeastTwentyThousandSurnamesAndNoneTwice() {
        List<String> names =
                BOOK.surnames(Tradition.BRITISH).stream().map(Name::first).toList();
        assertThat(names).hasSizeGreaterThan(20_000);
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void listsTheCommonestBritishSurnamesFirst() {
        assertThat(BOOK.surnames(Tradition.BRITISH).stream().limit(6).map(Name::first))
                .containsExactly("Smith", "Jones", "Williams", "Taylor", "Brown", "Davies");
    }

    @Test
    void drawsSurnamesAsOftenAsTheirSourceSays() {
        Map<String, Integer> counts = new HashMap<>();
        Dice dice = Dice.of(1, 2, 3, 4);
        int draws = 400_000;
        for (int i = 0; i < draws; i++) {
            counts.merge(BOOK.surname(Tradition.BRITISH, dice).first(), 1, Integer::sum);
        }
        // Faker's en_GB list: Smith 1.15 %, Jones .94 %, Roberts .33 % of all; British names are 93 % of the list.
        assertShare(counts, "Smith", .0115 / .93, draws);
        assertShare(counts, "Jones", .0094 / .93, draws);
        assertShare(counts, "Roberts", .0033 / .93, draws);
        assertThat(counts).hasSizeGreaterThan(20_000);
    }

    private static void assertShare(Map<String, Integer> counts, String name, double share, int draws) {
        double spread = Math.sqrt(share * (1 - share) / draws);
        assertThat(counts.getOrDefault(name, 0) / (double) draws)
                .as(name)
                .isBetween(share - 4 * spread, share + 4 * spread);
    }

    @Test
    void givesNamesOfTheDecadeOfBirth() {
        assertThat(share("Doris", true, 1925)).isGreaterThan(10 * share("Doris", true, 1985));
        assertThat(share("Gemma", true, 1984)).isGreaterThan(10 * share("Gemma", true, 1935));
        assertThat(share("Noah", false, 2021)).isGreaterThan(10 * share("Noah", false, 1955));
    }

    private static double share(String name, boolean female, int year) {
        Dice dice = Dice.of(5, year, 0, 0);
        int found = 1;
        for (int i = 0; i < 20_000; i++) {
            found += BOOK.givenName(Tradition.BRITISH, female, year, dice)
                            .first()
                            .equals(name)
                    ? 1
                    : 0;
        }
        return found / 20_000.0;
    }

    @Test
    void sharesAllHouseholdsAmongTheTraditions() {
        assertThat(Arrays.stream(Tradition.values())
                        .mapToDouble(Tradition::share)
                        .sum())
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void knowsPetFormsAndOtherSpellings() {
        Dice dice = Dice.of(1, 1, 1, 1);
        assertThat(BOOK.petForm("Elizabeth", dice)).isIn("Liz", "Beth", "Lizzie", "Betty", "Libby", "Eliza", "Lisa");
        assertThat(BOOK.petForm("Xyz", dice)).isNull();
        assertThat(BOOK.otherSpelling("Mohammed", dice)).startsWith("M").isNotEqualTo("Mohammed");
    }
}
