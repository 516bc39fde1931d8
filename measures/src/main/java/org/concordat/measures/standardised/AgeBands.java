package org.concordat.measures.standardised;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether age bands cover an unbroken span of ages, each age once: what every figure by age needs. */
final class AgeBands {
    private AgeBands() {}

    /** The strata by age; refuses none at all, a band twice, bands that overlap, and ages that none covers. */
    static List<Stratum> inOrder(Collection<Stratum> strata) {
        List<Stratum> sorted = new ArrayList<>(strata);
        sorted.sort((one, other) -> one.band().compareTo(other.band()));
        check(sorted.stream().map(Stratum::band).toList());
        return List.copyOf(sorted);
    }

    static void check(List<AgeBand> sorted) {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a figure by age needs at least one age band, given none");
        }
        for (int i = 1; i < sorted.size(); i++) {
            AgeBand before = sorted.get(i - 1);
            AgeBand band = sorted.get(i);
            if (band.equals(before)) {
                throw new IllegalArgumentException("age band " + band + " stands twice; each must stand once");
            }
            if (before.to() >= band.from()) {
                throw new IllegalArgumentException(
                        "age bands " + before + " and " + band + " overlap, so that somebody would be counted twice");
            }
            if (before.to() + 1 < band.from()) {
                throw new IllegalArgumentException("no age band covers " + new AgeBand(before.to() + 1, band.from() - 1)
                        + ", between " + before + " and " + band);
            }
        }
    }
}
