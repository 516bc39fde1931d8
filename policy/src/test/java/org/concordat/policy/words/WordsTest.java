package org.concordat.policy.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WordsTest {

    @SuppressWarnings("unchecked") // each class listed is an enum of words
    static <W extends Enum<W> & Word> Stream<Class<W>> vocabularies() {
        return Stream.of(
                        Answer.class,
                        Authorship.class,
                        ConfidenceRoute.class,
                        Direction.class,
                        FieldClass.class,
                        Force.class,
                        LawfulBasis.class,
                        Mark.class,
                        Nation.class,
                        OrganisationKind.class,
                        Origin.class,
                        PartyRole.class,
                        PurposeKind.class,
                        RowKind.class,
                        Sensitivity.class,
                        SharingForm.class,
                        Standing.class,
                        Tier.class,
                        Transparency.class)
                .map(type -> (Class<W>) type);
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    <W extends Enum<W> & Word> void everyWordReadsBackAndNoOtherSpellingDoes(Class<W> vocabulary) {
        for (W word : vocabulary.getEnumConstants()) {
            assertThat(Word.of(vocabulary, word.word())).contains(word);
            assertThat(word.word()).matches("[a-z]+(-[a-z]+)*");
            for (String other : List.of(word.word() + " ", word.word() + "s", "", "x-" + word.word())) {
                assertThat(Word.of(vocabulary, other)).isNotEqualTo(java.util.Optional.of(word));
            }
            assertThat(Word.of(vocabulary, word.name())).isEmpty();
        }
        assertThat(Word.spellings(vocabulary)).hasSameSizeAs(Arrays.asList(vocabulary.getEnumConstants()));
    }

    @Test
    void unverifiedMarksNeverCount() {
        assertThat(Arrays.stream(Mark.values()).filter(Mark::isVerified)).containsExactly(Mark.V, Mark.S);
    }

    @Test
    void onlyNamedFormsNamePeopleAndOnlyTablesAreAboutNobody() {
        assertThat(Arrays.stream(SharingForm.values()).filter(SharingForm::namesPeople))
                .containsExactly(SharingForm.IDENTIFIED, SharingForm.DISCUSSED);
        assertThat(Arrays.stream(SharingForm.values()).filter(form -> !form.isPersonal()))
                .containsExactly(SharingForm.AGGREGATED);
    }

    @Test
    void restrictionsExemptionsAndConfidenceRowsAreNoGateways() {
        assertThat(Arrays.stream(RowKind.values()).filter(kind -> !kind.isGateway()))
                .containsExactly(RowKind.EXEMPTION, RowKind.CONFIDENCE, RowKind.RESTRICTION);
    }

    @Test
    void publicAuthoritiesCannotRelyOnLegitimateInterests() {
        assertThat(Arrays.stream(LawfulBasis.values()).filter(basis -> !basis.isOpenToPublicTasks()))
                .containsExactly(LawfulBasis.RECOGNISED_LEGITIMATE_INTEREST, LawfulBasis.LEGITIMATE_INTERESTS);
    }

    @Test
    void whatWasToldInConfidenceIsConfidentialAndCrimeIsNoSpecialCategory() {
        assertThat(Arrays.stream(Origin.values()).filter(Origin::isConfidential))
                .containsExactly(Origin.PATIENT, Origin.SOCIAL_CARE, Origin.HOMELESSNESS);
        assertThat(Arrays.stream(Sensitivity.values()).filter(kind -> !kind.isSpecialCategory()))
                .containsExactly(Sensitivity.CRIMINAL);
    }

    @Test
    void jobCentresMayNotImplyAPowerAndCharitiesNeedNone() {
        assertThat(OrganisationKind.JOB_CENTRE.standing()).isEqualTo(Standing.EXPRESS_ONLY);
        assertThat(OrganisationKind.CHARITY.standing()).isEqualTo(Standing.OBJECTS);
        assertThat(OrganisationKind.DEPARTMENT_OF_STATE.standing()).isEqualTo(Standing.DEPARTMENT);
        assertThat(OrganisationKind.COUNCIL.standing()).isEqualTo(Standing.STATUTORY);
    }
}
