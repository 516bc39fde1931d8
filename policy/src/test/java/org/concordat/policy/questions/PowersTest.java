package org.concordat.policy.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.junit.jupiter.api.Test;

/** Which rows could carry a share that nobody has agreed yet. */
class PowersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LawPack LAW = LawPack.unitedKingdom();
    private static final DatasetField ADDRESS = field("address", FieldClass.LOCATOR, Set.of(), Detail.ADDRESS);
    private static final DatasetField DIAGNOSIS =
            field("diagnosis", FieldClass.SENSITIVE, Set.of(Sensitivity.HEALTH), Detail.OTHER);

    @Test
    void aCharityRestsOnItsObjectsAndACouncilDoesNot() {
        assertThat(rows(powers(body("charity", OrganisationKind.CHARITY), Origin.ORDINARY, PurposeKind.HOMELESSNESS)))
                .contains("own-objects");
        assertThat(rows(powers(body("council", OrganisationKind.COUNCIL), Origin.ORDINARY, PurposeKind.HOMELESSNESS)))
                .doesNotContain("own-objects");
    }

    @Test
    void aRestrictionForbidsWhateverThePower() {
        Powers powers = powers(
                body("council", OrganisationKind.COUNCIL, OrganisationKind.BILLING_AUTHORITY),
                Origin.COUNCIL_TAX,
                PurposeKind.CRIME_AND_DISORDER);
        assertThat(powers.restriction()).isPresent();
    }

    @Test
    void aRowThatExcludesSuchDataIsListedAgainstWithItsReason() {
        Powers powers = Powers.of(
                new Powers.Outline(
                        body("trust", OrganisationKind.NHS_TRUST, OrganisationKind.HEALTH_AUTHORITY),
                        body("police", OrganisationKind.POLICE),
                        Set.of(PurposeKind.SERIOUS_VIOLENCE),
                        Origin.PATIENT,
                        List.of(DIAGNOSIS),
                        SharingForm.IDENTIFIED),
                LAW,
                List.of(),
                DAY);
        assertThat(powers.against())
                .allSatisfy(each -> assertThat(each.reason()).isNotBlank());
        assertThat(rows(powers)).doesNotContain("pcsca-2022-s16");
    }

    @Test
    void aRowThatNobodyVerifiedIsSaidNotToCount() {
        Powers powers =
                powers(body("council", OrganisationKind.COUNCIL), Origin.ORDINARY, PurposeKind.CRIME_AND_DISORDER);
        assertThat(powers.carrying())
                .filteredOn(power -> !power.row().countsByItself())
                .isNotEmpty()
                .allMatch(power -> !power.counts());
    }

    private static Powers powers(Organisation sender, Origin origin, PurposeKind purpose) {
        return Powers.of(
                new Powers.Outline(
                        sender,
                        body("police", OrganisationKind.POLICE),
                        Set.of(purpose),
                        origin,
                        List.of(ADDRESS),
                        SharingForm.IDENTIFIED),
                LAW,
                List.of(),
                DAY);
    }

    private static List<String> rows(Powers powers) {
        return powers.carrying().stream().map(power -> power.row().id()).toList();
    }

    private static Organisation body(String id, OrganisationKind... kinds) {
        return new Organisation(id, id, Set.of(kinds), Set.of(), Nation.ENGLAND, List.of());
    }

    private static DatasetField field(String id, FieldClass kind, Set<Sensitivity> sensitivities, Detail detail) {
        return new DatasetField(id, kind, Authorship.FACT, sensitivities, detail, Optional.empty());
    }
}
