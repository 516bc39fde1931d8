package org.concordat.ledger.entries;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field's value looks like. No shape has room for a name, an address, a date of birth or free text. */
public enum FieldShape {
    /** A moment in UTC to the second: {@code 2026-11-21T09:30:00Z}. */
    TIME("a time such as 2026-11-21T09:30:00Z") {
        @Override
        boolean fits(@Nullable Object value) {
            return matches(TIME_OF_DAY, value) && exists(() -> Instant.parse((String) value));
        }
    },
    /** A day: {@code 2026-11-21}. Only for when a share ends or something is destroyed, and what day was asked about. */
    DATE("a date such as 2026-11-21") {
        @Override
        boolean fits(@Nullable Object value) {
            return matches(DAY, value) && exists(() -> LocalDate.parse((String) value));
        }
    },
    /** What registers call an organisation, dataset, agreement, purpose, law pack or rule: {@code SA-2031}. */
    CODE("a code of a register, such as SA-2031 or tideford-council") {
        @Override
        boolean fits(@Nullable Object value) {
            return value instanceof String text
                    && text.length() <= LONGEST_CODE
                    && matches(REGISTER_CODE, text)
                    && !IDENTIFYING.matcher(text).find();
        }
    },
    /** Codes in an order that means something or none, at most 50. */
    CODES("a list of codes, such as [\"AGREEMENT-ENDED\"]") {
        @Override
        boolean fits(@Nullable Object value) {
            return value instanceof List<?> codes
                    && codes.size() <= MOST_CODES
                    && codes.stream().allMatch(CODE::fits);
        }
    },
    /** Agreements, 1 to 20: by the code of each, its fingerprint as it was then. */
    DOCUMENTS("an object of codes and fingerprints, such as {\"SA-2031\":\"sha256:…\"}") {
        @Override
        boolean fits(@Nullable Object value) {
            return value instanceof Map<?, ?> documents
                    && !documents.isEmpty()
                    && documents.size() <= MOST_DOCUMENTS
                    && documents.keySet().stream().allMatch(CODE::fits)
                    && documents.values().stream().allMatch(FINGERPRINT::fits);
        }
    },
    /** The random number of a decision, request, release or certificate. */
    ID("a random id (UUID) such as 0b8e6a0e-3c1f-4f6e-9a51-3f2b7c9d1e42") {
        @Override
        boolean fits(@Nullable Object value) {
            return matches(UUID, value);
        }
    },
    /** A member of staff, as a random number that only the employer can put a name to. */
    STAFF("staff: and 32 hexadecimal digits that were drawn at random") {
        @Override
        boolean fits(@Nullable Object value) {
            return matches(STAFF_NUMBER, value);
        }
    },
    /** A subject, as an HMAC-SHA256 under a key that is destroyed when retention ends. Until then it is personal data. */
    SUBJECT("subject: and the 64 hexadecimal digits of a keyed hash") {
        @Override
        boolean fits(@Nullable Object value) {
            return matches(KEYED_HASH, value);
        }
    },
    /** The SHA-256 of a file or document. Not for short texts, which could be guessed: see {@link #SALTED}. */
    FINGERPRINT("sha256: and 64 hexadecimal digits") {
        @Override
        boolean fits(@Nullable Object value) {
            return matches(SHA256, value);
        }
    },
    /** The SHA-256 of a random salt and a text, both of which stay elsewhere: see {@link SaltedHash}. */
    SALTED("salted: and the 64 hexadecimal digits of a salted hash") {
        @Override
        boolean fits(@Nullable Object value) {
            return matches(SALTED_HASH, value);
        }
    },
    /** A number of rows, records or persons: whole, 0 or more, exact as an IEEE double. */
    COUNT("a whole number from 0 to 9007199254740991") {
        @Override
        boolean fits(@Nullable Object value) {
            return value instanceof Number number
                    && number.doubleValue() >= 0
                    && number.doubleValue() <= LARGEST_EXACT
                    && number.doubleValue() == Math.rint(number.doubleValue());
        }
    },
    /** Yes or no. */
    TRUTH("true or false") {
        @Override
        boolean fits(@Nullable Object value) {
            return value instanceof Boolean;
        }
    },
    /** The answer of a decision. */
    OUTCOME("PERMITTED, REFUSED or NEEDS_FACTS") {
        @Override
        boolean fits(@Nullable Object value) {
            return value != null
                    && List.of("PERMITTED", "REFUSED", "NEEDS_FACTS").contains(value);
        }
    },
    /** The way of sharing. */
    FORM("AGGREGATED, PSEUDONYMISED, IDENTIFIED or DISCUSSED") {
        @Override
        boolean fits(@Nullable Object value) {
            return value != null
                    && List.of("AGGREGATED", "PSEUDONYMISED", "IDENTIFIED", "DISCUSSED")
                            .contains(value);
        }
    },
    /** A public key as notes write it. */
    VERIFIER_KEY("a public key, such as ledger.example+c74f20a3+AR…") {
        @Override
        boolean fits(@Nullable Object value) {
            return value instanceof String text && text.length() <= LONGEST_KEY && matches(KEY, text);
        }
    };

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_KEY = 300;
    private static final int MOST_CODES = 50;
    private static final int MOST_DOCUMENTS = 20;
    private static final double LARGEST_EXACT = 9007199254740991.0;

    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern REGISTER_CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern STAFF_NUMBER = Pattern.compile("staff:[0-9a-f]{32}");
    private static final Pattern KEYED_HASH = Pattern.compile("subject:[0-9a-f]{64}");
    private static final Pattern SHA256 = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern SALTED_HASH = Pattern.compile("salted:[0-9a-f]{64}");
    private static final Pattern KEY = Pattern.compile("[^\\s+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]+=*");

    /**
     * What no register's code looks like, but an identifier of a person does: nine digits or more (NHS number, telephone),
     * a National Insurance number, a postcode, a date.
     */
    private static final Pattern IDENTIFYING = Pattern.compile("\\d([._-]?\\d){8}"
            + "|(?<![A-Za-z])[A-Za-z]{2}[._-]?\\d{2}[._-]?\\d{2}[._-]?\\d{2}[._-]?[A-Da-d](?![A-Za-z0-9])"
            + "|(?<![A-Za-z0-9])[A-Za-z]{1,2}\\d[A-Za-z0-9]?[._-]?\\d[A-Za-z]{2}(?![A-Za-z0-9])"
            + "|(?<!\\d)\\d{4}[._-]\\d{2}[._-]\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[._-]\\d{1,2}[._-]\\d{4}(?!\\d)");

    private final String words;

    FieldShape(String words) {
        this.words = words;
    }

    abstract boolean fits(@Nullable Object value);

    /** What is allowed, to complete "must be …". */
    String words() {
        return words;
    }

    private static boolean matches(Pattern pattern, @Nullable Object value) {
        return value instanceof String text && pattern.matcher(text).matches();
    }

    private static boolean exists(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
