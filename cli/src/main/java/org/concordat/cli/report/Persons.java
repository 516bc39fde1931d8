package org.concordat.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.records.Records;

/** The persons that were made, counted: how many records they have, and in which sources they are. */
final class Persons {
    /** Beyond this many sources their combinations are not told apart. */
    private static final int MOST_SOURCES = 60;

    private final List<String> sources;
    private final int count;
    private final SortedMap<Integer, Long> sizes = new TreeMap<>();
    private final Map<Long, Long> combinations = new HashMap<>();
    private final long[] personsOfSource;
    private final long[] sharedOfSource;

    Persons(Linkage linkage) {
        Records records = linkage.records();
        sources = records.sources();
        personsOfSource = new long[sources.size()];
        sharedOfSource = new long[sources.size()];
        int[] members = new int[records.size()];
        long[] places = new long[records.size()];
        for (int r = 0; r < records.size(); r++) {
            int person = linkage.person(r);
            members[person]++;
            places[person] |= 1L << Math.min(MOST_SOURCES, records.source(r));
        }
        int persons = 0;
        for (int p = 0; p < members.length; p++) {
            if (members[p] > 0) {
                persons++;
                sizes.merge(members[p], 1L, Long::sum);
                combinations.merge(places[p], 1L, Long::sum);
            }
        }
        count = persons;
        combinations.forEach((combination, number) -> {
            for (int s = 0; s < Math.min(MOST_SOURCES, sources.size()); s++) {
                if ((combination >> s & 1) == 1) {
                    personsOfSource[s] += number;
                    sharedOfSource[s] += Long.bitCount(combination) > 1 ? number : 0;
                }
            }
        });
    }

    int count() {
        return count;
    }

    /** How many persons have this many records. */
    SortedMap<Integer, Long> sizes() {
        return sizes;
    }

    /** How many persons have more than one record. */
    long ofSeveralRecords() {
        return count - sizes.getOrDefault(1, 0L);
    }

    /** How many persons are in more than one source. */
    long inSeveralSources() {
        return combinations.entrySet().stream()
                .filter(entry -> Long.bitCount(entry.getKey()) > 1)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many persons a source has. */
    long ofSource(int source) {
        return personsOfSource[source];
    }

    /** How many of a source's persons are in another source too. */
    long sharedOfSource(int source) {
        return sharedOfSource[source];
    }

    /** Persons that are in exactly these sources. */
    record Combination(String words, long persons) {}

    /** The combinations of sources by falling number of persons, the rest summed up. */
    List<Combination> combinations(int most) {
        List<Map.Entry<Long, Long>> sorted = new ArrayList<>(combinations.entrySet());
        sorted.sort(Map.Entry.<Long, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        List<Combination> shown = new ArrayList<>();
        long rest = 0;
        for (Map.Entry<Long, Long> entry : sorted) {
            if (shown.size() < most) {
                shown.add(new Combination(words(entry.getKey()), entry.getValue()));
            } else {
                rest += entry.getValue();
            }
        }
        if (rest > 0) {
            shown.add(new Combination("other combinations", rest));
        }
        return shown;
    }

    private String words(long combination) {
        List<String> names = new ArrayList<>();
        for (int s = 0; s < Math.min(MOST_SOURCES, sources.size()); s++) {
            if ((combination >> s & 1) == 1) {
                names.add(sources.get(s));
            }
        }
        if ((combination >> MOST_SOURCES & 1) == 1) {
            names.add("further sources");
        }
        return names.size() == 1 ? names.getFirst() + " only" : String.join(" + ", names);
    }
}
