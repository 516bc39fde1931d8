package org.concordat.policy.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.law.LawRow.Bodies;
import org.concordat.policy.law.LawRow.Exclusion;
import org.concordat.policy.law.LawRow.Purposes;
import org.concordat.policy.law.LawRow.Reach;
import org.concordat.policy.law.LawRow.Restricts;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.Mark;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.junit.jupiter.api.Test;

final class LawRowTest {

    private static final String FULL = """
            law-pack: test
            version: "1"
            rows:
              - id: a-restriction
                provision: An Act s.1
                kind: restriction
                nations: [wales, england]
                verified: s
                verified-on: 2026-01-02
                in-force: as-enacted
                in-force-from: 2020-01-01
                in-force-to: 2030-12-31
                from: {kinds: [police, probation]}
                to: {listed: yes}
                mutual: yes
                within-one-organisation: yes
                for: [research]
                only-origins: [patient]
                only-forms: [aggregated]
                only-details: [name]
                excludes:
                  - {senders: [council], origins: [education], sensitivities: [health], classes: [sensitive]}
                  - {senders: [prison], personal: yes}
                requires: [role-held]
                use-limited: yes
                keeps-confidence: yes
                restricts:
                  origins: [crime]
                  received-under: [another]
                  identifying-again: yes
                  unless-purposes: [statistics]
                  unless-forms: [discussed]
                  unless-facts: [consent-given]
                  lifted-by-serious-harm: yes
                limits: Some.
                offence: A fine.
                link: https://example.org/1
              - id: another
                provision: An Act s.2
                kind: power
                nations: [scotland]
                verified: v
                in-force: yes
                from: {anyone: yes}
                to: {anyone: yes}
                any-purpose: yes
                limits: None.
                link: https://example.org/2
            """;

    @Test
    void isReadWordForWordAsItsFileHasIt() {
        LawRow row = row("a-restriction");
        assertThat(row)
                .isEqualTo(new LawRow(
                        "a-restriction",
                        "An Act s.1",
                        RowKind.RESTRICTION,
                        Set.of(Nation.ENGLAND, Nation.WALES),
                        Mark.S,
                        Optional.of(LocalDate.of(2026, 1, 2)),
                        Force.AS_ENACTED,
                        Optional.of(LocalDate.of(2020, 1, 1)),
                        Optional.of(LocalDate.of(2030, 12, 31)),
                        new Bodies(false, false, Set.of(OrganisationKind.POLICE, OrganisationKind.PROBATION)),
                        new Bodies(false, true, Set.of()),
                        true,
                        true,
                        new Purposes(false, Set.of(PurposeKind.RESEARCH)),
                        new Reach(
                                Set.of(Origin.PATIENT),
                                Set.of(SharingForm.AGGREGATED),
                                Set.of(Detail.NAME),
                                List.of(
                                        new Exclusion(
                                                Set.of(OrganisationKind.COUNCIL),
                                                Set.of(Origin.EDUCATION),
                                                Set.of(Sensitivity.HEALTH),
                                                Set.of(FieldClass.SENSITIVE),
                                                false),
                                        new Exclusion(
                                                Set.of(OrganisationKind.PRISON), Set.of(), Set.of(), Set.of(), true))),
                        Set.of(FactName.ROLE_HELD),
                        true,
                        true,
                        Optional.of(new Restricts(
                                Set.of(Origin.CRIME),
                                Set.of("another"),
                                true,
                                Set.of(PurposeKind.STATISTICS),
                                Set.of(SharingForm.DISCUSSED),
                                false,
                                Set.of(FactName.CONSENT_GIVEN),
                                true)),
                        "Some.",
                        Optional.of("A fine."),
                        "https://example.org/1",
                        row.fingerprint()));
    }

    @Test
    void widensNothingByWhatItsFileLeavesOut() {
        LawRow row = row("another");
        assertThat(row.mutual()).isFalse();
        assertThat(row.within()).isFalse();
        assertThat(row.useLimited()).isFalse();
        assertThat(row.keepsConfidence()).isFalse();
        assertThat(row.restricts()).isEmpty();
        assertThat(row.offence()).isEmpty();
        assertThat(row.reach()).isEqualTo(new Reach(Set.of(), Set.of(), Set.of(), List.of()));
    }

    @Test
    void reachesBodiesOfItsKindsOrOnItsListAndNoOthers() {
        Set<OrganisationKind> police = Set.of(OrganisationKind.POLICE);
        Set<OrganisationKind> council = Set.of(OrganisationKind.COUNCIL, OrganisationKind.HOUSING_AUTHORITY);
        var kinds = new Bodies(false, false, Set.of(OrganisationKind.COUNCIL));
        assertThat(kinds.include(council, false)).isTrue();
        assertThat(kinds.include(police, false)).isFalse();
        assertThat(kinds.include(police, true))
                .as("a body on some list, where the provision has none")
                .isFalse();
        var listed = new Bodies(false, true, Set.of());
        assertThat(listed.include(police, true)).isTrue();
        assertThat(listed.include(police, false)).isFalse();
        var either = new Bodies(false, true, Set.of(OrganisationKind.COUNCIL));
        assertThat(either.include(council, false)).isTrue();
        var anyone = new Bodies(true, false, Set.of());
        assertThat(anyone.include(police, false)).isTrue();
        assertThat(anyone.include(Set.of(), false))
                .as("a body of which nobody said what it is")
                .isFalse();
    }

    @Test
    void coversItsPurposesAndNoOthers() {
        var certain = new Purposes(false, Set.of(PurposeKind.RESEARCH, PurposeKind.STATISTICS));
        assertThat(certain.include(Set.of(PurposeKind.STATISTICS, PurposeKind.ROAD_SAFETY)))
                .isTrue();
        assertThat(certain.include(Set.of(PurposeKind.ROAD_SAFETY))).isFalse();
        var any = new Purposes(true, Set.of());
        assertThat(any.include(Set.of(PurposeKind.ROAD_SAFETY))).isTrue();
        assertThat(any.include(Set.of())).as("a purpose without a kind").isFalse();
    }

    @Test
    void countsByItselfOnlyWhenBothVerifiedAndKnownToBeInForce() {
        assertThat(row("another").countsByItself()).isTrue();
        assertThat(row("a-restriction").countsByItself())
                .as("verified, in force as enacted")
                .isFalse();
        assertThat(row("another", "verified: v", "verified: p").countsByItself())
                .isFalse();
        assertThat(row("another", "in-force: yes", "in-force: unknown").countsByItself())
                .isFalse();
    }

    @Test
    void hasAnotherFingerprintWheneverAnyOfItChanges() {
        String fingerprint = row("another").fingerprint();
        assertThat(fingerprint).matches("[0-9a-f]{16}");
        assertThat(row("another", "limits: None.", "limits: Few.").fingerprint())
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(fingerprint);
        assertThat(row("another", "limits: Some.", "limits: Few.").fingerprint())
                .as("when another row changes")
                .isEqualTo(fingerprint);
    }

    private static LawRow row(String id) {
        return row(id, "limits", "limits");
    }

    private static LawRow row(String id, String from, String to) {
        assertThat(FULL).contains(from);
        var file = new ByteArrayInputStream(FULL.replace(from, to).getBytes(UTF_8));
        return LawPack.read(List.of(new LawPack.Source("full.yaml", file)))
                .row(id)
                .orElseThrow();
    }
}
