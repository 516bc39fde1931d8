package org.concordat.files.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NicknamesTest {

    @Test
    void givesTheFullNameOfAShortOne() {
        assertThat(Nicknames.rootOf("tom")).isEqualTo("thomas");
        assertThat(Nicknames.rootOf("bill")).isEqualTo("william");
        assertThat(Nicknames.rootOf("bob")).isEqualTo("robert");
        assertThat(Nicknames.rootOf("liz")).isEqualTo("elizabeth");
        assertThat(Nicknames.rootOf("harry")).isEqualTo("henry");
        assertThat(Nicknames.rootOf("jack")).isEqualTo("john");
        assertThat(Nicknames.rootOf("kate")).isEqualTo(Nicknames.rootOf("catherine"));
    }

    @Test
    void leavesFullAndUnknownNamesAsTheyAre() {
        assertThat(Nicknames.rootOf("thomas")).isEqualTo("thomas");
        assertThat(Nicknames.rootOf("mary")).isEqualTo("mary");
        assertThat(Nicknames.rootOf("john")).isEqualTo("john");
        assertThat(Nicknames.rootOf("xyzzy")).isEqualTo("xyzzy");
    }

    @Test
    void everyRootIsItsOwnRootSoThatNamesNeverChain() {
        Nicknames.all()
                .values()
                .forEach(root -> assertThat(Nicknames.rootOf(root)).isEqualTo(root));
    }

    @Test
    void noRootGathersMoreThanTwentyNames() {
        Map<String, Integer> sizes = new HashMap<>();
        Nicknames.all().values().forEach(root -> sizes.merge(root, 1, Integer::sum));
        assertThat(sizes.values()).allMatch(size -> size <= 20);
    }
}
