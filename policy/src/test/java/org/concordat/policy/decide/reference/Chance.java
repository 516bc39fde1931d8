package org.concordat.policy.decide.reference;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Choices that a seed makes. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** True so many times in a hundred. */
    boolean percent(double often) {
        return random.nextDouble() * 100 < often;
    }

    /** From 0 to below {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    long seed() {
        return random.nextLong();
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs // The array is only read.
    final <T> T of(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** One of a collection whose order does not hang on hashes. */
    <T extends Comparable<? super T>> T among(Set<T> all) {
        return of(all.stream().sorted().toList());
    }

    <E extends Enum<E>> E of(Class<E> vocabulary) {
        return of(vocabulary.getEnumConstants());
    }

    /** Up to so many of a vocabulary, at least one. */
    <E extends Enum<E>> Set<E> some(Class<E> vocabulary, int most) {
        Set<E> some = EnumSet.of(of(vocabulary));
        for (int more = below(most); more > 0; more--) {
            some.add(of(vocabulary));
        }
        return some;
    }

    /** Each of a collection so many times in a hundred, in order. */
    <T extends Comparable<? super T>> Set<T> each(Collection<T> all, double often) {
        Set<T> some = new LinkedHashSet<>();
        all.stream().sorted().filter(any -> percent(often)).forEach(some::add);
        return some;
    }

    /** One of several, the first so often as the first number says, and so on; numbers need not add up to a hundred. */
    int weighed(int... weights) {
        int left = random.nextInt(Arrays.stream(weights).sum());
        for (int each = 0; each < weights.length; each++) {
            left -= weights[each];
            if (left < 0) {
                return each;
            }
        }
        throw new IllegalStateException("The weights add up to more than their sum.");
    }
}
