package org.concordat.policy.decide;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;

/**
 * Which of many people a permitted request lets through: those for whom every fact of the decision's filter is as wanted.
 * One decision and one scan serve a million people.
 *
 * <p>What is known of a person is packed into a {@code long}, two bits a fact, by {@link #pack} or {@link #with}; zero is a
 * person of whom nothing is known, and lets nobody through whose facts matter. Packed answers are for one run: their layout
 * follows {@link FactName} and may change with it, so keep the answers, not the numbers.
 *
 * <p>Whoever passes would be permitted alone too. Among many, a child is left out where consent is relied on, even if somebody
 * with parental responsibility consented: whether they did is looked at child by child, in a request about one.
 */
public final class SubjectFilter {

    private static final List<FactName> ABOUT_THE_PERSON =
            Stream.of(FactName.values()).filter(Situation::isAboutThePerson).toList();

    private static final int BITS_A_FACT = 2;
    private static final long ONE_FACT = 0b11;
    private static final long YES = 0b01;
    private static final long NO = 0b10;

    /** In the vocabulary's order, so that reports come out alike. */
    private final List<FactName> facts;

    /** Where the two bits of each of the facts begin. */
    private final int[] shifts;

    private final long mask;
    private final long wanted;

    private SubjectFilter(Set<FactName> facts) {
        this.facts = facts.stream().sorted().toList();
        this.shifts = this.facts.stream().mapToInt(SubjectFilter::shift).toArray();
        long everyBit = 0;
        long asWanted = 0;
        for (FactName fact : facts) {
            everyBit |= ONE_FACT << shift(fact);
            asWanted |= bits(fact.wanted()) << shift(fact);
        }
        this.mask = everyBit;
        this.wanted = asWanted;
    }

    /**
     * The filter of a decision.
     *
     * @param request the one that was decided
     * @throws IllegalArgumentException when it is about one person, whose facts were looked at in the decision and are no
     *     filter, or when it plainly is not the request that was decided
     */
    public static SubjectFilter of(Request request, Decision.Permitted permitted) {
        if (request.subjects() != Subjects.MANY) {
            throw new IllegalArgumentException("request is about one person; allowed is a request about many");
        }
        if (!request.fields().equals(permitted.fields()) || request.form() != permitted.form()) {
            throw new IllegalArgumentException(
                    "request asks for other fields or another form than were permitted; allowed is the request decided");
        }
        return new SubjectFilter(permitted.filter());
    }

    /** The facts that must be as wanted, in the vocabulary's order. */
    public List<FactName> facts() {
        return facts;
    }

    /**
     * What is known of one person, packed. Facts left out are unknown.
     *
     * @throws IllegalArgumentException for a fact that is not about the person
     */
    public static long pack(Map<FactName, Answer> answers) {
        long packed = 0;
        for (Map.Entry<FactName, Answer> answer : answers.entrySet()) {
            packed = with(packed, answer.getKey(), answer.getValue());
        }
        return packed;
    }

    /** The same answers, with that fact answered so. Begin with 0, of which nothing is known. */
    public static long with(long packed, FactName fact, Answer answer) {
        int shift = shift(fact);
        return (packed & ~(ONE_FACT << shift)) | (bits(answer) << shift);
    }

    /** Whether a person of whom that is known is let through. */
    public boolean passes(long packed) {
        return (packed & mask) == wanted;
    }

    /** Why a person of whom that is known is left out; nothing for one who passes. */
    public List<Reason> whyLeftOut(long packed) {
        return facts.stream()
                .map(fact -> new Reason(fact, answer(packed, shift(fact))))
                .filter(reason -> reason.answer() != reason.fact().wanted())
                .toList();
    }

    /** Looks at everybody once, and counts why people are left out. */
    public Filtered scan(long[] people) {
        var passing = new BitSet(people.length);
        int[] yes = new int[shifts.length];
        int[] no = new int[shifts.length];
        int[] unknown = new int[shifts.length];
        for (int person = 0; person < people.length; person++) {
            long packed = people[person];
            if (passes(packed)) {
                passing.set(person);
                continue;
            }
            for (int fact = 0; fact < shifts.length; fact++) {
                switch (answer(packed, shifts[fact])) {
                    case YES -> yes[fact]++;
                    case NO -> no[fact]++;
                    case UNKNOWN -> unknown[fact]++;
                }
            }
        }
        var leftOut = new LinkedHashMap<Reason, Integer>();
        for (int i = 0; i < shifts.length; i++) {
            FactName fact = facts.get(i);
            for (Answer answer : Answer.values()) {
                int count = switch (answer) {
                    case YES -> yes[i];
                    case NO -> no[i];
                    case UNKNOWN -> unknown[i];
                };
                if (answer != fact.wanted() && count > 0) {
                    leftOut.put(new Reason(fact, answer), count);
                }
            }
        }
        return new Filtered(people.length, passing, leftOut);
    }

    /**
     * Why somebody is left out.
     *
     * @param answer another than the fact's wanted one; unknown when nobody has said
     */
    public record Reason(FactName fact, Answer answer) {}

    /**
     * Who was let through, and how many were not, for the delivery report.
     *
     * <p><b>The counts are not safe to show as they are.</b> "One objected" about a small street tells who. Whoever shows
     * them hides small numbers first, as in any table about people.
     *
     * @param people how many were looked at
     * @param passing their places in the array, set for those let through
     * @param leftOut how many were left out for each reason; somebody left out for two reasons counts under both
     */
    public record Filtered(int people, BitSet passing, Map<Reason, Integer> leftOut) {
        public Filtered {
            passing = (BitSet) passing.clone();
            leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        }

        @Override
        public BitSet passing() {
            return (BitSet) passing.clone();
        }

        /** How many were let through. */
        public int passed() {
            return passing.cardinality();
        }

        /** Without the counts, which may be small enough to tell on somebody. */
        @Override
        public String toString() {
            return "Filtered[people=" + people + ", counts hidden]";
        }
    }

    private static Answer answer(long packed, int shift) {
        long bits = (packed >>> shift) & ONE_FACT;
        return bits == YES ? Answer.YES : bits == NO ? Answer.NO : Answer.UNKNOWN;
    }

    private static long bits(Answer answer) {
        return switch (answer) {
            case YES -> YES;
            case NO -> NO;
            case UNKNOWN -> 0;
        };
    }

    /** Where the fact's two bits begin. */
    private static int shift(FactName fact) {
        int place = ABOUT_THE_PERSON.indexOf(fact);
        if (place < 0) {
            throw new IllegalArgumentException("fact is '" + fact.word()
                    + "', which is not about a person; allowed are: "
                    + String.join(
                            ", ", ABOUT_THE_PERSON.stream().map(FactName::word).toList()));
        }
        return place * BITS_A_FACT;
    }
}
