package org.concordat.ledger.entries;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.ledger.entries.Codes.Register;
import org.jspecify.annotations.Nullable;

/**
 * What a field's value looks like. No shape has room for a name, an address, a date of birth or free text: a text is either
 * a code that a register gave out ({@link Codes}) or digits that were drawn or computed.
 */
public enum FieldShape {
    /** A moment in UTC to the second, from the year 2000 on: {@code 2026-11-21T09:30:00Z}. */
    TIME("a time such as 2026-11-21T09:30:00Z") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return matches(TIME_OF_DAY, value) && exists(() -> Instant.parse((String) value));
        }
    },
    /** A day: {@code 2026-11-21}. For when something ends or is destroyed, and what day was asked about; see {@link Agreeing}. */
    DATE("a date such as 2026-11-21") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return matches(DAY, value) && exists(() -> LocalDate.parse((String) value));
        }
    },
    /** What a register calls an organisation. */
    ORGANISATION("the code of an organisation that is known here", Register.ORGANISATION) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return isCode(value, codes);
        }
    },
    /** What a register calls a dataset. */
    DATASET("the code of a dataset that is known here", Register.DATASET) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return isCode(value, codes);
        }
    },
    /** What a register calls a purpose. */
    PURPOSE("the code of a purpose that is known here", Register.PURPOSE) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return isCode(value, codes);
        }
    },
    /** What a register calls a protocol, agreement or schedule. */
    AGREEMENT("the code of an agreement that is known here", Register.AGREEMENT) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return isCode(value, codes);
        }
    },
    /** Agreements, 1 to 20: by the code of each, its fingerprint as it was then. */
    AGREEMENTS(
            "an object of codes and fingerprints, such as {\"SA-2031\":\"sha256:…\"}, of agreements known here",
            Register.AGREEMENT) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return value instanceof Map<?, ?> agreements
                    && !agreements.isEmpty()
                    && agreements.size() <= MOST_AGREEMENTS
                    && agreements.keySet().stream().allMatch(code -> AGREEMENT.fits(code, codes))
                    && agreements.values().stream().allMatch(text -> FINGERPRINT.fits(text, codes));
        }
    },
    /** The codes of officers' verifications, at most 50. */
    VERIFICATIONS("a list of codes of verifications that are known here", Register.VERIFICATION) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return areCodes(value, codes);
        }
    },
    /** What a law pack is called. */
    LAW_PACK("the code of a law pack that is known here", Register.LAW_PACK) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return isCode(value, codes);
        }
    },
    /** The codes of rules, at most 50. */
    RULES("a list of codes of rules that are known here, such as [\"AGREEMENT-ENDED\"]", Register.RULE) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return areCodes(value, codes);
        }
    },
    /** The codes of duties, at most 50. */
    DUTIES("a list of codes of duties that are known here, such as [\"TELL-THE-PERSON\"]", Register.DUTY) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return areCodes(value, codes);
        }
    },
    /** What kind of document something is. */
    DOCUMENT_KIND("the code of a kind of document that is known here, such as minutes", Register.DOCUMENT) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return isCode(value, codes);
        }
    },
    /** What an area of a server calls a kind of event. */
    EVENT_KIND("the code of a kind of event that is known here, such as parties.role-given", Register.EVENT) {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return isCode(value, codes);
        }
    },
    /**
     * The random number of a decision, release, certificate or event. Only of version 4 (RFC 9562): version 1 holds the number of a
     * machine, and versions 3 and 5 a hash of a name.
     */
    ID("a random id (UUID, version 4) such as 0b8e6a0e-3c1f-4f6e-9a51-3f2b7c9d1e42") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return matches(UUID, value);
        }
    },
    /** A member of staff, as a random number that only the employer can put a name to. */
    STAFF("staff: and 32 hexadecimal digits that were drawn at random") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return matches(STAFF_NUMBER, value);
        }
    },
    /** A subject, as an HMAC-SHA256 under a key that is destroyed when retention ends. Until then it is personal data. */
    SUBJECT("subject: and the 64 hexadecimal digits of a keyed hash") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return matches(KEYED_HASH, value);
        }
    },
    /** The SHA-256 of a file or document. Not for short texts, which could be guessed: see {@link #SALTED}. */
    FINGERPRINT("sha256: and 64 hexadecimal digits") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return matches(SHA256, value);
        }
    },
    /** The SHA-256 of a random salt and a text, both of which stay elsewhere: see {@link SaltedHash}. */
    SALTED("salted: and the 64 hexadecimal digits of a salted hash") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return matches(SALTED_HASH, value);
        }
    },
    /** A number of rows, records or persons. Of at most nine digits: an NHS number or a telephone number has ten. */
    COUNT("a whole number from 0 to 999999999") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return value instanceof Number number
                    && number.doubleValue() >= 0
                    && number.doubleValue() <= LARGEST_COUNT
                    && number.doubleValue() == Math.rint(number.doubleValue());
        }
    },
    /** Yes or no. */
    TRUTH("true or false") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return value instanceof Boolean;
        }
    },
    /** The answer of a decision. */
    OUTCOME("PERMITTED, REFUSED or NEEDS_FACTS") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return value != null
                    && List.of("PERMITTED", "REFUSED", "NEEDS_FACTS").contains(value);
        }
    },
    /** The way of sharing. */
    FORM("AGGREGATED, PSEUDONYMISED, IDENTIFIED or DISCUSSED") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return value != null
                    && List.of("AGGREGATED", "PSEUDONYMISED", "IDENTIFIED", "DISCUSSED")
                            .contains(value);
        }
    },
    /** A public key as notes write it. */
    VERIFIER_KEY("a public key, such as ledger.example+c74f20a3+AR…") {
        @Override
        boolean fits(@Nullable Object value, Codes codes) {
            return value instanceof String text && text.length() <= LONGEST_KEY && matches(KEY, text);
        }
    };

    private static final int LONGEST_KEY = 300;
    private static final int MOST_CODES = 50;
    private static final int MOST_AGREEMENTS = 20;
    private static final double LARGEST_COUNT = 999_999_999;

    private static final Pattern TIME_OF_DAY = Pattern.compile("2[01]\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Pattern DAY = Pattern.compile("2[01]\\d{2}-\\d{2}-\\d{2}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern STAFF_NUMBER = Pattern.compile("staff:[0-9a-f]{32}");
    private static final Pattern KEYED_HASH = Pattern.compile("subject:[0-9a-f]{64}");
    private static final Pattern SHA256 = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern SALTED_HASH = Pattern.compile("salted:[0-9a-f]{64}");
    private static final Pattern KEY = Pattern.compile("[^\\s+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]+=*");

    private final String words;
    private final Optional<Register> register;

    FieldShape(String words) {
        this.words = words;
        this.register = Optional.empty();
    }

    /** A code or several. */
    FieldShape(String words, Register register) {
        this.words = words;
        this.register = Optional.of(register);
    }

    /** Which register gives out the codes that stand here, if any do. */
    Optional<Register> register() {
        return register;
    }

    /** @param codes those that a code may be one of */
    abstract boolean fits(@Nullable Object value, Codes codes);

    /** What is allowed, to complete "must be …". */
    String words() {
        return words;
    }

    private static boolean matches(Pattern pattern, @Nullable Object value) {
        return value instanceof String text && pattern.matcher(text).matches();
    }

    boolean isCode(@Nullable Object value, Codes codes) {
        return value instanceof String text
                && register.filter(known -> codes.has(known, text)).isPresent();
    }

    boolean areCodes(@Nullable Object value, Codes codes) {
        return value instanceof List<?> list
                && list.size() <= MOST_CODES
                && list.stream().allMatch(code -> isCode(code, codes));
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
