package org.concordat.ledger.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.ledger.entries.Examples.AT;
import static org.concordat.ledger.entries.Examples.CODES;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.ledger.entries.Codes.Register;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries: what the schema takes, and above all what it does not. */
final class EntryTest {
    private static final String FINGERPRINT = "sha256:" + "0a".repeat(32);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEY_CHANGED")
    void everyKindTakesAllItsFieldsAndRefusesEachWrongOne(EntryKind kind) {
        Map<String, Object> fields = Examples.everyFieldOf(kind);
        Entry whole = Entry.of(kind, AT, fields, CODES);
        assertThat(whole.kind()).isEqualTo(kind);
        assertThat(whole.at()).isEqualTo(AT);
        assertThat(Entry.parse(whole.canonical(), CODES)).isEqualTo(whole).hasSameHashCodeAs(whole);

        for (String name : fields.keySet()) {
            var without = new TreeMap<>(fields);
            without.remove(name);
            if (kind.needed().containsKey(name)) {
                assertRefused(kind, without, "lacks the field \"" + name + "\"");
            } else {
                assertThat(Entry.of(kind, AT, without, CODES)).isNotEqualTo(whole);
            }
            for (Object wrong : List.of("Mary Smith", -1, 0.5, List.of(1), Map.of(), 1e10, "")) {
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
        assertThatThrownBy(() -> Entry.of(EntryKind.DECISION, AT, fields, CODES))
                .hasMessageContaining("has a field that is not among")
                .hasMessageNotContaining("Mary")
                .hasMessageEndingWith("(ENTRY-REFUSED)");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEY_CHANGED")
    void theCodesThatAKindSaysItsFieldsNameAreAllThatMustBeKnown(EntryKind kind) {
        Map<String, Object> fields = Examples.everyFieldOf(kind);
        var named = new Codes(kind.codesIn(fields));
        assertThat(Entry.of(kind, AT, fields, named)).isEqualTo(Entry.of(kind, AT, fields, CODES));
        for (Register register : named.known().keySet()) {
            var fewer = new EnumMap<>(named.known());
            fewer.remove(register);
            assertThatThrownBy(() -> Entry.of(kind, AT, fields, new Codes(fewer)))
                    .hasMessageEndingWith("(ENTRY-REFUSED)");
        }
    }

    @Test
    void anEventHasNoRoomForWhatHappenedToWhom() {
        assertThat(EntryKind.EVENT.possible().keySet())
                .containsExactlyInAnyOrder("at", "record", "event", "fingerprint", "organisation", "staff");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEY_CHANGED")
    void noCodeIsTakenThatNoRegisterKnows(EntryKind kind) {
        // A name fits the shape of a code as well as SA-2031 does, so the shape alone would let it in.
        Map<String, Object> fields = Examples.everyFieldOf(kind);
        kind.possible().forEach((name, shape) -> {
            Object smuggled = switch (shape) {
                case ORGANISATION, DATASET, PURPOSE, AGREEMENT, LAW_PACK, DOCUMENT_KIND, EVENT_KIND -> "mary-smith";
                case RULES, DUTIES, VERIFICATIONS -> List.of("MARY-SMITH");
                case AGREEMENTS -> Map.of("mary-smith", FINGERPRINT);
                case ID -> "0b8e6a0e-3c1f-1f6e-9a51-3f2b7c9d1e42"; // version 1, with the number of somebody's computer
                case COUNT -> 9434765919.0; // an NHS number
                default -> "mary-smith";
            };
            var changed = new TreeMap<>(fields);
            changed.put(name, smuggled);
            if (!name.equals("at")) {
                assertRefused(kind, changed, "has a field \"" + name + "\" that is not");
            }
        });
        Map<String, Object> coded = new TreeMap<>(fields);
        coded.keySet()
                .removeIf(
                        name -> !FieldShape.ORGANISATION.equals(kind.possible().get(name)));
        if (!coded.isEmpty()) {
            assertThatThrownBy(() -> Entry.of(kind, AT, fields, Codes.none())).hasMessageEndingWith("(ENTRY-REFUSED)");
        }
    }

    @Test
    void onlyTheLedgerItselfSaysThatItsKeyChanged() {
        String key = (String) Examples.valueOf(FieldShape.VERIFIER_KEY);
        Entry change = Entry.keyChanged(AT, key);
        assertThat(change.field("key")).contains(key);
        assertThatThrownBy(() -> Entry.parse(change.canonical(), CODES)).hasMessageContaining("ledger itself");
        assertRefused(EntryKind.KEY_CHANGED, Map.of("key", key), "ledger itself");
        assertThatThrownBy(() -> Entry.keyChanged(AT, "mary smith")).hasMessageEndingWith("(ENTRY-REFUSED)");
    }

    @Test
    void whatOneRegisterKnowsIsNoCodeOfAnother() {
        var fields = Examples.everyFieldOf(EntryKind.DECISION);
        fields.put("sender", "SA-2031");
        assertRefused(EntryKind.DECISION, fields, "\"sender\" that is not the code of an organisation");
    }

    @Test
    void whatIsRecordedIsReadThoughRegistersHaveForgottenItsCodes() {
        Entry before = Examples.decision(1);
        assertThat(Entry.recorded(before.canonical())).isEqualTo(before);
        assertThatThrownBy(() -> Entry.recorded("{\"kind\":\"GOSSIP\"}".getBytes(UTF_8)))
                .hasMessageEndingWith("(ENTRY-REFUSED)");
    }

    @Test
    void shapesEndWhereTheySay() {
        assertFits(FieldShape.RULES, Collections.nCopies(50, "AGREEMENT-ENDED"));
        assertFitsNot(FieldShape.RULES, Collections.nCopies(51, "AGREEMENT-ENDED"));
        assertFitsNot(FieldShape.RULES, List.of("AGREEMENT-ENDED", "MARY-SMITH"));
        assertFits(FieldShape.COUNT, 0);
        assertFits(FieldShape.COUNT, 999_999_999);
        assertFitsNot(FieldShape.COUNT, 1_000_000_000);
        assertFits(FieldShape.AGREEMENTS, agreements(20));
        assertFitsNot(FieldShape.AGREEMENTS, agreements(21));
        assertFitsNot(FieldShape.AGREEMENTS, Map.of());
        assertFitsNot(FieldShape.AGREEMENTS, Map.of("SA-1", "Mary Smith"));
        assertFitsNot(FieldShape.ID, "0b8e6a0e-3c1f-5f6e-9a51-3f2b7c9d1e42");
        assertFitsNot(FieldShape.ID, "0b8e6a0e-3c1f-4f6e-ca51-3f2b7c9d1e42");
        assertFitsNot(FieldShape.DATE, "1987-06-05");
        assertFitsNot(FieldShape.TIME, "1987-06-05T00:00:00Z");
        assertFitsNot(FieldShape.DATE, "2026-02-30");
        assertFitsNot(FieldShape.TIME, "2026-11-21T25:00:00Z");
        assertFitsNot(FieldShape.TIME, "2026-11-21T09:30:00.5Z");
        assertFitsNot(FieldShape.TIME, "2026-11-21T09:30:00+01:00");
        assertFitsNot(FieldShape.STAFF, "staff:" + "0A".repeat(16));
        String key = "a+00000000+" + "A".repeat(289);
        assertFits(FieldShape.VERIFIER_KEY, key);
        assertFitsNot(FieldShape.VERIFIER_KEY, key + "A");
    }

    @ParameterizedTest
    @EnumSource
    void noFieldIsTakenThatIsNull(FieldShape shape) {
        assertFitsNot(shape, null);
    }

    @Test
    void theSameFactHasTheSameBytesHoweverItWasWritten() {
        String at = "2026-11-21T09:30:00Z";
        String fingerprint = "sha256:" + "0a".repeat(32);
        Entry spaced = Entry.parse(
                ("{ \"kind\" : \"DOCUMENT\", \"at\":\"" + at + "\",\n \"fingerprint\": \"" + fingerprint
                                + "\", \"document\": \"m\\u0069nutes\"}")
                        .getBytes(UTF_8),
                CODES);
        assertThat(new String(spaced.canonical(), UTF_8))
                .isEqualTo("{\"at\":\"" + at + "\",\"document\":\"minutes\",\"fingerprint\":\"" + fingerprint
                        + "\",\"kind\":\"DOCUMENT\"}");
        assertThat(Entry.of(
                        EntryKind.DOCUMENT,
                        Instant.parse(at).plusMillis(999),
                        Map.of("document", "minutes", "fingerprint", fingerprint),
                        CODES))
                .isEqualTo(spaced);
        assertThat(spaced.field("document")).contains("minutes");
        assertThat(spaced.field("staff")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "1", "{\"kind\":\"GOSSIP\"}", "{\"kind\":1}", "{\"kind\":null}"})
    void refusesWhatHasNoKnownKind(String json) {
        assertThatThrownBy(() -> Entry.parse(json.getBytes(UTF_8), CODES)).hasMessageEndingWith("(ENTRY-REFUSED)");
    }

    @Test
    void refusesWhatIsTooLong() {
        var fields = Examples.everyFieldOf(EntryKind.DECISION);
        String code = "a".repeat(64);
        for (String name : List.of("rules", "duties", "verifications")) {
            fields.put(name, Collections.nCopies(50, code));
        }
        fields.put("agreements", agreements(20));
        Codes longest = CODES.and(new Codes(
                Map.of(Register.RULE, Set.of(code), Register.DUTY, Set.of(code), Register.VERIFICATION, Set.of(code))));
        assertThat(Entry.of(EntryKind.DECISION, AT, fields, longest).canonical().length)
                .isBetween(10_000, Entry.LONGEST_BYTES);
        assertThatThrownBy(() -> Entry.parse(new byte[4 * Entry.LONGEST_BYTES + 1], CODES))
                .hasMessageContaining("65537 bytes");
        assertThatThrownBy(() -> Entry.parse(new byte[4 * Entry.LONGEST_BYTES], CODES))
                .hasMessageContaining("ENTRY-NOT-JSON");
    }

    @Test
    void anEntryHasAtMost16384BytesOfCanonicalJson() {
        assertThat(Entry.recorded(documentOf(Entry.LONGEST_BYTES)).canonical()).hasSize(Entry.LONGEST_BYTES);
        assertThatThrownBy(() -> Entry.recorded(documentOf(Entry.LONGEST_BYTES + 1)))
                .hasMessageContaining("is 16385 bytes long")
                .hasMessageEndingWith("(ENTRY-REFUSED)");
    }

    private static byte[] documentOf(int bytes) {
        String empty = "{\"kind\":\"DOCUMENT\",\"x\":\"\"}";
        return empty.replace("\"\"", "\"" + "x".repeat(bytes - empty.length()) + "\"")
                .getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2003-06-05", "2025-11-19", "2027-11-23"})
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
        assertThat(Entry.of(EntryKind.DECISION, AT, fields, CODES).field("day")).contains(day);
    }

    @Test
    void whatEndsDoesNotEndBeforeItsEntrySoThatNoBirthdayFits() {
        for (var kindAndName : Map.of(EntryKind.RELEASE, "expires", EntryKind.DESTROYED, "backupsExpire")
                .entrySet()) {
            var fields = Examples.everyFieldOf(kindAndName.getKey());
            fields.put(kindAndName.getValue(), "2026-11-20"); // where it is already tomorrow, and not yet in UTC
            assertThat(Entry.of(kindAndName.getKey(), AT, fields, CODES).field(kindAndName.getValue()))
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
            assertThat(Entry.of(EntryKind.DECISION, AT, fields, CODES).field("outcome"))
                    .contains(outcome);
        }
        fields.put("outcome", "PERMITTED");
        assertRefused(EntryKind.DECISION, fields, "permits and names \"rules\"");
        fields.put("rules", List.of());
        assertThat(Entry.of(EntryKind.DECISION, AT, fields, CODES).field("rules"))
                .contains(List.of());
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
        assertThatThrownBy(() -> Entry.of(EntryKind.DECISION, AT, Map.of("at", "x"), CODES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Entry.of(EntryKind.DECISION, AT, Map.of("kind", "x"), CODES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEntryPrintsItsKindAlone() {
        Entry entry = Examples.decision(1);
        assertThat(entry).hasToString("Entry[DECISION]").isNotEqualTo(Examples.decision(2));
        assertThat(entry).doesNotHaveSameHashCodeAs(Examples.decision(2));
        entry.canonical()[0] = 0;
        assertThat(entry).isEqualTo(Examples.decision(1));
    }

    private static Map<String, Object> agreements(int count) {
        Map<String, Object> agreements = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            agreements.put("SA-" + i, FINGERPRINT);
        }
        return agreements;
    }

    private static void assertFits(FieldShape shape, Object value) {
        assertThat(shape.fits(value, CODES)).as("%s", value).isTrue();
    }

    private static void assertFitsNot(FieldShape shape, @Nullable Object value) {
        assertThat(shape.fits(value, CODES)).as("%s", value).isFalse();
    }

    private static void assertRefused(EntryKind kind, Map<String, Object> fields, String how) {
        assertThatThrownBy(() -> Entry.of(kind, AT, fields, CODES))
                .hasMessageContaining(how)
                .hasMessageNotContaining("Mary")
                .hasMessageEndingWith("(ENTRY-REFUSED)");
    }
}
