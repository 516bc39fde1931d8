package org.concordat.benchmarks.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.SubjectFilter;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;

/**
 * Microseconds for one decision in folders of 10 to 10,000 agreements, beside Cedar's Java binding on policies that say the
 * same; seconds for reading each folder; and for filtering a million people.
 *
 * <p>Run it after {@code ./mvnw -pl benchmarks -am test-compile} with
 *
 * <pre>{@code
 * java -Xmx6g --enable-native-access=ALL-UNNAMED \
 *     -cp "$(cat benchmarks/target/classpath.txt):benchmarks/target/classes" \
 *     org.concordat.benchmarks.policy.DecisionBenchmark [AGREEMENTS…]
 * }</pre>
 *
 * <p>The folders take turns, so that what else the machine does meets all of them. Cedar is asked about the folder of 1,000,
 * in the same turns; before anything is timed, it must allow exactly what is permitted.
 */
public final class DecisionBenchmark {

    private static final int BESIDE_CEDAR = 1_000;
    private static final int QUESTIONS = 10_000;
    private static final int TURNS = 20;
    private static final int DECISIONS_A_TURN = 10_000;
    private static final int CEDAR_DECISIONS_A_TURN = 250;
    private static final int PEOPLE = 1_000_000;
    private static final long SEED = 20260601;

    private final LawPack law = LawPack.unitedKingdom();
    private final Decider decider = new Decider();

    private DecisionBenchmark() {}

    /** Runs all and prints a line for each figure. */
    public static void main(String[] sizes) {
        List<Integer> agreements = sizes.length == 0
                ? List.of(10, 100, BESIDE_CEDAR, 10_000)
                : Stream.of(sizes).map(Integer::valueOf).toList();
        new DecisionBenchmark().run(agreements);
    }

    private void run(List<Integer> sizes) {
        var samples = new ArrayList<Sample>();
        var cedarSamples = new ArrayList<Sample>();
        for (int size : sizes) {
            MadeUpFolder madeUp = MadeUpFolder.of(size, law);
            AgreementFolder folder = read(madeUp);
            List<Question> questions = Question.about(madeUp.shares(), QUESTIONS, SEED);
            samples.add(ours(size, folder, questions).warmedUp(5));
            if (size == BESIDE_CEDAR) {
                cedarSamples.add(cedars(folder, questions).warmedUp(5));
            }
        }
        for (int turn = 0; turn < TURNS; turn++) {
            samples.forEach(sample -> sample.take(DECISIONS_A_TURN));
            cedarSamples.forEach(sample -> sample.take(CEDAR_DECISIONS_A_TURN));
        }
        samples.forEach(sample -> say(sample.toString()));
        cedarSamples.forEach(sample -> say(sample.toString()));
        say(String.format(
                Locale.ROOT,
                "from %d to %d agreements a decision takes %.2f times as long",
                sizes.getFirst(),
                sizes.getLast(),
                samples.getLast().medianMicroseconds() / samples.getFirst().medianMicroseconds()));
        cedarSamples.forEach(cedar -> say(String.format(
                Locale.ROOT,
                "Cedar takes %.0f times as long as we do, by medians",
                cedar.medianMicroseconds()
                        / samples.get(sizes.indexOf(BESIDE_CEDAR)).medianMicroseconds())));
        bulk();
    }

    /** Reads the folder three times, and tells the quickest. */
    private static AgreementFolder read(MadeUpFolder madeUp) {
        double best = Double.MAX_VALUE;
        AgreementFolder folder = madeUp.read();
        for (int run = 0; run < 3; run++) {
            long start = System.nanoTime();
            folder = madeUp.read();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        say(String.format(
                Locale.ROOT,
                "%d agreements: %d files of %.1f MB read and checked in %.2f s, %d signatures among them",
                madeUp.shares().size(),
                madeUp.files(),
                madeUp.bytes() / 1e6,
                best,
                folder.signatures().size()));
        return folder;
    }

    private Sample ours(int size, AgreementFolder folder, List<Question> questions) {
        List<Request> requests = questions.stream().map(Question::request).toList();
        List<Facts> facts = questions.stream()
                .map(question -> new Facts(folder, law, question.answers()))
                .toList();
        return new Sample(
                "Concordat, " + size + " agreements",
                number -> decider.decide(requests.get(number % QUESTIONS), facts.get(number % QUESTIONS))
                        instanceof Decision.Permitted);
    }

    private Sample cedars(AgreementFolder folder, List<Question> questions) {
        var cedar = new CedarPolicies(folder, law);
        List<CedarPolicies.Asked> asked = questions.stream().map(cedar::asked).toList();
        for (int i = 0; i < CEDAR_DECISIONS_A_TURN * 4; i++) {
            Question question = questions.get(i);
            Decision decision = decider.decide(question.request(), new Facts(folder, law, question.answers()));
            if (cedar.allows(asked.get(i)) != decision instanceof Decision.Permitted) {
                throw new IllegalStateException("Cedar's policies do not say the same: " + question + " " + decision);
            }
        }
        return new Sample(
                "Cedar, " + cedar.size() + " policies", number -> cedar.allows(asked.get(number % QUESTIONS)));
    }

    /** A million people, about half of whom pass. */
    private void bulk() {
        MadeUpFolder madeUp = MadeUpFolder.of(10, law);
        Request request = many(Question.about(madeUp.shares(), 100, SEED).stream()
                .filter(question -> question.twist() == Question.Twist.NONE)
                .filter(question -> question.request().dataset().startsWith(ShareKind.DISCHARGE.dataset))
                .findFirst()
                .orElseThrow()
                .request());
        var facts = new Facts(madeUp.read(), law, Question.allAsWanted());
        if (!(decider.decide(request, facts) instanceof Decision.Permitted permitted)) {
            throw new IllegalStateException("Nothing is permitted about many.");
        }
        SubjectFilter filter = SubjectFilter.of(request, permitted);
        List<Map<FactName, Answer>> known = people(filter, 1_000);
        long[] people = new long[PEOPLE];
        double packing = Double.MAX_VALUE;
        double scanning = Double.MAX_VALUE;
        int passed = 0;
        for (int run = 0; run < 10; run++) {
            long start = System.nanoTime();
            for (int person = 0; person < PEOPLE; person++) {
                people[person] = SubjectFilter.pack(known.get(person % known.size()));
            }
            long packed = System.nanoTime();
            passed = filter.scan(people).passed();
            packing = Math.min(packing, (packed - start) / 1e6);
            scanning = Math.min(scanning, (System.nanoTime() - packed) / 1e6);
        }
        say(String.format(
                Locale.ROOT,
                "%d people filtered by %d facts, of whom %d pass: %.0f ms to pack what is known, %.1f ms to filter",
                PEOPLE,
                filter.facts().size(),
                passed,
                packing,
                scanning));
    }

    /** People of whom about half pass. */
    private static List<Map<FactName, Answer>> people(SubjectFilter filter, int count) {
        var random = new SplittableRandom(SEED);
        List<Answer> any = List.of(Answer.values());
        var people = new ArrayList<Map<FactName, Answer>>();
        for (int person = 0; person < count; person++) {
            var answers = new EnumMap<FactName, Answer>(FactName.class);
            boolean passes = random.nextBoolean();
            for (FactName fact : filter.facts()) {
                answers.put(fact, passes ? fact.wanted() : any.get(random.nextInt(any.size())));
            }
            people.add(answers);
        }
        return people;
    }

    private static Request many(Request one) {
        return new Request(
                one.sender(),
                one.recipient(),
                one.role(),
                one.dataset(),
                one.fields(),
                one.purpose(),
                one.form(),
                Request.Subjects.MANY,
                one.ground(),
                one.significantDecision(),
                one.identifyingAgain(),
                one.on());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
