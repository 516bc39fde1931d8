package org.concordat.policy.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.policy.Town;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.reading.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderNoticesTest {

    private static final Town TOWN = Town.asWritten();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-care",
                "care-",
                "care.",
                "care--home",
                "care.-home",
                "9",
                "943-476-5919",
                "a943.476.5919",
                "QQ123456C",
                "tf1-2ab",
                "care-2026-07-01",
                "care-1-7-2026"
            })
    void anIdThatALedgerRefusesIsNoticedAtItsFileAndNotRepeated(String id) {
        Town town = TOWN.plus("purpose-x", "purpose: " + id + "\nname: X\nkinds: [statistics]\nabout: X.\n");
        assertThat(notices(town, "ID-NOT-RECORDABLE")).singleElement().satisfies(notice -> {
            assertThat(notice.place()).hasToString("purpose-x, line 1");
            assertThat(notice.cause()).startsWith("A ledger refuses this id, which ");
            assertThat(notice.toString()).doesNotContain(id);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"caring", "SA-2031", "a.b-c", "x", "care-2026-07", "care-12345678", "tf1-2abc"})
    void anIdThatALedgerTakesIsNotNoticed(String id) {
        Town town = TOWN.plus("purpose-x", "purpose: " + id + "\nname: X\nkinds: [statistics]\nabout: X.\n");
        assertThat(notices(town, "ID-NOT-RECORDABLE")).isEmpty();
    }

    @Test
    void saysWhetherAnIdHasAnotherShapeOrLooksLikeAPersonsNumber() {
        assertThat(RecordableIds.complaint("2-towns"))
                .contains("does not begin with a letter, or has a hyphen or dot at its end or beside another");
        assertThat(RecordableIds.complaint("QQ123456C"))
                .contains("looks like a telephone, NHS or National Insurance number, a postcode or a date");
        assertThat(RecordableIds.complaint("two-towns")).isEmpty();
    }

    @Test
    void idsOfAllThatADecisionsEntryNamesAreLookedAtAndNoOthers() {
        String bad = "7";
        String organisation = TOWN.file("organisation-police").replace("organisation: police", "organisation: " + bad);
        String schedule = TOWN.file("schedule-sc-2").replace("schedule: SC-2", "schedule: " + bad);
        String verification = Town.verification("cda-1998-s115", Town.SIGNED_ON)
                .replace("verification: v-cda-1998-s115", "verification: " + bad);
        Town recorded = TOWN.plus("organisation-7", organisation)
                .plus("schedule-7", schedule)
                .plus("verification-7", verification);
        assertThat(notices(recorded, "ID-NOT-RECORDABLE"))
                .extracting(notice -> notice.place().file())
                .containsExactly("organisation-7", "schedule-7", "verification-7");
        Town others = TOWN.plus("role-7", "role: 7\nname: Seven\n")
                .plus("team-7", TOWN.file("team-tax").replace("team: tax", "team: 7"))
                .plus("dataset-7", TOWN.file("dataset-tax").replace("dataset: tax", "dataset: 7"))
                .plus("code-list-7", TOWN.file("code-list-sex").replace("code-list: sex", "code-list: 7"));
        assertThat(notices(others, "ID-NOT-RECORDABLE")).isEmpty();
    }

    @Test
    void aPartyThatHasNotSignedIsNoticedWithWhatToSign() {
        AgreementFolder folder = TOWN.read();
        List<Problem> notices = notices(TOWN, "PARTY-UNSIGNED");
        assertThat(notices)
                .hasSize(folder.agreements().values().stream()
                        .mapToInt(agreement -> agreement.parties().size())
                        .sum());
        assertThat(notices)
                .filteredOn(notice -> notice.place().file().equals("schedule-sc-1"))
                .extracting(Problem::cause)
                .containsExactly("'trust' has not signed.", "'practice' has not signed.");
        assertThat(notices.getLast().remedy())
                .isEqualTo("Ask its signatory to sign fingerprint "
                        + folder.fingerprints().get("SC-3") + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sig-SC-1-trust | on: 2026-01-01         | on: 2026-01-02         | has a signature that does not verify.
            schedule-sc-1  | title: Discharge list  | title: List            | signed a text that has changed since.
            """)
    void saysWhatIsWrongWithASignature(String file, String from, String to, String cause) {
        assertThat(notices(TOWN.signed().with(file, from, to), "PARTY-UNSIGNED"))
                .extracting(Problem::cause)
                .contains("'trust' " + cause);
    }

    @Test
    void aTypedNameIsNoticedAsOne() {
        Town signed = TOWN.signed();
        String typed = signed.file("sig-SC-1-trust").replaceAll("value: .*\n", "");
        assertThat(notices(signed.plus("sig-SC-1-trust", typed), "PARTY-UNSIGNED"))
                .extracting(Problem::cause)
                .containsExactly("'trust' has only typed a name.");
    }

    @Test
    void aPowerThatNobodyVerifiedIsNoticedWithItsMarkAndFingerprint() {
        LawRow row = Town.UK.row("cda-1998-s115").orElseThrow();
        Town town = TOWN.with("schedule-sc-2", "row: ca-2004-s10", "row: cda-1998-s115");
        assertThat(notices(town, "POWER-UNVERIFIED")).singleElement().satisfies(notice -> {
            assertThat(notice.place()).hasToString("schedule-sc-2, line 38");
            assertThat(notice.cause())
                    .startsWith(
                            "'" + row.provision() + "' is marked " + row.mark().word());
            assertThat(notice.remedy()).contains(row.fingerprint());
        });
        assertThat(notices(TOWN, "POWER-UNVERIFIED")).isEmpty();
    }

    @Test
    void aVerificationOfAnOlderTextIsNoticedAtItsFileWithTheFingerprintToRead() {
        LawRow row = Town.UK.row("care-2014-s45").orElseThrow();
        Town town = TOWN.with("v-care-2014-s45", row.fingerprint(), "0".repeat(16));
        assertThat(notices(town, "VERIFICATION-OUTDATED")).singleElement().satisfies(notice -> {
            assertThat(notice.place()).hasToString("v-care-2014-s45, line 1");
            assertThat(notice.cause()).isEqualTo("The row 'care-2014-s45' is not the one that was verified.");
            assertThat(notice.remedy())
                    .isEqualTo("Read the provision again and record fingerprint " + row.fingerprint() + ".");
        });
        assertThat(notices(TOWN, "VERIFICATION-OUTDATED")).isEmpty();
    }

    @Test
    void schedulesForOneThingAtOneTimeAreNoticedOnceForEachPairAtTheSecond() {
        Town two = TOWN.plus("schedule-sc-4", copyOfSecond("SC-4"));
        assertThat(notices(two, "SCHEDULES-OVERLAP")).singleElement().satisfies(notice -> {
            assertThat(notice.place()).hasToString("schedule-sc-4, line 1");
            assertThat(notice.cause()).contains("'SC-2'");
        });
        // A second purpose makes two things that both cover; still one notice.
        String recipient = "    - {organisation: police, roles: [case-worker]}\n";
        Town wider = two.with("schedule-sc-2", recipient, recipient + recipient.replace("case-worker", "analyst"))
                .with("schedule-sc-2", "purposes: [families]", "purposes: [families, advice]")
                .with("schedule-sc-4", "purposes: [families]", "purposes: [families, advice]");
        assertThat(notices(wider, "SCHEDULES-OVERLAP")).hasSize(1);
        Town three = two.plus("schedule-sc-5", copyOfSecond("SC-5"));
        assertThat(notices(three, "SCHEDULES-OVERLAP"))
                .extracting(notice -> notice.place().file())
                .containsExactly("schedule-sc-4", "schedule-sc-5");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-12-31, 2026-06-30, 0",
        "2026-06-30, 2026-12-31, 2026-06-30, 1",
        "2026-02-01, 2026-03-01, never, 1"
    })
    void schedulesThatFollowOneAnotherDoNotOverlap(String from, String to, String endOfTheFirst, int count) {
        String second = copyOfSecond("SC-4")
                .replace("from: 2026-01-01", "from: " + from)
                .replace("to: 2027-12-31", "to: " + to)
                .replace("review-by: 2026-12-01", "review-by: " + to);
        Town town = TOWN.plus("schedule-sc-4", second);
        if (!endOfTheFirst.equals("never")) {
            town = town.with("schedule-sc-2", "to: 2027-12-31", "to: 2027-12-31\nended-on: " + endOfTheFirst);
        }
        assertThat(notices(town, "SCHEDULES-OVERLAP")).hasSize(count);
        // Which of the two has the earlier id makes no difference.
        Town turned = TOWN.plus("schedule-sc-4", town.file("schedule-sc-2").replace("SC-2", "SC-4"))
                .plus("schedule-sc-2", second.replace("SC-4", "SC-2"));
        assertThat(notices(turned, "SCHEDULES-OVERLAP")).hasSize(count);
    }

    private static String copyOfSecond(String id) {
        return TOWN.file("schedule-sc-2").replace("schedule: SC-2", "schedule: " + id);
    }

    private static List<Problem> notices(Town town, String code) {
        return town.read().notices().stream()
                .filter(notice -> notice.code().equals(code))
                .toList();
    }
}
