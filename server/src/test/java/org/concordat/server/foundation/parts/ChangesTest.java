package org.concordat.server.foundation.parts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChangesTest {

    @Test
    void showsTheWordsThatWentAndCame() {
        assertThat(Changes.between("go each month", "go each week"))
                .containsExactly(
                        new Change(Change.Kind.KEPT, "go each "),
                        new Change(Change.Kind.REMOVED, "month"),
                        new Change(Change.Kind.ADDED, "week"));
        assertThat(Changes.between("", "")).isEmpty();
        assertThat(Changes.between("", "all")).containsExactly(new Change(Change.Kind.ADDED, "all"));
    }

    @Test
    void bothVersionsCanBeReadFromTheChanges() {
        var random = new Random(20261130);
        for (int run = 0; run < 500; run++) {
            String before = words(random, random.nextInt(30));
            String after = words(random, random.nextInt(30));
            Revised revised = Revised.of("a.b", before, after);
            assertThat(text(revised.before())).isEqualTo(before);
            assertThat(text(revised.after())).isEqualTo(after);
        }
    }

    @Test
    void aVeryLongTextCountsAsReplaced() {
        String before = "a\n".repeat(3000);
        String after = "b\n".repeat(3000);
        assertThat(Changes.between(before, after)).hasSize(2);
    }

    private static String words(Random random, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "abc".charAt(random.nextInt(3)) + (random.nextInt(4) == 0 ? "\n" : " "))
                .collect(joining());
    }

    private static String text(List<Change> changes) {
        return changes.stream().map(Change::text).collect(joining());
    }
}
