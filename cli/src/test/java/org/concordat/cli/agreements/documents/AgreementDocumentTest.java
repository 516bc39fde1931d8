package org.concordat.cli.agreements.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.cli.agreements.Harbour;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.policy.agreements.TrustedKeys;
import org.junit.jupiter.api.Test;

final class AgreementDocumentTest {
    private static final Harbour TOWN = Harbour.halfSigned();

    private static ReportPage document(String id, Harbour town) {
        return AgreementDocument.of(id, FolderTexts.of(town.sources()), town.folder(), Harbour.UK);
    }

    /** The words of a page, tags and line breaks taken out. */
    private static String words(ReportPage page) {
        String html = page.html();
        return html.substring(html.indexOf("<main"))
                .replaceAll("<[^>]*>", " ")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    @Test
    void numbersClausesSoThatTheyCanBeCited() {
        assertThat(document("SC-1", TOWN).html())
                .contains(
                        "id=\"clause-4-3\">4.3 Why it is necessary<",
                        "id=\"clause-6-1-1\">6.1.1 Tideford Hospital: Health and Social Care Act 2012 s.251B<",
                        "id=\"clause-9-1\">9.1 What was shared<");
    }

    @Test
    void keepsTheNumbersOfClausesWhateverIsLeftOut() {
        String with = document("SC-1", TOWN).html();
        String without = document("SC-2", TOWN).html();
        assertThat(without).contains("6.6 Consent", "Consent is not asked for", "10.6 Expiry", "does not expire");
        for (String heading :
                new String[] {"6.7 Further purposes", "8.7 Passing it on", "11.12 Forms", "13. Signatures"}) {
            assertThat(with).contains(heading);
            assertThat(without).contains(heading);
        }
    }

    @Test
    void writesOutTheLawWithItsLimitsAndMarks() {
        assertThat(words(document("SC-1", TOWN)))
                .contains(
                        "Likely to help the individual's care and in their best interests; not over objection.",
                        "Marked v: The primary text was read.",
                        "In force The law pack does not know.",
                        "ig-officer-1 read it on 12 January 2026 and found it in force (v-251b).",
                        "UK GDPR Art 6(1)(e)",
                        "UK GDPR Art 9(2)(h)",
                        "DPA 2018 Sch.1 Part 1 para 2",
                        "The duty of confidence is lifted by a statute")
                .doesNotContain("until an officer has read it");
    }

    @Test
    void warnsWhereNobodyHasVerifiedTheLaw() {
        Harbour town = TOWN.with("verification-251b", "fingerprint: ", "fingerprint: 0000");
        assertThat(words(document("SC-1", town)))
                .contains(
                        "Warning: Nothing is shared under Health and Social Care Act 2012 s.251B until an officer has read it",
                        "This no longer counts");
    }

    @Test
    void repeatsDaysInWords() {
        assertThat(words(document("SC-1", TOWN)))
                .contains("90 (ninety) days", "365 (three hundred and sixty-five) days", "14 (fourteen) days");
    }

    @Test
    void saysFromWhichTierTermsForRightsCome() {
        assertThat(words(document("SC-1", TOWN)))
                .contains(
                        "These are those of protocol PR-1, “Tideford partnership protocol” (version 1), within which it lies.")
                .contains("The party that is asked answers within 20 working days");
        assertThat(words(document("PR-1", TOWN))).doesNotContain("has no such terms of its own");
    }

    @Test
    void tellsHowEachSignatureStands() {
        String half = words(document("SC-1", TOWN));
        assertThat(half)
                .contains(
                        "Warning: Not signed as it stands by Tideford Council.",
                        "Tideford Hospital Chief executive Signed ",
                        "Tideford Council Chief executive Not signed: a name was typed",
                        "Signed by Chief executive (trust-chief)");
        assertThat(words(document("AG-1", TOWN))).doesNotContain("Warning: Not signed");
        Harbour changed = TOWN.with("schedule-sc-1", "at 16.00", "at 17.00");
        assertThat(words(document("SC-1", changed))).contains("Not signed as it stands: the text has changed since");
        assertThat(words(document("SC-2", TOWN))).contains("No signature of it lies in the folder.");
        String claimed = words(AgreementDocument.of(
                "AG-1", FolderTexts.of(TOWN.sources()), TOWN.folder(TrustedKeys.none()), Harbour.UK));
        assertThat(claimed).contains("with keys that nobody is known to have checked", "Signed, but nobody is known");
    }

    @Test
    void warnsThatItWasEndedEarly() {
        assertThat(words(document("SC-2", TOWN))).contains("Warning: This schedule was ended early, on 31 May 2026.");
    }

    @Test
    void leavesOutOfTheHigherTiersWhatOnlySchedulesHave() {
        for (String id : new String[] {"PR-1", "AG-1"}) {
            assertThat(document(id, TOWN).html())
                    .contains("6. Rights and assurance", "9. Fingerprint")
                    .doesNotContain("Retention and destruction");
        }
        assertThat(words(document("PR-1", TOWN))).contains("It is the highest tier and lies within no other.");
        assertThat(words(document("SC-1", TOWN)))
                .contains(
                        "lies within agreement AG-1, “Home from hospital” (version 2), which lies within protocol PR-1");
    }

    @Test
    void isTheSamePageWheneverItIsMadeAndCarriesItsFingerprint() {
        String page = document("SC-1", TOWN).html();
        assertThat(page).isEqualTo(document("SC-1", Harbour.halfSigned()).html());
        assertThat(words(document("SC-1", TOWN)))
                .contains("SHA-256: " + TOWN.folder().fingerprints().get("SC-1"));
    }

    @Test
    void showsTextThatLooksLikeMarkupAsText() {
        Harbour town = TOWN.with("schedule-sc-1", "aim: |", "aim: |\n    <script>alert(1)</script> & <b>bold</b>");
        assertThat(document("SC-1", town).html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;")
                .doesNotContain("<script");
    }
}
