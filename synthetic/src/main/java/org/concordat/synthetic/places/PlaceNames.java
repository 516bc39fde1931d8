package org.concordat.synthetic.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.synthetic.SyntheticException;
import org.concordat.synthetic.chance.Shuffle;

/** Names for streets, blocks of flats and wards: each number has its own name until the words run out. */
final class PlaceNames {
    private final Map<String, List<String>> words = new HashMap<>();
    private final Shuffle streets;
    private final Shuffle wards;

    PlaceNames(long seed) {
        try (InputStream raw = PlaceNames.class.getResourceAsStream("words.txt")) {
            if (raw == null) {
                throw new IOException("missing");
            }
            new BufferedReader(new InputStreamReader(raw, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        words.put(
                                line.substring(0, colon),
                                List.of(line.substring(colon + 1).strip().split(" ")));
                    });
        } catch (IOException | UncheckedIOException cause) {
            throw new SyntheticException(
                    "The table of place words could not be read. Build the library anew.", "SYNTHETIC-WORDS", cause);
        }
        streets = new Shuffle((long) list("streets").size() * list("endings").size(), seed + 11);
        wards = new Shuffle((long) list("wardfirst").size() * list("wardlast").size(), seed + 12);
    }

    private List<String> list(String key) {
        return words.getOrDefault(key, List.of("Tide"));
    }

    /** Name of the {@code number}th street; after some ten thousand, names come again elsewhere in the town. */
    String street(int number) {
        List<String> endings = list("endings");
        int size = list("streets").size() * endings.size();
        int drawn = (int) streets.of(number % size);
        return list("streets").get(drawn / endings.size()) + ' ' + endings.get(drawn % endings.size());
    }

    /** Name of a block of flats. */
    String building(int number) {
        List<String> kinds = list("buildings");
        List<String> stems = list("streets");
        return stems.get(Math.floorMod(number * 31, stems.size())) + ' ' + kinds.get(number % kinds.size());
    }

    /** Name of the {@code number}th ward. */
    String ward(int number) {
        List<String> lasts = list("wardlast");
        int size = list("wardfirst").size() * lasts.size();
        int drawn = (int) wards.of(number % size);
        String name = list("wardfirst").get(drawn / lasts.size()) + lasts.get(drawn % lasts.size());
        return number < size ? name : name + ' ' + (number / size + 1);
    }
}
