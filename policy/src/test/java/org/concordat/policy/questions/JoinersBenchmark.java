package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.concordat.policy.Crowd;
import org.concordat.policy.Town;
import org.concordat.policy.agreements.AgreementFolder;

/**
 * Seconds for reading a folder whose three tiers many organisations joined, beside one that names as many in its text; twice,
 * since the first pays for the compiler. Run it as {@link QuestionsBenchmark} says, with their number, else 240.
 */
public final class JoinersBenchmark {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private JoinersBenchmark() {}

    /** Prints a line for each figure. */
    @SuppressWarnings("SystemOut") // A program for the desk, which prints what it measured.
    public static void main(String[] words) {
        int count = words.length > 0 ? Integer.parseInt(words[0]) : 240;
        List<String> all = IntStream.range(0, count).mapToObj(Crowd::practice).toList();
        List<String> signing = new ArrayList<>(all);
        signing.add("trust");
        Crowd joiners = Crowd.joiners(count).signedBy(signing).accepted(all);
        Crowd parties = Crowd.parties(count).signedBy(signing);
        AgreementFolder folder = joiners.read();
        for (int round = 1; round <= 3; round++) {
            timed(
                    "reading: parties of the text",
                    () -> parties.read().signatures().size());
            timed("reading: accessions", () -> joiners.read().accessions().size());
            timed(
                    "flows that may go",
                    () -> Flows.of(folder, Town.UK, DAY).may().list().size());
        }
    }

    private static void timed(String what, IntSupplier question) {
        long start = System.nanoTime();
        int found = question.getAsInt();
        System.out.printf(Locale.ROOT, "%-32s %8d in %7.3f s%n", what, found, (System.nanoTime() - start) / 1e9);
    }
}
