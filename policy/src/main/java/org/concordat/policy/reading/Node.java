package org.concordat.policy.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a file: text, a list, or named fields. Nothing else, and never null. */
public sealed interface Node {

    /** Where it begins. */
    Place place();

    /** Words, a number, a date: whatever a shape makes of it. */
    record Text(Place place, String value) implements Node {}

    /** A list, in the file's order. */
    record Items(Place place, List<Node> nodes) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * Named fields, in the file's order.
     *
     * @param places of the names
     */
    record Fields(Place place, Map<String, Node> nodes, Map<String, Place> places) implements Node {
        public Fields {
            nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
            places = Map.copyOf(places);
        }
    }
}
