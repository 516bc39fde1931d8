package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.List;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.law.LawPack;

/**
 * What stops if something falls away: the flows of the partnership as it is beside those of the same partnership without it.
 *
 * @param shifts every field of every route that is answered differently then, in the order of the routes
 * @param unaffected how many flows are answered as before, with every field of theirs
 */
public record Impact(Change change, LocalDate day, List<Shift> shifts, int unaffected) {

    public Impact {
        shifts = List.copyOf(shifts);
    }

    /**
     * Compares.
     *
     * @throws IllegalArgumentException when the change names what is not there; see {@link Change#unknownIn}
     */
    public static Impact of(AgreementFolder folder, LawPack law, LocalDate day, Change change) {
        change.unknownIn(folder, law).ifPresent(sentence -> {
            throw new IllegalArgumentException("change names what is not there: " + sentence);
        });
        return new Comparison(new World(folder, law), day, change).run();
    }

    /** What may go today and may not then. */
    public List<Shift> stopped() {
        return shifts.stream().filter(Shift::stops).toList();
    }

    /** What may go today and would then lack something that can be supplied. */
    public List<Shift> degraded() {
        return shifts.stream().filter(Shift::degrades).toList();
    }

    /** What almost may go today and then no longer does even almost. */
    public List<Shift> setBack() {
        return shifts.stream().filter(Shift::setsBack).toList();
    }

    /** What may not go today and then may, or almost: only when a restriction is repealed. */
    public List<Shift> opened() {
        return shifts.stream().filter(Shift::opens).toList();
    }

    /** The answer in one or two sentences. */
    public String sentence() {
        long carried = stopped().stream()
                .filter(shift -> shift.carriedByNone().isEmpty())
                .count();
        String rest = setBack().isEmpty()
                ? ""
                : " "
                        + Sentences.count(
                                setBack().size(), "flow that was almost there is", "flows that were almost there are")
                        + " set back.";
        String opened = opened().isEmpty()
                ? ""
                : " " + Sentences.count(opened().size(), "flow opens", "flows open") + " or comes nearer.";
        return "If " + change.clause() + " on " + day + ": "
                + Sentences.count(stopped().size(), "flow stops", "flows stop")
                + (stopped().isEmpty() ? "" : " (" + carried + " of them carried by another schedule)") + ", "
                + Sentences.count(degraded().size(), "would lack something", "would lack something") + ", "
                + Sentences.count(unaffected, "is unaffected", "are unaffected") + "." + rest + opened;
    }
}
