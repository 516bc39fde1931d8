package org.concordat.disclosure.tables;

import java.util.List;

/**
 * One total of a dimension and the codes that make it up, such as a neighbourhood and its output areas.
 *
 * @param total the code of the whole
 * @param parts one code or more, none twice
 */
public record Sum(String total, List<String> parts) {
    public Sum {
        parts = List.copyOf(parts);
        if (total.isBlank()) {
            throw new IllegalArgumentException("a total has a code, given a blank one");
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the total \"" + total + "\" has parts, given none");
        }
        if (parts.contains(total)) {
            throw new IllegalArgumentException("the total \"" + total + "\" is given as a part of itself");
        }
        if (parts.stream().distinct().count() < parts.size()) {
            throw new IllegalArgumentException("the total \"" + total + "\" names a part twice");
        }
    }
}
