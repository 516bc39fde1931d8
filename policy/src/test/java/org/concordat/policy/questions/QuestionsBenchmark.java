package org.concordat.policy.questions;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.concordat.policy.agreements.AgreementFolder;

/**
 * Seconds for each question about a partnership of many schedules, twice, since the first pays for the compiler.
 *
 * <p>Run it after {@code ./mvnw -pl benchmarks -am test-compile} with
 *
 * <pre>{@code
 * java -cp "policy/target/classes:policy/target/test-classes:$(cat benchmarks/target/classpath.txt)" \
 *     org.concordat.policy.questions.QuestionsBenchmark [SCHEDULES [SEED]]
 * }</pre>
 *
 * <p>It lies among the tests because the made-up partnership does. Takes 1,000 schedules unless told otherwise.
 */
public final class QuestionsBenchmark {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final LocalDate DAY = Partnership.DAY;

    private QuestionsBenchmark() {}

    /** Prints a line for each figure. */
    @SuppressWarnings("SystemOut") // A program for the desk, which prints what it measured.
    public static void main(String[] words) {
        int schedules = words.length > 0 ? Integer.parseInt(words[0]) : 1_000;
        long seed = words.length > 1 ? Long.parseLong(words[1]) : 1;
        Partnership partnership = Partnership.of(schedules, seed);
        timed("reading the folder", () -> partnership.read().agreements().size());
        AgreementFolder folder = partnership.read();
        for (int round = 1; round <= 2; round++) {
            timed("flows", () -> Flows.of(folder, Partnership.UK, DAY).list().size());
            timed(
                    "flows that may go",
                    () -> Flows.of(folder, Partnership.UK, DAY).may().list().size());
            timed(
                    "offers: candidates",
                    () -> Offers.of(folder, Partnership.UK, DAY).list().stream()
                            .mapToInt(offer -> offer.couldOffer().size())
                            .sum());
            timed(
                    "impact of an agreement",
                    () -> Impact.of(folder, Partnership.UK, DAY, new Change.AgreementLapses("AG-1"))
                            .shifts()
                            .size());
            timed(
                    "impact of a row",
                    () -> Impact.of(folder, Partnership.UK, DAY, new Change.RowRepealed("ca-2004-s10"))
                            .shifts()
                            .size());
            timed("reviews", () -> Reviews.of(folder, DAY, 60).list().size());
            timed(
                    "single signatures",
                    () -> SingleSignatures.of(folder, Partnership.UK, DAY)
                            .list()
                            .size());
        }
    }

    private static void timed(String what, IntSupplier question) {
        long start = System.nanoTime();
        long startOfCore = CLOCK.getCurrentThreadCpuTime();
        int found = question.getAsInt();
        System.out.printf(
                Locale.ROOT,
                "%-28s %8d in %7.3f s, of which %7.3f s on a core%n",
                what,
                found,
                (System.nanoTime() - start) / 1e9,
                (CLOCK.getCurrentThreadCpuTime() - startOfCore) / 1e9);
    }
}
