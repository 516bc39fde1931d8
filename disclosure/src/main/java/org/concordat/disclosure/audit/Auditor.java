package org.concordat.disclosure.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.concordat.disclosure.attack.Attacker;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.attack.Proof;

/**
 * Judges a proposed release against everything released before: refuses it where a protected count would become exactly
 * known, or known within less than the protection wanted. An attacker is taken to know every published figure, how it was
 * rounded or perturbed, and that counts are whole and not below 0; nothing else.
 */
public final class Auditor {
    private static final int MOST_EXPLAINED = 100;

    private final Protection protection;

    public Auditor(Protection protection) {
        this.protection = protection;
    }

    /**
     * Judges {@code proposed}.
     *
     * @param released everything that went out before
     * @param truth the true count of each atom, also of those of earlier releases
     */
    public Verdict judge(Releases released, Release proposed, long[] truth) {
        Releases after = released.with(proposed);
        List<Source> sources = new ArrayList<>();
        for (Release release : after.all()) {
            for (Release.Published published : release.figures()) {
                check(release, published, truth);
                sources.add(new Source(release.name(), published.cell(), published.figure()));
            }
        }
        int before = sources.size() - proposed.figures().size();
        List<Cell> cells = sources.stream().map(Source::cell).toList();
        List<Figure> figures = sources.stream().map(Source::figure).toList();
        Pieces pieces = new Pieces(cells, truth);
        PublishedSums known = new PublishedSums(pieces, figures, sources.size());
        Attacker attacker = known.attacker();
        Attacker earlier = new PublishedSums(pieces, figures, before).attacker();
        List<Found> leaks = new ArrayList<>();
        List<Found> standing = new ArrayList<>();
        ProtectedGroups.of(pieces, cells, protection).forEach((group, name) -> {
            int[] of = group.stream().mapToInt(Integer::intValue).toArray();
            if (!attacker.sum(of, protection.width()).atLeastWide(protection.width())) {
                Inference now = attacker.sum(of, Attacker.EXACTLY);
                Inference then = earlier.sum(of, Attacker.EXACTLY);
                boolean stood = !then.atLeastWide(protection.width()) && then.width() <= now.width();
                (stood ? standing : leaks).add(new Found(name, of, now));
            }
        });
        Explanation explanation = new Explanation(sources, pieces, known, attacker);
        return leaks.isEmpty()
                ? new Verdict.Accepted(after, explanation.of(standing))
                : new Verdict.Refused(explanation.of(leaks));
    }

    /**
     * Which of {@code cells} are too well known from what was released, whatever is released next; proved, never guessed.
     *
     * @param truth the true count of each atom, also of those of {@code cells}
     */
    public List<Cell> known(Releases released, List<Cell> cells, long[] truth) {
        List<Cell> all = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (Release release : released.all()) {
            for (Release.Published published : release.figures()) {
                check(release, published, truth);
                all.add(published.cell());
                figures.add(published.figure());
            }
        }
        int said = figures.size();
        all.addAll(cells);
        cells.forEach(cell -> figures.add(Figure.hidden()));
        Pieces pieces = new Pieces(all, truth);
        Attacker attacker = new PublishedSums(pieces, figures, said).attacker();
        return IntStream.range(0, cells.size())
                .filter(i -> {
                    Inference inferred = attacker.sum(pieces.of(said + i), Attacker.EXACTLY);
                    return inferred.settled() && inferred.width() < protection.width();
                })
                .mapToObj(cells::get)
                .toList();
    }

    private static void check(Release release, Release.Published published, long[] truth) {
        Cell cell = published.cell();
        if (cell.lastAtom() >= truth.length) {
            throw new IllegalArgumentException("the true count of every atom is needed; " + cell.name() + " in "
                    + release.name() + " has atom " + cell.lastAtom() + ", given " + truth.length + " counts");
        }
        if (!published.figure().admits(cell.count(truth))) {
            throw new IllegalArgumentException("what " + release.name() + " says of " + cell.name()
                    + " does not agree with the counts given. If the data were corrected since, give the counts as they"
                    + " were at the release, with atoms for what changed.");
        }
    }

    /** One published figure and where it comes from. */
    private record Source(String release, Cell cell, Figure figure) {}

    private record Found(String name, int[] pieces, Inference inference) {}

    /** Turns what was found into leaks with their reasons. */
    private record Explanation(List<Source> sources, Pieces pieces, PublishedSums known, Attacker attacker) {

        List<Leak> of(List<Found> found) {
            List<Found> worstFirst = found.stream()
                    .sorted(Comparator.comparingLong(f -> f.inference().width()))
                    .toList();
            List<Leak> leaks = new ArrayList<>();
            for (Found one : worstFirst) {
                leaks.add(new Leak(
                        one.name(),
                        atoms(one.pieces()),
                        one.inference(),
                        one.inference().settled(),
                        leaks.size() < MOST_EXPLAINED ? arguments(one) : List.of()));
            }
            return leaks;
        }

        private List<Integer> atoms(int[] of) {
            List<Integer> atoms = new ArrayList<>();
            for (int piece : of) {
                for (int atom : pieces.atoms(piece)) {
                    atoms.add(atom);
                }
            }
            return atoms.stream().sorted().toList();
        }

        private List<Leak.Argument> arguments(Found found) {
            List<Leak.Argument> arguments = new ArrayList<>();
            Attacker asker = attacker.withSum(found.pieces());
            int unknown = pieces.count();
            for (boolean upper : new boolean[] {true, false}) {
                Optional<Proof> proof = asker.proof(unknown, upper);
                proof.map(this::argument).filter(a -> !a.terms().isEmpty()).ifPresent(arguments::add);
            }
            return arguments.size() == 2
                            && arguments
                                    .getFirst()
                                    .terms()
                                    .equals(arguments.getLast().terms())
                    ? arguments.subList(0, 1)
                    : arguments;
        }

        private Leak.Argument argument(Proof proof) {
            Map<Integer, Long> shares = new TreeMap<>();
            long divisor = 1;
            for (Proof.Share share : proof.shares()) {
                divisor = share.divisor();
                // The last equation only says what is meant by the group.
                if (share.equation() < known.sums().size()) {
                    int[] figures = known.figuresOf(share.equation());
                    for (int i = 0; i < figures.length; i++) {
                        shares.merge(figures[i], i == 0 ? share.multiplier() : -share.multiplier(), Long::sum);
                    }
                }
            }
            long over = divisor;
            List<Leak.Term> terms = new ArrayList<>();
            // What is added first, then what is taken away.
            for (int sign = 1; sign >= -1; sign -= 2) {
                for (Map.Entry<Integer, Long> share : shares.entrySet()) {
                    if (Long.signum(share.getValue()) == sign) {
                        Source source = sources.get(share.getKey());
                        terms.add(new Leak.Term(source.release(), source.cell().name(), share.getValue(), over));
                    }
                }
            }
            return new Leak.Argument(proof.upper(), proof.bound(), terms, proof.wholeNumbers());
        }
    }
}
