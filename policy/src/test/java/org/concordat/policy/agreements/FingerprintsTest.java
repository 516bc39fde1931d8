package org.concordat.policy.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.concordat.policy.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document's fingerprint covers, so that nobody's signature stays on what they did not sign. */
final class FingerprintsTest {

    private static final String SAID = "human-rights: It interferes little and helps much.";
    private static final Town TOWN =
            Town.asWritten().with("schedule-sc-1", SAID, SAID + "\n  further-processing: [planning]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schedule-sc-1      | name, sex, address      | name, address         | SC-1
            schedule-sc-1      | forms: [identified]     | forms: [pseudonymised]| SC-1
            schedule-sc-1      | onward-to: []           | onward-to: [council]  | SC-1
            schedule-sc-1      | roles: [clinician]      | roles: [analyst]      | SC-1
            purpose-planning   | kinds: [statistics]     | kinds: [research]     | SC-1
            agreement-care     | [care, planning]        | [planning, care]      | AG-1
            protocol           | parties.                | parties or of staff.  | AG-1
            organisation-trust | nation: england         | nation: wales         | SC-1
            """)
    void changesWithEveryWordOfADocumentAndWhatGivesItMeaning(String file, String from, String to, String document) {
        assertThat(fingerprint(TOWN.with(file, from, to), document)).isNotEqualTo(fingerprint(TOWN, document));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dataset-tax         | Band           | Valuation band
            organisation-police | nation: england| nation: wales
            schedule-sc-2       | daily          | weekly
            """)
    void staysWhenSomethingOfAnotherDocumentChanges(String file, String from, String to) {
        assertThat(fingerprint(TOWN.with(file, from, to), "SC-1")).isEqualTo(fingerprint(TOWN, "SC-1"));
    }

    @Test
    void ofAProtocolOrAgreementDoesNotCoverWhatItsPartiesAreSinceOnlyASchedulesPowersAskForThat() {
        Town changed = TOWN.with("organisation-trust", "kinds: [nhs-trust]", "kinds: [nhs-trust, council]");
        assertThat(fingerprint(changed, "AG-1")).isEqualTo(fingerprint(TOWN, "AG-1"));
        assertThat(fingerprint(changed, "SC-1")).isNotEqualTo(fingerprint(TOWN, "SC-1"));
    }

    private static String fingerprint(Town town, String document) {
        return Objects.requireNonNull(town.read().fingerprints().get(document));
    }
}
