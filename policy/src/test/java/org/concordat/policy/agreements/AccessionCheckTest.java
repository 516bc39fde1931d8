package org.concordat.policy.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.Joined;
import org.concordat.policy.Town;
import org.concordat.policy.reading.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder with an accession that goes beyond what all who signed agreed to is no folder. */
final class AccessionCheckTest {

    private static final Town SURGERY = Joined.surgery();
    private static final Town INFIRMARY = Joined.infirmary();
    private static final String TO = "accession-SC-1-surgery";
    private static final String SENDS = "accession-SC-1-infirmary";
    private static final String PAIR = "{dataset: ward-list, stands-for: discharges}";

    @Test
    void nobodyJoinsADocumentThatDoesNotSayThatAnybodyMay() {
        Town closed = Joined.joins(Town.asWritten(), "surgery")
                .plus("organisation-surgery", SURGERY.file("organisation-surgery"));
        assertThat(closed.problems())
                .hasSize(Joined.DOCUMENTS.size())
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("ACCESSION-CLOSED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            organisation: surgery | organisation: practice  | ACCESSION-TWICE  | 'practice' is a party of 'SC-1' already.
            organisation: surgery | organisation: charity   | ACCESSION-UNFIT  | 'charity' is charity, and such may not join 'SC-1'.
            organisation: surgery | organisation: nobody    | REFERENCE-UNKNOWN| No organisation 'nobody' is described.
            to: SC-1              | to: SC-9                | REFERENCE-UNKNOWN| No protocol, agreement or schedule 'SC-9' is described.
            like: practice        | like: trust             | ACCESSION-BEYOND | One may join 'SC-1' like 'practice', not like 'trust'.
            joined: 2026-03-01    | joined: 2025-12-31      | ACCESSION-EARLY  | 'surgery' joins before 'SC-1' begins on 2026-01-01.
            accession: AC-SC-1-su | accession: AG-1 #       | ID-TWICE         | 'AG-1' is the id of a document already.
            signatory: Partner    | left: 2026-02-28        | DATES-REVERSED   | 'surgery' leaves before it joins.
            joined: 2026-03-01    | joined: 2026-02-28      | BEYOND-PARENT    | 'SC-1' goes beyond 'AG-1' with party 'surgery'.
            """)
    void anAccessionThatIsNotAsItsDocumentLetsIsRefused(String from, String to, String code, String cause) {
        String line = to.startsWith("left") ? "signatory: Partner\n" + to : to;
        Town town = SURGERY.with(TO, from, line);
        assertThat(town.problems()).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.cause()).isEqualTo(cause);
            assertThat(problem.place().toString()).startsWith(TO);
        });
    }

    @Test
    void whoJoinsTwiceIsRefused() {
        Town twice = SURGERY.plus("again", SURGERY.file(TO).replace("AC-SC-1-surgery", "AC-again"));
        assertThat(only(twice, "ACCESSION-TWICE").cause())
                .isEqualTo("'surgery' joins 'SC-1' by another accession already.");
    }

    @Test
    void whoIsOfThatKindAndOfAnotherBesidesIsRefusedSinceTheOthersAgreedToNoSuchBody() {
        Town both = SURGERY.with("organisation-surgery", "[general-practice]", "[general-practice, police]");
        assertThat(both.problems())
                .allSatisfy(problem ->
                        assertThat(problem.cause()).startsWith("'surgery' is police, and such may not join '"));
    }

    @Test
    void whoActsInAnotherNationIsRefused() {
        Town welsh = SURGERY.with("organisation-surgery", "nation: england", "nation: wales");
        assertThat(welsh.problems()).hasSize(3).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("ACCESSION-UNFIT");
            assertThat(problem.cause()).startsWith("'surgery' acts in another nation than that of '");
        });
    }

    @Test
    void whoJoinsAScheduleAndNotWhatItLiesWithinGoesBeyondThat() {
        assertThat(only(SURGERY.without("accession-AG-1-surgery"), "BEYOND-PARENT")
                        .cause())
                .isEqualTo("'SC-1' goes beyond 'AG-1' with party 'surgery'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            like: practice      | like: police         | NOT-A-PARTY     | 'police' is no party.
            accepted-by: trust  | accepted-by: police  | NOT-A-PARTY     | 'police' is no party.
            accepted-by: trust  | open: no             | JOINING-UNCLEAR | Nobody accepts joiners, and it does not say that it is open to all.
            acts-as: [receiver]%  like | acts-as: [sender]%  like | JOINING-UNCLEAR | Joiners would act as what 'practice' is not.
            """)
    void aDocumentThatDoesNotSayClearlyWhoMayJoinIsRefused(String from, String to, String code, String cause) {
        Town town = SURGERY.with("schedule-sc-1", from.replace("%", "\n"), to.replace("%", "\n"));
        assertThat(only(town, code).cause()).isEqualTo(cause);
    }

    @Test
    void aDocumentThatIsOpenToAllAndYetHasSomebodyAcceptThemIsUnclear() {
        Town both = SURGERY.with("schedule-sc-1", "accepted-by: trust", "accepted-by: trust\n  open: yes");
        assertThat(only(both, "JOINING-UNCLEAR").cause())
                .isEqualTo("It is open to all, and yet somebody accepts each joiner.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            dataset: ward-list             | dataset: tax                              | 'council' holds 'tax', not 'infirmary'.
            stands-for: discharges         | stands-for: visits                        | 'trust' shares no 'visits' under 'SC-1'.
            stands-for: discharges         | stands-for: discharges, fields: [next]    | 'next' is no field that is shared of 'discharges' and that 'ward-list' has.
            """)
    void aJoinerSendsNothingButItsOwnInThePlaceOfWhatIsShared(String from, String to, String cause) {
        assertThat(INFIRMARY.with(SENDS, from, to).problems())
                .extracting(Problem::code, Problem::cause)
                .contains(tuple("ACCESSION-BEYOND", cause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            origin: patient                                         | origin: ordinary
            class: identifier, written-as: fact, detail: name       | class: attribute, written-as: fact, detail: name
            class: identifier, written-as: fact, detail: name       | class: identifier, written-as: fact, detail: number
            class: identifier, written-as: fact, detail: name       | class: identifier, written-as: opinion, detail: name
            sensitive: [health]                                     | sensitive: [health, criminal]
            """)
    void aFieldThatIsCalledAlikeAndTellsSomethingElseIsRefused(String from, String to) {
        assertThat(only(INFIRMARY.with("dataset-ward-list", from, to), "ACCESSION-BEYOND")
                        .cause())
                .startsWith("The data of 'ward-list' ")
                .endsWith(" than those of 'discharges', for which they stand.");
    }

    @Test
    void aDatasetThatHasNoneOfTheSharedFieldsIsRefused() {
        Town other = INFIRMARY.plus("dataset-ward-list", """
                dataset: ward-list
                name: Beds
                holder: infirmary
                origin: patient
                collected-for: [care]
                fields:
                  - {field: bed, about: Bed, class: attribute, written-as: fact}
                """);
        assertThat(only(other, "ACCESSION-BEYOND").cause())
                .isEqualTo("'ward-list' has none of the fields that are shared of 'discharges'.");
    }

    @Test
    void aDatasetThatIsNamedTwiceOrNotAtAllIsRefused() {
        assertThat(only(INFIRMARY.with(SENDS, PAIR, PAIR + "\n  - " + PAIR), "LIST-REPEATS")
                        .cause())
                .isEqualTo("'ward-list' is there twice in 'datasets'.");
        assertThat(only(INFIRMARY.with(SENDS, "dataset: ward-list", "dataset: none"), "REFERENCE-UNKNOWN")
                        .cause())
                .isEqualTo("No dataset 'none' is described.");
    }

    @Test
    void whoReceivesOnlyBringsNoDataAndWhoSendsOnlyNamesNoRoles() {
        Town brings = SURGERY.plus(TO, SURGERY.file(TO) + "datasets:\n  - {dataset: visits, stands-for: discharges}\n");
        assertThat(only(brings, "ACCESSION-BEYOND").cause()).isEqualTo("Those who join 'SC-1' send nothing under it.");
        Town roles = INFIRMARY.plus(SENDS, INFIRMARY.file(SENDS) + "roles: [clinician]\n");
        assertThat(only(roles, "ACCESSION-BEYOND").cause())
                .isEqualTo("Those who join 'SC-1' receive nothing under it.");
        Town above =
                SURGERY.plus("accession-PR-1-surgery", SURGERY.file("accession-PR-1-surgery") + "roles: [clinician]\n");
        assertThat(only(above, "ACCESSION-BEYOND").cause())
                .isEqualTo("Those who join 'PR-1' receive nothing under it.");
    }

    @Test
    void aJoinerReceivesInNoRoleInWhichTheOtherDoesNot() {
        Town analyst = SURGERY.plus(TO, SURGERY.file(TO) + "roles: [analyst]\n");
        assertThat(only(analyst, "ACCESSION-BEYOND").cause())
                .isEqualTo("'practice' does not receive in role 'analyst'.");
    }

    @Test
    void whereTheOtherReceivesInATeamTheJoinerNamesOneOfItsOwn() {
        Town team = SURGERY.plus(
                        "team-nurses",
                        "team: nurses\nname: Nurses\norganisation: practice\nkinds: [general-practice]\n")
                .with("schedule-sc-1", "practice, roles", "practice, team: nurses, roles");
        assertThat(only(team, "ACCESSION-BEYOND").cause())
                .isEqualTo("'practice' receives in teams only, and the joiner names none.");
        Town others = team.plus(TO, SURGERY.file(TO) + "teams: [nurses]\n");
        assertThat(only(others, "REFERENCE-UNKNOWN").cause()).isEqualTo("No team of 'surgery' 'nurses' is described.");
        Town own = team.plus(TO, SURGERY.file(TO) + "teams: [midwives]\n")
                .plus(
                        "team-midwives",
                        "team: midwives\nname: Midwives\norganisation: surgery\nkinds: [general-practice]\n");
        Agreement schedule = Objects.requireNonNull(own.read().agreements().get("SC-1"));
        assertThat(schedule.terms().orElseThrow().recipients())
                .contains(new Terms.Recipient("surgery", Optional.of("midwives"), Set.of("clinician")));
    }

    private static Problem only(Town town, String code) {
        assertThat(town.problems()).extracting(Problem::code).containsOnly(code);
        return town.problems().getFirst();
    }
}
