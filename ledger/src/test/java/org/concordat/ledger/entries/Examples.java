package org.concordat.ledger.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.ledger.entries.Codes.Register;

/** Made-up entries that the schema allows, the same for the same number. */
public final class Examples {
    /** When everything here happened. */
    public static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");

    /** What the registers of the example know. */
    public static final Codes CODES = Codes.parse("""
                    organisation tideford-council
                    organisation tideford-police
                    dataset school-roll
                    purpose prevent-harm
                    agreement SA-2031
                    law-pack uk-2026.1
                    document minutes
                    event parties.role-given
                    rule AGREEMENT-ENDED
                    rule TRAINING-LAPSED
                    duty TELL-THE-PERSON
                    verification V-7
                    verification V-8
                    """.getBytes(UTF_8))
            .and(new Codes(Map.of(
                    Register.AGREEMENT,
                    IntStream.range(0, 5000).mapToObj(number -> "SA-" + number).collect(Collectors.toSet()))));

    private Examples() {}

    /** A decision that no other number gives. */
    public static Entry decision(long number) {
        SplittableRandom random = new SplittableRandom(number);
        boolean permitted = number % 3 == 0;
        Map<String, Object> fields = new TreeMap<>(Map.of(
                "decision",
                id(random.nextLong(), number),
                "outcome",
                List.of("PERMITTED", "REFUSED", "NEEDS_FACTS").get((int) Math.floorMod(number, 3L)),
                "sender",
                "tideford-council",
                "recipient",
                "tideford-police",
                "purpose",
                "prevent-harm",
                "rules",
                permitted ? List.of() : List.of("AGREEMENT-ENDED", "TRAINING-LAPSED"),
                "staff",
                "staff:" + hex(random, 2),
                "subject",
                "subject:" + hex(random, 4)));
        fields.put("day", "2026-11-21");
        fields.put("packFingerprint", "sha256:" + "0b".repeat(32));
        fields.put("folderFingerprint", "sha256:" + "0c".repeat(32));
        fields.put("agreements", Map.of("SA-" + Math.floorMod(number, 5000L), "sha256:" + "0d".repeat(32)));
        fields.put("request", "salted:" + hex(random, 4));
        fields.put("reasons", "salted:" + hex(random, 4));
        return Entry.of(EntryKind.DECISION, AT.plusSeconds(number % 1000), fields, CODES);
    }

    /** A value of each shape, valid for it. */
    static Object valueOf(FieldShape shape) {
        return switch (shape) {
            case TIME -> "2026-11-21T09:30:00Z";
            case DATE -> "2027-03-31";
            case ORGANISATION -> "tideford-council";
            case DATASET -> "school-roll";
            case PURPOSE -> "prevent-harm";
            case AGREEMENT -> "SA-2031";
            case LAW_PACK -> "uk-2026.1";
            case DOCUMENT_KIND -> "minutes";
            case EVENT_KIND -> "parties.role-given";
            case RULES -> List.of("AGREEMENT-ENDED");
            case DUTIES -> List.of("TELL-THE-PERSON");
            case VERIFICATIONS -> List.of("V-7", "V-8");
            case AGREEMENTS -> Map.of("SA-2031", "sha256:" + "0a".repeat(32));
            case ID -> "0b8e6a0e-3c1f-4f6e-9a51-3f2b7c9d1e42";
            case STAFF -> "staff:" + "0a".repeat(16);
            case SUBJECT -> "subject:" + "0a".repeat(32);
            case FINGERPRINT -> "sha256:" + "0a".repeat(32);
            case SALTED -> "salted:" + "0a".repeat(32);
            case COUNT -> 42;
            case TRUTH -> true;
            case OUTCOME -> "REFUSED";
            case FORM -> "DISCUSSED";
            case VERIFIER_KEY -> "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        };
    }

    /** Every field that a kind can have, with a value. */
    static Map<String, Object> everyFieldOf(EntryKind kind) {
        Map<String, Object> fields = new TreeMap<>();
        kind.possible().forEach((name, shape) -> fields.put(name, valueOf(shape)));
        fields.remove("at");
        fields.computeIfPresent("day", (_, _) -> "2026-11-20");
        return fields;
    }

    /** An id as {@link UUID#randomUUID} draws it (version 4), from other bits. */
    private static String id(long high, long low) {
        return new UUID((high & ~0xF000L) | 0x4000L, (low & Long.MAX_VALUE >> 1) | Long.MIN_VALUE).toString();
    }

    private static String hex(SplittableRandom random, int longs) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < longs; i++) {
            digits.append("%016x".formatted(random.nextLong()));
        }
        return digits.toString();
    }
}
