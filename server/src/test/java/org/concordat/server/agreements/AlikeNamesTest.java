package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.parties.Organisation;
import org.junit.jupiter.api.Test;

class AlikeNamesTest {

    private static final List<Organisation> HERE = List.of(
            called("harbour", "Harbour Surgery"), called("advice", "Tideford Advice Ltd"), called("one", "Quay 1"));

    @Test
    void findsNamesThatDifferInCaseMarksAndEndings() {
        assertThat(codes("The HARBOUR surgery")).containsExactly("harbour");
        assertThat(codes("Tideford Advice Limited")).containsExactly("advice");
        assertThat(codes("Tidefôrd Advice")).containsExactly("advice");
    }

    @Test
    void findsALongNameWithOneLetterTypedOtherwise() {
        assertThat(codes("Harbor Surgery")).containsExactly("harbour");
        assertThat(codes("Harbour Surgary")).containsExactly("harbour");
    }

    @Test
    void findsNothingWhereNamesDifferMoreOrAreShort() {
        assertThat(codes("Harvest Surgery")).isEmpty();
        assertThat(codes("Quay 2")).isEmpty();
    }

    private static List<String> codes(String name) {
        return AlikeNames.of(name, HERE).stream().map(Organisation::code).toList();
    }

    private static Organisation called(String code, String name) {
        return new Organisation(
                code,
                name,
                Set.of(OrganisationKind.CHARITY),
                Set.of(),
                Nation.ENGLAND,
                Organisation.Controller.unknown(),
                "",
                false,
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                1);
    }
}
