package org.concordat.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Sequences of releases of a small made-up place: tables of different dates, areas, boundary vintages and categories, exact,
 * rounded, perturbed, suppressed. Whatever an attacker finds who tries every combination of whole numbers is refused, and
 * nothing else. The number of sequences is property {@code concordat.fuzz.releases}; each failure names the seed.
 */
class AuditorFuzz {
    private static final long SEED = 20_260_711;

    @Test
    void refusesExactlyWhatTryingEveryCombinationFinds() {
        int sequences = Integer.getInteger("concordat.fuzz.releases", 50);
        int accepted = 0;
        int refused = 0;
        int unionsKnown = 0;
        for (int s = 0; s < sequences; s++) {
            long seed = SEED + s;
            SplittableRandom random = new SplittableRandom(seed);
            Place place = new Place(random);
            Protection protection = new Protection(random.nextInt(2, 5), random.nextInt(1, 6));
            Releases released = Releases.none();
            for (int r = random.nextInt(2, 6); r > 0; r--) {
                Release proposed =
                        place.release(random, "release " + (released.all().size() + 1));
                Set<Long> leaks = leaks(released, proposed, place, protection);
                switch (new Auditor(protection).judge(released, proposed, place.truth)) {
                    case Verdict.Accepted(Releases after, List<Leak> standing) -> {
                        assertThat(leaks)
                                .as("seed %d, accepted %s", seed, proposed)
                                .isEmpty();
                        released = after;
                        accepted++;
                        if (protection.width() >= protection.thresholdPersons()) {
                            assertThat(smallGroupsExactlyKnown(released, place, protection))
                                    .as("seed %d, after %s", seed, proposed)
                                    .isZero();
                            unionsKnown++;
                        }
                    }
                    case Verdict.Refused(List<Leak> found) -> {
                        assertThat(groups(found))
                                .as("seed %d, refused %s", seed, proposed)
                                .isEqualTo(leaks);
                        assertThat(found).as("seed %d", seed).allMatch(Leak::proved);
                        refused++;
                    }
                }
            }
        }
        assertThat(accepted).isGreaterThan(sequences / 2);
        assertThat(refused).isGreaterThan(sequences / 2);
        assertThat(unionsKnown).isGreaterThan(sequences / 5);
    }

    private static Set<Long> groups(List<Leak> leaks) {
        Set<Long> groups = new TreeSet<>();
        for (Leak leak : leaks) {
            groups.add(leak.atoms().stream().mapToLong(atom -> 1L << atom).sum());
        }
        return groups;
    }

    private static Set<Long> leaks(Releases released, Release proposed, Place place, Protection protection) {
        List<Release.Published> before = figures(released);
        List<Release.Published> after = new ArrayList<>(before);
        after.addAll(proposed.figures());
        Set<Long> groups = TryingEverything.groups(after, place.truth.length).stream()
                .filter(group -> place.small(group, protection))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Long, Long> now = TryingEverything.widths(after, place.truth.length, groups);
        Map<Long, Long> then = TryingEverything.widths(before, place.truth.length, groups);
        Set<Long> leaks = new TreeSet<>();
        for (long group : groups) {
            boolean narrow = now.getOrDefault(group, 0L) < protection.width();
            if (narrow && then.getOrDefault(group, 0L) > now.getOrDefault(group, 0L)) {
                leaks.add(group);
            }
        }
        return leaks;
    }

    /** Whatever can be put together of pieces, and not only what is protected by itself. */
    private static long smallGroupsExactlyKnown(Releases released, Place place, Protection protection) {
        Set<Long> unions = TryingEverything.unions(figures(released), place.truth.length).stream()
                .filter(group -> place.small(group, protection))
                .collect(Collectors.toSet());
        return TryingEverything.widths(figures(released), place.truth.length, unions).values().stream()
                .filter(width -> width == 0)
                .count();
    }

    private static List<Release.Published> figures(Releases released) {
        return released.all().stream().flatMap(r -> r.figures().stream()).toList();
    }

    /** Atoms are a strip of land, a category, and whether someone was there on the first date or came after. */
    private static final class Place {
        private final int strips;
        private final int categories;
        private final int dates;
        private final long[] truth;

        Place(SplittableRandom random) {
            int[][] shapes = {{4, 2, 1}, {3, 1, 2}, {4, 1, 2}, {2, 2, 2}, {6, 1, 1}, {3, 2, 1}};
            int[] shape = shapes[random.nextInt(shapes.length)];
            strips = shape[0];
            categories = shape[1];
            dates = shape[2];
            truth = new long[strips * categories * dates];
            for (int atom = 0; atom < truth.length; atom++) {
                boolean newcomers = atom % dates == 1;
                truth[atom] = newcomers ? random.nextInt(2) : random.nextInt(random.nextInt(1, 9));
            }
        }

        boolean small(long group, Protection protection) {
            return protection.protects(IntStream.range(0, truth.length)
                    .mapToLong(a -> (group >> a & 1) * truth[a])
                    .sum());
        }

        /** A table by area of some vintage, by category or not, at some date. */
        Release release(SplittableRandom random, String name) {
            boolean byCategory = categories > 1 && random.nextBoolean();
            int onlyCategory =
                    categories > 1 && !byCategory && random.nextInt(3) == 0 ? random.nextInt(categories) : -1;
            int date = random.nextInt(dates);
            int style = random.nextInt(5);
            boolean withTotal = random.nextInt(3) > 0;
            List<Release.Published> figures = new ArrayList<>();
            int from = 0;
            while (from < strips) {
                int to = Math.min(strips, from + random.nextInt(1, 4));
                addArea(random, figures, from, to, byCategory, onlyCategory, date, style);
                // A vintage may leave a strip to the neighbouring district.
                from = to + (random.nextInt(6) == 0 ? 1 : 0);
            }
            if (withTotal) {
                addArea(random, figures, 0, strips, byCategory, onlyCategory, date, style);
            }
            return new Release(name, figures);
        }

        private void addArea(
                SplittableRandom random,
                List<Release.Published> figures,
                int from,
                int to,
                boolean byCategory,
                int onlyCategory,
                int date,
                int style) {
            for (int c = byCategory ? 0 : -1; c < (byCategory ? categories : 0); c++) {
                int category = byCategory ? c : onlyCategory;
                int[] atoms = IntStream.range(0, truth.length)
                        .filter(a -> a % dates <= date)
                        .filter(a -> category < 0 || a / dates % categories == category)
                        .filter(a -> a / dates / categories >= from && a / dates / categories < to)
                        .toArray();
                Cell cell = Cell.of("strips " + from + "-" + to + " category " + category + " date " + date, atoms);
                figures.add(new Release.Published(cell, figure(random, cell.count(truth), style)));
            }
        }

        private static Figure figure(SplittableRandom random, long count, int style) {
            boolean hide = (count > 0 && count < 4 && random.nextInt(8) > 0) || random.nextInt(4) == 0;
            return switch (style) {
                case 0 -> Figure.exact(count);
                case 1 -> Figure.rounded((count + 1) / 3 * 3, 3);
                case 2 -> Figure.perturbed(Math.max(0, count + random.nextInt(-2, 3)), 2);
                default -> hide ? Figure.hidden() : Figure.exact(count);
            };
        }
    }
}
