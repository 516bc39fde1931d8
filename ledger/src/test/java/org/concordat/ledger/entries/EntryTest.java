package org.concordat.ledger.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.ledger.entries.Examples.AT;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries: what the schema takes, and above all what it does not. */
final class EntryTest {
    private static final String FINGERPRINT = "sha256:" + "0a".repeat(32);

    @ParameterizedTest
    @EnumSource
    void everyKindTakesAllItsFieldsAndRefusesEachWrongOne(EntryKind kind) {
        Map<String, Object> fields = Examples.everyFieldOf(kind);
        Entry whole = Entry.of(kind, AT, fields);
        assertThat(whole.kind()).isEqualTo(kind);
        assertThat(whole.at()).isEqualTo(AT);
        assertThat(Entry.parse(whole.canonical())).isEqualTo(whole).hasSameHashCodeAs(whole);

        for (String name : fields.keySet()) {
            var without = new TreeMap<>(fields);
            without.remove(name);
            if (kind.needed().containsKey(name)) {
                assertRefused(kind, without, "lacks the field \"" + name + "\"");
            } else {
                assertThat(Entry.of(kind, AT, without)).isNotEqualTo(whole);
            }
            for (Object wrong : List.of("Mary Smith", -1, 0.5, List.of(1), Map.of(), 9007199254740992.0, "")) {
                var changed = new TreeMap<>(fields);
                changed.put(name, wrong);
                assertRefused(kind, changed, "has a field \"" + name + "\" that is not");
            }
        }
    }

    @Test
    void refusesAFieldThatTheKindDoesNotHaveWithoutQuotingIt() {
        var fields = Examples.everyFieldOf(EntryKind.DECISION);
        fields.put("Mary Smith", "Mary Smith");
        assertThatThrownBy(() -> Entry.of(EntryKind.DECISION, AT, fields))
                .hasMessageContaining("has a field that is not among")
                .hasMessageNotContaining("Mary")
                .hasMessageEndingWith("(ENTRY-REFUSED)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mary Smith",
                "mary.smith@example.org",
                "943 476 5919",
                "A9434765919",
                "x-943-476-5919",
                "QQ123456C",
                "a.QQ-12-34-56-C",
                "SW1A1AA",
                "home.M1-1AE",
                "born-1987-06-05",
                "b.05-06-1987",
                "O'Brien",
                "é",
                "a--b",
                "-a",
                "a-",
                "7a",
                "",
                " "
            })
    void noCodeLooksLikeAnIdentifierOfAPerson(String value) {
        assertThat(FieldShape.CODE.fits(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SA-2031",
                "tideford-council",
                "AGREEMENT-ENDED",
                "uk-2026.1",
                "a",
                "RO999",
                "prevent_harm",
                "GP7"
            })
    void codesOfRegistersAreTaken(String value) {
        assertThat(FieldShape.CODE.fits(value)).isTrue();
    }

    @Test
    void shapesEndWhereTheySay() {
        assertThat(FieldShape.CODE.fits("a".repeat(64))).isTrue();
        assertThat(FieldShape.CODE.fits("a".repeat(65))).isFalse();
        assertThat(FieldShape.CODES.fits(Collections.nCopies(50, "a"))).isTrue();
        assertThat(FieldShape.CODES.fits(Collections.nCopies(51, "a"))).isFalse();
        assertThat(FieldShape.CODES.fits(List.of("a", "Mary Smith"))).isFalse();
        assertThat(FieldShape.COUNT.fits(0)).isTrue();
        assertThat(FieldShape.COUNT.fits(9007199254740991L)).isTrue();
        assertThat(FieldShape.COUNT.fits(9007199254740992L)).isFalse();
        assertThat(FieldShape.DOCUMENTS.fits(documents(20))).isTrue();
        assertThat(FieldShape.DOCUMENTS.fits(documents(21))).isFalse();
        assertThat(FieldShape.DOCUMENTS.fits(Map.of("Mary Smith", FINGERPRINT))).isFalse();
        assertThat(FieldShape.DOCUMENTS.fits(Map.of("SA-1", "Mary Smith"))).isFalse();
        assertThat(FieldShape.DATE.fits("2026-02-30")).isFalse();
        assertThat(FieldShape.TIME.fits("2026-11-21T25:00:00Z")).isFalse();
        assertThat(FieldShape.TIME.fits("2026-11-21T09:30:00.5Z")).isFalse();
        assertThat(FieldShape.TIME.fits("2026-11-21T09:30:00+01:00")).isFalse();
        assertThat(FieldShape.STAFF.fits("staff:" + "0A".repeat(16))).isFalse();
        String key = "a+00000000+" + "A".repeat(289);
        assertThat(FieldShape.VERIFIER_KEY.fits(key)).isTrue();
        assertThat(FieldShape.VERIFIER_KEY.fits(key + "A")).isFalse();
    }

    @Test
    void theSameFactHasTheSameBytesHoweverItWasWritten() {
        String at = "2026-11-21T09:30:00Z";
        String fingerprint = "sha256:" + "0a".repeat(32);
        Entry spaced = Entry.parse(("{ \"kind\" : \"DOCUMENT\", \"at\":\"" + at + "\",\n \"fingerprint\": \""
                        + fingerprint + "\", \"document\": \"d\\u0070ia\"}")
                .getBytes(UTF_8));
        assertThat(new String(spaced.canonical(), UTF_8))
                .isEqualTo("{\"at\":\"" + at + "\",\"document\":\"dpia\",\"fingerprint\":\"" + fingerprint
                        + "\",\"kind\":\"DOCUMENT\"}");
        assertThat(Entry.of(
                        EntryKind.DOCUMENT,
                        Instant.parse(at).plusMillis(999),
                        Map.of("document", "dpia", "fingerprint", fingerprint)))
                .isEqualTo(spaced);
        assertThat(spaced.field("document")).contains("dpia");
        assertThat(spaced.field("staff")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "1", "{\"kind\":\"GOSSIP\"}", "{\"kind\":1}", "{\"kind\":null}"})
    void refusesWhatHasNoKnownKind(String json) {
        assertThatThrownBy(() -> Entry.parse(json.getBytes(UTF_8))).hasMessageEndingWith("(ENTRY-REFUSED)");
    }

    @Test
    void refusesWhatIsTooLong() {
        var fields = Examples.everyFieldOf(EntryKind.DECISION);
        for (String name : List.of("rules", "duties", "verifications")) {
            fields.put(name, Collections.nCopies(50, "a".repeat(64)));
        }
        fields.put("agreements", documents(20));
        assertThat(Entry.of(EntryKind.DECISION, AT, fields).canonical().length).isLessThan(Entry.LONGEST_BYTES);
        assertThatThrownBy(() -> Entry.parse(new byte[4 * Entry.LONGEST_BYTES + 1]))
                .hasMessageContaining("65537 bytes");
        assertThatThrownBy(() -> Entry.parse(new byte[4 * Entry.LONGEST_BYTES])).hasMessageContaining("ENTRY-NOT-JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1987-06-05", "2025-11-19", "2027-11-23"})
    void aDecisionIsAboutADayNearItsOwnSoThatNoBirthdayFits(String day) {
        var fields = Examples.everyFieldOf(EntryKind.DECISION);
        fields.put("day", day);
        assertRefused(EntryKind.DECISION, fields, "more than a year away");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-20", "2027-11-22"})
    void aDecisionMayBeAboutADayAYearAway(String day) {
        var fields = Examples.everyFieldOf(EntryKind.DECISION);
        fields.put("day", day);
        assertThat(Entry.of(EntryKind.DECISION, AT, fields).field("day")).contains(day);
    }

    @Test
    void whatEndsDoesNotEndBeforeItsEntrySoThatNoBirthdayFits() {
        for (var kindAndName : Map.of(EntryKind.RELEASE, "expires", EntryKind.DESTROYED, "backupsExpire")
                .entrySet()) {
            var fields = Examples.everyFieldOf(kindAndName.getKey());
            fields.put(kindAndName.getValue(), "2026-11-20"); // where it is already tomorrow, and not yet in UTC
            assertThat(Entry.of(kindAndName.getKey(), AT, fields).field(kindAndName.getValue()))
                    .isPresent();
            fields.put(kindAndName.getValue(), "2026-11-19");
            assertRefused(kindAndName.getKey(), fields, "lies before its \"at\"");
        }
    }

    @Test
    void onlyAPermittingDecisionNamesNoRules() {
        var fields = Examples.everyFieldOf(EntryKind.DECISION);
        for (String outcome : List.of("REFUSED", "NEEDS_FACTS")) {
            fields.put("outcome", outcome);
            fields.put("rules", List.of());
            assertRefused(EntryKind.DECISION, fields, "names no \"rules\"");
            fields.put("rules", List.of("AGREEMENT-ENDED"));
            assertThat(Entry.of(EntryKind.DECISION, AT, fields).field("outcome"))
                    .contains(outcome);
        }
        fields.put("outcome", "PERMITTED");
        assertRefused(EntryKind.DECISION, fields, "permits and names \"rules\"");
        fields.put("rules", List.of());
        assertThat(Entry.of(EntryKind.DECISION, AT, fields).field("rules")).contains(List.of());
    }

    @Test
    void aSaltedHashIsThatOfTheSaltAndThenTheText() {
        // printf '%032d' 0 >salt; printf 'She is in danger.' | cat salt - | sha256sum
        byte[] salt = "0".repeat(32).getBytes(UTF_8);
        assertThat(SaltedHash.of(salt, "She is in danger.".getBytes(UTF_8)))
                .isEqualTo("salted:7d2113b6f3c8e92e3bc888a5957fd2ad085a5ed60e56ce53e41d9fd512b86815");
        assertThatThrownBy(() -> SaltedHash.of(new byte[31], new byte[0])).hasMessageContaining("given 31");
    }

    @Test
    void kindAndTimeAreNoFields() {
        assertThatThrownBy(() -> Entry.of(EntryKind.DECISION, AT, Map.of("at", "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Entry.of(EntryKind.DECISION, AT, Map.of("kind", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEntryPrintsItsKindAlone() {
        Entry entry = Examples.decision(1);
        assertThat(entry).hasToString("Entry[DECISION]").isNotEqualTo(Examples.decision(2));
        entry.canonical()[0] = 0;
        assertThat(entry).isEqualTo(Examples.decision(1));
    }

    private static Map<String, Object> documents(int count) {
        Map<String, Object> documents = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            documents.put("A" + i + "a".repeat(60), FINGERPRINT);
        }
        return documents;
    }

    private static void assertRefused(EntryKind kind, Map<String, Object> fields, String how) {
        assertThatThrownBy(() -> Entry.of(kind, AT, fields))
                .hasMessageContaining(how)
                .hasMessageNotContaining("Mary")
                .hasMessageEndingWith("(ENTRY-REFUSED)");
    }
}
