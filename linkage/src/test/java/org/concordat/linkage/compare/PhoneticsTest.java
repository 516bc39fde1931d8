package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhoneticsTest {
    @Test
    void givesThePublishedCodes() {
        for (List<String> row : KnownAnswers.of("phonetics.csv")) {
            assertThat(Phonetics.valueOf(row.get(1)).code(row.get(0)))
                    .as("%s", row)
                    .isEqualTo(row.get(2));
        }
    }

    @Test
    void hasNoCodeForAValueWithoutLatinLetters() {
        for (Phonetics phonetics : Phonetics.values()) {
            for (String value : List.of("", " ", "12", "--", "张伟", "Ωμέγα", "😀")) {
                assertThat(phonetics.code(value))
                        .as("%s of %s", phonetics, value)
                        .isNull();
            }
        }
    }

    @Test
    void copesWithAnyCharactersAtAll() {
        SplittableRandom random = new SplittableRandom(RandomPairs.SEED);
        for (int i = 0; i < 20_000; i++) {
            char[] characters = new char[random.nextInt(12)];
            for (int at = 0; at < characters.length; at++) {
                characters[at] = (char) random.nextInt(random.nextBoolean() ? 0x250 : 0x10000);
            }
            String value = new String(characters);
            for (Phonetics phonetics : Phonetics.values()) {
                String code = phonetics.code(value);
                assertThat(code == null || code.matches("[A-Z0-9]+"))
                        .as(RandomPairs.repeat(i))
                        .isTrue();
            }
        }
    }

    @Test
    void givesEveryThreadTheSameCodes() {
        List<String> values = new RandomPairs(RandomPairs.SEED).values(4000);
        for (Phonetics phonetics : Phonetics.values()) {
            List<String> alone =
                    values.stream().map(phonetics::code).map(String::valueOf).toList();
            List<String> together = IntStream.range(0, values.size())
                    .parallel()
                    .mapToObj(i -> String.valueOf(phonetics.code(values.get(i))))
                    .toList();
            assertThat(together).isEqualTo(alone);
        }
    }
}
