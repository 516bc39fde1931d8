package org.concordat.ledger.entries;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.concordat.ledger.LedgerException;

/**
 * The codes that registers have given out, by register. An entry takes no other: a made-up code could be anybody's name, and
 * what is in a ledger stays there.
 *
 * <p>Whoever makes entries brings the registers: a folder of agreements, the tables of a server, or a text with a line for
 * each code, such as {@code organisation tideford-council}. That a register gives no person's name out as a code is for its
 * keeper to see to; here a code that looks like a telephone number, NHS number, National Insurance number, postcode or date
 * is refused even when it is known.
 */
public record Codes(Map<Register, Set<String>> known) {
    /** A text with more bytes is refused. */
    public static final int LONGEST_BYTES = 4 << 20;

    private static final int LONGEST_CODE = 64;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*");

    /**
     * What no register's code looks like, but an identifier of a person does: nine digits or more (NHS number, telephone),
     * a National Insurance number, a postcode, a date.
     */
    private static final Pattern IDENTIFYING = Pattern.compile("\\d([._-]?\\d){8}"
            + "|(?<![A-Za-z])[A-Za-z]{2}[._-]?\\d{2}[._-]?\\d{2}[._-]?\\d{2}[._-]?[A-Da-d](?![A-Za-z0-9])"
            + "|(?<![A-Za-z0-9])[A-Za-z]{1,2}\\d[A-Za-z0-9]?[._-]?\\d[A-Za-z]{2}(?![A-Za-z0-9])"
            + "|(?<!\\d)\\d{4}[._-]\\d{2}[._-]\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[._-]\\d{1,2}[._-]\\d{4}(?!\\d)");

    /** Who gives codes out, and for what. */
    public enum Register {
        ORGANISATION,
        DATASET,
        PURPOSE,
        /** Protocols, agreements and schedules. */
        AGREEMENT,
        /** Officers' records of having read a provision. */
        VERIFICATION,
        LAW_PACK,
        /** Why something was refused. */
        RULE,
        DUTY,
        /** Kinds of documents, such as minutes. */
        DOCUMENT,
        /** What a server's areas call the events that they record, such as {@code parties.role-given}. */
        EVENT;

        /** As texts have it: {@code law-pack}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The register of that word. */
        public static Optional<Register> of(String word) {
            return Arrays.stream(values())
                    .filter(register -> register.word().equals(word))
                    .findFirst();
        }
    }

    public Codes {
        Map<Register, Set<String>> sorted = new EnumMap<>(Register.class);
        known.forEach((register, codes) -> sorted.put(register, Collections.unmodifiableSet(new TreeSet<>(codes))));
        known = Collections.unmodifiableMap(sorted);
    }

    /** None: every entry with a code is refused. */
    public static Codes none() {
        return new Codes(Map.of());
    }

    /** These and those. */
    public Codes and(Codes others) {
        Map<Register, Set<String>> all = new EnumMap<>(Register.class);
        for (Codes codes : Arrays.asList(this, others)) {
            codes.known.forEach((register, more) ->
                    all.computeIfAbsent(register, _ -> new TreeSet<>()).addAll(more));
        }
        return new Codes(all);
    }

    /** Whether a register has given the code out, and it looks like one. */
    boolean has(Register register, String code) {
        return looksLikeACode(code) && known.getOrDefault(register, Set.of()).contains(code);
    }

    private static boolean looksLikeACode(String text) {
        return text.length() <= LONGEST_CODE
                && SHAPE.matcher(text).matches()
                && !IDENTIFYING.matcher(text).find();
    }

    /** The text that {@link #parse} reads: a line for each, in order. */
    public String text() {
        StringBuilder text = new StringBuilder();
        known.forEach((register, codes) -> codes.forEach(
                code -> text.append(register.word()).append(' ').append(code).append('\n')));
        return text.toString();
    }

    /**
     * Reads lines, each with a register's word, a space and a code.
     *
     * @throws LedgerException with {@code CODES-UNREADABLE}, naming the line, when one is none or looks like an identifier of
     *     a person
     */
    public static Codes parse(byte[] text) {
        if (text.length > LONGEST_BYTES) {
            throw unreadable("The text is longer than " + LONGEST_BYTES + " bytes");
        }
        String lines = Utf8.decode(text).orElseThrow(() -> unreadable("The text is not UTF-8"));
        Map<Register, Set<String>> known = new EnumMap<>(Register.class);
        int number = 0;
        for (String line : lines.split("\n")) {
            number++;
            if (!line.isEmpty()) {
                String[] words = line.split(" ", -1);
                Optional<Register> register = Register.of(words[0]);
                if (words.length != 2 || register.isEmpty() || !looksLikeACode(words[1])) {
                    throw unreadable(
                            "Line " + number + " is not a register and a code such as SA-2031, parted by a space");
                }
                known.computeIfAbsent(register.get(), _ -> new TreeSet<>()).add(words[1]);
            }
        }
        return new Codes(known);
    }

    private static LedgerException unreadable(String how) {
        return new LedgerException(
                "CODES-UNREADABLE",
                how + ". The registers are "
                        + String.join(
                                ", ",
                                Arrays.stream(Register.values())
                                        .map(Register::word)
                                        .toList())
                        + ". Correct it.");
    }

    /** How many there are: which codes a register holds is its keeper's to say. */
    @Override
    public String toString() {
        return "Codes[" + known.values().stream().mapToInt(Set::size).sum() + "]";
    }
}
