package org.concordat.measures.areas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The areas of one kind as they were drawn in one year, by their codes, such as the LSOAs of 2011; what codes are checked
 * against. Codes of two vintages look the same, and most are in both.
 *
 * @param name such as "LSOA 2011"
 * @param codes all codes of the vintage, or of the part of the country looked at
 */
public record Vintage(String name, Set<String> codes) {
    private static final int SHOWN = 5;

    /** Whether codes belong to a vintage. */
    public sealed interface Check {}

    /** All do. */
    public record AllKnown() implements Check {}

    /**
     * Some do not.
     *
     * @param unknown codes that are not of the vintage, each once, in order
     * @param elsewhere of these, how many belong to each other vintage that was asked about
     * @param message what to tell whoever handed the codes in
     */
    public record SomeUnknown(List<String> unknown, Map<String, Integer> elsewhere, String message) implements Check {
        public SomeUnknown {
            unknown = List.copyOf(unknown);
            elsewhere = Map.copyOf(elsewhere);
        }
    }

    public Vintage {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a vintage has at least one area; " + name + " has none");
        }
        codes = Set.copyOf(codes);
    }

    /**
     * Checks codes.
     *
     * @param others further vintages that unknown codes may be of, so that the answer can say so
     */
    public Check check(Collection<String> given, List<Vintage> others) {
        var unknown = new TreeSet<>(given);
        unknown.removeAll(codes);
        if (unknown.isEmpty()) {
            return new AllKnown();
        }
        var elsewhere = new TreeMap<String, Integer>();
        for (Vintage other : others) {
            int known = (int) unknown.stream().filter(other.codes()::contains).count();
            if (known > 0) {
                elsewhere.put(other.name(), known);
            }
        }
        return new SomeUnknown(
                List.copyOf(unknown), elsewhere, message(unknown, new TreeSet<>(given).size(), elsewhere));
    }

    private String message(Set<String> unknown, int given, Map<String, Integer> elsewhere) {
        var parts = new ArrayList<String>();
        long strange =
                unknown.stream().filter(code -> AreaCode.read(code).isEmpty()).count();
        if (strange > 0) {
            parts.add(strange + " of these " + (strange == 1 ? "is" : "are") + " no area code at all");
        }
        elsewhere.forEach(
                (other, count) -> parts.add(count + " of these belong" + (count == 1 ? "s" : "") + " to " + other));
        return unknown.size() + " of " + given + " area codes " + (unknown.size() == 1 ? "is" : "are") + " not of "
                + name
                + ": " + first(unknown) + "."
                + (parts.isEmpty() ? "" : " " + capital(String.join("; ", parts)) + ".");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
    }

    /** The first few of many, with a word on how many more there are. */
    static String first(Collection<String> codes) {
        String shown = String.join(", ", codes.stream().limit(SHOWN).toList());
        return codes.size() > SHOWN ? shown + " and " + (codes.size() - SHOWN) + " more" : shown;
    }
}
