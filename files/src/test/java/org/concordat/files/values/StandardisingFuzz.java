package org.concordat.files.values;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Hostile and random text: nothing throws, and what is standard stays as it is. */
final class StandardisingFuzz {

    private static final long SEED = 20_261_121L;
    private static final int ROUNDS = 20_000;
    private static final String[] PIECES = {
        "mr",
        "mrs & mr",
        "DR.",
        "sir",
        "O'",
        "’",
        "-",
        "--",
        ",",
        " ",
        "  ",
        "\t",
        "\u00A0",
        "&",
        "and",
        "(",
        ")",
        "\"",
        "jr",
        "iii",
        "1st",
        "2nd",
        "baron",
        "of",
        "the",
        "earl",
        "nee",
        "known as",
        "unknown",
        "n/a",
        "test",
        "baby",
        "Smith",
        "JOHN",
        "mary-jane",
        "van",
        "der",
        "mc",
        "é",
        "ø",
        "ß",
        "þ",
        "æ",
        "İ",
        "ﬁ",
        "Ⅷ",
        "\uD83D\uDE00",
        "\uD83D",
        "한",
        "д",
        "ا",
        "٣",
        "0",
        "1",
        "19",
        "1980",
        "00",
        "99",
        "/",
        ".",
        "feb",
        "29th",
        ":",
        "T",
        "Z",
        "+44",
        "07700900461",
        "ext",
        "@",
        "ward.net",
        "mailto:",
        "sw1a",
        "1aa",
        "ZZ99",
        "O",
        "I",
        "TN",
        "JG123456A",
        "9434765919",
        "flat",
        "unit",
        "no",
        "number",
        "st",
        "rd",
        "saint",
        "s",
        "nw",
        "po box",
        "high street",
        "cornwall",
        "c/o",
        ";",
        "|",
        "\n",
        "\u0000",
        "\u0301",
        "female",
        "x",
        "null"
    };

    private static String random(Random random) {
        StringBuilder out = new StringBuilder();
        int pieces = random.nextInt(7);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(8) == 0) {
                out.append((char) random.nextInt(0x10000));
            } else {
                out.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (random.nextInt(3) == 0) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private static Map<String, Function<String, Standardised>> rules() {
        Map<String, Function<String, Standardised>> rules = new LinkedHashMap<>();
        for (DateOrder order : DateOrder.values()) {
            DateReading reading = new DateReading(order, LocalDate.of(2026, 6, 30), DateReading.USUAL_PLACEHOLDERS);
            rules.put("date " + order, raw -> Dates.standardise(raw, reading));
        }
        rules.put("british postcode", Postcodes::british);
        rules.put("foreign postcode", Postcodes::foreign);
        rules.put("nhs", Numbers::nhs);
        rules.put("nino", Numbers::nationalInsurance);
        rules.put("person", Numbers::person);
        rules.put("uprn", Numbers::uprn);
        rules.put("phone", Contacts::phone);
        rules.put("email", Contacts::email);
        rules.put("sex", Sexes::standardise);
        rules.put("text", FreeText::standardise);
        rules.put("street", Streets::street);
        rules.put("house number", Streets::number);
        rules.put("unit", Streets::unit);
        return rules;
    }

    @Test
    void aStandardValueStandardisesToItself() {
        Random random = new Random(SEED);
        Map<String, Function<String, Standardised>> rules = rules();
        for (int round = 0; round < ROUNDS; round++) {
            String raw = random(random);
            rules.forEach((kind, rule) -> {
                String once = rule.apply(raw).value();
                if (once != null && !once.equals(rule.apply(once).value())) {
                    throw new AssertionError(kind + " of \"" + raw + "\" gives \"" + once + "\", which gives \""
                            + rule.apply(once).value() + "\" (seed " + SEED + ")");
                }
            });
        }
    }

    @Test
    void aStandardNameStandardisesToItself() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String raw = random(random);
            String given = Names.given(raw).given();
            if (given != null && !given.equals(Names.given(given).given())) {
                throw new AssertionError("given name of \"" + raw + "\" gives \"" + given + "\" (seed " + SEED + ")");
            }
            String surname = Names.surname(raw).surname();
            if (surname != null && !surname.equals(Names.surname(surname).surname())) {
                throw new AssertionError("surname of \"" + raw + "\" gives \"" + surname + "\" (seed " + SEED + ")");
            }
        }
    }

    @Test
    void namesHoldOnlyWhatTheyMay() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String raw = random(random);
            for (PersonName name : List.of(Names.given(raw), Names.surname(raw), Names.whole(raw), Names.other(raw))) {
                boolean nothing = name.given() == null && name.surname() == null && name.middle() == null;
                boolean plain = name.tokens().stream()
                        .allMatch(
                                token -> !token.isEmpty() && token.codePoints().allMatch(Character::isLetterOrDigit));
                boolean once = Set.copyOf(name.tokens()).size() == name.tokens().size();
                if (!plain || !once || name.tokens().isEmpty() != nothing) {
                    throw new AssertionError("tokens of \"" + raw + "\" are " + name.tokens() + " (seed " + SEED + ")");
                }
            }
        }
    }

    @Test
    void addressesNeverThrowAndNeverHoldEmptyParts() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String raw = random(random);
            AddressParts parts = Addresses.whole(raw);
            for (String part : new String[] {
                parts.number(), parts.street(), parts.rest(), parts.locality(), parts.region(), parts.postcode()
            }) {
                if (part != null && part.isBlank()) {
                    throw new AssertionError("an empty part of \"" + raw + "\" (seed " + SEED + ")");
                }
            }
        }
    }

    @Test
    void foldedTextFoldsToItself() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String folded = PlainLetters.fold(random(random));
            if (!PlainLetters.fold(folded).equals(folded)) {
                throw new AssertionError("\"" + folded + "\" folds further (seed " + SEED + ")");
            }
        }
    }
}
