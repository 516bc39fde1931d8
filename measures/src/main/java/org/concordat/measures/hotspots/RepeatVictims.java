package org.concordat.measures.hotspots;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many places were victims once, twice and more often, and what share of all events that is. Source of the notion: Farrell
 * and Pease, Once Bitten, Twice Bitten (1993). Known limit: events whose places were blurred to a common point, as public
 * crime data are, look like repeats and are none.
 *
 * @param places how many places had so many events
 * @param events how many events there were
 * @param repeats events that were not the first at their place
 * @param eventsAtRepeatedPlaces events at places with more than one
 */
public record RepeatVictims(SortedMap<Integer, Integer> places, int events, int repeats, int eventsAtRepeatedPlaces) {
    /** Counts events by the place of each. */
    public static RepeatVictims of(Collection<String> placesOfEvents) {
        var counts = new TreeMap<String, Integer>();
        placesOfEvents.forEach(place -> counts.merge(place, 1, Integer::sum));
        var places = new TreeMap<Integer, Integer>();
        int atRepeated = 0;
        for (int count : counts.values()) {
            places.merge(count, 1, Integer::sum);
            atRepeated += count > 1 ? count : 0;
        }
        return new RepeatVictims(places, placesOfEvents.size(), placesOfEvents.size() - counts.size(), atRepeated);
    }

    /** The share of events that were repeats; 0 where there are no events. */
    public double shareOfRepeats() {
        return events == 0 ? 0 : (double) repeats / events;
    }
}
