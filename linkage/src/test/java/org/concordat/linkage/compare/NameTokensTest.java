package org.concordat.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NameTokensTest {
    @Test
    void doesNotMindTheOrderOfTheParts() {
        assertThat(NameTokens.similarity("mary jane smith", "smith  mary jane "))
                .isEqualTo(1);
        assertThat(NameTokens.similarity("van der berg", "berg van der")).isEqualTo(1);
    }

    @Test
    void takesLittleOffForAMiddleNameThatIsLeftOut() {
        assertThat(NameTokens.similarity("mary jane smith", "smith mary")).isCloseTo(2 / 2.25, within(1e-12));
        assertThat(NameTokens.similarity("smith mary", "mary jane smith")).isCloseTo(2 / 2.25, within(1e-12));
    }

    @Test
    void takesAnInitialForTheNameItBegins() {
        assertThat(NameTokens.similarity("j smith", "john smith")).isCloseTo(0.95, within(1e-12));
        assertThat(NameTokens.similarity("j smith", "robert smith")).isCloseTo(0.5, within(1e-12));
        assertThat(NameTokens.similarity("j", "j")).isEqualTo(1);
    }

    @Test
    void pairsThePartsSoThatTheyAreMostAlikeInAll() {
        // Taking the equal pair first would leave hanna and anya, which are not alike, and 1 / 2 in all.
        assertThat(JaroWinkler.similarity("hanna", "anya")).isLessThan(NameTokens.UNRELATED_BELOW);
        double crosswise = JaroWinkler.similarity("anna", "anya") + JaroWinkler.similarity("hanna", "anna");
        assertThat(crosswise).isGreaterThan(1.7);
        assertThat(NameTokens.similarity("anna hanna", "anna anya")).isCloseTo(crosswise / 2, within(1e-12));
    }

    @Test
    void callsUnrelatedNamesNotAtAllAlike() {
        assertThat(NameTokens.similarity("mary smith", "peter jones")).isZero();
        assertThat(NameTokens.similarity("", "peter")).isZero();
        assertThat(NameTokens.similarity("", "")).isEqualTo(1);
    }

    @Test
    void seesGivenNameAndSurnameInEachOthersPlace() {
        assertThat(NameTokens.areSwapped("mary", "smith", "smith", "mary")).isTrue();
        assertThat(NameTokens.areSwapped("mary", "smith", "smitth", "mary")).isTrue();
        assertThat(NameTokens.areSwapped("mary", "smith", "mary", "smith")).isFalse();
        assertThat(NameTokens.areSwapped("james", "james", "james", "james")).isFalse();
        assertThat(NameTokens.areSwapped("", "smith", "smith", "")).isFalse();
    }

    @Test
    void knowsAnInitialFromAName() {
        assertThat(NameTokens.isInitialOfOther("j", "john")).isTrue();
        assertThat(NameTokens.isInitialOfOther("john", "j")).isTrue();
        assertThat(NameTokens.isInitialOfOther("j", "j")).isFalse();
        assertThat(NameTokens.isInitialOfOther("jo", "john")).isFalse();
        assertThat(NameTokens.isInitialOfOther("", "john")).isFalse();
    }
}
